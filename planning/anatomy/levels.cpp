#include "planning/anatomy/levels.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "planning/anatomy/level_measures.h"

namespace planning::anatomy {
namespace {

constexpr double kClearDisc = 0.5;         ///< a disc that counts as seen (Disc::clearness) ...
constexpr double kLeastMargin = 0.5;       ///< and that could not as well be elsewhere (Disc::margin)
constexpr std::size_t kLeastSeenMm = 10;   ///< of a vertebra that the scan cuts
constexpr double kLeastSeenPart = 0.55;    ///< of a cut vertebra's usual height, to tell its middle
constexpr double kForamenAboveDiscMm = 6;  ///< a foramen's middle lies so far above that of its disc
constexpr double kHalfVertebraMm = 22;     ///< a place farther than this from a clicked vertebra is at no level

bool isCut(const Spine& spine, std::size_t vertebra) {
  return vertebra == 0 || vertebra + 1 == spine.vertebrae();
}

bool isTooLittle(const Spine& spine, std::size_t vertebra) {
  return isCut(spine, vertebra) && spine.lastIndex(vertebra) - spine.firstIndex(vertebra) < kLeastSeenMm;
}

/// The scan ends in it, or in a rest behind it that is too little for a vertebra: the disc seen before that may be
/// none.
bool isAtScansEnd(const Spine& spine, std::size_t vertebra) {
  return isCut(spine, vertebra) || isTooLittle(spine, vertebra - 1) || isTooLittle(spine, vertebra + 1);
}

/// Every disc that the count passes must be clear, and both that bound the vertebra where the scan does not.
bool isSure(const Spine& spine, std::size_t from, std::size_t vertebra) {
  const auto clear = [&](std::size_t disc) {
    return disc >= spine.discs.size() ||
           (spine.discs[disc].clearness >= kClearDisc && spine.discs[disc].margin >= kLeastMargin);
  };
  for (std::size_t disc = std::min(from, vertebra); disc < std::max(from, vertebra); ++disc)
    if (!clear(disc)) return false;
  return (vertebra == 0 || clear(vertebra - 1)) && clear(vertebra);
}

/// Along the bodies' axis from disc to disc; up to the canal's end where the scan cuts it.
double heightMm(const Spine& spine, std::size_t vertebra) {
  if (isCut(spine, vertebra)) return static_cast<double>(spine.lastIndex(vertebra) - spine.firstIndex(vertebra));
  return (spine.discs[vertebra].middle - spine.discs[vertebra - 1].middle).GetNorm();
}

/// A disc that was missed makes its vertebra too tall, one that was seen in marrow or twice too short.
bool hasUsualHeight(const Spine& spine, const CountedLevel& level) {
  const LevelMeasure* usual = measureOf(level.name);
  if (!level.vertebra || usual == nullptr || usual->oddlyShaped) return true;
  const double part = heightMm(spine, *level.vertebra) / usual->heightMm;
  return part <= kMostHeight && (part >= kLeastHeight || isAtScansEnd(spine, *level.vertebra));
}

/// At the scan's end: so much of it is seen that its middle is no guess, and its inner disc is one of two, so that the
/// vertebra between them tells by its height whether they are discs at all.
bool isMostlySeen(const Spine& spine, std::size_t vertebra, const std::string& name) {
  const LevelMeasure* usual = measureOf(name);
  if (usual == nullptr || usual->oddlyShaped || spine.discs.size() < 2) return false;
  const double part = heightMm(spine, vertebra) / usual->heightMm;
  return part <= kMostHeight && part >= (isCut(spine, vertebra) ? kLeastSeenPart : kLeastHeight);
}

/// How tall the whole ones among the counted vertebrae are, in the mean, as a part of what is usual.
double stature(const Spine& spine, const std::vector<CountedLevel>& levels) {
  double sum = 0;
  int count = 0;
  for (const CountedLevel& level : levels) {
    const LevelMeasure* usual = measureOf(level.name);
    if (usual == nullptr || usual->oddlyShaped || isAtScansEnd(spine, *level.vertebra)) continue;
    sum += heightMm(spine, *level.vertebra) / usual->heightMm, ++count;
  }
  return count > 0 ? std::clamp(sum / count, kLeastHeight, kMostHeight) : 1;
}

/// Where the scan cuts the body: `mm` from the one disc that bounds it, toward the scan's end. Absent for any other.
std::optional<Point> beyondDisc(const Spine& spine, const CountedLevel& level, double mm) {
  if (!isCut(spine, *level.vertebra) || spine.discs.empty()) return std::nullopt;
  const bool lowest = *level.vertebra == 0;
  const Disc& disc = lowest ? spine.discs.front() : spine.discs.back();
  return disc.middle + disc.up * (lowest ? -mm : mm);
}

double usualHalfMm(const CountedLevel& level, double stature) {
  return stature * measureOf(level.name)->heightMm / 2;
}

/// Of a body that the scan cuts: half a usual height from its disc where the canal reaches so far, else half of what
/// is seen of it.
Point middleOfCut(const Spine& spine, const CountedLevel& level, double stature) {
  const double half = std::min(usualHalfMm(level, stature), heightMm(spine, *level.vertebra) / 2);
  return beyondDisc(spine, level, half).value_or(level.middle);
}

/// Above the body's middle.
Point pediclesInCanal(const Spine& spine, const CountedLevel& level, double stature) {
  const Point body = beyondDisc(spine, level, usualHalfMm(level, stature)).value_or(level.middle);
  const Vector up = spine.canal[canalIndexAt(spine.canal, body)].up;
  return spine.canal[canalIndexAt(spine.canal, body + up * measureOf(level.name)->pediclesUpMm)].centre;
}

const CountedLevel* findVertebra(const CountedSpine& counted, std::size_t vertebra) {
  for (const CountedLevel& level : counted.levels)
    if (level.vertebra == vertebra) return &level;
  return nullptr;
}

LevelAt onSpine(const CountedSpine& counted, const Point& p) {
  const Spine& spine = *counted.spine;
  LevelAt at;
  if (const auto* level = findVertebra(counted, spine.vertebraAt(p))) at.vertebra = level->name, at.sure = level->sure;
  const auto nameOf = [&](std::size_t vertebra) {
    const auto* level = findVertebra(counted, vertebra);
    if (level) at.sure = at.sure && level->sure;
    return level ? level->name : std::string();
  };
  const std::size_t disc = spine.discNearest(p);
  const std::string above = nameOf(disc + 1), below = nameOf(disc);
  if (!above.empty() && !below.empty()) at.disc = above + "-" + below;
  const Point lower = p - spine.canal[canalIndexAt(spine.canal, p)].up * kForamenAboveDiscMm;
  if (const auto* level = findVertebra(counted, spine.discNearest(lower) + 1)) at.foramen = level->name;
  return at;
}

/// Only by the heights of what was clicked.
std::optional<LevelAt> onClicks(const std::vector<CountedLevel>& levels, const Point& p) {
  const auto off = [&](const CountedLevel& level) { return std::abs(level.middle[2] - p[2]); };
  const auto nearest =
      std::min_element(levels.begin(), levels.end(), [&](const auto& a, const auto& b) { return off(a) < off(b); });
  if (nearest == levels.end() || off(*nearest) > kHalfVertebraMm) return std::nullopt;
  LevelAt at;
  at.vertebra = nearest->name;
  at.sure = nearest->sure;
  const bool higher = p[2] > nearest->middle[2];
  const auto other = levelAbove(nearest->name, higher ? 1 : -1);
  if (!other) return at;
  at.disc = higher ? *other + "-" + nearest->name : nearest->name + "-" + *other;
  at.foramen = higher ? *other : nearest->name;
  return at;
}

}  // namespace

CountedSpine countLevels(std::shared_ptr<const Spine> spine, const Point& clicked, const std::string& name) {
  if (name == levelNames().front())  // no disc tells the atlas from the axis: nothing is counted from it
    return {std::move(spine), {{name, clicked, true, true, {}, {}}}};
  auto named = withNamed(*spine, clicked, name);
  const std::size_t from = named.vertebra;
  CountedSpine counted{std::make_shared<const Spine>(std::move(named.spine)), {}};
  const Spine& found = *counted.spine;
  for (std::size_t vertebra = 0; vertebra < found.vertebrae(); ++vertebra) {
    const auto its = levelAbove(name, static_cast<long>(vertebra) - static_cast<long>(from));
    const bool own = vertebra == from;
    if (!its || (isTooLittle(found, vertebra) && !own)) continue;
    // At the scan's end its middle is that of a rest, and its outer disc may be none.
    const bool placed = isSure(found, from, vertebra) &&
                        (!isAtScansEnd(found, vertebra) || (!own && isMostlySeen(found, vertebra, *its)));
    const Point middle = own && !placed ? clicked : found.middleOf(vertebra);
    counted.levels.push_back({*its, middle, own, own || placed, vertebra, {}});
    if (own && placed) counted.levels.back().clicked = clicked;  // else its middle is the click itself
  }
  auto& levels = counted.levels;
  const bool usual = std::all_of(levels.begin(), levels.end(), [&](const auto& l) { return hasUsualHeight(found, l); });
  const double tall = stature(found, levels);
  for (CountedLevel& level : levels) {
    level.sure = level.sure && usual;
    if (!level.byClick && isCut(found, *level.vertebra)) level.middle = middleOfCut(found, level, tall);
    // A click alone lies anywhere on its vertebra: its pedicles are told by discs of its own.
    const std::size_t vertebra = *level.vertebra;
    const bool bounded = isSure(found, from, vertebra) && (isCut(found, vertebra) || !isAtScansEnd(found, vertebra));
    if (!level.byClick || bounded) level.inCanal = pediclesInCanal(found, level, tall);
  }
  return counted;
}

CountedSpine withClicked(CountedSpine counted, const Point& clicked, const std::string& name) {
  counted.spine.reset();
  std::erase_if(counted.levels, [&](const CountedLevel& level) { return level.name == name || !level.byClick; });
  for (CountedLevel& level : counted.levels) level.vertebra.reset(), level.inCanal.reset();
  counted.levels.push_back({name, clicked, true, true, {}, {}});
  std::sort(counted.levels.begin(), counted.levels.end(),
            [](const CountedLevel& a, const CountedLevel& b) { return a.middle[2] < b.middle[2]; });
  return counted;
}

std::optional<CountedSpine> countAgain(std::shared_ptr<const Spine> spine, const std::vector<CountedLevel>& kept) {
  const auto clicked = std::find_if(kept.begin(), kept.end(), [](const CountedLevel& level) { return level.byClick; });
  if (clicked == kept.end()) return std::nullopt;
  auto counted = countLevels(std::move(spine), clicked->clicked.value_or(clicked->middle), clicked->name);
  const bool fits = std::all_of(kept.begin(), kept.end(), [&](const CountedLevel& level) {
    const auto* found = findVertebra(counted, counted.spine->vertebraAt(level.middle));
    return found && found->name == level.name;
  });
  return fits ? std::optional(std::move(counted)) : std::nullopt;
}

std::optional<std::string> otherName(const Spine& spine, std::size_t vertebra) {
  if (vertebra > 0) return spine.discs[vertebra - 1].otherAbove;
  if (spine.discs.empty() || !spine.discs.front().otherAbove) return std::nullopt;
  return levelAbove(*spine.discs.front().otherAbove, -1);
}

std::optional<LevelAt> levelAt(const CountedSpine& counted, const Point& p) {
  if (!counted.spine) return onClicks(counted.levels, p);
  const LevelAt at = onSpine(counted, p);
  return at.vertebra.empty() && at.disc.empty() ? std::nullopt : std::optional(at);
}

}  // namespace planning::anatomy
