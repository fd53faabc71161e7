#include "app/pacs/fetch_order.h"

#include <gtest/gtest.h>

namespace app::pacs {
namespace {

using io::pacs::SeriesAnswer;

SeriesAnswer series(const std::string& uid, const std::string& modality, std::size_t objects) {
  return {uid, modality, "", std::vector<planning::InstanceReference>(objects)};
}

std::string uidsOf(const FetchOrder& order) {
  std::string all;
  for (const auto& one : order.series) all += one.uid;
  return all;
}

const std::vector<SeriesAnswer> kStudy{series("a", "CT", 2),  series("b", "OT", 1),       series("c", "CT", 300),
                                       series("d", "SEG", 1), series("e", "RTSTRUCT", 1), series("f", "XA", 900)};

TEST(PacsFetchOrder, bringsWhatLiesBesideAndTheLargestCtFirst) {
  const auto order = fetchOrder(kStudy, "");
  EXPECT_EQ(uidsOf(order), "decabf");
  EXPECT_EQ(order.toOpen, 3U);
}

TEST(PacsFetchOrder, bringsTheWantedSeriesFirst) {
  const auto order = fetchOrder(kStudy, "a");
  EXPECT_EQ(uidsOf(order), "deabcf");
  EXPECT_EQ(order.toOpen, 3U);
  EXPECT_EQ(uidsOf(fetchOrder(kStudy, "gone")), "decabf");
}

TEST(PacsFetchOrder, hasNothingToOpenInAStudyWithoutAScan) {
  const auto order = fetchOrder({series("a", "OT", 1), series("b", "SR", 1)}, "");
  EXPECT_EQ(uidsOf(order), "ba");
  EXPECT_EQ(order.toOpen, 0U);
  EXPECT_EQ(fetchOrder({}, "").toOpen, 0U);
}

TEST(PacsLikelyScan, isAnAngiographyWhereThereIsNoCt) {
  EXPECT_EQ(likelyScan({series("a", "OT", 90), series("b", "XA", 1), series("c", "XA", 2)}), "c");
  EXPECT_EQ(likelyScan({series("a", "MR", 90)}), "");
}

}  // namespace
}  // namespace app::pacs
