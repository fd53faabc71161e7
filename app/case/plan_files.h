#pragma once

#include <QObject>
#include <QString>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "app/case/draft_keeper.h"
#include "app/case/made_structures.h"
#include "app/case/plan_document.h"
#include "io/exchange/foreign_needles.h"

namespace app {

class Background;
class Reporter;
class ScanWork;
class ShownScan;
class StructureFiles;
struct StructureSources;

/// The files of a plan on a scan: saved, opened again with its scan and structures, and kept as a draft that survives
/// a crash.
class PlanFiles : public QObject {
  Q_OBJECT

  /// A plan that was read, on its way in while its scan and structures are opened.
  struct ReopenedPlan {
    planning::Plan plan;
    QString file;
    bool recovered = false;  ///< from the autosaved draft: still unsaved
    bool searched = false;   ///< its folder, for the structures that it cites
  };

 public:
  struct Parts {
    ShownScan& shown;
    PlanDocument& document;
    StructureSources& sources;
    StructureFiles& structureFiles;
    ScanWork& work;
    Background& background;
    Reporter& reporter;
  };
  explicit PlanFiles(const Parts& parts);

  bool savePlan(const QString& file, bool complete);  ///< true when written; else it was refused
  /// The SEG beside the plan as it was last saved there, of what was made in it; absent: nothing was.
  std::optional<std::filesystem::path> madeSegOf(const std::filesystem::path& planFile) const;
  /// A plan as it was read from `file`. Its scan must be open, or in the last scan result, and is then opened first;
  /// structures are loaded again.
  void openPlan(const QString& file, planning::Plan plan) { reopen({std::move(plan), file}); }
  /// Opens a draft that a crash left behind, as it was read; its scan as for openPlan().
  void recoverDraft(const QString& file, planning::Plan plan) { reopen({std::move(plan), file, true}); }
  /// Writes the plan as it is now for other tools, by the file's ending: Slicer markups (.json), surfaces of what is
  /// shown (.obj, .stl), numbers (.csv). True when written; else it was refused.
  bool exportPlan(const QString& file);
  /// The current needle's places from another program's file, one undo step; not verified until a person has seen them.
  void openNeedle(const QString& file);
  /// Until another scan is opened, what is edited is kept by somebody else (practice): nothing of it is unsaved.
  void keepElsewhere();
  /// From now on drafts of unsaved plans are kept in `folder` (made readable by its owner alone), a few seconds after
  /// each change, until the plan is saved or the case closed.
  void keepDrafts(const QString& folder, int waitMs = 3000);

  void goOn();                                 ///< the scan is there: the plan that waits for it, or the structures
  void giveUpOpening() { reopened_.reset(); }  ///< the plan that waits
  bool isReopening() const { return reopened_.has_value(); }
  void forget();  ///< the case is closed

 private:
  std::optional<DraftKeeper::Unsaved> unsaved();
  std::optional<planning::Error> whyNotSaved(const QString& file, bool complete) const;
  const std::string& scanDigest();  ///< of the scan that is open; worked out once for each, when first asked for
  planning::Expected<std::optional<MadeStructures>> saveMade(const std::filesystem::path& planFile);
  void forgetOldSeg(const std::filesystem::path& planFile, const planning::Plan& written,
                    std::optional<MadeStructures> made);
  void takeNeedle(const std::filesystem::path& file, planning::Expected<io::exchange::ForeignNeedles> found);
  void reopen(ReopenedPlan wanted);
  QString fileOf(const std::string& sopInstanceUid) const;  ///< scanned or beside the plan; empty when it is not there
  void digestScan();  ///< scanDigest() behind the window, for the plan that is on its way in
  void searchBesidePlan(std::set<std::string> wanted);
  void applyReopened();
  void rememberSegBeside(const ReopenedPlan& from);
  planning::anatomy::CountedSpine reopenedLevels(const planning::Plan& from) const;
  void restoreStructures(PlanDraft& next, const planning::Plan& from);
  void doubt(PlanDraft& next, const planning::Plan& from);
  void finishReopening();

  ShownScan& shown_;
  PlanDocument& document_;
  StructureSources& sources_;
  StructureFiles& structureFiles_;
  ScanWork& work_;
  Background& background_;
  Reporter& reporter_;
  std::optional<ReopenedPlan> reopened_;
  std::optional<MadeStructures> segBeside_;  ///< what the plan's file as it was last saved or opened has beside it
  std::filesystem::path segBesidePlan_;      ///< and which file that is
  std::map<std::string, QString> filesBesidePlan_;    ///< structure files in the folder of a reopened plan, by UID
  std::shared_ptr<const planning::Volume> digested_;  ///< whose digest scanDigest_ is
  std::string scanDigest_;
  DraftKeeper keeper_;
};

}  // namespace app
