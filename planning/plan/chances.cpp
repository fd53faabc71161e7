#include "planning/plan/chances.h"

#include <cmath>

#include "planning/needle/breach_chance.h"

namespace planning {

void addChances(PlannedNeedle& planned, const PlanChoices& choices, const Scene& scene,
                const procedure::Routes& routes) {
  const procedure::Route* route = routes.find(choices.routeId);
  const double freeLastMm = route ? route->touchLastMm : procedure::Route().touchLastMm;
  const auto& figures = routes.rulesFor(choices.routeId).placement;
  planned.placementError = needle::placementErrorFor(figures, choices.guidance, *planned.angles);
  if (!planned.placementError || anatomy::firstBeingMeasured(scene.structures)) return;
  std::vector<needle::Obstacle> obstacles;
  std::vector<std::size_t> rows;
  std::vector<bool> counts;
  for (std::size_t i = 0; i < scene.structures.size(); ++i) {
    const anatomy::MeasuredStructure& measured = scene.structures[i];
    if (!measured.field || measured.structure.role == anatomy::Role::Crossable) continue;
    const bool touched = measured.structure.role == anatomy::Role::Target;
    obstacles.push_back({measured.field, 0, touched ? freeLastMm : 0});
    rows.push_back(i);
    counts.push_back(!stopsTheNeedle(measured.structure.kind));
  }
  if (obstacles.empty()) return;
  const needle::Trajectory path{*planned.entry, *planned.target};
  const auto spread = needle::spreadOf(*planned.placementError, path.pathLengthMm());
  const auto chances = needle::breachChances(path, planned.needle->radiusMm(), obstacles, spread, 256, counts);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    planned.clearances[rows[i]].breachProbability = chances.each[i].probability;
    planned.clearances[rows[i]].breachStandardError = chances.each[i].standardError;
  }
  planned.breachProbability = chances.any.probability;
  planned.breachStandardError = chances.any.standardError;
}

std::string percentText(double probability) {
  const long percent = std::lround(probability * 100);
  return percent == 0 && probability > 0 ? "< 1 %" : std::to_string(percent) + " %";
}

std::vector<Finding> chanceFindings(const PlannedNeedle& planned, const procedure::Route* route) {
  const double mostAllowed = route ? route->chanceWarnsAbove : procedure::Route().chanceWarnsAbove;
  if (planned.breachProbability.value_or(0) <= mostAllowed) return {};
  return {{"breach-chance-high",
           Severity::Warning,
           {planned.label, percentText(*planned.breachProbability), percentText(mostAllowed)},
           {}}};
}

}  // namespace planning
