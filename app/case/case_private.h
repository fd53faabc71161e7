#pragma once

#include <QTimer>
#include <QUndoStack>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "app/case/case.h"
#include "app/case/case_draft.h"
#include "app/case/draft_keeper.h"
#include "app/case/kept_drafts.h"
#include "app/case/made_structures.h"
#include "app/case/shape_edit.h"
#include "app/case/skin_risk.h"
#include "app/work/background.h"
#include "io/reading/structure_reader.h"
#include "planning/anatomy/segmented.h"

namespace app {

/// A plan that was read, on its way in while its scan and structures are opened.
struct ReopenedPlan {
  planning::Plan plan;
  QString file;
  bool recovered = false;  ///< from the autosaved draft: still unsaved
  bool searched = false;   ///< its folder, for the structures that it cites
};

struct Case::Private {
  explicit Private(Case* owner);

  Case* self;
  Background background;
  KeptDrafts kept;                           ///< of the undo steps
  std::shared_ptr<KeptShape> measuredShape;  ///< being measured in the background, or last so
  QUndoStack undo;

  std::shared_ptr<const planning::Volume> volume;
  std::shared_ptr<const planning::anatomy::Skin> skin;
  bool loading = false;
  int readNumber = 0;  ///< slices of another reading are not ours
  io::dicom::ScanResult scanResult;
  QString scannedPath;

  CaseDraft draft;
  planning::Plan plan;                                       ///< the draft, assessed
  std::map<std::string, StructureDisplay> display;           ///< by tracking UID
  std::map<std::string, planning::SeriesIdentity> evidence;  ///< by SOP Instance UID
  /// Of structure files, by their SOP Instance UID; an empty one stays: of what could not be opened again.
  std::vector<std::pair<std::string, planning::Finding>> structureFindings;
  planning::ReportIdentity saved;           ///< that the plan was last saved as, or read from; not touched by undo
  std::optional<MadeStructures> segBeside;  ///< what the plan's file as it was last saved or opened has beside it
  std::filesystem::path segBesidePlan;      ///< and which file that is
  std::map<std::string, QString> filesBesidePlan;  ///< structure files in the folder of a reopened plan, by UID
  DraftKeeper keeper;
  std::deque<QString> structureFiles;  ///< waiting to be read
  std::string currentStructure;        ///< its tracking UID
  struct WaitingEdit {
    std::string structureUid;
    ShapeEdit edit;
  };
  std::deque<WaitingEdit> shapeEdits;  ///< the first one is being done
  std::optional<ReopenedPlan> reopened;
  bool recovered = false;  ///< the plan came from an autosaved draft and was never saved
  bool keptElsewhere = false;
  std::string activeDrag;
  int dragNumber = 0;

  std::unique_ptr<SkinRisk> skinRisk;

  planning::Point crosshair = planning::makePoint(0, 0, 0);
  double depthAlongPathMm = 0;
  double windowCentreHu = 40, windowWidthHu = 400;

  using Change = std::function<void(CaseDraft&)>;
  /// One undo step. Edits of one `drag` merge while `dragging`.
  void edit(const QString& text, const Change& change, const std::string& drag = {}, bool dragging = false);
  /// As edit(), and the operator's word about "near" is withdrawn.
  void editGeometry(const QString& text, const Change& change, const std::string& drag = {}, bool dragging = false);
  void editNeedle(const QString& text, const std::function<void(planning::NeedleChoice&)>& change,
                  const std::string& drag = {}, bool dragging = false);
  void editStructure(int structure, const QString& text, const Change& change);
  void apply(CaseDraft next);
  void reassess();  ///< plan from draft; no signal
  void clear();     ///< no volume, no plan; no signal
  planning::Scene scene() const;
  bool hasNeedle() const { return !draft.plan.needles.empty(); }
  std::string dragKey(const std::string& drag, bool dragging);

  // case_work.cpp
  void scan(const QString& path, const QString& what,
            std::function<planning::Expected<io::dicom::ScanResult>(planning::Progress&)> job);
  void openFirst(std::shared_ptr<const planning::Volume> opened);
  void firstSlice(std::shared_ptr<const planning::Volume> partial);
  void volumeRead(planning::Expected<planning::Volume> result);
  void startSkin();
  void startStructures();
  void takeStructures(const QString& file, io::StructureSet set,
                      std::vector<planning::anatomy::MeasuredStructure> measured);
  void announceAll();

  // case_shapes.cpp
  struct Found;
  void find(const QString& what,
            std::function<planning::Expected<std::vector<planning::anatomy::Segmented>>(planning::Progress&)> job);
  void takeFound(std::vector<Found> found);
  int indexOf(const std::string& trackingUid) const;  ///< -1 when there is none
  void startShapeEdit();
  void takeShape(const planning::anatomy::Mask::Pointer& before,
                 planning::Expected<planning::anatomy::MeasuredStructure> changed);
  void endShapeEdits();
  void tidyUndo();
  std::shared_ptr<KeptShape> shapeToMeasure(const std::vector<const KeptDraft*>& next);
  void takeMeasured(KeptShape& shape, const planning::anatomy::MeasuredStructure& measured);

  // case_files.cpp
  void reopen(ReopenedPlan wanted);
  planning::Expected<std::optional<MadeStructures>> saveMade(const std::filesystem::path& planFile);
  void forgetOldSeg(const std::filesystem::path& planFile, const planning::Plan& written,
                    std::optional<MadeStructures> made);
  void searchBesidePlan(std::set<std::string> wanted);
  void applyReopened();
  planning::anatomy::CountedSpine reopenedLevels(const planning::Plan& from) const;
  void restoreStructures();
  void rememberSegBeside(const ReopenedPlan& from);
  bool holdsObject(const std::string& sopInstanceUid) const;
  QString fileOf(const std::string& sopInstanceUid) const;  ///< in the scanned folder; empty when it is not there
};

}  // namespace app
