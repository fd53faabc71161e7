#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/case/draft_keeper.h"
#include "io/reading/fluoroscopy_run.h"
#include "planning/plan/plan.h"

namespace app {
class Case;
}

namespace app::fluoroscopy {

/// What the operator chose in one of the two places of the page.
struct DraftView {
  QString file;
  planning::fluoroscopy::MarkedView marked;
};

/// All that can be edited and undone: a plain value.
struct FluoroscopyDraft {
  std::array<std::optional<DraftView>, 2> views;
  bool nothingMoved = false;
  planning::PlanChoices plan;  ///< needle, route, level, side, operator; its frame of reference
};

/// The fluoroscopy that is open beside a case: up to two runs, and the plan made on them. Every edit goes through it
/// and can be undone, on a stack of its own. Of one patient, who is also that of the case's scan.
class FluoroscopyCase : public QObject {
  Q_OBJECT

 public:
  static constexpr int kViews = 2;
  using Mark = std::optional<planning::fluoroscopy::ImagePoint>;

  /// That of a case: made when first asked for, gone with it.
  static FluoroscopyCase& of(Case& openCase);
  ~FluoroscopyCase() override;

  std::shared_ptr<io::FluoroscopyRun> run(int view) const;  ///< null while nothing is open there
  int frame(int view) const;                                ///< that is shown, from 0
  /// The view with its marks; null while nothing is open there. Its frame is that of the marks, else the one shown.
  const planning::fluoroscopy::MarkedView* marked(int view) const;
  /// Of the frame shown, with what the operator gave; absent while something is missing.
  std::optional<planning::fluoroscopy::CArmGeometry> geometry(int view) const;
  const planning::Plan& plan() const { return plan_; }  ///< always assessed
  QUndoStack& undoStack() { return undo_; }
  bool isEmpty() const { return !draft_.views[0] && !draft_.views[1]; }
  planning::Patient patient() const;  ///< of what is open; empty for nothing

  int currentView() const { return current_; }
  void setCurrentView(int view);
  void setFrame(int view, int frame);

  // Edits, each one undo step; drags merge while `dragging`.
  /// Refused: what FluoroscopyRun::open() says, "another-patient" and "patient-unknown" against the open scan and the
  /// other view.
  bool open(const QString& file, int view);
  void close(int view);
  void setTarget(int view, const Mark& mark, bool dragging = false);
  void setEntry(int view, const Mark& mark, bool dragging = false);
  void setGiven(int view, const planning::fluoroscopy::GivenGeometry& given);
  void setCalibration(int view, const std::optional<planning::fluoroscopy::Calibration>& calibration,
                      bool dragging = false);
  void setNothingMoved(bool word);
  void setNeedle(const planning::needle::Needle& needle);
  void setRoute(const std::string& routeId);  ///< takes the route's usual needle while none is chosen
  void setLevel(const QString& level);
  void setSide(planning::anatomy::Side side);
  void setCheck(const planning::procedure::CheckAnswer& answer);
  void clearCheck(const std::string& id);
  void setOperator(const QString& name);

  bool savePlan(const QString& file);
  /// A plan on projections as it was read from `file`, or (`recovers`) a draft that a crash left. Its runs are looked
  /// for among the series last scanned; refused with "views-not-found" when none is there.
  void openPlan(const QString& file, const planning::Plan& saved, bool recovers = false);
  bool hasUnsavedChanges() const { return !isEmpty() && hasMarks() && (recovered_ || !undo_.isClean()); }
  void keepDrafts(const QString& folder, int waitMs = 3000);
  void closeAll();

 Q_SIGNALS:
  void viewsChanged();          ///< other runs
  void frameChanged(int view);  ///< another frame of the same run
  void currentViewChanged();
  void planChanged();  ///< marks, geometry, results
  void refused(const planning::Error& error);
  void message(const QString& text);

 private:
  using Change = std::function<void(FluoroscopyDraft&)>;
  class Command;

  explicit FluoroscopyCase(Case& openCase);
  void edit(const QString& text, const Change& change, const std::string& drag = {}, bool dragging = false);
  void setMark(int view, Mark planning::fluoroscopy::MarkedView::*which, const Mark& mark, const QString& text,
               bool dragging);
  void endDrag(bool dragging);
  void apply(const FluoroscopyDraft& next);
  void assess();
  bool hasMarks() const;
  std::optional<planning::Error> strangerAmong(const planning::Patient& patient, int view) const;
  void leaveStranger();
  FluoroscopyDraft freshDraft() const;
  QString commonFolder() const;
  QString fileOf(const std::string& sopInstanceUid) const;

  Case& case_;
  QUndoStack undo_;
  DraftKeeper keeper_;
  FluoroscopyDraft draft_;
  planning::Plan plan_;
  planning::ReportIdentity saved_;  ///< that the plan was last saved as, or read from; not touched by undo
  std::array<std::shared_ptr<io::FluoroscopyRun>, kViews> runs_;
  std::array<int, kViews> frames_{};
  int current_ = 0;
  std::string activeDrag_;
  int dragNumber_ = 0;
  bool recovered_ = false;
};

}  // namespace app::fluoroscopy
