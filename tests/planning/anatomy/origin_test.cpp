#include "planning/anatomy/origin.h"

#include <gtest/gtest.h>

#include <utility>

namespace planning::anatomy {
namespace {

using Kind = Origin::Kind;

// The texts are those of reports that were written already: they may never change.
const std::pair<Origin, const char*> kTexts[] = {
    {{Kind::Segmentation, "2.25.4001"}, "SEG 2.25.4001"},
    {{Kind::RtStruct, "1.2.3"}, "RTSTRUCT 1.2.3"},
    {{Kind::LabelMap, "total spine.nii.gz"}, "label map total spine.nii.gz"},
    {{Kind::Traced}, "traced"},
    {{Kind::Found}, "segmented"},
    {{Kind::Painted}, "painted"},
    {{Kind::Expected}, "expected"},
    {{Kind::Other, "phantom of ours"}, "phantom of ours"},
    {{Kind::Other}, ""},
    {{Kind::Segmentation, "2.25.4001", true}, "SEG 2.25.4001, edited"},
    {{Kind::LabelMap, "a, b.nrrd", true}, "label map a, b.nrrd, edited"},
    {{Kind::Found, {}, true}, "segmented, edited"},
    {{Kind::Other, "phantom", true}, "phantom, edited"}};

}  // namespace

TEST(Origin, isWrittenAsReportsHaveIt) {
  for (const auto& [origin, text] : kTexts) EXPECT_EQ(origin.text(), text);
}

TEST(Origin, isReadBackFromItsText) {
  for (const auto& [origin, text] : kTexts) EXPECT_EQ(originFromText(text), origin) << text;
}

TEST(Origin, keepsAnyOtherTextWhole) {
  for (const char* text : {"SEG", "SEG ", "seg 2.25.1", "label-map a.nii", "traced twice", "segmented ", ", edited",
                           "needle", "a, edited, edited"}) {
    EXPECT_EQ(originFromText(text).kind, Kind::Other) << text;
    EXPECT_EQ(originFromText(text).text(), text);
  }
}

TEST(Origin, tellsThatAPersonChangedTheShape) {
  EXPECT_EQ(edited({Kind::Found}).text(), "segmented, edited");
  EXPECT_EQ(edited(edited({Kind::Segmentation, "2.25.1"})).text(), "SEG 2.25.1, edited");
  EXPECT_EQ(edited({Kind::Painted}).text(), "painted") << "it was a person's from the start";
}

}  // namespace planning::anatomy
