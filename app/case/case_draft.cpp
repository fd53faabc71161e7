#include "app/case/case_draft.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

#include "io/files/uid.h"
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

bool hasLabel(const CaseDraft& draft, const std::string& label) {
  return std::any_of(draft.plan.needles.begin(), draft.plan.needles.end(),
                     [&](const auto& needle) { return needle.label == label; });
}

}  // namespace

CaseDraft emptyDraft() {
  CaseDraft draft;
  draft.plan.needles.push_back(newNeedle(draft));
  return draft;
}

planning::NeedleChoice newNeedle(const CaseDraft& draft) {
  planning::NeedleChoice needle;
  int number = 1;
  do {
    needle.label = QCoreApplication::translate("Case", "Needle %1").arg(number++).toStdString();
  } while (hasLabel(draft, needle.label));
  needle.trackingUid = io::newUid();
  return needle;
}

void deriveDefaults(CaseDraft& draft) {
  planning::followRoute(draft.plan, draft.structures, draft.overruled, planning::procedure::routesInUse());
}

void withdrawAcceptance(CaseDraft& draft) {
  draft.plan.nearAccepted = false;
}

std::string uniqueName(const CaseDraft& draft, const std::string& name) {
  const auto taken = [&](const std::string& candidate) {
    return std::any_of(draft.structures.begin(), draft.structures.end(),
                       [&](const auto& measured) { return measured.structure.name == candidate; });
  };
  std::string candidate = name;
  for (int n = 2; taken(candidate); ++n) candidate = name + " (" + std::to_string(n) + ")";
  return candidate;
}

bool sameLevels(const CaseDraft& a, const CaseDraft& b) {
  const auto same = [](const auto& x, const auto& y) {
    return x.name == y.name && (x.middle - y.middle).GetNorm() <= kAsWrittenMm && x.sure == y.sure &&
           x.byClick == y.byClick;
  };
  return a.levels.spine == b.levels.spine && std::equal(a.levels.levels.begin(), a.levels.levels.end(),
                                                        b.levels.levels.begin(), b.levels.levels.end(), same);
}

bool sameStructures(const CaseDraft& a, const CaseDraft& b) {
  return std::equal(a.structures.begin(), a.structures.end(), b.structures.begin(), b.structures.end(),
                    [](const auto& x, const auto& y) {
                      return shownProperties(x) == shownProperties(y) && sameMask(x.structure, y.structure);
                    });
}

}  // namespace app
