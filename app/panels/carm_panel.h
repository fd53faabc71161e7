#pragma once

#include <optional>
#include <string>

#include "app/look/section.h"
#include "planning/needle/trajectory.h"
#include "planning/plan/plan.h"

namespace app {
class ShownScan;
}

namespace app::panels {

/// From entry to target; absent while either is, or where they are one place.
std::optional<planning::needle::Trajectory> wayOf(const planning::NeedleChoice& needle);

/// Where to stand with the C-arm: down the needle (the bull's eye), and the two views that see it from the side; each
/// with a drawing, both detector sides (those within reach first) and what the machine displays. A click on the angles
/// turns the simulated radiograph there.
class CArmPanel : public Section {
  Q_OBJECT

 public:
  explicit CArmPanel(ShownScan& scan, QWidget* parent = nullptr);  ///< of the case's current needle
  /// Of the needle that show() gives; there is no simulated radiograph to turn.
  explicit CArmPanel(QWidget* parent = nullptr);
  /// `lies`: Patient Position (0018,5100), or empty.
  void show(const std::optional<planning::needle::Trajectory>& needle, const std::string& lies);

 Q_SIGNALS:
  void lookAsked(const planning::needle::CArmAngles& angles);

 private:
  const bool turnsRadiograph_;
  QWidget* rows_ = nullptr;  ///< made anew for each needle
};

}  // namespace app::panels
