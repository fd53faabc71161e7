#pragma once

#include "app/case/plan_document.h"

namespace app {

class ShownScan;
struct StructureSources;

/// A draft on the scan that is open, assessed for today; nothing without one.
PlanDocument::Assessed assessedOnScan(const PlanDraft& draft, const ShownScan& scan, const StructureSources& sources);

}  // namespace app
