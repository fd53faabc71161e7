#pragma once

#include <memory>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/plan/plan.h"
#include "planning/volume.h"

namespace app::worksheet {

/// A plan with the scan that it was made on.
struct PlannedScan {
  planning::Plan plan;
  std::shared_ptr<const planning::Volume> volume;
  std::vector<planning::anatomy::MeasuredStructure> structures;  ///< drawn where they are near a needle; may be empty
  double windowCentreHu = 40, windowWidthHu = 400;
};

/// The needles that a sheet can be made of: those with target and entry.
std::vector<std::size_t> placedNeedles(const planning::Plan& plan);

}  // namespace app::worksheet
