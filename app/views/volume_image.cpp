#include "app/views/volume_image.h"

#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkPointData.h>
#include <vtkShortArray.h>

#include <algorithm>
#include <cmath>

namespace app::views {
namespace {

using Image = planning::Volume::Image;

planning::Vector axisOf(const Image& image, unsigned axis) {
  planning::Vector v;
  for (unsigned row = 0; row < 3; ++row) v[row] = image.GetDirection()(row, axis);
  return v;
}

}  // namespace

VolumeImage::VolumeImage(std::shared_ptr<const planning::Volume> volume)
    : volume_(std::move(volume)),
      data_(vtkSmartPointer<vtkImageData>::New()),
      toPatient_(vtkSmartPointer<vtkMatrix4x4>::New()) {
  Image& image = *volume_->hu;
  const auto region = image.GetBufferedRegion();
  int extent[6];
  for (unsigned i = 0; i < 3; ++i) {
    extent[2 * i] = static_cast<int>(region.GetIndex(i));
    extent[2 * i + 1] = extent[2 * i] + static_cast<int>(region.GetSize(i)) - 1;
  }
  data_->SetExtent(extent);
  data_->SetOrigin(0, 0, 0);
  data_->SetSpacing(image.GetSpacing().GetDataPointer());
  vtkNew<vtkShortArray> voxels;
  voxels->SetArray(image.GetBufferPointer(), static_cast<vtkIdType>(region.GetNumberOfPixels()), 1);
  data_->GetPointData()->SetScalars(voxels);
  for (unsigned row = 0; row < 3; ++row) {
    for (unsigned column = 0; column < 3; ++column)
      toPatient_->SetElement(static_cast<int>(row), static_cast<int>(column), image.GetDirection()(row, column));
    toPatient_->SetElement(static_cast<int>(row), 3, image.GetOrigin()[row]);
  }
}

vtkImageData* VolumeImage::data() const {
  return data_;
}

vtkMatrix4x4* VolumeImage::toPatient() const {
  return toPatient_;
}

void VolumeImage::touch() {
  data_->GetPointData()->GetScalars()->Modified();
  data_->Modified();
}

double stepAcrossMm(const planning::Volume& volume, const planning::Vector& normal) {
  double best = -1;
  double step = 1;
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double upright = std::abs(planning::dot(axisOf(*volume.hu, axis), normal));
    if (upright > best) best = upright, step = upright * volume.hu->GetSpacing()[axis];
  }
  return step;
}

bool isOwnPlane(const planning::Volume& volume, const planning::Vector& normal) {
  int lying = 0;
  for (unsigned axis = 0; axis < 3; ++axis)
    lying += std::abs(planning::dot(axisOf(*volume.hu, axis), normal)) < 1e-3 ? 1 : 0;
  return lying == 2;
}

std::optional<int> huAt(const planning::Volume& volume, const planning::Point& place) {
  Image::IndexType index;
  if (!volume.hu->TransformPhysicalPointToIndex(place, index)) return std::nullopt;
  const auto hu = volume.hu->GetPixel(index);
  if (hu == planning::kOutsideScan) return std::nullopt;
  return hu;
}

std::array<planning::Point, 8> cornersOf(const planning::Volume& volume) {
  const auto region = volume.hu->GetLargestPossibleRegion();
  std::array<planning::Point, 8> corners;
  for (unsigned c = 0; c < 8; ++c) {
    itk::ContinuousIndex<double, 3> index;
    for (unsigned i = 0; i < 3; ++i)
      index[i] = static_cast<double>(region.GetIndex(i)) - 0.5 +
                 ((c >> i) & 1U ? static_cast<double>(region.GetSize(i)) : 0.0);
    volume.hu->TransformContinuousIndexToPhysicalPoint(index, corners[c]);
  }
  return corners;
}

}  // namespace app::views
