#pragma once

#include "app/case/plan_draft.h"
#include "planning/plan/plan.h"

namespace app {

class ShownScan;
struct StructureSources;

/// A draft on the scan that is open, assessed for today; an empty plan without one.
planning::Plan assessedOnScan(const PlanDraft& draft, const ShownScan& scan, const StructureSources& sources);

}  // namespace app
