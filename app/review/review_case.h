#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/review/recorded_control.h"
#include "app/work/background.h"
#include "planning/plan/own_choices.h"

namespace app::review {

/// Who the two sides are of.
struct Strangers {
  planning::Patient planned, control;
};

/// A plan that was carried out and a control CT with the needle in it; beside the open case, and independent of it.
/// Every edit is undone on a stack of its own; finding, registering and measuring run in the background after each
/// change. Lives in the window's thread.
class ReviewCase : public QObject {
  Q_OBJECT

 public:
  explicit ReviewCase(QObject* parent = nullptr);
  ~ReviewCase() override;

  // What is open.
  std::shared_ptr<const PlannedSide> planned() const { return planned_; }       ///< null: none
  std::shared_ptr<const planning::Volume> control() const { return control_; }  ///< null: none
  std::shared_ptr<const planning::Volume> plannedScan() const { return plannedScan_; }
  const QString& planFile() const { return planFile_; }  ///< empty for the plan that is open beside
  bool reviewsOpenPlan() const { return planned_ && planFile_.isEmpty(); }
  /// CT series of the folder that was opened as the control, when there is more than one.
  const std::vector<io::dicom::SeriesInfo>& choices() const { return choices_; }
  const std::optional<Strangers>& strangers() const { return strangers_; }
  /// A saved control whose scan has still to be found; null: none.
  const planning::review::Control* awaited() const { return control_ ? nullptr : recorded_.get(); }
  const std::string& controlPart() const { return controlPart_; }  ///< SeriesInfo::part of the control
  const QString& controlPath() const { return controlPath_; }      ///< where the control's scan was opened from
  ShownScan& shownControl() { return shownControl_; }
  ShownScan& shownPlanned() { return shownPlanned_; }

  // What follows; null or absent while it is not known.
  const Compared* result() const { return outcome_.result ? &*outcome_.result : nullptr; }
  const std::optional<planning::review::Registration>& registration() const { return outcome_.registration; }
  const std::optional<planning::Error>& why() const { return outcome_.why; }  ///< why there is no result
  bool isWorking() const;
  /// The operator said that the registration is not acceptable: its numbers are not to be shown.
  bool isRejected() const;

  // What the operator gives. Each is one undo step.
  const ReviewMarks& marks() const { return marks_; }
  QUndoStack& undoStack() { return undo_; }
  int needle() const { return needle_; }  ///< of the plan's needles, the one that is clicked and shown
  void setNeedle(int index);
  planning::OwnSite site() const;                  ///< that needle's route, level and side; empty without a plan
  std::optional<std::size_t> shownNeedle() const;  ///< its place in result()->needles; absent when it was not found
  void showEntry(const planning::Point& place);
  void showTip(const planning::Point& place);
  void findItself();  ///< takes the clicked places of the needle back
  void markLandmark(bool inControl, const planning::Point& place);
  void removeLandmarks();
  void setAcceptable(std::optional<bool> word);
  void setContrastTest(const std::string& result);
  void setTimePoint(const QString& text);

  // Work.
  void openPlan(const QString& file, const std::vector<std::filesystem::path>& scanFolders = {});
  void takePlan(const ShownScan& scan, const PlanDocument& document);
  /// The plan that was taken is no longer the one that is open.
  bool isStale(const ShownScan& scan, const PlanDocument& document) const;
  void openControl(const QString& path);
  void chooseControl(std::size_t n);  ///< of choices()
  /// Takes a saved control up again, as it was read from `file`: its plan, its scan, and what was recorded of it. The
  /// plan is `planFile`, or lies beside; the scan lies in one of the folders, or is awaited from openControl().
  void openRecord(const QString& file, planning::review::Control control, const std::filesystem::path& planFile,
                  const std::vector<std::filesystem::path>& folders);
  void openStructures(const QString& file);  ///< of the planned scan
  void wantPlannedScan();                    ///< for landmarks: looked for where the plan and the control lie
  void compute();
  void lookAt(const planning::Point& place);  ///< in the control: its slice, with the crosshair there
  void cancelWork();
  /// True when written; else refused() has been sent. The next version of what was saved before.
  bool saveControl(const QString& file);
  const QString& savedFile() const { return savedFile_; }
  bool hasUnsavedMarks() const { return control_ && !undo_.isClean(); }

 Q_SIGNALS:
  void changed();        ///< anything
  void needleReached();  ///< the views stand at a needle that was just found or chosen
  void refused(const planning::Error& error);
  void message(const QString& text);
  void workProgress(const QString& what, double fraction);  ///< as Reporter's

 private:
  using Change = std::function<void(ReviewMarks&)>;
  class Command;

  void edit(const QString& text, const Change& change);
  void apply(const ReviewMarks& next);
  void showEnd(const QString& text, std::optional<planning::Point> ReviewMarks::Shown::*end,
               const planning::Point& place);
  void takePlanned(PlannedSide side, std::shared_ptr<const planning::Volume> scan, const QString& file);
  void readControl(const io::dicom::SeriesInfo& series);
  void takeControl(OpenedControl opened);
  void dropControl();
  void takeRecord(RecordedControl record);
  void readAwaited();
  void putBackRecord();
  bool keepRecordedPlaces();
  void takeOutcome(Outcome outcome);
  void showScans();
  void lookAtNeedle();
  std::vector<std::filesystem::path> folders() const;
  ReviewMarks freshMarks() const;

  Background background_;
  QUndoStack undo_;
  ShownScan shownControl_, shownPlanned_;
  std::shared_ptr<const PlannedSide> planned_;
  std::shared_ptr<const planning::Volume> plannedScan_, control_;
  std::shared_ptr<const planning::anatomy::Skin> skin_;
  std::vector<io::dicom::SeriesInfo> choices_;
  std::string controlPart_;
  std::optional<Strangers> strangers_;
  QString planFile_, controlPath_, savedFile_;
  std::vector<std::filesystem::path> scanFolders_;
  bool planUnsaved_ = false;  ///< the open plan has changes that no file has
  ReviewMarks marks_;
  Outcome outcome_;
  std::optional<std::array<double, 12>> shownBy_;  ///< the registration that the control's structures are drawn by
  bool looked_ = false;                            ///< the views have been brought to the needle
  int needle_ = 0;
  std::string savedUid_, savedSeriesUid_;                      ///< of the control's report
  std::shared_ptr<const planning::review::Control> recorded_;  ///< the control that was taken up again
  QString recordFile_;
  bool recordUnchecked_ = false;  ///< whether its needles are still found where they were is to be seen
};

}  // namespace app::review
