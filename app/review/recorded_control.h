#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/review/review_work.h"

namespace app::review {

/// A control that was saved, with the plan that it cites and the series that it was made on.
struct RecordedControl {
  planning::review::Control control;
  std::filesystem::path file;
  OpenedPlan plan;
  std::optional<io::dicom::SeriesInfo> scan;  ///< absent: it lies in none of the folders
};

/// Finds the plan and the scan of a control that was read from its file. Long work, in any thread. The plan is
/// `planFile`; where that is empty or has become another report, it is looked for beside the control. Errors: those of
/// openPlanFile(), "control-plan-not-found" (the report's UID), "broken-report" (a needle that the plan does not have),
/// "cancelled".
planning::Expected<RecordedControl> openRecordedControl(RecordedControl record, const std::filesystem::path& planFile,
                                                        const std::vector<std::filesystem::path>& folders,
                                                        planning::Progress& progress);

/// What the operator gave to it. An old control keeps no landmarks: their registration stays.
ReviewMarks recordedMarks(const planning::review::Control& control, const planning::Plan& plan);

/// Places of those needles among the plan's that the program found then and does not find there any more (to 0.002 mm,
/// what the report's rounding leaves open). `now` null: it finds none.
std::vector<std::size_t> notFoundAgain(const planning::review::Control& control, const planning::Plan& plan,
                                       const Compared* now);

}  // namespace app::review
