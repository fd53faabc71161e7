#pragma once

#include <QObject>

#include <memory>
#include <vector>

#include "app/case/plan_document.h"

namespace app {

class Background;
class Reporter;

/// Undo and redo bring a mask back at once. Where it is not measured any more, this follows behind the window; until
/// then the structure is `beingMeasured`, no distance to it is known, the plan is not ready and cannot be saved. What
/// only distant steps have is packed.
class ShapeMeasuring : public QObject {
  Q_OBJECT

 public:
  ShapeMeasuring(PlanDocument& document, Background& background, Reporter& reporter);

  /// After each step by itself, and when work was cancelled.
  void tidy();

 private:
  std::shared_ptr<KeptShape> shapeToMeasure(const std::vector<const KeptDraft*>& next);
  void take(KeptShape& shape, const planning::anatomy::MeasuredStructure& measured);

  PlanDocument& document_;
  Background& background_;
  Reporter& reporter_;
  std::shared_ptr<KeptShape> measured_;  ///< being measured in the background, or last so
};

}  // namespace app
