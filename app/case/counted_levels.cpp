#include "app/case/counted_levels.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "app/case/shown_scan.h"
#include "app/look/style.h"
#include "app/text/words.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "app/work/spine_at.h"
#include "io/files/uid.h"
#include "planning/anatomy/expected_nerves.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/requirement.h"

namespace app {
namespace {

using planning::Expected;
using planning::Point;
using planning::Progress;
using planning::anatomy::CountedSpine;
using planning::anatomy::Kind;
using planning::anatomy::MeasuredStructure;
using planning::anatomy::Side;
using planning::anatomy::Spine;

bool isOn(const Spine& spine, const Point& place) {
  const auto& at = spine.canal[planning::anatomy::canalIndexAt(spine.canal, place)];
  return spine.isNear(place) && std::abs(planning::dot(place - at.centre, at.up)) < 10;
}

planning::anatomy::Structure expected(const std::string& name, Kind kind, Side side, planning::anatomy::Tube tube) {
  planning::anatomy::Structure structure;
  structure.name = name;
  structure.kind = kind;
  structure.kindGuessed = false;
  structure.side = side;
  structure.source = {planning::anatomy::Origin::Kind::Expected};
  structure.shape = std::move(tube);
  return structure;
}

bool isExpectedOnly(const MeasuredStructure& measured) {
  return planning::anatomy::isExpectedOnly(measured.structure);
}

/// The same vertebrae by the same names.
bool sameCount(const CountedSpine& a, const CountedSpine& b) {
  return a.spine == b.spine &&
         std::equal(a.levels.begin(), a.levels.end(), b.levels.begin(), b.levels.end(),
                    [](const auto& x, const auto& y) { return x.name == y.name && x.vertebra == y.vertebra; });
}

/// With the spine that it was counted on, found again where a reopened plan kept the names and places alone. Errors:
/// those of findSpineAt(), and "count-differs".
Expected<CountedSpine> withSpine(const planning::Volume& scan, const std::vector<MeasuredStructure>& structures,
                                 const CountedSpine& kept, Progress& progress) {
  const auto clicked =
      std::find_if(kept.levels.begin(), kept.levels.end(), [](const auto& level) { return level.byClick; });
  if (kept.spine || clicked == kept.levels.end()) return kept;
  const Point place = clicked->clicked.value_or(clicked->middle);
  auto found = findSpineAt(scan, loadedBones(structures), place, progress);
  if (!found) return tl::unexpected(found.error());
  auto counted = planning::anatomy::countAgain(std::make_shared<const Spine>(std::move(*found)), kept.levels);
  if (!counted) return planning::refuse("count-differs", clicked->name);
  return std::move(*counted);
}

}  // namespace

struct CountedLevels::NervesWanted {
  struct Root {
    std::string vertebra;  ///< below whose pedicle it leaves
    Side side;
  };
  std::vector<Root> roots;
  bool sac = true;
  planning::anatomy::CountedSpine counted;
  std::string vertebra;           ///< beside which the sac is looked for
  std::vector<NeedleSite> sites;  ///< of the needles, when they were wanted

  bool isFor(const PlanDraft& draft) const {
    return sitesOf(draft.choices) == sites && sameCount(draft.levels, counted);
  }
  void add(const std::string& below, Side side) {
    const auto isIt = [&](const Root& root) { return root.vertebra == below && root.side == side; };
    if (std::none_of(roots.begin(), roots.end(), isIt)) roots.push_back({below, side});
  }
  /// Tells them apart, by the count too: a spine's address may come again. Empty where there is nothing to look for.
  std::string key() const {
    if (!counted.spine || counted.levels.empty() || (roots.empty() && !sac) || vertebra.empty()) return {};
    std::ostringstream text;
    text << counted.spine.get() << sac;
    for (const auto& [level, side] : sites) text << ' ' << level << (side ? word(*side) : "");
    for (const auto& named : counted.levels) text << ' ' << named.name << '@' << named.vertebra.value_or(0);
    for (const Root& root : roots) text << ' ' << root.vertebra << word(root.side);
    return text.str();
  }
};

struct CountedLevels::FoundNerves {
  CountedSpine counted;
  std::vector<MeasuredStructure> measured;
  bool foramenSeen = true;

  static Expected<FoundNerves> in(const planning::Volume& scan, const CountedSpine& counted,
                                  const NervesWanted& wanted);
};

Expected<CountedLevels::FoundNerves> CountedLevels::FoundNerves::in(const planning::Volume& scan,
                                                                    const CountedSpine& counted,
                                                                    const NervesWanted& wanted) {
  FoundNerves found;
  found.counted = counted;
  bool sac = wanted.sac;
  std::optional<planning::Error> refused;
  const auto roots = wanted.roots.empty() ? std::vector{NervesWanted::Root{wanted.vertebra, Side::Left}} : wanted.roots;
  for (const auto& root : roots) {
    auto nerves = planning::anatomy::expectNerves(scan, counted, root.vertebra, root.side);
    if (!nerves) refused = nerves.error();
    if (!nerves) continue;
    if (std::exchange(sac, false))
      found.measured.push_back(
          measure(expected(tr("Thecal sac").toStdString(), Kind::Dura, Side::None, std::move(nerves->sac))));
    if (wanted.roots.empty()) break;
    const QString name = rootName(root.vertebra, root.side);
    found.measured.push_back(measure(expected(name.toStdString(), Kind::Nerve, root.side, std::move(nerves->root))));
    found.foramenSeen = found.foramenSeen && nerves->foramenSeen;
  }
  if (found.measured.empty() && refused) return tl::unexpected(*refused);
  return found;
}

CountedLevels::CountedLevels(ShownScan& shown, PlanDocument& document, Background& background, Reporter& reporter)
    : shown_(shown), document_(document), background_(background), reporter_(reporter) {}

void CountedLevels::name(const Point& clicked, const std::string& name, std::shared_ptr<const Spine> spine) {
  document_.edit(tr("Count vertebrae"), [&](PlanDraft& draft) {
    draft.levels = spine ? planning::anatomy::countLevels(spine, clicked, name)
                         : planning::anatomy::withClicked(draft.levels, clicked, name);
    draft.choices.rulesAccepted = false;  // it was said of the levels as they were
  });
}

void CountedLevels::count(const Point& clicked, const std::string& name) {
  if (!shown_.volume() || shown_.isLoading()) return;
  const auto& now = document_.draft().levels;
  if (now.spine && isOn(*now.spine, clicked)) return this->name(clicked, name, now.spine);
  const bool onlyClicks = std::all_of(now.levels.begin(), now.levels.end(), [](const auto& l) { return l.byClick; });
  if (!now.spine && !now.levels.empty() && onlyClicks) return this->name(clicked, name, nullptr);  // it was looked for
  background_.run<Spine>(
      Background::Kind::Spine, tr("Counting the vertebrae"),
      [scan = shown_.volume(), bones = document_.structures(), clicked](Progress& progress) {
        return findSpineAt(*scan, loadedBones(bones), clicked, progress);
      },
      [this, clicked, name](Expected<Spine> found) {
        if (!found && found.error().code == "cancelled") return;
        this->name(clicked, name, found ? std::make_shared<const Spine>(std::move(*found)) : nullptr);
        if (!found)
          Q_EMIT reporter_.message(tr("No spine was found there: only this vertebra is named. Click the others too."));
      });
}

void CountedLevels::forget() {
  if (!document_.draft().levels.levels.empty())
    document_.edit(tr("Forget the count"), [](PlanDraft& draft) {
      draft.levels = {};
      draft.choices.rulesAccepted = false;
    });
}

/// Those of the current needle's level and side.
CountedLevels::NervesWanted CountedLevels::nervesAsked() const {
  const PlanDraft& now = document_.draft();
  const auto own = planning::ownChoices(now.choices, now.choices.needles[static_cast<std::size_t>(now.currentNeedle)]);
  const std::string vertebra = planning::procedure::exitingRoot(own.level);
  NervesWanted wanted{{}, true, now.levels, vertebra, sitesOf(now.choices)};
  const Side side = own.side.value_or(Side::None);
  for (const Side one : side == Side::Bilateral ? std::vector{Side::Left, Side::Right} : std::vector{side})
    if (!vertebra.empty() && one != Side::None) wanted.add(vertebra, one);
  wanted.sac = std::none_of(now.structures.begin(), now.structures.end(), [](const auto& measured) {
    return measured.structure.kind == Kind::Dura && !isExpectedOnly(measured);
  });
  return wanted;
}

/// Those that the needles require, each by its own route, level and side; what was expected before, confirmed or not,
/// answers for none: a key stays the same when a person confirms.
CountedLevels::NervesWanted CountedLevels::nervesRequired() const {
  const PlanDraft& now = document_.draft();
  planning::PlanChoices choices = now.choices;
  choices.levels = now.levels.levels;
  NervesWanted wanted{{}, false, now.levels, {}, sitesOf(choices)};
  std::vector<MeasuredStructure> given;
  for (const auto& measured : now.structures)
    if (measured.structure.source.kind != planning::anatomy::Origin::Kind::Expected) given.push_back(measured);
  for (const auto& needle : choices.needles) {
    const auto own = planning::ownChoices(choices, needle);
    if (wanted.vertebra.empty()) wanted.vertebra = planning::procedure::exitingRoot(own.level);
    const auto* route = planning::procedure::routesInUse().find(own.routeId);
    for (const auto& requirement : planning::requirementsOf(route, own, given, needle)) {
      if (!requirement.metBy.empty() || requirement.accepted) continue;  // or a person said that it is not visible
      const auto& kinds = requirement.required->kinds;
      const auto isOf = [&](Kind kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
      if (isOf(Kind::Dura)) wanted.sac = true;
      const std::string vertebra = planning::procedure::requiredRoot(*requirement.required, own.level);
      if (isOf(Kind::Nerve) && requirement.side != Side::None && !vertebra.empty())
        wanted.add(vertebra, requirement.side);
    }
  }
  return wanted;
}

void CountedLevels::find(Background::Kind kind, const NervesWanted& wanted,
                         std::function<void(Expected<FoundNerves>)> done) {
  background_.run<FoundNerves>(
      kind, tr("Looking for the foramen"),
      [scan = shown_.volume(), structures = document_.structures(),
       wanted](Progress& progress) -> Expected<FoundNerves> {
        const auto counted = withSpine(*scan, structures, wanted.counted, progress);
        if (!counted) return tl::unexpected(counted.error());
        return FoundNerves::in(*scan, *counted, wanted);
      },
      std::move(done));
}

void CountedLevels::expectNerves() {
  if (!shown_.volume() || shown_.isLoading()) return;
  const NervesWanted wanted = nervesAsked();
  if (wanted.roots.empty()) return void(Q_EMIT reporter_.refused({"no-side", {}, {}}));
  background_.cancel(Background::Kind::Nerves);  // what is asked for stands in the place of what is proposed
  find(Background::Kind::Spine, wanted, [this, kept = wanted.counted](Expected<FoundNerves> found) {
    if (!found) return void(Q_EMIT reporter_.refused(found.error()));
    PlanDraft asked;
    asked.levels = kept;
    take(*found, sameLevels(asked, document_.draft()));
  });
}

void CountedLevels::proposeSpine(std::function<void()> then) {
  background_.run<Spine>(
      Background::Kind::Opening, tr("Finding the spine"),
      [scan = shown_.volume(), bones = document_.structures()](Progress& progress) {
        return findSpineAt(*scan, loadedBones(bones), std::nullopt, progress);
      },
      [this, then = std::move(then)](Expected<Spine> found) {
        if (found) document_.know({{}, std::make_shared<const Spine>(std::move(*found))});
        then();
      });
}

void CountedLevels::proposeNerves() {
  if (!shown_.volume() || shown_.isLoading() || !document_.isOpen()) return;
  const NervesWanted wanted = nervesRequired();
  const std::string key = wanted.key();
  if (key == std::exchange(followed_, key)) return;
  background_.cancel(Background::Kind::Nerves);  // that were wanted before
  if (key.empty()) {  // what was expected before is of another level or side, or wanted by nobody
    nerves_.clear();  // so that it is offered anew once somebody wants it again
    return document_.know({{}, nullptr, true}, [](const PlanDraft&) { return false; });
  }
  if (const auto known = nerves_.find(key); known != nerves_.end()) {
    const auto& now = document_.structures();
    if (std::any_of(now.begin(), now.end(), isExpectedOnly)) offer(wanted, known->second);
    return;
  }
  find(Background::Kind::Nerves, wanted, [this, wanted, key](Expected<FoundNerves> found) {
    if ((!found && found.error().code == "cancelled") || !wanted.isFor(document_.draft())) return;
    Nerves nerves = found ? std::move(found->measured) : Nerves{};
    for (auto& measured : nerves) {
      measured.structure.trackingUid = io::newUid();
      measured.structure.colour = structureColour(measured.structure.kind, document_.structures().size());
    }
    nerves_[key] = nerves;
    offer(wanted, std::move(nerves));
  });
}

void CountedLevels::forgetProposals() {
  followed_.clear();
  nerves_.clear();
}

void CountedLevels::offer(const NervesWanted& wanted, Nerves nerves) {
  document_.know({std::move(nerves), nullptr, true}, [wanted](const PlanDraft& draft) { return wanted.isFor(draft); });
}

void CountedLevels::take(const FoundNerves& found, bool sameCount) {
  document_.editGeometry(tr("Propose root and sac"), [&](PlanDraft& draft) {
    if (sameCount) draft.levels = found.counted;
    std::erase_if(draft.structures, isExpectedOnly);
    for (auto measured : found.measured) {
      measured.structure.name = uniqueName(draft, measured.structure.name);
      measured.structure.trackingUid = io::newUid();
      measured.structure.colour = structureColour(measured.structure.kind, draft.structures.size());
      draft.structures.push_back(std::move(measured));
    }
  });
  Q_EMIT reporter_.message(
      found.foramenSeen ? tr("Root and sac are where they are expected: check them on the image, then confirm")
                        : tr("The bone does not show where the foramen begins: the root is placed by proportion"));
}

}  // namespace app
