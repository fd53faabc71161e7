#include "planning/fluoroscopy/view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tl/expected.hpp>

namespace planning::fluoroscopy {
namespace {

constexpr std::array<std::pair<char, char>, 3> kLetters{{{'L', 'R'}, {'P', 'A'}, {'H', 'F'}}};

/// How an image is turned against the usual display; see CArmGeometry.
struct Display {
  bool flipped = false;
  int quarterTurns = 0;

  friend bool operator==(const Display&, const Display&) = default;
};

std::string lettersOf(const Vector& direction) {
  std::vector<std::pair<double, char>> parts;
  for (unsigned axis = 0; axis < 3; ++axis)
    if (std::abs(direction[axis]) > 0.1)
      parts.emplace_back(std::abs(direction[axis]), direction[axis] > 0 ? kLetters[axis].first : kLetters[axis].second);
  std::sort(parts.rbegin(), parts.rend());
  std::string letters;
  for (const auto& part : parts) letters += part.second;
  return letters;
}

/// The part of a direction along a letter's axis; absent for what is no letter.
std::optional<double> along(const Vector& direction, char letter) {
  for (unsigned axis = 0; axis < 3; ++axis) {
    if (letter == kLetters[axis].first) return direction[axis];
    if (letter == kLetters[axis].second) return -direction[axis];
  }
  return std::nullopt;
}

/// The display that a Patient Orientation means at these angles; absent where none fits.
std::optional<Display> displayOf(const std::string& orientation, CArmGeometry geometry) {
  const auto separator = orientation.find('\\');
  if (separator == 0 || separator == std::string::npos || separator + 1 >= orientation.size()) return std::nullopt;
  const char column = orientation.front(), row = orientation[separator + 1];
  std::optional<Display> best;
  double bestFit = 1.0;  // of 2; half of both letters' directions is the least that tells one display from its turns
  for (const bool flipped : {false, true})
    for (int turns = 0; turns < 4; ++turns) {
      geometry.flippedHorizontally = flipped;
      geometry.quarterTurns = turns;
      const Projection projection(geometry);
      const auto onColumn = along(projection.columnDirection(), column), onRow = along(projection.rowDirection(), row);
      if (onColumn && onRow && *onColumn + *onRow > bestFit) {
        bestFit = *onColumn + *onRow;
        best = Display{flipped, turns};
      }
    }
  return best;
}

/// What flip and rotation say. The file turns first and then flips, CArmGeometry the other way round.
Display displayOf(bool flipped, double rotationDeg) {
  const int turns = (static_cast<int>(std::lround(rotationDeg / 90)) % 4 + 4) % 4;
  return {flipped, flipped ? (4 - turns) % 4 : turns};
}

bool isQuarterTurn(double degrees) {
  return std::abs(degrees) < 3600 && std::abs(std::remainder(degrees, 90.0)) < 1e-6;
}

/// Everything but the display; the distances and spacings must be there.
CArmGeometry bareGeometry(const View& view, int frame) {
  CArmGeometry made;
  const PositionerAngles angles = view.anglesOf(frame);
  made.primary = Angle::degrees(*angles.primaryDeg);
  made.secondary = Angle::degrees(*angles.secondaryDeg);
  made.sourceToDetectorMm = *view.sourceToDetectorMm;
  made.sourceToIsocentreMm = *view.sourceToIsocentreMm;
  made.columnSpacingMm = view.imagerSpacing->columnMm;
  made.rowSpacingMm = view.imagerSpacing->rowMm;
  made.columns = view.columns;
  made.rows = view.rows;
  if (const auto pose = view.pose(frame)) {
    made.roll = pose->roll;
    made.isocentre = pose->isocentre;
  }
  made.principalPoint = view.principalPoint();
  return made;
}

std::vector<std::string> missingNumbers(const View& view, const PositionerAngles& angles) {
  std::vector<std::string> codes;
  if (!angles.primaryDeg) codes.push_back("positioner-primary-angle");
  if (!angles.secondaryDeg) codes.push_back("positioner-secondary-angle");
  if (!view.sourceToDetectorMm) codes.push_back("source-to-detector");
  if (!view.sourceToIsocentreMm) codes.push_back("source-to-isocentre");
  if (!view.imagerSpacing) codes.push_back("imager-pixel-spacing");
  if (view.sourceToDetectorMm && view.sourceToIsocentreMm &&
      !(*view.sourceToIsocentreMm > 0 && *view.sourceToDetectorMm > *view.sourceToIsocentreMm))
    codes.push_back("impossible-distances");
  if (view.columns < 1 || view.rows < 1) codes.push_back("image-size");
  return codes;
}

/// The display, or the code of what keeps it from being known. It is the whole run's: Patient Orientation is told once,
/// of the first frame, and no later frame is mirrored for having turned away from it.
tl::expected<Display, std::string> displayOf(const View& view, int frame) {
  const PositionerAngles first = view.anglesOf(0);
  const auto bare = bareGeometry(view, first.primaryDeg && first.secondaryDeg ? 0 : frame);
  const bool told = view.flipped || view.rotationDeg;
  if (view.rotationDeg && !isQuarterTurn(*view.rotationDeg))
    return tl::unexpected<std::string>("field-of-view-rotation");
  const Display fromField = displayOf(view.flipped.value_or(false), view.rotationDeg.value_or(0));
  if (view.patientOrientation.empty()) return fromField;
  const auto fromPatient = displayOf(view.patientOrientation, bare);
  if (!fromPatient || (told && *fromPatient != fromField)) return tl::unexpected<std::string>("patient-orientation");
  return *fromPatient;
}

/// Of the day; absent for what is no YYYYMMDDHHMMSS.
std::optional<double> secondsOf(const std::string& dateTime) {
  if (dateTime.size() < 14 || dateTime.find_first_not_of("0123456789.") != std::string::npos) return std::nullopt;
  const auto two = [&](std::size_t at) { return (dateTime[at] - '0') * 10 + (dateTime[at + 1] - '0'); };
  double seconds = two(8) * 3600.0 + two(10) * 60.0 + two(12);
  double digit = 0.1;
  for (std::size_t i = 15; i < dateTime.size(); ++i, digit /= 10) seconds += (dateTime[i] - '0') * digit;
  return seconds;
}

bool differ(const std::optional<double>& a, const std::optional<double>& b, double most) {
  return a && b && std::abs(*a - *b) > most;
}

}  // namespace

PositionerAngles View::anglesOf(int frame) const {
  if (const auto at = pose(frame)) return {at->primary.degrees(), at->secondary.degrees()};
  if (angles.size() == 1) return angles.front();
  if (frame < 0 || static_cast<std::size_t>(frame) >= angles.size()) return {};
  return angles[static_cast<std::size_t>(frame)];
}

std::vector<std::string> View::missing(int frame) const {
  const auto at = anglesOf(frame);
  auto codes = missingNumbers(*this, at);
  if (!codes.empty()) return codes;
  if (const auto display = displayOf(*this, frame); !display) codes.push_back(display.error());
  return codes;
}

std::optional<CArmGeometry> View::geometry(int frame) const {
  if (!missing(frame).empty()) return std::nullopt;
  auto made = bareGeometry(*this, frame);
  const auto display = displayOf(*this, frame);
  made.flippedHorizontally = display->flipped;
  made.quarterTurns = display->quarterTurns;
  return made;
}

bool View::assumesUsualDisplay() const {
  return patientOrientation.empty() && !flipped && !rotationDeg;
}

std::optional<PositionerPose> View::pose(int frame) const {
  if (isocentre.empty() || frame < 0) return std::nullopt;
  const std::size_t index = isocentre.size() == 1 ? 0 : static_cast<std::size_t>(frame);
  if (index >= isocentre.size()) return std::nullopt;
  return poseOf(isocentre[index], identity.patientPosition);
}

std::optional<ImagePoint> View::principalPoint() const {
  if (!detector.origin || !detector.elementSpacing || !imagerSpacing) return std::nullopt;
  const auto& element = *detector.elementSpacing;
  std::optional<ImagePoint> beam = detector.isocentre;
  if (!beam && detector.sizeMm)
    beam = ImagePoint{(detector.sizeMm->columnMm / element.columnMm - 1) / 2,
                      (detector.sizeMm->rowMm / element.rowMm - 1) / 2};
  if (!beam) return std::nullopt;
  // From the centre of the detector's first element to that of the picture's first pixel, before it was turned.
  ImagePoint place{(beam->column + 0.5 - detector.origin->column) * element.columnMm / imagerSpacing->columnMm - 0.5,
                   (beam->row + 0.5 - detector.origin->row) * element.rowMm / imagerSpacing->rowMm - 0.5};
  const int turns = (static_cast<int>(std::lround(rotationDeg.value_or(0) / 90)) % 4 + 4) % 4;
  int height = turns % 2 == 0 ? rows : columns;
  for (int turn = 0; turn < turns; ++turn) {
    place = {height - 1 - place.row, place.column};
    height = columns + rows - height;
  }
  if (flipped.value_or(false)) place.column = columns - 1 - place.column;
  return place;
}

bool oneInstant(const View& first, int frameOfFirst, const View& second, int frameOfSecond) {
  const bool biplane = !first.plane.empty() && !second.plane.empty() && first.plane != second.plane;
  if (!biplane || first.identity.study.uid != second.identity.study.uid) return false;
  const auto startA = secondsOf(first.acquiredAt), startB = secondsOf(second.acquiredAt);
  if (!startA || !startB || first.acquiredAt.substr(0, 8) != second.acquiredAt.substr(0, 8)) return false;
  const auto at = [](const View& view, double start, int frame) {
    return start + frame * view.frameTimeMs.value_or(0) / 1000;
  };
  const bool several = first.frames > 1 || second.frames > 1;
  if (several && (!first.frameTimeMs || !second.frameTimeMs)) return false;
  const double slack = first.frameTimeMs ? std::max(*first.frameTimeMs / 2000, 0.001) : 0.1;
  return std::abs(at(first, *startA, frameOfFirst) - at(second, *startB, frameOfSecond)) <= slack;
}

bool tableMovedBetween(const View& first, const View& second) {
  if (!first.isocentre.empty() && !second.isocentre.empty()) return false;
  return first.tableMoves.value_or(false) || second.tableMoves.value_or(false) ||
         differ(first.table.heightMm, second.table.heightMm, 1.0) ||
         differ(first.table.traverseMm, second.table.traverseMm, 1.0) ||
         differ(first.table.angleDeg, second.table.angleDeg, 0.5);
}

std::string patientOrientation(const Projection& projection) {
  return lettersOf(projection.columnDirection()) + "\\" + lettersOf(projection.rowDirection());
}

}  // namespace planning::fluoroscopy
