#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/skin.h"
#include "planning/plan/choices.h"
#include "planning/procedure/route.h"

/// On which side and at which level a needle is, as measured: what the window shows large, whatever was stated.
namespace planning {

/// What the lateral distance of a place was measured from.
enum class Middle {
  Canal,    ///< of the counted vertebrae, at the place's height
  Midline,  ///< the line over the spinous processes that the operator confirmed
  Bodies,   ///< the middles of the counted vertebrae's bodies, where no canal was found
  Body      ///< halfway between the body's two sides, at the place's height: for routes away from the spine
};
enum class MeasuredSide { Left, Right, Midline };

/// Words used in JSON and reports: "canal", "left", "midline".
const char* word(Middle);
const char* word(MeasuredSide);
std::optional<Middle> middleFromWord(const std::string&);
std::optional<MeasuredSide> measuredSideFromWord(const std::string&);

/// Within this distance of the middle a place is on the midline, and no side is contradicted.
inline constexpr double kMidlineMm = 3.0;
/// A level reaches so far beyond the middles of its pedicles.
inline constexpr double kLevelToleranceMm = 5.0;

struct MeasuredSite {
  std::optional<double>
      lateralMm;                  ///< of the place that tells the side (Route::sideOf), positive to the patient's left
  std::optional<Middle> against;  ///< present with lateralMm
  std::optional<MeasuredSide> side;  ///< absent: not measurable
  std::vector<std::string> levels;   ///< the target's, by the counted vertebrae: "L4-L5", the most central first
};

/// Of one needle. `choices` are the needle's own (ownChoices); route may be null: the target then tells the side. The
/// skin, which may be null, is asked for SideOf::Body alone.
MeasuredSite measuredSite(const NeedleChoice& needle, const PlanChoices& choices, const procedure::Route* route,
                          const anatomy::Skin* skin);

/// A place's lateral distance from the middle, and which; absent where none is known.
struct Lateral {
  double mm = 0;
  Middle against = Middle::Canal;
};
std::optional<Lateral> lateralOf(const Point& place, const PlanChoices& choices);

}  // namespace planning
