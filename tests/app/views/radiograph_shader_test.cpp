#include "app/views/radiograph_shader.h"

#include <gtest/gtest.h>

#include <QOffscreenSurface>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/app/views/scene.h"

namespace {

using planning::Angle;
using planning::makePoint;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::Projection;
using planning::fluoroscopy::Radiograph;

CArmGeometry view(double primaryDeg, double secondaryDeg, const planning::Point& isocentre) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.secondary = Angle::degrees(secondaryDeg);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 700;
  g.columnSpacingMm = 0.9;
  g.rowSpacingMm = 1.1;
  g.columns = 160;
  g.rows = 140;
  g.isocentre = isocentre;
  return g;
}

/// Noise of bone and tissue over a body, air around it, and what the scanner never saw at one corner.
std::shared_ptr<planning::Volume> noisyVolume(const tests::SceneOptions& options) {
  auto volume = tests::makeVolume(options);
  std::mt19937 random(5);
  std::uniform_int_distribution<int> hu(-200, 900);
  auto* voxel = volume->hu->GetBufferPointer();
  const auto size = volume->hu->GetLargestPossibleRegion().GetSize();
  for (std::size_t i = 0; i < size[0] * size[1] * size[2]; ++i) {
    const auto column = i % size[0];
    voxel[i] = static_cast<std::int16_t>(column < 4 ? -1024 : hu(random));
    if (i < size[0] * 3) voxel[i] = planning::kOutsideScan;
  }
  return volume;
}

Radiograph onProcessor(const planning::Volume& volume, const CArmGeometry& geometry, double stepMm) {
  planning::Progress progress;
  return *planning::fluoroscopy::makeRadiograph(volume, geometry, stepMm, progress);
}

int largestGreyDifference(const Radiograph& a, const Radiograph& b) {
  const auto [darkest, brightest] = a.usualRange();
  const auto first = a.grey(darkest, brightest), second = b.grey(darkest, brightest);
  int largest = 0;
  for (std::size_t i = 0; i < first.size(); ++i) largest = std::max(largest, std::abs(first[i] - second[i]));
  return largest;
}

struct Drawing {
  Drawing() { surface.create(); }
  QOffscreenSurface surface;
  app::views::RadiographShader shader{surface};
};

TEST(RadiographShader, equalsItsTwinOnTheProcessorWithinOneGreyLevel) {
  Drawing drawing;
  auto& shader = drawing.shader;
  for (const auto& options : {tests::straight(), tests::oblique(), tests::sheared(), tests::leftHanded()}) {
    const auto volume = noisyVolume(options);
    const auto middle = tests::placeOf(*volume, {20, 18, 12});
    for (const auto& [primary, secondary] : {std::pair(0.0, 0.0), std::pair(35.0, -12.0), std::pair(-118.0, 25.0),
                                             std::pair(180.0, 0.0), std::pair(90.0, 0.0)}) {
      const auto geometry = view(primary, secondary, middle);
      const auto drawn = shader.render(volume, geometry, 1.0);
      ASSERT_TRUE(drawn) << drawn.error().code;
      EXPECT_LE(largestGreyDifference(onProcessor(*volume, geometry, 1.0), *drawn), 1) << primary;
    }
  }
}

TEST(RadiographShader, putsAnAsymmetricMarkerWhereTheProjectionDoes) {
  Drawing drawing;
  auto& shader = drawing.shader;
  const auto volume = tests::makeVolume(tests::oblique());
  const auto marker = tests::placeOf(*volume, {27, 11, 15});
  const auto middle = marker - planning::makeVector(14, -9, 17);  // the marker lies to the left, front and head
  for (const double primary : {0.0, 180.0, 90.0}) {
    const auto geometry = view(primary, 10, middle);
    const auto made = shader.render(volume, geometry, 0.5);
    ASSERT_TRUE(made) << made.error().code;
    const auto brightest = static_cast<int>(std::max_element(made->attenuation.begin(), made->attenuation.end()) -
                                            made->attenuation.begin());
    const auto expected = *Projection(geometry).project(marker);
    EXPECT_NEAR(brightest % 160, expected.column, 1.5) << primary;
    EXPECT_NEAR(brightest / 160, expected.row, 1.5) << primary;
    EXPECT_GT(std::abs(expected.column - 79.5), 3) << "the marker tells one side from the other";
  }
}

TEST(RadiographShader, honoursAPrincipalPointAFlipAndATurn) {
  Drawing drawing;
  auto& shader = drawing.shader;
  const auto volume = noisyVolume(tests::straight());
  auto geometry = view(20, 5, makePoint(0, 0, -65));
  geometry.principalPoint = planning::fluoroscopy::ImagePoint{60, 90};
  geometry.flippedHorizontally = true;
  geometry.quarterTurns = 1;
  const auto drawn = shader.render(volume, geometry, 1.0);
  ASSERT_TRUE(drawn) << drawn.error().code;
  EXPECT_LE(largestGreyDifference(onProcessor(*volume, geometry, 1.0), *drawn), 1);
}

TEST(RadiographShader, drawsTheScanThatIsGivenNotTheOneBefore) {
  Drawing drawing;
  auto& shader = drawing.shader;
  const auto geometry = view(0, 0, makePoint(0, 0, -65));
  const auto first = shader.render(tests::makeVolume(tests::straight()), geometry, 1.0);
  const auto noisy = noisyVolume(tests::straight());
  const auto second = shader.render(noisy, geometry, 1.0);
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->attenuation, second->attenuation);
  EXPECT_LE(largestGreyDifference(onProcessor(*noisy, geometry, 1.0), *second), 1);
}

}  // namespace
