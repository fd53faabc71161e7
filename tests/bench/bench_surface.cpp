#include "bench_surface.h"

#include <itkImageRegionIteratorWithIndex.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>

#include <cmath>
#include <random>

#include "planning/anatomy/distance.h"

namespace bench {

using planning::makePoint;
using planning::Point;
using planning::anatomy::Mask;
using planning::anatomy::Surface;

std::shared_ptr<const Surface> wavyBall() {
  static const auto surface = [] {
    const auto mask = Mask::New();
    mask->SetRegions(Mask::SizeType{{240, 240, 240}});
    mask->SetSpacing(planning::makeVector(0.6, 0.6, 0.6));
    mask->SetOrigin(makePoint(-72, -72, -72));
    mask->Allocate(true);
    for (itk::ImageRegionIteratorWithIndex<Mask> voxel(mask, mask->GetBufferedRegion()); !voxel.IsAtEnd(); ++voxel) {
      Point p;
      mask->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
      const double wave = 4 * std::sin(p[0] / 4) * std::sin(p[1] / 4) * std::sin(p[2] / 4);
      voxel.Set(p.GetVectorFromOrigin().GetNorm() + wave < 60);
    }
    return std::make_shared<const Surface>(planning::anatomy::extractSurface(*mask));
  }();
  return surface;
}

vtkSmartPointer<vtkPolyData> toVtk(const Surface& surface) {
  vtkNew<vtkPoints> points;
  for (const auto& v : surface.vertices) points->InsertNextPoint(v.data());
  vtkNew<vtkCellArray> cells;
  for (const auto& t : surface.triangles) cells->InsertNextCell({vtkIdType(t[0]), vtkIdType(t[1]), vtkIdType(t[2])});
  vtkNew<vtkPolyData> data;
  data->SetPoints(points);
  data->SetPolys(cells);
  return data.Get();
}

std::vector<planning::Segment> needlesPast(const Surface& surface, int count) {
  const auto field = makeDistanceField(std::make_shared<const Surface>(surface));
  std::mt19937 random(1);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> length(90, 210), away(66, 90);
  std::vector<planning::Segment> needles;
  while (int(needles.size()) < count) {
    const auto direction = [&] {
      auto v = planning::makeVector(normal(random), normal(random), normal(random));
      return v / v.GetNorm();
    };
    const Point target = makePoint(0, 0, 0) + direction() * away(random);
    const planning::Segment needle{target + direction() * length(random), target};
    if (field->distance(needle).distanceMm > 0) needles.push_back(needle);
  }
  return needles;
}

}  // namespace bench
