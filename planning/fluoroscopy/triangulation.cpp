#include "planning/fluoroscopy/triangulation.h"

#include <itkMatrix.h>
#include <itkSymmetricEigenAnalysis.h>

#include <algorithm>
#include <cstdio>

#include "planning/check.h"

namespace planning::fluoroscopy {
namespace {

using Matrix = itk::Matrix<double, 3, 3>;

/// I - u u^T: what of a displacement lies across the direction u.
Matrix across(const Vector& u) {
  Matrix m;
  for (unsigned i = 0; i < 3; ++i)
    for (unsigned j = 0; j < 3; ++j) m[i][j] = (i == j ? 1.0 : 0.0) - u[i] * u[j];
  return m;
}

void addOuter(Matrix& sum, const Vector& v, double weight) {
  for (unsigned i = 0; i < 3; ++i)
    for (unsigned j = 0; j < 3; ++j) sum[i][j] += v[i] * v[j] * weight;
}

std::string inOneDecimal(const char* format, double value, double limit) {
  char text[96];
  std::snprintf(text, sizeof text, format, value, limit);
  return text;
}

Point nearestToRays(const std::vector<Ray>& rays) {
  Matrix left;
  left.Fill(0);
  Vector right(0.0);
  for (const auto& ray : rays) {
    const auto m = across(ray.direction);
    left += m;
    right += m * ray.source.GetVectorFromOrigin();
  }
  const Vector solved = Matrix(left.GetInverse()) * right;
  return makePoint(solved[0], solved[1], solved[2]);
}

double gapMm(const Ray& a, const Ray& b) {
  Vector normal = cross(a.direction, b.direction);
  if (normal.GetNorm() < 1e-9) return (across(a.direction) * (b.source - a.source)).GetNorm();
  normal.Normalize();
  return std::abs(dot(b.source - a.source, normal));
}

Angle angleBetween(const Ray& a, const Ray& b) {
  return Angle::radians(std::acos(std::min(1.0, std::abs(dot(a.direction, b.direction)))));
}

/// Standard errors: the inverse of the sum of J^T J / sigma^2, J the change of a mark with the place.
void addErrorEllipsoid(Triangulated& result, const std::vector<Sighting>& sightings) {
  Matrix information;
  information.Fill(0);
  constexpr double kStepMm = 1e-3;
  for (const auto& sighting : sightings) {
    Vector columnChange, rowChange;
    for (unsigned axis = 0; axis < 3; ++axis) {
      Point moved = result.place, back = result.place;
      moved[axis] += kStepMm;
      back[axis] -= kStepMm;
      const auto ahead = sighting.projection.project(moved), behind = sighting.projection.project(back);
      check(ahead && behind, "a triangulated place lies in front of its sources");
      columnChange[axis] = (ahead->column - behind->column) / (2 * kStepMm);
      rowChange[axis] = (ahead->row - behind->row) / (2 * kStepMm);
    }
    const double weight = 1.0 / (sighting.errorPx * sighting.errorPx);
    addOuter(information, columnChange, weight);
    addOuter(information, rowChange, weight);
  }
  itk::SymmetricEigenAnalysis<Matrix, itk::Vector<double, 3>, Matrix> analysis(3);
  itk::Vector<double, 3> eigenvalues;
  Matrix eigenvectors;  // rows, eigenvalues ascending: the least informed axis, so the largest error, first
  analysis.ComputeEigenValuesAndVectors(information, eigenvalues, eigenvectors);
  for (unsigned k = 0; k < 3; ++k) {
    result.errorMm[k] = 1.0 / std::sqrt(eigenvalues[k]);
    result.errorAxes[k] = makeVector(eigenvectors[k][0], eigenvectors[k][1], eigenvectors[k][2]);
  }
}

}  // namespace

Expected<Triangulated> triangulate(const std::vector<Sighting>& sightings) {
  check(sightings.size() >= 2, "triangulation needs two views");
  std::vector<Ray> rays;
  for (const auto& sighting : sightings) rays.push_back(sighting.projection.ray(sighting.place));
  Triangulated result;
  for (std::size_t i = 0; i < rays.size(); ++i)
    for (std::size_t j = i + 1; j < rays.size(); ++j) {
      result.betweenViews = std::max(result.betweenViews, angleBetween(rays[i], rays[j]));
      result.rayGapMm = std::max(result.rayGapMm, gapMm(rays[i], rays[j]));
    }
  if (result.betweenViews.degrees() < kLeastAngleBetweenViewsDeg)
    return refuse(
        "views-too-alike", {},
        inOneDecimal("%.1f degrees, at least %.1f", result.betweenViews.degrees(), kLeastAngleBetweenViewsDeg));
  if (result.rayGapMm > kLargestRayGapMm)
    return refuse("views-disagree", {}, inOneDecimal("%.1f mm, at most %.1f", result.rayGapMm, kLargestRayGapMm));
  result.place = nearestToRays(rays);
  for (const auto& sighting : sightings) {
    const auto seen = sighting.projection.project(result.place);
    if (!seen) return refuse("views-disagree", {}, "behind the source");
    result.residualsPx.push_back(std::hypot(seen->column - sighting.place.column, seen->row - sighting.place.row));
  }
  addErrorEllipsoid(result, sightings);
  return result;
}

}  // namespace planning::fluoroscopy
