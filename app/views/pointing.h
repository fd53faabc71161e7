#pragma once

#include <QObject>

#include <optional>
#include <string>
#include <vector>

#include "planning/geometry.h"
#include "planning/needle/trajectory.h"

namespace app {
class CountedLevels;
class PlanDocument;
class StructureShop;
class Tracing;
}  // namespace app

namespace app::views {

/// What a left drag in a view does.
enum class Tool { Crosshair, Target, Entry, Measure, Trace, Level, Vessel, Paint, Erase, KeepPiece };
inline bool isBrush(Tool tool) {
  return tool == Tool::Paint || tool == Tool::Erase;
}
/// What the arrow keys nudge: the point that was last placed or dragged.
enum class Chosen { Crosshair, Target, Entry };

/// A ball drawn through places of the patient: the structure's, once the hand lets go.
struct Stroke {
  std::vector<planning::Point> centres;
  double radiusMm = 0;
  bool in = true;  ///< else it erases
};

/// What the tools change; null where there is nothing of the kind to change.
struct Edited {
  PlanDocument* document = nullptr;
  StructureShop* structures = nullptr;
  CountedLevels* levels = nullptr;
  Tracing* tracing = nullptr;
};

/// What the hand is doing, shared by all views of a window: it belongs to no case and is never saved.
class Pointing : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  Tool tool() const { return tool_; }
  void setTool(Tool tool);
  Chosen chosen() const { return chosen_; }
  void choose(Chosen chosen);
  /// The distance that is being measured, between two places in the patient.
  const std::optional<planning::Segment>& ruler() const { return ruler_; }
  void setRuler(const std::optional<planning::Segment>& ruler);
  const Edited& edited() const { return edited_; }
  void serve(const Edited& edited) { edited_ = edited; }  ///< before the views are made
  /// What the vertebra that the tool Level clicks is called.
  const std::string& levelToClick() const { return levelToClick_; }
  void setLevelToClick(const std::string& name) { levelToClick_ = name; }

  static constexpr double kLeastBrushMm = 0.5, kLargestBrushMm = 40;
  double brushRadiusMm() const { return brushRadiusMm_; }
  void setBrushRadiusMm(double mm);  ///< kept within the two
  /// Those that are being drawn, or have been and are not yet in the structure.
  const std::vector<Stroke>& strokes() const { return strokes_; }
  void beginStroke(const planning::Point& centre);  ///< of the tool and the radius
  void extendStroke(const planning::Point& centre);
  Stroke endStroke();
  void clearStrokes();  ///< but one that is being drawn
  /// Where the simulated C-arm stands, in terms of the patient.
  const planning::needle::CArmAngles& carm() const { return carm_; }
  void setCArm(const planning::needle::CArmAngles& angles);

 Q_SIGNALS:
  void toolChanged(Tool tool);
  void chosenChanged();
  void rulerChanged();
  void brushRadiusChanged(double mm);
  void strokesChanged();
  void carmChanged();

 private:
  Tool tool_ = Tool::Crosshair;
  Chosen chosen_ = Chosen::Crosshair;
  std::optional<planning::Segment> ruler_;
  Edited edited_;
  std::string levelToClick_ = "L5";
  double brushRadiusMm_ = 4;
  std::vector<Stroke> strokes_;
  bool drawing_ = false;  ///< the last one
  planning::needle::CArmAngles carm_{planning::Angle::radians(0), planning::Angle::radians(0)};
};

}  // namespace app::views
