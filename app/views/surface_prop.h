#pragma once

#include <memory>

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

 private:
  std::shared_ptr<const planning::anatomy::Surface> surface_;  ///< its vertices and triangles are shared with VTK
  std::unique_ptr<const planning::anatomy::Surface> thin_;     ///< made when first wanted
  vtkSmartPointer<vtkPolyData> full_, thinned_;
  vtkSmartPointer<vtkPolyDataMapper> mapper_;
  vtkSmartPointer<vtkActor> actor_;
};

/// Vertices that share a cell of a grid become one, in their middle; triangles that collapse go.
planning::anatomy::Surface thin(const planning::anatomy::Surface& surface, double cellMm);

}  // namespace app::views
