#pragma once

#include <QObject>
#include <QString>

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/case/draft_keeper.h"
#include "app/case/plan_document.h"
#include "io/reading/fluoroscopy_run.h"
#include "planning/plan/plan.h"

namespace app {
class ScanWork;
class ShownScan;
}  // namespace app

namespace app::fluoroscopy {

/// The fluoroscopy that is open beside a scan: up to two runs, and the plan made on them, a document of its own. Of one
/// patient, who is also that of the scan.
class FluoroscopyCase : public QObject {
  Q_OBJECT

 public:
  static constexpr int kViews = 2;
  using Mark = std::optional<planning::fluoroscopy::ImagePoint>;

  /// Beside the scan that is shown; runs of a saved plan are looked for in what `work` scanned last.
  FluoroscopyCase(const ShownScan& scan, const ScanWork& work, QObject* parent = nullptr);
  ~FluoroscopyCase() override;

  std::shared_ptr<io::FluoroscopyRun> run(int view) const;  ///< null while nothing is open there
  int frame(int view) const;                                ///< that is shown, from 0
  /// The view with its marks; null while nothing is open there. Its frame is that of the marks, else the one shown.
  const planning::fluoroscopy::MarkedView* marked(int view) const;
  /// Of the frame shown, with what the operator gave; absent while something is missing.
  std::optional<planning::fluoroscopy::CArmGeometry> geometry(int view) const;
  PlanDocument& document() { return document_; }
  const PlanDocument& document() const { return document_; }
  bool isEmpty() const { return views().empty(); }
  planning::Patient patient() const;  ///< of what is open; empty for nothing

  int currentView() const { return current_; }
  void setCurrentView(int view);
  void setFrame(int view, int frame);

  // Edits, each one undo step of the document; those of a drag merge until PlanDocument::endDrag().
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

  bool savePlan(const QString& file);
  /// A plan on projections as it was read from `file`, or (`recovers`) a draft that a crash left. Its runs are looked
  /// for among the series last scanned; refused with "views-not-found" when none is there.
  void openPlan(const QString& file, const planning::Plan& saved, bool recovers = false);
  bool hasUnsavedChanges() const { return hasMarks() && document_.hasUnsavedChanges(); }
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
  const std::map<int, OpenedView>& views() const { return document_.draft().views; }
  void setMark(int view, Mark planning::fluoroscopy::MarkedView::*which, const Mark& mark, const QString& text,
               bool dragging);
  void takeRuns();
  bool hasMarks() const;
  std::optional<planning::Error> strangerAmong(const planning::Patient& patient, int view) const;
  void leaveStranger();
  std::optional<PlanDraft> reopened(const planning::Plan& plan, const QString& file);
  QString commonFolder() const;
  std::filesystem::path fileOf(const std::string& sopInstanceUid) const;

  const ShownScan& scan_;
  const ScanWork& work_;
  PlanDocument document_;
  DraftKeeper keeper_;
  std::array<std::shared_ptr<io::FluoroscopyRun>, kViews> runs_;
  std::array<std::filesystem::path, kViews> files_;  ///< of the runs that were told of; empty: none
  std::array<int, kViews> frames_{};
  int current_ = 0;
};

}  // namespace app::fluoroscopy
