#include "app/case/shape_measuring.h"

#include <algorithm>
#include <utility>

#include "app/case/edit_command.h"
#include "app/work/background.h"
#include "app/work/reporter.h"

namespace app {

using planning::Expected;
using planning::Progress;
using planning::anatomy::MeasuredStructure;

ShapeMeasuring::ShapeMeasuring(PlanDocument& document, Background& background, Reporter& reporter)
    : document_(document), background_(background), reporter_(reporter) {
  connect(&document_.undoStack(), &QUndoStack::indexChanged, this, &ShapeMeasuring::tidy);
}

/// The steps before and after are at hand. The shapes that only other steps have are packed; one that comes back is
/// measured in the background, that of the draft first.
void ShapeMeasuring::tidy() {
  const QUndoStack& undo = document_.undoStack();
  std::vector<const KeptDraft*> next;
  for (int n = std::max(0, undo.index() - 1); n <= std::min(undo.count() - 1, undo.index()); ++n)
    if (const auto* command = dynamic_cast<const EditCommand*>(undo.command(n)))
      next.insert(next.end(), {&command->before(), &command->after()});
  document_.kept().keepReady(next);
  const auto shape = shapeToMeasure(next);
  if (shape && shape == measured_ && background_.isBusy(Background::Kind::Undo)) return;
  measured_ = shape;
  if (!shape) return background_.cancel(Background::Kind::Undo);
  background_.run<MeasuredStructure>(
      Background::Kind::Undo, tr("Measuring an earlier shape"),
      [mask = shape->maskMaker()](Progress& progress) {
        planning::anatomy::Structure structure;
        structure.shape = mask();
        return planning::anatomy::measure(std::move(structure), progress);
      },
      [this, shape](Expected<MeasuredStructure> measured) {
        measured ? take(*shape, *measured) : void(Q_EMIT reporter_.refused(measured.error()));
      });
}

/// Null when all are measured.
std::shared_ptr<KeptShape> ShapeMeasuring::shapeToMeasure(const std::vector<const KeptDraft*>& next) {
  if (const auto* shown = planning::anatomy::firstBeingMeasured(document_.structures()))
    return document_.kept().shapeOf(*shown);
  for (const KeptDraft* step : next)
    for (const auto& shape : step->shapes)
      if (shape && !shape->isMeasured()) return shape;
  return nullptr;
}

void ShapeMeasuring::take(KeptShape& shape, const MeasuredStructure& measured) {
  shape.take(measured);
  PlanDraft next = document_.draft();
  for (auto& one : next.structures)
    if (one.beingMeasured && shape.isOf(one)) shape.putInto(one);
  if (!sameStructures(document_.draft(), next)) document_.replace(std::move(next));
  tidy();
}

}  // namespace app
