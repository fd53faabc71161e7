#include "app/views/surface_prop.h"

#include <QColor>

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkTypeInt32Array.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "app/views/risk_paint.h"

namespace app::views {
namespace {

using planning::anatomy::Surface;
using Normals = std::vector<std::array<float, 3>>;

void normalise(Normals& normals) {
  for (auto& n : normals) {
    const float length = std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    if (length > 0)
      for (auto& part : n) part /= length;
  }
}

void addTo(std::array<float, 3>& sum, const std::array<float, 3>& part) {
  for (std::size_t i = 0; i < 3; ++i) sum[i] += part[i];
}

/// Weighted by area.
Normals faceNormalsAtVertices(const Surface& surface) {
  Normals normals(surface.vertices.size(), {0, 0, 0});
  for (const auto& t : surface.triangles) {
    const auto& a = surface.vertices[t[0]];
    const auto& b = surface.vertices[t[1]];
    const auto& c = surface.vertices[t[2]];
    const float u[3] = {b[0] - a[0], b[1] - a[1], b[2] - a[2]};
    const float v[3] = {c[0] - a[0], c[1] - a[1], c[2] - a[2]};
    const std::array<float, 3> normal{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    for (const auto corner : t) addTo(normals[corner], normal);
  }
  normalise(normals);
  return normals;
}

/// A mask's boundary has steps; light that is averaged over a few neighbours shows the shape behind them.
Normals shadingNormals(const Surface& surface) {
  constexpr int kPasses = 4;
  Normals normals = faceNormalsAtVertices(surface);
  for (int pass = 0; pass < kPasses; ++pass) {
    Normals sums = normals;
    for (const auto& t : surface.triangles) {
      std::array<float, 3> sum = normals[t[0]];
      addTo(sum, normals[t[1]]);
      addTo(sum, normals[t[2]]);
      for (const auto corner : t) addTo(sums[corner], sum);
    }
    normalise(sums);
    normals = std::move(sums);
  }
  return normals;
}

vtkSmartPointer<vtkPolyData> polyDataOf(const Surface& surface) {
  // VTK wants writable arrays and does not write; `1` leaves the memory ours.
  vtkNew<vtkFloatArray> places;
  places->SetNumberOfComponents(3);
  places->SetArray(const_cast<float*>(surface.vertices.front().data()),
                   static_cast<vtkIdType>(3 * surface.vertices.size()), 1);
  vtkNew<vtkPoints> points;
  points->SetData(places);
  vtkNew<vtkTypeInt32Array> corners;
  corners->SetArray(reinterpret_cast<vtkTypeInt32*>(const_cast<std::uint32_t*>(surface.triangles.front().data())),
                    static_cast<vtkIdType>(3 * surface.triangles.size()), 1);
  vtkNew<vtkCellArray> triangles;
  triangles->SetData(3, corners);
  const Normals light = shadingNormals(surface);
  vtkNew<vtkFloatArray> normals;
  normals->SetNumberOfComponents(3);
  normals->SetNumberOfTuples(static_cast<vtkIdType>(light.size()));
  std::copy(light.front().data(), light.front().data() + 3 * light.size(), normals->GetPointer(0));
  auto data = vtkSmartPointer<vtkPolyData>::New();
  data->SetPoints(points);
  data->SetPolys(triangles);
  data->GetPointData()->SetNormals(normals);
  return data;
}

constexpr std::size_t kLargeSurface = 20000;  ///< triangles

struct Box {
  std::array<float, 3> low, high;
};

Box boundsOf(const Surface& surface) {
  Box box{surface.vertices.front(), surface.vertices.front()};
  for (const auto& v : surface.vertices)
    for (std::size_t i = 0; i < 3; ++i) {
      box.low[i] = std::min(box.low[i], v[i]);
      box.high[i] = std::max(box.high[i], v[i]);
    }
  return box;
}

/// A cell that makes about a tenth of the triangles: three edges long.
double cellFor(const Surface& surface) {
  double sum = 0;
  const std::size_t stride = 1 + surface.triangles.size() / 1000;
  std::size_t count = 0;
  for (std::size_t t = 0; t < surface.triangles.size(); t += stride, ++count) {
    const auto& a = surface.vertices[surface.triangles[t][0]];
    const auto& b = surface.vertices[surface.triangles[t][1]];
    sum += std::hypot(static_cast<double>(a[0] - b[0]), static_cast<double>(a[1] - b[1]),
                      static_cast<double>(a[2] - b[2]));
  }
  return 3 * sum / static_cast<double>(count);
}

}  // namespace

planning::anatomy::Surface thin(const Surface& surface, double cellMm, std::vector<std::uint32_t>* thinOf) {
  constexpr double kMostCellsAcross = 250;
  const Box box = boundsOf(surface);
  std::array<std::size_t, 3> cells{};
  for (std::size_t i = 0; i < 3; ++i)
    cellMm = std::max(cellMm, static_cast<double>(box.high[i] - box.low[i]) / kMostCellsAcross);
  for (std::size_t i = 0; i < 3; ++i)
    cells[i] = 1 + static_cast<std::size_t>(static_cast<double>(box.high[i] - box.low[i]) / cellMm);
  constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> ofCell(cells[0] * cells[1] * cells[2], kNone);
  std::vector<std::uint32_t> ofVertex(surface.vertices.size());
  std::vector<float> counts;
  Surface result;
  for (std::size_t v = 0; v < surface.vertices.size(); ++v) {
    std::size_t cell = 0;
    for (std::size_t i = 3; i-- > 0;)
      cell =
          cell * cells[i] + static_cast<std::size_t>(static_cast<double>(surface.vertices[v][i] - box.low[i]) / cellMm);
    if (ofCell[cell] == kNone) {
      ofCell[cell] = static_cast<std::uint32_t>(result.vertices.size());
      result.vertices.push_back({0, 0, 0});
      counts.push_back(0);
    }
    ofVertex[v] = ofCell[cell];
    addTo(result.vertices[ofVertex[v]], surface.vertices[v]);
    ++counts[ofVertex[v]];
  }
  for (std::size_t v = 0; v < counts.size(); ++v)
    for (auto& part : result.vertices[v]) part /= counts[v];
  for (const auto& t : surface.triangles) {
    const std::array<std::uint32_t, 3> kept{ofVertex[t[0]], ofVertex[t[1]], ofVertex[t[2]]};
    if (kept[0] != kept[1] && kept[1] != kept[2] && kept[2] != kept[0]) result.triangles.push_back(kept);
  }
  if (thinOf != nullptr) *thinOf = std::move(ofVertex);
  return result;
}

SurfaceProp::SurfaceProp(std::shared_ptr<const Surface> surface)
    : surface_(std::move(surface)),
      mapper_(vtkSmartPointer<vtkPolyDataMapper>::New()),
      actor_(vtkSmartPointer<vtkActor>::New()) {
  if (!surface_->triangles.empty()) full_ = polyDataOf(*surface_);
  mapper_->SetInputData(full_);
  mapper_->ScalarVisibilityOff();
  actor_->SetMapper(mapper_);
  auto* property = actor_->GetProperty();
  property->SetInterpolationToPhong();
  property->SetAmbient(0.12);
  property->SetDiffuse(0.85);
  property->SetSpecular(0.15);
  property->SetSpecularPower(20);
  // One layer a surface, so that see-through ones need no depth sorting.
  property->BackfaceCullingOn();
}

vtkActor* SurfaceProp::actor() const {
  return actor_;
}

void SurfaceProp::setThinned(bool thinned) {
  if (surface_->triangles.size() < kLargeSurface) return;
  if (thinned && !thin_) {
    thin_ = std::make_unique<const Surface>(thin(*surface_, cellFor(*surface_), &thinOf_));
    thinned_ = polyDataOf(*thin_);
    giveRisk();
  }
  mapper_->SetInputData(thinned ? thinned_ : full_);
}

void SurfaceProp::paintRisk(std::shared_ptr<const std::vector<float>> values) {
  if (values == risk_ || !full_) return;
  const bool had = risk_ != nullptr;
  risk_ = std::move(values);
  if (had && !risk_) return detachRiskShader(*actor_);
  giveRisk();
  if (!had) attachRiskShader(*actor_);
}

/// To the full data and the thinned: of the vertices that one stands for, the worst.
void SurfaceProp::giveRisk() {
  if (!risk_) return;
  const auto give = [](vtkPolyData& data, const std::vector<float>& values) {
    vtkNew<vtkFloatArray> array;
    array->SetName(kRiskArray);
    array->SetNumberOfComponents(2);
    array->SetNumberOfTuples(static_cast<vtkIdType>(values.size() / 2));
    std::copy(values.begin(), values.end(), array->GetPointer(0));
    data.GetPointData()->AddArray(array);
    data.Modified();
  };
  give(*full_, *risk_);
  if (!thin_) return;
  std::vector<float> worst(2 * thin_->vertices.size());
  for (std::size_t v = 0; v < thin_->vertices.size(); ++v) worst[2 * v] = std::numeric_limits<float>::max();
  for (std::size_t v = 0; v < thinOf_.size(); ++v) {
    const std::size_t to = thinOf_[v];
    worst[2 * to] = std::min(worst[2 * to], (*risk_)[2 * v]);
    worst[2 * to + 1] = std::max(worst[2 * to + 1], (*risk_)[2 * v + 1]);
  }
  give(*thinned_, worst);
}

void SurfaceProp::showAsNet(bool net) {
  net ? actor_->GetProperty()->SetRepresentationToWireframe() : actor_->GetProperty()->SetRepresentationToSurface();
}

void SurfaceProp::show(const QColor& colour, double opacity, bool visible) {
  actor_->SetVisibility(visible && opacity > 0 && !surface_->triangles.empty());
  actor_->GetProperty()->SetColor(colour.redF(), colour.greenF(), colour.blueF());
  actor_->GetProperty()->SetOpacity(opacity);
}

}  // namespace app::views
