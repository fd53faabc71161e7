#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "planning/geometry.h"
#include "planning/identity.h"
#include "planning/plan/plan.h"
#include "planning/review/deviation.h"
#include "planning/review/found_needle.h"
#include "planning/review/rigid_motion.h"

namespace planning::review {

/// How a control scan was brought together with the scan that was planned on.
enum class RegistrationKind { SameFrame, Bone, Landmarks };
const char* word(RegistrationKind);
std::optional<RegistrationKind> registrationKindFromWord(const std::string&);

struct Registration {
  RegistrationKind kind = RegistrationKind::SameFrame;
  double residualMm = 0;  ///< to be added to every error bound; 0 in the same frame of reference
  bool accepted = false;  ///< the operator's word on the residual
  /// From the control scan's frame to the plan's: rows of [R | t], LPS mm.
  std::array<double, 12> controlToPlan{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
  /// That it was made by, in the order they were marked; empty for the other kinds, and in old controls.
  std::vector<Landmark> landmarks{};
};

/// An actual needle against the planned one, in the control scan's frame of reference.
struct ReviewedNeedle {
  std::string plannedTrackingUid;      ///< empty: no planned needle answers to it
  std::optional<Point> plannedTip;     ///< the planned target, brought into the control scan
  std::optional<Deviation> deviation;  ///< of the actual needle from the planned one, both in the control scan
  bool clicked = false;                ///< the operator showed the needle; otherwise it was found
  /// Its course and how surely it was seen, apart from any registration. Absent in old controls, which kept neither.
  std::optional<FoundNeedle> found{};
};

/// The needle's place among the plan's needles. Absent: none of them is meant.
std::optional<std::size_t> plannedPlace(const ReviewedNeedle& needle, const Plan& plan);

/// One look, after the needle went in, at where it is.
struct Control {
  /// The needles in the control scan, written and assessed like planned ones: `scan` is the control scan, `target` the
  /// tip that was reached; label as planned, tracking UIDs of their own.
  Plan actual;
  std::vector<ReviewedNeedle> needles;  ///< one for each of actual.needles
  InstanceReference plan;               ///< the report that was carried out
  std::string planStudyUid;
  std::string planSeriesUid;
  std::string planFrameOfReferenceUid;  ///< of the scan that was planned on; empty in old controls
  std::string timePoint;                ///< "Control scan 1"
  Registration registration;
  std::string contrastTest;  ///< "epidural", "articular", "vascular", "intrathecal"; empty: none made
};

}  // namespace planning::review
