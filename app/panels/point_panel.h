#pragma once

#include <array>
#include <optional>

#include "app/look/section.h"
#include "app/panels/step_place.h"
#include "planning/geometry.h"

class QLabel;

namespace app {
class PlanDocument;
class ShownScan;
}  // namespace app

namespace app::panels {

class CoordinateBox;

/// Steps 3 and 4: where the target or the entry of the current needle lies, to read and to type.
class PointPanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  enum class Which { Target, Entry };
  PointPanel(ShownScan& scan, PlanDocument& document, Which which, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;

 private:
  std::optional<planning::Point> point() const;
  void enter(int axis, double mm);
  void refresh();
  void refreshEntry();

  ShownScan& scan_;
  PlanDocument& document_;
  Which which_;
  std::array<CoordinateBox*, 3> boxes_{};
  QLabel* note_;   ///< for the entry, how far it is from the skin
  QLabel* value_;  ///< HU at the place
};

}  // namespace app::panels
