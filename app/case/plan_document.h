#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/case/kept_drafts.h"
#include "app/case/plan_draft.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/plan.h"

namespace app {

/// The plan that is open: what the operator chose, each edit one undo step, and after each the assessment of it all.
/// What it is made on, a scan or projections, is known to its ground alone. Knows no widget; lives in one thread.
///
///     PlanDocument document({assess, deriveDefaults});
///     document.open(emptyDraft());
///     document.setTarget(place);  // planChanged(): document.plan() is assessed
///     document.undoStack().undo();
class PlanDocument : public QObject {
  Q_OBJECT

 public:
  /// The draft's choices with what they are made on, and the assessment of them.
  struct Assessed {
    planning::PlanChoices choices;
    planning::Assessment assessment;
  };
  /// What a plan is made on, as far as the document has to know it.
  struct Ground {
    std::function<Assessed(const PlanDraft& draft)> assess;
    /// Fills in what follows by itself from the step before `next` to it.
    std::function<void(PlanDraft& next, const PlanDraft& before)> derive;
  };
  explicit PlanDocument(Ground ground, QObject* parent = nullptr);
  ~PlanDocument() override;

  bool isOpen() const { return !draft_.choices.needles.empty(); }  ///< an open plan has a needle at least
  const PlanDraft& draft() const { return draft_; }
  const planning::Plan& plan() const { return plan_; }  ///< always assessed
  QUndoStack& undoStack() { return undo_; }
  const std::vector<planning::anatomy::MeasuredStructure>& structures() const { return draft_.structures; }
  int currentNeedle() const { return draft_.currentNeedle; }
  void setCurrentNeedle(int index);
  bool hasUnsavedChanges() const { return isOpen() && !keptElsewhere_ && (recovered_ || !undo_.isClean()); }

  // Edits, each one undo step; those of a drag merge into one, until endDrag() or another edit.
  void setTarget(const planning::Point& place, bool dragging = false);
  void setEntry(const planning::Point& place, bool dragging = false);
  void endDrag() { activeDrag_.clear(); }
  void setNeedle(const planning::needle::Needle& needle);
  void addNeedle();
  /// One that was made from another of the plan (planning/plan/session.h), as the current one; named here.
  void addMade(const QString& text, const planning::NeedleChoice& made);
  void removeNeedle(int index);
  void renameNeedle(int index, const QString& label);  ///< nothing where another needle has that name
  // Of the current needle; the others keep theirs.
  void setRoute(const std::string& routeId);
  void setLevel(const QString& level);
  void setSide(planning::anatomy::Side side);
  void setGuidance(const std::string& guidance);
  void setCheck(const planning::procedure::CheckAnswer& answer);
  void clearCheck(const std::string& id);
  void setNearAccepted(bool accepted);
  void setReserveAccepted(bool accepted);      ///< that little of the needle stays outside the skin
  void setRulesAccepted(bool accepted);        ///< that a rule which needs the operator's word is broken
  void setNearBand(std::optional<double> mm);  ///< absent: the usual one
  /// The operator confirms the midline: one or two places on spinous processes; empty takes it back.
  void setMidline(const std::vector<planning::Point>& places);
  void setOperator(const QString& name, const QString& organization);

  // What a person vouches for by name, each one undo step. A word about the same thing replaces the one before.
  void setLevelSeen(const planning::SeenBySight& seen);
  void clearLevelSeen(const std::string& level);
  void setSideSeen(const planning::SeenBySight& seen);
  void clearSideSeen(const std::string& side);
  /// Who has seen on the scan the current needle's places that came from another program; nobody for an empty name.
  void setImportedSeen(const std::string& by, const std::string& at);
  /// "Looked for, not visible"; of one requirement, side and level.
  void setAcceptedUnknown(const planning::AcceptedUnknown& accepted);
  void clearAcceptedUnknown(const planning::AcceptedUnknown& accepted);  ///< all that answer for its side and level
  /// The plan as it is now was checked on one picture; stands until patient, side, level or a place changes.
  void setSiteChecked(const std::string& by, const std::string& at);

  // For those who edit what the draft holds beside the plan.
  using Change = std::function<void(PlanDraft&)>;
  /// One undo step. Edits of one `drag`, not empty, merge until endDrag() or an edit of another.
  void edit(const QString& text, const Change& change, const std::string& drag = {});
  /// As edit(), and the operator's words about "near" and the reserve are withdrawn: they were about the needle as it
  /// was.
  void editGeometry(const QString& text, const Change& change, const std::string& drag = {});
  /// Not an edit: what became known, without undo step. Tells as an edit does.
  void replace(PlanDraft next);
  /// As replace(), and tells nothing but renewed().
  void amend(const Change& change);
  /// What the program found in the scan without being asked (addFound()): not an edit, and known in every undo step
  /// whose draft `where` takes (null: each), whichever came first. Nothing once the plan was saved: what its report
  /// says is what is open, also after undoing to it.
  struct Found {
    std::vector<planning::anatomy::MeasuredStructure> structures;
    std::shared_ptr<const planning::anatomy::Spine> spine;
    bool insteadOfExpected = false;
  };
  void know(Found found, const std::function<bool(const PlanDraft&)>& where = {});
  KeptDrafts& kept() { return kept_; }  ///< of the undo steps

  /// Another plan, or an empty draft for none: nothing to undo, nothing unsaved, but for a `recovered` one, which was
  /// never saved. Tells renewed() alone: announce() sends the others, once all that hangs on it is there too.
  void open(PlanDraft draft, planning::ReportIdentity saved = {}, bool recovered = false);
  void announce();
  void reassess();                                  ///< what it is made on has changed
  void markSaved(planning::ReportIdentity report);  ///< as it is now
  bool isKeptElsewhere() const { return keptElsewhere_; }
  void keepElsewhere() { keptElsewhere_ = true; }  ///< until it is closed nothing of it counts as unsaved

 Q_SIGNALS:
  void renewed();  ///< before each of the others: what is read here is new
  void structuresChanged();
  void levelsChanged();
  void currentNeedleChanged();
  void planChanged();  ///< after every assessment

 private:
  void assess();
  std::string keyOf(const std::string& drag);
  planning::OwnSite currentSite() const;
  void editNeedle(const QString& text, const std::string& drag,
                  const std::function<void(planning::NeedleChoice&)>& change);

  Ground ground_;
  KeptDrafts kept_;
  QUndoStack undo_;
  PlanDraft draft_;
  planning::Plan plan_;             ///< the draft, assessed
  planning::ReportIdentity saved_;  ///< that the plan was last saved as, or read from; not touched by undo
  bool recovered_ = false, keptElsewhere_ = false;
  std::string activeDrag_;
  int dragNumber_ = 0;
};

}  // namespace app
