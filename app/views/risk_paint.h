#pragma once

#include <array>

class vtkActor;

namespace app::views {

/// Point array of the skin's data that the shader reads: room in mm, and state (SkinRiskMap::values).
inline constexpr const char* kRiskArray = "risk";

/// How the risk map is drawn now.
struct RiskStyle {
  std::array<double, 3> bandsMm{3, 6, 10};
  double devicePixelRatio = 1;
  double veil = 0.22;  ///< opacity of skin that is out of reach
  bool probe = false;  ///< numbers instead of colours: shaders/README.md
};

/// Puts the risk map's shader on an actor whose mapper's data have kRiskArray, or takes it off. Before the mapper's
/// first draw or after: VTK makes its program again.
void attachRiskShader(vtkActor& actor);
void detachRiskShader(vtkActor& actor);
void styleRisk(vtkActor& actor, const RiskStyle& style);

}  // namespace app::views
