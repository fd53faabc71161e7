#include "io/report/site_texts.h"

#include <gtest/gtest.h>

namespace io::report {

TEST(SiteTexts, refuseWhatIsNoSideNoMiddleAndNoPlace) {
  EXPECT_TRUE(siteOf("lateral_mm=-21.375; against=canal; side=right; levels=L4-L5"));
  EXPECT_TRUE(siteOf(""));                                 // nothing was measured
  EXPECT_FALSE(siteOf("lateral_mm=-21.375; side=right"));  // from what?
  EXPECT_FALSE(siteOf("against=canal"));
  EXPECT_FALSE(siteOf("lateral_mm=1; against=navel"));
  EXPECT_FALSE(siteOf("lateral_mm=nan; against=canal"));
  EXPECT_FALSE(siteOf("lateral_mm=1; against=canal; side=up"));
  EXPECT_FALSE(acceptedOf("id=radicular-artery; side=up; by=A"));
  EXPECT_FALSE(acceptedOf("side=left; by=A"));
  EXPECT_FALSE(siteCheckOf("at=2024-02-29; patient=P1"));
  EXPECT_FALSE(checkedSiteOf("needle=Needle 1; target_mm=1 2"));
  EXPECT_FALSE(checkedSiteOf("needle=Needle 1; side=up"));
  EXPECT_TRUE(checkedSiteOf("needle=Needle 1"));
}

TEST(SiteTexts, tellAnEmptyLevelOfItsOwnFromNone) {
  planning::NeedleChoice with, read;
  with.level = "";
  ASSERT_TRUE(takeOwn(splitFields(joinFields(ownFields(with))), read));
  EXPECT_EQ(read.level, std::optional<std::string>(""));
  EXPECT_FALSE(read.routeId);
  EXPECT_FALSE(read.side);
  EXPECT_TRUE(ownFields({}).empty());
  EXPECT_FALSE(takeOwn(splitFields("own=side; side=up"), read));
  EXPECT_FALSE(takeOwn(splitFields("own=gauge"), read));
}

}  // namespace io::report
