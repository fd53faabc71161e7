#include "app/case/plan_draft.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/look/style.h"
#include "io/files/uid.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/session.h"
#include "planning/procedure/routes.h"

namespace app {
namespace {

constexpr double kAsWrittenMm = 1e-3;  ///< a report rounds places

using planning::anatomy::Mask;
using planning::anatomy::MeasuredStructure;

auto shownProperties(const MeasuredStructure& m) {
  const auto& s = m.structure;
  return std::tie(s.name, s.trackingUid, s.kind, s.kindGuessed, s.role, s.confirmed, s.marginMm, s.colour, s.side,
                  m.field, m.surface, m.beingMeasured);
}

bool sameMask(const planning::anatomy::Structure& a, const planning::anatomy::Structure& b) {
  const auto *x = std::get_if<Mask::Pointer>(&a.shape), *y = std::get_if<Mask::Pointer>(&b.shape);
  return x && y ? *x == *y : !x && !y;
}

}  // namespace

PlanDraft emptyDraft() {
  PlanDraft draft;
  draft.choices.needles.push_back(newNeedle(draft));
  return draft;
}

planning::NeedleChoice newNeedle(const PlanDraft& draft) {
  planning::NeedleChoice needle;
  needle.label =
      planning::freeLabel(draft.choices, QCoreApplication::translate("PlanDraft", "Needle %1").toStdString());
  needle.trackingUid = io::newUid();
  return needle;
}

std::optional<int> indexOf(const std::vector<MeasuredStructure>& structures, const std::string& trackingUid) {
  for (std::size_t i = 0; i < structures.size(); ++i)
    if (structures[i].structure.trackingUid == trackingUid) return static_cast<int>(i);
  return std::nullopt;
}

bool holdsObject(const std::vector<MeasuredStructure>& structures, const std::string& sopInstanceUid) {
  return !sopInstanceUid.empty() && std::any_of(structures.begin(), structures.end(), [&](const auto& measured) {
    return measured.structure.sourceSopInstanceUid == sopInstanceUid;
  });
}

void append(PlanDraft& draft, std::vector<MeasuredStructure> structures) {
  for (auto& measured : structures) {
    auto& structure = measured.structure;
    structure.name = uniqueName(draft, structure.name);
    if (structure.trackingUid.empty()) structure.trackingUid = io::newUid();
    if (structure.colour == planning::anatomy::Structure{}.colour)
      structure.colour = structureColour(structure.kind, draft.structures.size());
    draft.structures.push_back(std::move(measured));
  }
}

void deriveDefaults(PlanDraft& draft) {
  planning::followRoute(draft.choices, draft.structures, draft.overruled, planning::procedure::routesInUse());
}

void withdrawAcceptance(PlanDraft& draft) {
  draft.choices.nearAccepted = false;
  draft.choices.reserveAccepted = false;
  draft.choices.rulesAccepted = false;
}

void forgetWord(PlanDraft& draft, const std::string& name) {
  std::erase_if(draft.choices.structuresSeen, [&](const auto& seen) { return seen.what == name; });
}

void withdrawWords(PlanDraft& draft) {
  withdrawAcceptance(draft);
  auto& choices = draft.choices;
  choices.levelsSeen.clear();
  choices.sidesSeen.clear();
  choices.structuresSeen.clear();
  choices.acceptedUnknowns.clear();
  choices.siteCheck.reset();
  for (auto& measured : draft.structures) measured.structure.confirmed = false;
  for (auto& needle : choices.needles)
    if (needle.imported) needle.imported->seenBy.clear(), needle.imported->seenAt.clear();
}

std::string uniqueName(const PlanDraft& draft, const std::string& name) {
  const auto taken = [&](const std::string& candidate) {
    return std::any_of(draft.structures.begin(), draft.structures.end(),
                       [&](const auto& measured) { return measured.structure.name == candidate; });
  };
  std::string candidate = name;
  for (int n = 2; taken(candidate); ++n) candidate = name + " (" + std::to_string(n) + ")";
  return candidate;
}

bool sameLevels(const PlanDraft& a, const PlanDraft& b) {
  const auto same = [](const auto& x, const auto& y) {
    return x.name == y.name && (x.middle - y.middle).GetNorm() <= kAsWrittenMm && x.sure == y.sure &&
           x.byClick == y.byClick;
  };
  return a.levels.spine == b.levels.spine && std::equal(a.levels.levels.begin(), a.levels.levels.end(),
                                                        b.levels.levels.begin(), b.levels.levels.end(), same);
}

std::vector<NeedleSite> sitesOf(const planning::PlanChoices& choices) {
  std::vector<NeedleSite> sites;
  for (const auto& needle : choices.needles) {
    const auto own = planning::ownChoices(choices, needle);
    NeedleSite site{own.level, own.side};
    if (std::find(sites.begin(), sites.end(), site) == sites.end()) sites.push_back(std::move(site));
  }
  return sites;
}

void dropStaleExpected(const PlanDraft& before, PlanDraft& next) {
  if (sitesOf(before.choices) == sitesOf(next.choices) && sameLevels(before, next)) return;
  std::erase_if(next.structures, [&](const MeasuredStructure& measured) {
    return isExpectedOnly(measured.structure) && indexOf(before.structures, measured.structure.trackingUid);
  });
}

bool sameStructures(const PlanDraft& a, const PlanDraft& b) {
  return std::equal(a.structures.begin(), a.structures.end(), b.structures.begin(), b.structures.end(),
                    [](const auto& x, const auto& y) {
                      return shownProperties(x) == shownProperties(y) && sameMask(x.structure, y.structure);
                    });
}

}  // namespace app
