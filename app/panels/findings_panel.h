#pragma once

#include <functional>
#include <vector>

#include "app/look/section.h"
#include "app/panels/step_place.h"

class QLabel;

namespace app {
class ShownScan;
}

namespace app::panels {

/// All that is odd or open, as sentences; what keeps the plan from being ready comes first. What a control of the plan
/// mends is a link to it.
class FindingsPanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  explicit FindingsPanel(ShownScan& scan, QWidget* parent = nullptr);

  /// Of every step: what no control mends is read here.
  QWidget* controlFor(const planning::NextStep& step) const override;

 Q_SIGNALS:
  void stepAsked(const planning::NextStep& step);

 private:
  void refresh();
  planning::NextStep stepOf(const planning::Finding& finding) const;

  ShownScan& scan_;
  QLabel* text_;
  std::vector<planning::Finding> shown_;  ///< the gravest first
};

/// Findings as a table, the gravest first; empty for none. Those that `isLink` takes are links to their place in it.
QString findingsTable(std::vector<planning::Finding> findings,
                      const std::function<bool(const planning::Finding&)>& isLink = {});
void sortGravestFirst(std::vector<planning::Finding>& findings);

}  // namespace app::panels
