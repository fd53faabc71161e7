#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/work/comparing.h"
#include "io/reading/scan.h"

namespace app::review {

/// What the operator gives to a review: a plain value.
struct ReviewMarks {
  struct Shown {
    std::optional<planning::Point> entry, tip;  ///< in the control, LPS mm
    /// Instead of clicks: how the control that was taken up again has the needle, which is not found there any more.
    std::optional<planning::review::FoundNeedle> recorded{};
    friend bool operator==(const Shown&, const Shown&) = default;
  };
  struct Pair {
    std::optional<planning::Point> inControl, inPlan;  ///< LPS mm of each scan
    friend bool operator==(const Pair&, const Pair&) = default;
  };
  std::vector<Shown> shown;        ///< one for each of the plan's needles; it counts when it is whole
  std::vector<Pair> landmarks;     ///< those count that are whole, from two on
  std::optional<bool> acceptable;  ///< the operator's word on the registration's residual; absent: none said
  std::string contrastTest;        ///< as Control::contrastTest
  std::string timePoint;

  friend bool operator==(const ReviewMarks&, const ReviewMarks&) = default;
  std::vector<planning::review::ShownNeedle> shownNeedles() const;
  std::vector<planning::review::Landmark> wholeLandmarks() const;
};

/// All that follows from two scans and the marks. What the marks did not change is taken over from the outcome before.
struct Outcome {
  std::optional<planning::review::Registration> registration;
  std::vector<planning::review::Landmark> landmarks;  ///< that it was made by
  std::optional<planning::review::NeedlesInControl> found;
  std::vector<planning::review::ShownNeedle> shown;  ///< that were not looked for
  std::optional<Compared> result;
  std::optional<planning::Error> why;  ///< there is no result
  std::shared_ptr<const planning::Volume> plannedScan;
};

struct OpenedControl {
  std::shared_ptr<const planning::Volume> volume;
  std::shared_ptr<const planning::anatomy::Skin> skin;  ///< null where none was found
};

struct OpenedPlan {
  PlannedSide side;
  std::filesystem::path file;
};

// Long work, in any thread. All errors may also be "cancelled".

/// A plan's report with its structures, as far as their files lie beside it or in the folders. Errors: those of
/// readPlan() and readStructures().
planning::Expected<OpenedPlan> openPlanFile(const std::filesystem::path& file,
                                            const std::vector<std::filesystem::path>& folders,
                                            planning::Progress& progress);

/// Volumes under a path that can be opened: several, or the one that chooseSeries() takes. Errors: those of both.
planning::Expected<std::vector<io::dicom::SeriesInfo>> ctSeries(const std::filesystem::path& path,
                                                                planning::Progress& progress);

/// Errors: those of readCt().
planning::Expected<OpenedControl> openControlSeries(const io::dicom::SeriesInfo& series, planning::Progress& progress);

/// The scan that a plan was made on, in one of the folders; null when it lies in none.
planning::Expected<std::shared_ptr<const planning::Volume>> findPlannedScan(
    const planning::SeriesIdentity& scan, const std::vector<std::filesystem::path>& folders,
    planning::Progress& progress);

/// What Outcome needs.
struct ReviewInput {
  std::shared_ptr<const PlannedSide> planned;
  std::shared_ptr<const planning::Volume> plannedScan;  ///< null: looked for in the folders when it is needed
  std::vector<std::filesystem::path> folders;
  OpenedControl control;
  ReviewMarks marks;
  Outcome before;
  /// A control that is taken up again: its registration stands while its landmarks do, and its needles keep
  /// their tracking UIDs. Null: a new one.
  std::shared_ptr<const planning::review::Control> recorded{};
};

/// Registers, finds, measures. What fails is told in Outcome::why. Errors: "cancelled".
planning::Expected<Outcome> outcomeOf(const ReviewInput& input, planning::Progress& progress);

}  // namespace app::review
