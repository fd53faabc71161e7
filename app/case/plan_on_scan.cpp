#include "app/case/plan_on_scan.h"

#include <QDate>

#include <utility>

#include "app/case/shown_scan.h"
#include "app/case/structure_sources.h"

namespace app {

planning::Plan assessedOnScan(const PlanDraft& draft, const ShownScan& scan, const StructureSources& sources) {
  const auto& volume = scan.volume();
  if (!volume) return {};
  planning::Plan choices = draft.plan;
  choices.scan = volume->identity;
  choices.structureEvidence = sources.citedBy(draft.structures);
  choices.levels = draft.levels.levels;
  choices.tracedStructures.clear();
  for (const auto& measured : draft.structures)
    if (std::holds_alternative<planning::anatomy::Tube>(measured.structure.shape))
      choices.tracedStructures.push_back(measured.structure);
  planning::Scene scene{volume.get(), scan.skin().get(), draft.structures};
  scene.findings = sources.findingsOf(draft.structures);
  scene.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
  return planning::assess(std::move(choices), scene);
}

}  // namespace app
