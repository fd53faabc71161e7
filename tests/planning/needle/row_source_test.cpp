#include "planning/needle/row_source.h"

#include <gtest/gtest.h>

#include <utility>

namespace planning::needle {
namespace {

using anatomy::Origin;

const std::pair<RowSource, const char*> kTexts[] = {{Required{"dura"}, "required:dura"},
                                                    {OtherNeedle{}, "needle"},
                                                    {Origin{Origin::Kind::Traced}, "traced"},
                                                    {Origin{Origin::Kind::Segmentation, "2.25.7"}, "SEG 2.25.7"},
                                                    {Origin{Origin::Kind::Other, "needles"}, "needles"},
                                                    {Origin{}, ""}};

}  // namespace

TEST(RowSource, isWrittenAsReportsHaveItAndReadBack) {
  for (const auto& [source, text] : kTexts) {
    EXPECT_EQ(textOf(source), text);
    EXPECT_EQ(rowSourceFromText(text), source) << text;
  }
}

TEST(RowSource, ofARequiredOneOrAnotherNeedleIsNoStructure) {
  EXPECT_TRUE(isStructure(Origin{}));
  EXPECT_FALSE(isStructure(Required{"dura"}));
  EXPECT_FALSE(isStructure(OtherNeedle{}));
}

}  // namespace planning::needle
