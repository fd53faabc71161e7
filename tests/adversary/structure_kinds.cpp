// Structures that are missing, misnamed, or not what they seem.
#include <algorithm>
#include <cmath>

#include "planning/plan/requirement.h"
#include "planning/procedure/words.h"
#include "testdata/answers.h"
#include "tests/adversary/kinds.h"

namespace adversary {
namespace {

using planning::anatomy::MeasuredStructure;
using planning::anatomy::Side;
using planning::procedure::RequiredStructure;

/// What meets the case's requirements now, as the plan resolves them.
struct Met {
  const RequiredStructure* required = nullptr;
  std::vector<std::size_t> by;
};
std::vector<Met> metOf(const Case& made) {
  std::vector<Met> all;
  for (const auto& one : requirementsOf(&made.route(), made.choices, made.structures, made.choices.needles.front()))
    if (!one.metBy.empty()) all.push_back({one.required, one.metBy});
  return all;
}

/// One of the requirements that are met, of those that `wanted` takes; null: none.
template <class Wanted>
std::optional<Met> someMet(const Case& made, Random& random, Wanted wanted) {
  auto all = metOf(made);
  std::erase_if(all, [&](const Met& met) { return !wanted(*met.required); });
  if (all.empty()) return std::nullopt;
  return all[oneOf(random, all.size())];
}

bool any(const RequiredStructure&) {
  return true;
}
bool isRoot(const RequiredStructure& required) {
  return required.ofSide && required.ofLevel && required.id != "radicular-artery";
}

void removeAll(Case& made, const std::vector<std::size_t>& which) {
  for (auto at = which.rbegin(); at != which.rend(); ++at)
    made.structures.erase(made.structures.begin() + static_cast<std::ptrdiff_t>(*at));
}

bool missing(Case& made, Random& random) {
  const auto met = someMet(made, random, any);
  if (!met) return false;
  std::erase_if(made.choices.acceptedUnknowns, [&](const auto& one) { return one.requirement == met->required->id; });
  removeAll(made, met->by);
  return true;
}

/// The dura or an artery of the neck, which nobody may accept unseen.
bool acceptedAgainstTheList(Case& made, Random& random) {
  const auto met = someMet(made, random, [](const auto& required) { return !required.mayBeInvisible; });
  if (!met) return false;
  removeAll(made, met->by);
  made.choices.acceptedUnknowns.push_back({met->required->id, {}, {}, "Roe^Ann", "not seen", "CT", made.date});
  return true;
}

bool acceptedByNobody(Case& made, Random& random) {
  const auto met = someMet(made, random, [](const auto& required) { return required.mayBeInvisible; });
  if (!met) return false;
  std::erase_if(made.choices.acceptedUnknowns, [&](const auto& one) { return one.requirement == met->required->id; });
  removeAll(made, met->by);
  planning::AcceptedUnknown accepted{met->required->id, {}, {}, "Roe^Ann", "not seen", "CT", made.date};
  std::string* fields[] = {&accepted.by, &accepted.reason, &accepted.modality, &accepted.date};
  *fields[oneOf(random, 4)] = oneOf(random, 2) == 0 ? "" : " ";
  made.choices.acceptedUnknowns.push_back(accepted);
  return true;
}

bool acceptedElsewhere(Case& made, Random& random) {
  const auto met = someMet(made, random, [](const auto& required) { return required.mayBeInvisible; });
  if (!met || !met->required->ofSide) return false;
  std::erase_if(made.choices.acceptedUnknowns, [&](const auto& one) { return one.requirement == met->required->id; });
  removeAll(made, met->by);
  const Side other = made.choices.side == Side::Left ? Side::Right : Side::Left;
  planning::AcceptedUnknown accepted{met->required->id, {}, {}, "Roe^Ann", "not seen", "CT", made.date};
  if (oneOf(random, 2) == 0)
    accepted.side = other;
  else
    accepted.level = "T12";
  made.choices.acceptedUnknowns.push_back(accepted);
  return true;
}

/// Only those of the other side and of other levels are given.
bool ofTheOtherSideOnly(Case& made, Random& random) {
  const auto met = someMet(made, random, isRoot);
  if (!met) return false;
  removeAll(made, met->by);
  return true;
}

bool unconfirmed(Case& made, Random& random) {
  const auto met = someMet(made, random, any);
  if (!met) return false;
  for (const std::size_t i : met->by) made.structures[i].structure.confirmed = false;
  return true;
}

bool onlyExpected(Case& made, Random& random) {
  const auto met = someMet(made, random, any);
  if (!met) return false;
  for (const std::size_t i : met->by) {
    made.structures[i].structure.confirmed = false;
    made.structures[i].structure.source = {planning::anatomy::Origin::Kind::Expected};
  }
  return true;
}

bool empty(Case& made, Random& random) {
  const auto met = someMet(made, random, any);
  if (!met) return false;
  for (const std::size_t i : met->by) made.structures[i].field = nullptr, made.structures[i].surface = nullptr;
  return true;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

bool namedOtherSide(Case& made, Random& random) {
  const auto met = someMet(made, random, isRoot);
  if (!met || made.choices.side == Side::None) return false;
  auto& structure = made.structures[met->by.front()].structure;
  const auto lies = structure.side;
  if (lies != Side::Left && lies != Side::Right) return false;
  const bool left = lies == Side::Left;
  if (oneOf(random, 2) == 0) {
    structure.name = replaced(structure.name, left ? "left" : "right", left ? "right" : "left");
    structure.side = Side::None;
  } else {
    structure.name = "Exiting root";
    structure.side = left ? Side::Right : Side::Left;
  }
  return true;
}

bool namedOtherLevel(Case& made, Random& random) {
  const auto met = someMet(made, random, isRoot);
  if (!met || met->required->id == "c2-root") return false;  // its name alone tells it
  auto& structure = made.structures[met->by.front()].structure;
  const std::string level = structure.name.substr(0, structure.name.find(' '));
  const auto number = level.substr(1);
  const std::string other = level.substr(0, 1) + (number == "3" ? "4" : "3");
  structure.name = replaced(structure.name, level, other);
  return true;
}

bool secondRootNamedThird(Case& made, Random& random) {
  const auto met = someMet(made, random, [](const auto& required) { return required.id == "c2-root"; });
  if (!met) return false;
  for (const std::size_t i : met->by) {
    auto& name = made.structures[i].structure.name;
    name = replaced(name, "C2", "C3");
  }
  return true;
}

bool touched(Case& made, Random& random) {
  const auto met = someMet(made, random, [](const auto& required) { return !required.onlyInFront; });
  if (!met) return false;
  const auto& entry = *made.needle().entry;
  const auto& hit = made.structures[met->by[oneOf(random, met->by.size())]];
  if (!hit.field) return false;
  const auto nearest = hit.field->distance({*made.needle().target, *made.needle().target});
  const auto inward = nearest.onStructure - *made.needle().target;
  made.needle().target = *made.needle().target + inward * ((nearest.distanceMm + 0.3) / inward.GetNorm());
  return (*made.needle().target - entry).GetNorm() > 10;
}

}  // namespace

std::vector<Contradiction> structureKinds() {
  return {{"a required structure is missing", "required-absent", missing},
          {"dura or artery accepted as not visible", "acceptance-not-allowed", acceptedAgainstTheList},
          {"accepted as not visible, a field left empty", "acceptance-incomplete", acceptedByNobody},
          {"accepted as not visible on the other side or level", "required-absent", acceptedElsewhere},
          {"only the other side's root is given", "required-absent", ofTheOtherSideOnly},
          {"required and unconfirmed", "required-unconfirmed", unconfirmed},
          {"required and only expected", "required-unconfirmed", onlyExpected},
          {"required and empty", "structure-empty", empty},
          {"its name or stated side is the other one", "name-contradicts-side", namedOtherSide},
          {"its name is of another level", "name-contradicts-level", namedOtherLevel},
          {"C2's root named that of C3", "required-absent", secondRootNamedThird},
          {"the needle ends in it", "verdict:breach", touched}};
}

}  // namespace adversary
