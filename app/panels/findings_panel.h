#pragma once

#include <vector>

#include "app/look/section.h"
#include "planning/finding.h"

class QLabel;

namespace app {
class ShownScan;
}

namespace app::panels {

/// All that is odd or open, as sentences; what keeps the plan from being ready comes first.
class FindingsPanel : public Section {
  Q_OBJECT

 public:
  explicit FindingsPanel(ShownScan& scan, QWidget* parent = nullptr);

 private:
  void refresh();

  ShownScan& scan_;
  QLabel* text_;
};

/// Findings as a table, the gravest first; empty for none.
QString findingsTable(std::vector<planning::Finding> findings);

}  // namespace app::panels
