#include "planning/procedure/placement_text.h"

#include <gtest/gtest.h>

namespace planning::procedure {
namespace {

const needle::PlacementError kError{4.25, 2.1, Angle::degrees(3), Angle::degrees(1.5), "own audit: 42 needles"};
const std::string kLines = "placement.any.any = 4.250 2.100 3.000 1.500\nplacement-source = own audit: 42 needles\n";

}  // namespace

TEST(PlacementText, addsARouteThatIsNotThere) {
  EXPECT_EQ(withPlacementError("", "caudal", kError), "[route caudal]\n" + kLines);
  EXPECT_EQ(withPlacementError("# ours\n[route c1-c2]\nneedle = 25Gx90\n", "caudal", kError),
            "# ours\n[route c1-c2]\nneedle = 25Gx90\n\n[route caudal]\n" + kLines);
}

TEST(PlacementText, goesIntoTheSectionBehindWhatItIsBasedOn) {
  const std::string text = "[route own]\n# why\nbased-on = caudal\nneedle = 25Gx90\n[route caudal]\nneedle = 22Gx90\n";
  EXPECT_EQ(withPlacementError(text, "own", kError),
            "[route own]\n# why\nbased-on = caudal\n" + kLines + "needle = 25Gx90\n[route caudal]\nneedle = 22Gx90\n");
}

TEST(PlacementText, takesThePlaceOfTheOneBefore) {
  const std::string once = *withPlacementError("[route caudal]\nneedle = 22Gx90\n", "caudal", kError);
  EXPECT_EQ(withPlacementError(once, "caudal", kError), once);
}

TEST(PlacementText, leavesAnothersFiguresAlone) {
  const auto refused =
      withPlacementError("[route caudal]\nplacement.ct.in-plane = 2\nplacement-source = x\n", "caudal", kError);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "placement-given");
  EXPECT_EQ(refused.error().subject, "line 2");
}

TEST(PlacementText, saysNoMoreThanIsKnown) {
  needle::PlacementError tipOnly{4.25, {}, {}, {}, "x"};
  EXPECT_EQ(withPlacementError("", "caudal", tipOnly),
            "[route caudal]\nplacement.any.any = 4.250\nplacement-source = x\n");
}

}  // namespace planning::procedure
