#include "app/case/plan_on_scan.h"

#include <QDate>

#include <utility>

#include "app/case/shown_scan.h"
#include "app/case/structure_sources.h"
#include "planning/plan/assess.h"
#include "planning/plan/preparation.h"

namespace app {

PlanDocument::Assessed assessedOnScan(const PlanDraft& draft, const ShownScan& scan, const StructureSources& sources) {
  const auto& volume = scan.volume();
  if (!volume) return {};
  auto choices =
      planning::prepared(draft.choices, volume->identity, sources.citedBy(draft.structures), draft.structures);
  choices.levels = draft.levels.levels;
  planning::Scene scene{volume.get(), scan.skin().get(), draft.structures};
  scene.findings = sources.findingsOf(draft.structures);
  scene.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
  auto assessment = planning::assess(choices, scene, planning::procedure::routesInUse());
  return {std::move(choices), std::move(assessment)};
}

}  // namespace app
