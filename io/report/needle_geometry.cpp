#include "io/report/needle_geometry.h"

#include <cmath>

namespace io::report {
namespace {

constexpr double kLengthToleranceMm = 0.005;
constexpr double kAngleToleranceDegrees = 0.1;  // io/report/README.md, "Numbers"
constexpr double kRoundingMm = 0.002;           // of the vector between two rounded points, at most 1.74e-3

/// In (-180, 180].
double turn(double degrees) {
  return std::remainder(degrees, 360.0);
}

/// `acrossMm`: length of the needle's part that the angle is measured in; it makes the angle's sensitivity.
void compare(const char* what, const std::optional<planning::Angle>& stored,
             const std::optional<planning::Angle>& computed, double acrossMm,
             std::vector<GeometryDifference>& differences) {
  if (!stored || !computed || acrossMm < 10 * kRoundingMm) return;
  const double tolerance = kAngleToleranceDegrees + planning::Angle::radians(kRoundingMm / acrossMm).degrees();
  if (std::abs(turn(stored->degrees() - computed->degrees())) > tolerance)
    differences.push_back({what, stored->degrees(), computed->degrees()});
}

}  // namespace

std::vector<GeometryDifference> geometryDifferences(const planning::PlannedNeedle& needle,
                                                    const std::string& patientPosition) {
  std::vector<GeometryDifference> differences;
  if (!needle.entry || !needle.target) return differences;
  const planning::Vector d = *needle.target - *needle.entry;
  const double length = d.GetNorm();
  if (needle.pathLengthMm && std::abs(*needle.pathLengthMm - length) > kLengthToleranceMm)
    differences.push_back({"path-length", *needle.pathLengthMm, length});
  if (!needle.angles || length == 0) return differences;
  const auto& stored = *needle.angles;
  const auto computed = planning::needle::anglesOf({*needle.entry, *needle.target}, patientPosition);
  const double axial = std::hypot(d[0], d[1]), sagittal = std::hypot(d[1], d[2]);
  compare("in-plane", stored.inPlane, computed.inPlane, axial, differences);
  compare("cranio-caudal", stored.cranioCaudal, computed.cranioCaudal, length, differences);
  compare("carm-primary", stored.carmPrimary, computed.carmPrimary, axial, differences);
  compare("carm-secondary", stored.carmSecondary, computed.carmSecondary, length, differences);
  if (!stored.tilted || !computed.tilted) return differences;
  compare("gantry-tilt", stored.tilted->tilt, computed.tilted->tilt, sagittal, differences);
  compare("in-tilted-slice", stored.tilted->inSlice, computed.tilted->inSlice, length, differences);
  return differences;
}

}  // namespace io::report
