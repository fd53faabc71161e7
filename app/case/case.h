#pragma once

#include "app/case/auto_needles.h"
#include "app/case/counted_levels.h"
#include "app/case/found_guides.h"
#include "app/case/found_on_opening.h"
#include "app/case/plan_document.h"
#include "app/case/plan_files.h"
#include "app/case/scan_work.h"
#include "app/case/shape_measuring.h"
#include "app/case/shown_scan.h"
#include "app/case/skin_risk.h"
#include "app/case/structure_files.h"
#include "app/case/structure_shop.h"
#include "app/case/structure_sources.h"
#include "app/work/background.h"
#include "app/work/reporter.h"

namespace app {

/// The open case: a scan, the plan made on it, and all that works on them. Owns its parts and wires them, nothing more.
/// Lives in the window's thread.
class Case {
 public:
  Case();

  ShownScan& shownScan() { return shown_; }  ///< what views read
  const ShownScan& shownScan() const { return shown_; }
  PlanDocument& document() { return document_; }
  const PlanDocument& document() const { return document_; }
  StructureShop& structures() { return structures_; }
  StructureFiles& structureFiles() { return structureFiles_; }
  CountedLevels& levels() { return levels_; }
  ScanWork& work() { return work_; }
  PlanFiles& files() { return files_; }
  SkinRisk& skinRisk() { return skinRisk_; }
  FoundOnOpening& foundOnOpening() { return found_; }
  AutoNeedles& autoNeedles() { return autoNeedles_; }
  Reporter& reporter() { return reporter_; }

 private:
  void wireShownScan();

  Reporter reporter_;
  ShownScan shown_;
  StructureSources sources_;
  PlanDocument document_;
  Background background_;
  StructureShop structures_;
  ShapeMeasuring shapeMeasuring_;
  StructureFiles structureFiles_;
  CountedLevels levels_;
  ScanWork work_;
  PlanFiles files_;
  SkinRisk skinRisk_;
  FoundOnOpening found_;
  AutoNeedles autoNeedles_;
  FoundGuides guides_;
};

}  // namespace app
