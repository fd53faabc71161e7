#include "io/dicom/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace io::dicom {

namespace {

using planning::Vector;

std::string mm(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", std::abs(value) < 1 ? 3 : 2, value);  // the C locale is the program's rule
  std::string result(text);
  std::replace(result.begin(), result.end(), ',', '.');
  return result;
}

std::vector<double> gapsAlong(const Vector& normal, const std::vector<PlacedSlice>& slices) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < slices.size(); ++i)
    gaps.push_back(planning::dot(slices[i].position - slices[i - 1].position, normal));
  return gaps;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Says where the stack is uneven: the first gap that differs, or else the slice that is out of line.
planning::Error unevenness(const std::vector<PlacedSlice>& slices, const Orientation& orientation, std::size_t worst,
                           double worstMm) {
  const auto gaps = gapsAlong(orientation.normal, slices);
  const double usual = median(gaps);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (std::abs(gaps[i] - usual) <= kMostUnevenMm) continue;
    const double multiple = gaps[i] / usual;
    const bool missing = multiple > 1.5 && std::abs(multiple - std::round(multiple)) * usual <= kMostUnevenMm * 2;
    const std::string where = "gap of " + mm(gaps[i]) + " mm after slice " + std::to_string(i + 1) + " of " +
                              std::to_string(slices.size()) + ", others " + mm(usual) + " mm";
    return {missing ? "missing-slices" : "uneven-slices", slices[i + 1].file + " (0020,0032)", where};
  }
  return {"uneven-slices", slices[worst].file + " (0020,0032)",
          "slice " + std::to_string(worst + 1) + " of " + std::to_string(slices.size()) + " lies " + mm(worstMm) +
              " mm off the line of the others"};
}

}  // namespace

planning::Expected<Orientation> orientationFrom(const std::vector<double>& cosines, const std::string& file) {
  Orientation axes;
  axes.row = planning::makeVector(cosines[0], cosines[1], cosines[2]);
  axes.column = planning::makeVector(cosines[3], cosines[4], cosines[5]);
  constexpr double kTolerance = 1e-3;
  const bool orthonormal = std::abs(axes.row.GetNorm() - 1) < kTolerance &&
                           std::abs(axes.column.GetNorm() - 1) < kTolerance &&
                           std::abs(planning::dot(axes.row, axes.column)) < kTolerance;
  if (!orthonormal)
    return planning::refuse("orientation-not-orthogonal", file + " (0020,0037)",
                            "lengths " + mm(axes.row.GetNorm()) + " and " + mm(axes.column.GetNorm()) +
                                ", scalar product " + mm(planning::dot(axes.row, axes.column)));
  axes.row.Normalize();
  axes.column -= axes.row * planning::dot(axes.row, axes.column);
  axes.column.Normalize();
  axes.normal = planning::cross(axes.row, axes.column);
  return axes;
}

bool sameOrientation(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double p, double q) { return std::abs(p - q) <= 1e-4; });
}

planning::Expected<StackStep> fitStack(const std::vector<PlacedSlice>& slices, const Orientation& orientation) {
  StackStep fit;
  const auto& first = slices.front().position;
  fit.step = (slices.back().position - first) / static_cast<double>(slices.size() - 1);
  std::size_t worst = 0;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const double off = (slices[i].position - (first + fit.step * static_cast<double>(i))).GetNorm();
    if (off > fit.unevennessMm) fit.unevennessMm = off, worst = i;
  }
  if (fit.unevennessMm > kMostUnevenMm) return tl::unexpected(unevenness(slices, orientation, worst, fit.unevennessMm));
  const double along = planning::dot(fit.step, orientation.normal);
  const double sideways = planning::cross(fit.step, orientation.normal).GetNorm();
  fit.tilt = planning::Angle::radians(std::atan2(sideways, along));
  if (sideways > along)
    return planning::refuse("not-a-stack", slices.front().file + " (0020,0032)",
                            "each slice lies " + mm(sideways) + " mm beside and " + mm(along) + " mm above the last");
  return fit;
}

}  // namespace io::dicom
