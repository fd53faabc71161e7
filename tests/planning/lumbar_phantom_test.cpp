#include "testdata/lumbar_phantom.h"

#include <gtest/gtest.h>

namespace testdata {
namespace {

using planning::Point;

const LumbarPhantom& smallPhantom() {
  static const LumbarPhantom phantom = makeLumbarPhantom({.columns = 128, .rows = 128, .slices = 60});
  return phantom;
}

TEST(LumbarPhantom, masksHoldExactlyTheVoxelsWhoseCentresLieInTheShape) {
  for (const PhantomStructure& structure : smallPhantom().structures) {
    const auto& mask = std::get<planning::anatomy::Mask::Pointer>(structure.structure.shape);
    const auto region = mask->GetLargestPossibleRegion();
    std::size_t in = 0;
    for (std::size_t n = 0; n < region.GetNumberOfPixels(); ++n) {
      Point place;
      mask->TransformIndexToPhysicalPoint(mask->ComputeIndex(static_cast<itk::OffsetValueType>(n)), place);
      const double distance = structure.shape->signedDistance(place);
      if (std::abs(distance) > 1e-9) {
        ASSERT_EQ(mask->GetBufferPointer()[n] != 0, distance < 0) << structure.structure.name << place;
      }
      in += mask->GetBufferPointer()[n];
    }
    EXPECT_GT(in, 0U) << structure.structure.name;
  }
}

}  // namespace
}  // namespace testdata
