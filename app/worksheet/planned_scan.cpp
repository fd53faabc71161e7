#include "app/worksheet/planned_scan.h"

namespace app::worksheet {

std::vector<std::size_t> placedNeedles(const planning::Plan& plan) {
  std::vector<std::size_t> placed;
  const auto& needles = plan.choices.needles;
  for (std::size_t i = 0; i < needles.size(); ++i)
    if (needles[i].target && needles[i].entry && *needles[i].target != *needles[i].entry) placed.push_back(i);
  return placed;
}

}  // namespace app::worksheet
