#include "io/dicom/geometry.h"

#include <algorithm>
#include <cmath>

#include "planning/finding.h"

namespace io::dicom {

namespace {

using planning::Vector;

std::string mm(double value) {
  return planning::numberText(value, std::abs(value) < 1 ? 3 : 2);
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

Vector mean(const std::vector<PlacedSlice>& slices, Vector PlacedSlice::*member) {
  Vector sum(0.0);  // of differences, so that equal slices have exactly their own mean
  for (const auto& slice : slices) sum += slice.*member - slices.front().*member;
  return slices.front().*member + sum / static_cast<double>(slices.size());
}

/// The pixels of a slice lie within the parallelogram of its corners, and so do their differences from others'.
double mostApart(const Vector& first, const Vector& acrossColumns, const Vector& acrossRows) {
  return std::max({first.GetNorm(), (first + acrossColumns).GetNorm(), (first + acrossRows).GetNorm(),
                   (first + acrossColumns + acrossRows).GetNorm()});
}

/// Says which slice's plane is not the others', and by which attribute.
planning::Error differingPlane(const std::vector<PlacedSlice>& slices, std::size_t worst, double worstMm) {
  const auto& odd = slices[worst];
  const auto& other = slices[worst == 0 ? slices.size() - 1 : 0];
  const auto turned = [](const Vector& a, const Vector& b) { return planning::cross(a, b).GetNorm(); };
  const auto longer = [](const Vector& a, const Vector& b) {
    return a.GetNorm() * std::abs(a.GetNorm() - b.GetNorm());
  };
  const bool spacing = longer(odd.acrossColumns, other.acrossColumns) + longer(odd.acrossRows, other.acrossRows) >
                       turned(odd.acrossColumns, other.acrossColumns) + turned(odd.acrossRows, other.acrossRows);
  return {"planes-differ", odd.file + (spacing ? " (0028,0030)" : " (0020,0037)"),
          "slice " + std::to_string(worst + 1) + " of " + std::to_string(slices.size()) + ": its pixels lie up to " +
              mm(worstMm) + " mm off"};
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

double mostApartMm(const PlacedSlice& a, const PlacedSlice& b) {
  return mostApart(Vector(0.0), a.acrossColumns - b.acrossColumns, a.acrossRows - b.acrossRows);
}

planning::Expected<StackStep> fitStack(const std::vector<PlacedSlice>& slices, const Orientation& orientation) {
  StackStep fit;
  const auto& first = slices.front().position;
  fit.step = (slices.back().position - first) / static_cast<double>(slices.size() - 1);
  const Vector acrossColumns = mean(slices, &PlacedSlice::acrossColumns),
               acrossRows = mean(slices, &PlacedSlice::acrossRows);
  std::size_t worst = 0, worstPlane = 0;
  double firstPixelMm = 0;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const Vector off = slices[i].position - (first + fit.step * static_cast<double>(i));
    if (off.GetNorm() > firstPixelMm) firstPixelMm = off.GetNorm(), worst = i;
    const double most = mostApart(off, slices[i].acrossColumns - acrossColumns, slices[i].acrossRows - acrossRows);
    if (most > fit.unevennessMm) fit.unevennessMm = most, worstPlane = i;
  }
  if (firstPixelMm > kMostUnevenMm) return tl::unexpected(unevenness(slices, orientation, worst, firstPixelMm));
  if (fit.unevennessMm > kMostUnevenMm) return tl::unexpected(differingPlane(slices, worstPlane, fit.unevennessMm));
  const double along = planning::dot(fit.step, orientation.normal);
  const double sideways = planning::cross(fit.step, orientation.normal).GetNorm();
  fit.tilt = planning::Angle::radians(std::atan2(sideways, along));
  if (sideways > along)
    return planning::refuse("not-a-stack", slices.front().file + " (0020,0032)",
                            "each slice lies " + mm(sideways) + " mm beside and " + mm(along) + " mm above the last");
  return fit;
}

}  // namespace io::dicom
