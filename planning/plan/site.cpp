#include "planning/plan/site.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "planning/anatomy/level_span.h"
#include "planning/anatomy/word_table.h"
#include "planning/needle/midline.h"

namespace planning {
namespace {

using anatomy::valueOf;
using anatomy::wordOf;

constexpr std::pair<Middle, const char*> kMiddles[] = {
    {Middle::Canal, "canal"}, {Middle::Midline, "midline"}, {Middle::Bodies, "bodies"}, {Middle::Body, "body"}};
constexpr std::pair<MeasuredSide, const char*> kSides[] = {
    {MeasuredSide::Left, "left"}, {MeasuredSide::Right, "right"}, {MeasuredSide::Midline, "midline"}};

/// From halfway between the outermost voxels of the body in the place's own row; absent outside the body's grid, and
/// where rows do not run from side to side.
std::optional<double> fromBodysMiddleMm(const anatomy::Mask& body, const Point& place) {
  constexpr double kAcross = 0.9;
  anatomy::Mask::IndexType index;
  if (std::abs(body.GetDirection()(0, 0)) < kAcross) return std::nullopt;
  if (!body.TransformPhysicalPointToIndex(place, index)) return std::nullopt;
  const auto region = body.GetBufferedRegion();
  const long first = region.GetIndex(0), end = first + static_cast<long>(region.GetSize(0));
  const auto isIn = [&](long at) { return body.GetPixel({{at, index[1], index[2]}}) != 0; };
  long low = first, high = end - 1;
  while (low < end && !isIn(low)) ++low;
  while (high > low && !isIn(high)) --high;
  if (low >= end) return std::nullopt;
  Point left, right;
  body.TransformIndexToPhysicalPoint({{low, index[1], index[2]}}, left);
  body.TransformIndexToPhysicalPoint({{high, index[1], index[2]}}, right);
  return place[0] - (left[0] + right[0]) / 2;
}

std::optional<Point> placeThatTells(const NeedleChoice& needle, procedure::SideOf sideOf) {
  return sideOf == procedure::SideOf::Entry ? needle.entry : needle.target;
}

/// Farther beyond the two clicks than they lie apart, their own error would turn the side. Clicks in one slice are a
/// place, not a line: they tell what lies beside it.
bool tellsAt(const std::vector<Point>& midline, const Point& place) {
  constexpr double kOneSliceMm = 1, kBesideMm = 40;
  const double a = midline.front()[2], b = midline.back()[2], apart = std::abs(a - b);
  const double beyond = std::max({std::min(a, b) - place[2], place[2] - std::max(a, b), 0.0});
  return beyond <= (apart < kOneSliceMm ? kBesideMm : apart);
}

MeasuredSide sideAt(double lateralMm) {
  if (std::abs(lateralMm) <= kMidlineMm) return MeasuredSide::Midline;
  return lateralMm > 0 ? MeasuredSide::Left : MeasuredSide::Right;
}

}  // namespace

const char* word(Middle middle) {
  return wordOf(kMiddles, middle);
}
const char* word(MeasuredSide side) {
  return wordOf(kSides, side);
}
std::optional<Middle> middleFromWord(const std::string& text) {
  return valueOf(kMiddles, text);
}
std::optional<MeasuredSide> measuredSideFromWord(const std::string& text) {
  return valueOf(kSides, text);
}

std::optional<Lateral> lateralOf(const Point& place, const PlanChoices& choices) {
  if (const auto mm = anatomy::fromCanalMm(choices.levels, place)) return Lateral{*mm, Middle::Canal};
  if (choices.midline.size() > 1 && tellsAt(choices.midline, place))
    if (const auto mm = fromMidlineMm(choices.midline, place)) return Lateral{*mm, Middle::Midline};
  if (const auto mm = anatomy::fromBodiesMm(choices.levels, place)) return Lateral{*mm, Middle::Bodies};
  return std::nullopt;
}

MeasuredSite measuredSite(const NeedleChoice& needle, const PlanChoices& choices, const procedure::Route* route,
                          const anatomy::Skin* skin) {
  MeasuredSite site;
  if (needle.target) site.levels = anatomy::levelsAt(choices.levels, *needle.target, kLevelToleranceMm);
  const auto sideOf = route ? route->sideOf : procedure::SideOf::Target;
  const auto place = placeThatTells(needle, sideOf);
  if (!place) return site;
  auto lateral = lateralOf(*place, choices);
  if (!lateral && sideOf == procedure::SideOf::Body && skin && skin->body)
    if (const auto mm = fromBodysMiddleMm(*skin->body, *place)) lateral = Lateral{*mm, Middle::Body};
  if (!lateral) return site;
  site.lateralMm = lateral->mm;
  site.against = lateral->against;
  site.side = sideAt(lateral->mm);
  return site;
}

}  // namespace planning
