#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/levels.h"

/// Where a place lies against the vertebrae as counted: beside the middle, and between which pedicles. Only vertebrae
/// that the program found say it, not bare clicks, which lie anywhere on their vertebra.
namespace planning::anatomy {

/// From the canal's middle at the height of p, at right angles to the canal, positive to the patient's left (a turn of
/// the patient about the canal is not followed). Absent farther than 40 mm above or below the counted vertebrae.
std::optional<double> fromCanalMm(const std::vector<CountedLevel>& levels, const Point& p);
/// The same from the line through the bodies' middles.
std::optional<double> fromBodiesMm(const std::vector<CountedLevel>& levels, const Point& p);
/// How far in front of the bodies' middles p lies, negative behind them; absent as above.
std::optional<double> inFrontOfBodiesMm(const std::vector<CountedLevel>& levels, const Point& p);

/// The spine's own axes at the height of a place.
struct SpineFrame {
  Point inCanal;  ///< on the canal's middle
  Vector up;      ///< unit, along the canal toward the head
  Vector front;   ///< unit, at right angles to it, from the canal toward the bodies
  Vector left;    ///< unit, at right angles to both
};

/// Turned as the patient lies: `front` follows from the bodies that the program found, weighted by how near they are;
/// where none tells it, it is the scan's own. Absent where fromCanalMm() is.
std::optional<SpineFrame> spineFrameAt(const std::vector<CountedLevel>& levels, const Point& p);

/// A level's own axes, from the pedicles that bound it.
struct LevelFrame {
  Point lower;  ///< in the canal, at the height of the lower pedicles' middles
  Vector up;    ///< unit, from there to the upper ones
  Vector front, left;
  double heightMm = 0;  ///< from the lower to the upper
};
/// Absent where the canal was not found at both vertebrae, where one is not sure, and at S1.
std::optional<LevelFrame> frameOfLevel(const std::vector<CountedLevel>& levels, const std::string& level);

/// The vertebrae whose pedicles bound a level: L4 and L5 for the disc "L4-L5", for the lumbar or thoracic root "L4",
/// and for the joints there; C5 and C6 for the cervical root "C6", C7 and T1 for "C8". Below S1 nothing is counted:
/// "S1" has no lower one. Absent for a text that is none of these.
struct LevelBounds {
  std::string upper, lower;
};
std::optional<LevelBounds> boundsOf(const std::string& level);

/// How far along the canal p lies outside a level, mm: above its upper pedicles' middle positive, below its lower ones'
/// negative, 0 between them. Pedicles are placed by the canal's middle at their height, where that is not known by the
/// mean height of their middle above the body's middle (LevelMeasure). S1's level reaches 30 mm down from its pedicles;
/// C1's place is taken a mean height above C2 where it was not counted. Absent where one of the two was not counted, or
/// is not sure.
std::optional<double> outsideLevelMm(const std::vector<CountedLevel>& levels, const std::string& level, const Point& p);

/// Where a place lies in a foramen, measured from the pedicles that bound it.
struct InForamen {
  double belowMm = 0;   ///< the upper pedicle's lower edge, along the canal; negative above it
  double heightMm = 0;  ///< from there to the lower pedicle's upper edge
};
/// Pedicles are taken as 15 mm tall about their middles (ours: lumbar ones are 13 to 17), so that either edge is known
/// to kPedicleEdgeMm. Absent where the middles were not measured in the scan (CountedLevel::inCanal) for both of the
/// level's vertebrae, and where a level has no lower one (S1).
std::optional<InForamen> inForamen(const std::vector<CountedLevel>& levels, const std::string& level, const Point& p);
inline constexpr double kPedicleEdgeMm = 1.0;

/// The discs "L4-L5" whose level p lies in, `toleranceMm` more on either side allowed, the most central first; "S1"
/// below S1's pedicles.
std::vector<std::string> levelsAt(const std::vector<CountedLevel>& levels, const Point& p, double toleranceMm);

/// How far below S1's pedicles p lies along the last counted part of the canal, mm; absent where S1 is not sure.
std::optional<double> belowFirstSacralMm(const std::vector<CountedLevel>& levels, const Point& p);

}  // namespace planning::anatomy
