#include "io/dicom/geometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace {

using io::dicom::fitStack;
using io::dicom::orientationFrom;
using io::dicom::PlacedSlice;
using planning::makePoint;

io::dicom::Orientation axial() {
  return *orientationFrom({1, 0, 0, 0, 1, 0}, "");
}

std::vector<PlacedSlice> slicesAt(const std::vector<double>& heights, double sideways = 0) {
  std::vector<PlacedSlice> slices;
  for (const double z : heights)
    slices.push_back({makePoint(5, sideways * z, z), "slice " + std::to_string(slices.size() + 1)});
  return slices;
}

TEST(StackFit, findsStepAndTilt) {
  const auto fit = fitStack(slicesAt({-3, -1, 1, 3}, 0.5), axial());
  ASSERT_TRUE(fit);
  EXPECT_NEAR((fit->step - planning::makeVector(0, 1, 2)).GetNorm(), 0, 1e-12);
  EXPECT_NEAR(fit->tilt.radians(), std::atan(0.5), 1e-12);
  EXPECT_NEAR(fit->unevennessMm, 0, 1e-12);
}

TEST(StackFit, namesTheGapOfAMissingSlice) {
  const auto fit = fitStack(slicesAt({0, 2.5, 5, 10, 12.5}), axial());
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().code, "missing-slices");
  EXPECT_EQ(fit.error().subject, "slice 4 (0020,0032)");
  EXPECT_EQ(fit.error().detail, "gap of 5.00 mm after slice 3 of 5, others 2.50 mm");
}

TEST(StackFit, refusesUnevenSlices) {
  EXPECT_EQ(fitStack(slicesAt({0, 2.5, 5.4, 7.5, 10}), axial()).error().code, "uneven-slices");
  auto shifted = slicesAt({0, 2, 4, 6, 8});
  shifted[2].position[0] += 0.4;  // even along the normal, beside the line
  const auto fit = fitStack(shifted, axial());
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().code, "uneven-slices");
  EXPECT_EQ(fit.error().subject, "slice 3 (0020,0032)");
}

TEST(StackFit, toleratesTheRoundingOfDecimalStrings) {
  const auto fit = fitStack(slicesAt({0, 0.67, 1.33, 2, 2.67, 3.33, 4}), axial());
  ASSERT_TRUE(fit);
  EXPECT_LT(fit->unevennessMm, io::dicom::kNoticeablyUnevenMm);
}

TEST(StackFit, measuresPlanesAtTheirFarthestPixel) {
  auto slices = slicesAt({0, 2, 4, 6});
  for (auto& slice : slices) slice.acrossColumns = planning::makeVector(100, 0, 0);
  slices[1].acrossColumns[1] = 0.08;  // 0.06 from the mean, 0.02
  const auto fit = fitStack(slices, axial());
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->unevennessMm, 0.06, 1e-9);
  slices[1].acrossColumns[1] = 0.16;
  const auto turned = fitStack(slices, axial());
  ASSERT_FALSE(turned);
  EXPECT_EQ(turned.error().code, "planes-differ");
  EXPECT_EQ(turned.error().subject, "slice 2 (0020,0037)");
  slices[1].acrossColumns = planning::makeVector(100.16, 0, 0);
  EXPECT_EQ(fitStack(slices, axial()).error().subject, "slice 2 (0028,0030)");
}

TEST(StackFit, refusesSlicesBesideEachOther) {
  EXPECT_EQ(fitStack(slicesAt({0, 1, 2}, 3), axial()).error().code, "not-a-stack");
}

TEST(SliceOrientation, isMadeOrthonormalWhenNearlyAndRefusedWhenNot) {
  const auto nearly = orientationFrom({0.99995, 0, 0, 0.0001, 1, 0}, "");
  ASSERT_TRUE(nearly);
  EXPECT_NEAR(nearly->row.GetNorm(), 1, 1e-12);
  EXPECT_NEAR(planning::dot(nearly->row, nearly->column), 0, 1e-12);
  const auto skew = orientationFrom({1, 0, 0, 0.1, 0.995, 0}, "a.dcm");
  ASSERT_FALSE(skew);
  EXPECT_EQ(skew.error().code, "orientation-not-orthogonal");
  EXPECT_EQ(skew.error().subject, "a.dcm (0020,0037)");
}

}  // namespace
