#pragma once

#include <memory>

#include <vtkSmartPointer.h>

#include "planning/anatomy/surface.h"

class QColor;
class vtkActor;

namespace app::views {

/// A surface in 3D: exactly its own triangles, which are the ones measured. Only the shading is smoothed. Its places
/// are the patient's already, so no matrix goes with it.
class SurfaceProp {
 public:
  explicit SurfaceProp(std::shared_ptr<const planning::anatomy::Surface> surface);

  vtkActor* actor() const;
  void show(const QColor& colour, double opacity, bool visible);

 private:
  std::shared_ptr<const planning::anatomy::Surface> surface_;  ///< its vertices and triangles are shared with VTK
  vtkSmartPointer<vtkActor> actor_;
};

}  // namespace app::views
