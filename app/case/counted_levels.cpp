#include "app/case/counted_levels.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/case/shown_scan.h"
#include "app/look/style.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "app/work/spine_at.h"
#include "io/files/uid.h"
#include "planning/anatomy/expected_nerves.h"

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

struct CountedLevels::FoundNerves {
  CountedSpine counted;
  std::vector<MeasuredStructure> measured;
  bool foramenSeen = true;

  static Expected<FoundNerves> in(const planning::Volume& scan, const CountedSpine& counted,
                                  const NervesWanted& wanted);
};

struct CountedLevels::NervesWanted {
  std::string vertebra;
  std::vector<Side> sides;
  bool sac = true;
  std::string sacName, rootName;
};

Expected<CountedLevels::FoundNerves> CountedLevels::FoundNerves::in(const planning::Volume& scan,
                                                                    const CountedSpine& counted,
                                                                    const NervesWanted& wanted) {
  FoundNerves found;
  found.counted = counted;
  for (const Side side : wanted.sides) {
    auto nerves = planning::anatomy::expectNerves(scan, counted, wanted.vertebra, side);
    if (!nerves) return tl::unexpected(nerves.error());
    const bool first = side == wanted.sides.front();
    if (first && wanted.sac)
      found.measured.push_back(measure(expected(wanted.sacName, Kind::Dura, Side::None, std::move(nerves->sac))));
    found.measured.push_back(measure(expected(wanted.rootName, Kind::Nerve, side, std::move(nerves->root))));
    found.foramenSeen = found.foramenSeen && nerves->foramenSeen;
  }
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

void CountedLevels::expectNerves() {
  if (!shown_.volume() || shown_.isLoading()) return;
  const PlanDraft& now = document_.draft();
  NervesWanted wanted;
  wanted.vertebra = planning::procedure::exitingRoot(now.choices.level);
  const Side side = now.choices.side.value_or(Side::None);
  wanted.sides = side == Side::Bilateral ? std::vector{Side::Left, Side::Right} : std::vector{side};
  if (wanted.vertebra.empty() || side == Side::None) return void(Q_EMIT reporter_.refused({"no-side", {}, {}}));
  wanted.sac = std::none_of(now.structures.begin(), now.structures.end(), [](const auto& measured) {
    return measured.structure.kind == Kind::Dura && !isExpectedOnly(measured);
  });
  wanted.sacName = tr("Thecal sac").toStdString();
  wanted.rootName = tr("Nerve root %1").arg(QString::fromStdString(wanted.vertebra)).toStdString();
  background_.run<FoundNerves>(
      Background::Kind::Spine, tr("Looking for the foramen"),
      [scan = shown_.volume(), structures = now.structures, kept = now.levels,
       wanted](Progress& progress) -> Expected<FoundNerves> {
        const auto counted = withSpine(*scan, structures, kept, progress);
        if (!counted) return tl::unexpected(counted.error());
        return FoundNerves::in(*scan, *counted, wanted);
      },
      [this, kept = now.levels](Expected<FoundNerves> found) {
        if (!found) return void(Q_EMIT reporter_.refused(found.error()));
        PlanDraft asked;
        asked.levels = kept;
        take(*found, sameLevels(asked, document_.draft()));
      });
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
