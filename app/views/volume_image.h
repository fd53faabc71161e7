#pragma once

#include <array>
#include <memory>
#include <optional>

#include <vtkSmartPointer.h>

#include "planning/volume.h"

class vtkImageData;
class vtkMatrix4x4;

namespace app::views {

/// A CT as VTK draws it. The one place where a volume's geometry becomes VTK's: the image data has no direction and no
/// origin (VTK 9.1's slices would ignore a direction, its surfaces would not), and every prop that draws it must take
/// toPatient() as its user matrix, which holds the true geometry, sheared or left-handed ones included.
class VolumeImage {
 public:
  explicit VolumeImage(std::shared_ptr<const planning::Volume> volume);

  vtkImageData* data() const;  ///< shares the voxels with the volume
  vtkMatrix4x4* toPatient() const;
  /// The voxels have changed: a slice arrived.
  void touch();

 private:
  std::shared_ptr<const planning::Volume> volume_;  ///< keeps the voxels alive
  vtkSmartPointer<vtkImageData> data_;
  vtkSmartPointer<vtkMatrix4x4> toPatient_;
};

/// Distance between neighbouring samples of the volume across a plane with this normal: the step of its axis that
/// stands most upright on the plane, measured along the normal. What one turn of the wheel moves.
double stepAcrossMm(const planning::Volume& volume, const planning::Vector& normal);

/// True when the volume's own samples lie in planes with this normal (to 0.06 degrees).
bool isOwnPlane(const planning::Volume& volume, const planning::Vector& normal);

/// HU of the voxel that holds the place; absent outside the scan.
std::optional<int> huAt(const planning::Volume& volume, const planning::Point& place);

/// The corners of the volume's outermost voxels.
std::array<planning::Point, 8> cornersOf(const planning::Volume& volume);

}  // namespace app::views
