#include "planning/plan/session.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "planning/anatomy/level_span.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/site.h"
#include "planning/rounding.h"

namespace planning {
namespace {

using anatomy::Side;

constexpr std::pair<Derivation::How, const char*> kBeginnings[] = {
    {Derivation::How::Mirrored, "mirrored from "},
    {Derivation::How::NextTowardHead, "one level toward the head from "},
    {Derivation::How::NextTowardFeet, "one level toward the feet from "}};

std::string sourceOf(Derivation::How how, const std::string& from) {
  for (const auto& [kind, beginning] : kBeginnings)
    if (kind == how) return beginning + from;
  return {};
}

/// Through `on`, at right angles to `left`.
struct Plane {
  Point on;
  Vector left;

  Vector reflected(const Vector& way) const { return way - left * (2 * dot(way, left)); }
  Point reflected(const Point& place) const { return on + reflected(place - on); }
};

/// Holds the line and the scan's own direction to the front.
Plane uprightPlane(const Point& on, Vector up) {
  if (up[2] < 0) up = -up;
  Vector left = cross(up, makeVector(0, -1, 0));
  left.Normalize();
  return {on, left};
}

Plane planeOfMidline(const std::vector<Point>& midline) {
  constexpr double kOneSliceMm = 1;
  const Vector way = midline.back() - midline.front();
  return uprightPlane(midline.front(), std::abs(way[2]) < kOneSliceMm ? makeVector(0, 0, 1) : way);
}

/// By its own lateral distance from the bodies' line, which runs upward but for this.
Plane planeOfBodies(const Point& place, double lateralMm) {
  return uprightPlane(place - makeVector(lateralMm, 0, 0), makeVector(0, 0, 1));
}

std::optional<Plane> midlinePlaneAt(const Point& place, const PlanChoices& choices) {
  const auto lateral = lateralOf(place, choices);
  if (!lateral) return std::nullopt;
  if (lateral->against == Middle::Midline) return planeOfMidline(choices.midline);
  if (lateral->against == Middle::Bodies) return planeOfBodies(place, lateral->mm);
  const auto frame = anatomy::spineFrameAt(choices.levels, place);
  return frame ? std::optional(Plane{frame->inCanal, frame->left}) : std::nullopt;
}

/// On the skin, where that is known.
Point entryOf(const Point& target, const Vector& out, const anatomy::Skin* skin) {
  const Point there = target + out;
  const auto depthMm = skin ? anatomy::skinDepthMm(*skin, target, there) : std::nullopt;
  return depthMm ? target + out * (*depthMm / out.GetNorm()) : there;
}

void place(NeedleChoice& made, const NeedleChoice& from, const Point& target, const std::optional<Vector>& out,
           const anatomy::Skin* skin, Derivation::How how) {
  made.target = rounded(target);
  if (out && out->GetNorm() > 0) made.entry = rounded(entryOf(target, *out, skin));
  made.imported = ImportedPlaces{sourceOf(how, from.label), made.entry, made.target, {}, {}};
}

std::optional<Vector> outOf(const NeedleChoice& needle) {
  return needle.entry ? std::optional(*needle.entry - *needle.target) : std::nullopt;
}

/// The level beside a stated one, as the route names its levels; the disc or the vertebra beside it where it has no
/// list. Empty where there is none.
std::string nextLevel(const std::string& stated, bool towardHead, const procedure::Route* route) {
  const auto bounds = anatomy::boundsOf(stated);
  const auto upper = bounds ? anatomy::levelAbove(bounds->upper, towardHead ? 1 : -1) : std::nullopt;
  if (!upper) return {};
  const auto isNext = [&](const std::string& level) {
    const auto other = anatomy::boundsOf(level);
    return other && other->upper == *upper;
  };
  if (route && !route->levels.empty()) {
    const auto found = std::find_if(route->levels.begin(), route->levels.end(), isNext);
    return found == route->levels.end() ? std::string() : *found;
  }
  const auto lower = anatomy::levelAbove(*upper, -1);
  if (stated.find('-') != std::string::npos) return lower ? *upper + "-" + *lower : std::string();
  return anatomy::levelAbove(stated, towardHead ? 1 : -1).value_or("");
}

Vector turned(const Vector& way, const anatomy::LevelFrame& from, const anatomy::LevelFrame& to) {
  return to.up * dot(way, from.up) + to.front * dot(way, from.front) + to.left * dot(way, from.left);
}

Point moved(const Point& p, const anatomy::LevelFrame& from, const anatomy::LevelFrame& to) {
  const Vector way = p - from.lower;
  const double stretch = to.heightMm / from.heightMm - 1;
  return to.lower + turned(way, from, to) + to.up * (dot(way, from.up) * stretch);
}

}  // namespace

std::optional<Derivation> derivationOf(const ImportedPlaces& places) {
  for (const auto& [how, beginning] : kBeginnings)
    if (places.source.starts_with(beginning))
      return Derivation{how, places.source.substr(std::char_traits<char>::length(beginning))};
  return std::nullopt;
}

std::string freeLabel(const PlanChoices& choices, const std::string& text) {
  const auto isTaken = [&](const std::string& label) {
    return std::any_of(choices.needles.begin(), choices.needles.end(),
                       [&](const NeedleChoice& needle) { return needle.label == label; });
  };
  const auto labelled = [&](std::size_t number) {
    std::string label = text;
    return label.replace(label.find("%1"), 2, std::to_string(number));
  };
  std::size_t number = choices.needles.size() + 1;
  while (isTaken(labelled(number))) ++number;
  return labelled(number);
}

NeedleChoice duplicated(const PlanChoices& choices, std::size_t which) {
  const NeedleChoice& from = choices.needles.at(which);
  const PlanChoices own = ownChoices(choices, from);
  NeedleChoice made;
  made.label = freeLabel(choices);
  made.needle = from.needle;
  made.routeId = own.routeId, made.level = own.level, made.side = own.side;
  return made;
}

Expected<NeedleChoice> mirrored(const PlanChoices& choices, std::size_t which, const anatomy::Skin* skin) {
  const NeedleChoice& from = choices.needles.at(which);
  if (!from.target) return refuse("mirror-no-target", from.label);
  NeedleChoice made = duplicated(choices, which);
  if (made.side != Side::Left && made.side != Side::Right) return refuse("mirror-no-side", from.label);
  const auto plane = midlinePlaneAt(*from.target, choices);
  if (!plane) return refuse("mirror-no-midline", from.label);
  made.side = made.side == Side::Left ? Side::Right : Side::Left;
  const auto out = outOf(from);
  place(made, from, plane->reflected(*from.target), out ? std::optional(plane->reflected(*out)) : std::nullopt, skin,
        Derivation::How::Mirrored);
  return made;
}

Expected<NeedleChoice> atNextLevel(const PlanChoices& choices, std::size_t which, bool towardHead,
                                   const anatomy::Skin* skin, const procedure::Routes& routes) {
  const NeedleChoice& from = choices.needles.at(which);
  if (!from.target) return refuse("next-no-target", from.label);
  NeedleChoice made = duplicated(choices, which);
  const std::string stated = procedure::statedLevel(*made.level).value_or(*made.level);
  const std::string next = nextLevel(stated, towardHead, routes.find(*made.routeId));
  if (next.empty()) return refuse("next-no-level", from.label, stated);
  const auto here = anatomy::frameOfLevel(choices.levels, stated), there = anatomy::frameOfLevel(choices.levels, next);
  if (!here || !there) return refuse("next-not-counted", from.label, here ? next : stated);
  made.level = next;
  const auto out = outOf(from);
  place(made, from, moved(*from.target, *here, *there), out ? std::optional(turned(*out, *here, *there)) : std::nullopt,
        skin, towardHead ? Derivation::How::NextTowardHead : Derivation::How::NextTowardFeet);
  return made;
}

}  // namespace planning
