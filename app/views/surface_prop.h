#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <vtkSmartPointer.h>

#include "planning/anatomy/surface.h"

class QColor;
class vtkActor;
class vtkPolyData;
class vtkPolyDataMapper;

namespace app::views {

/// A surface in 3D: exactly its own triangles, which are the ones measured. Only the shading is smoothed. Its places
/// are the patient's already, so no matrix goes with it.
class SurfaceProp {
 public:
  explicit SurfaceProp(std::shared_ptr<const planning::anatomy::Surface> surface);

  vtkActor* actor() const;
  void show(const QColor& colour, double opacity, bool visible);
  /// As a net of lines: what is only expected.
  void showAsNet(bool net);
  /// While something moves, a large surface may be drawn by fewer triangles; at rest it never is. Small ones, such as a
  /// thin artery's, are never thinned.
  void setThinned(bool thinned);
  /// Draws a risk map instead of one colour (risk_paint.h): two values a vertex, as SkinRiskMap has them; null: no
  /// more.
  void paintRisk(std::shared_ptr<const std::vector<float>> values);
  bool showsRisk() const { return risk_ != nullptr; }

 private:
  void giveRisk();

  std::shared_ptr<const planning::anatomy::Surface> surface_;  ///< its vertices and triangles are shared with VTK
  std::unique_ptr<const planning::anatomy::Surface> thin_;     ///< made when first wanted
  std::vector<std::uint32_t> thinOf_;                          ///< a vertex of thin_ for each of surface_
  std::shared_ptr<const std::vector<float>> risk_;
  vtkSmartPointer<vtkPolyData> full_, thinned_;
  vtkSmartPointer<vtkPolyDataMapper> mapper_;
  vtkSmartPointer<vtkActor> actor_;
};

/// Vertices that share a cell of a grid become one, in their middle; triangles that collapse go.
/// `thinOf`, if given: which vertex stands for each of the surface's.
planning::anatomy::Surface thin(const planning::anatomy::Surface& surface, double cellMm,
                                std::vector<std::uint32_t>* thinOf = nullptr);

}  // namespace app::views
