#include "io/report/number_ranges.h"

#include <gtest/gtest.h>

#include <limits>

#include "io/dicom/encode.h"
#include "io/report/plan_document.h"
#include "tests/io/report/report_items.h"
#include "tests/io/report/sample_plan.h"

// What no needle and no structure can have is not shown, whoever wrote it there.

namespace {

using io::report::ContentItem;
using io::report::NumberRange;
using namespace sample;

ContentItem numberItem(const NumberRange& range, double value) {
  ContentItem item;
  item.valueType = "NUM";
  item.name = range.name.code();
  item.unit = range.unit.code();
  item.number = value;
  return item;
}

void collectNumbers(DcmItem& item, std::vector<DcmItem*>& numbers) {
  auto* children = childrenOf(item);
  for (unsigned long i = 0; children != nullptr && i < children->card(); ++i) {
    OFString type;
    children->getItem(i)->findAndGetOFString(DCM_ValueType, type);
    if (type == "NUM") numbers.push_back(children->getItem(i));
    collectNumbers(*children->getItem(i), numbers);
  }
}

std::vector<DcmItem*> numbersOf(DcmFileFormat& document) {
  std::vector<DcmItem*> numbers;
  collectNumbers(*document.getDataset(), numbers);
  return numbers;
}

const NumberRange* rangeOf(DcmItem& item) {
  for (const auto& range : io::report::numberRanges())
    if (conceptOf(item) == range.name.value) return &range;
  return nullptr;
}

/// The refusal's detail after the n-th number of the rich plan's report became another.
std::string refusalWith(std::size_t which, double value) {
  const auto document = richDocument();
  setNumber(*numbersOf(*document)[which], value);
  const auto plan = io::report::planOf(*io::dicom::encode(*document), "plan.dcm");
  if (plan) return "read";
  EXPECT_EQ(plan.error().code, "broken-report");
  EXPECT_EQ(plan.error().subject, "plan.dcm");
  return plan.error().detail;
}

}  // namespace

TEST(NumberRanges, takeTheirEndsAndNothingBeyond) {
  for (const auto& range : io::report::numberRanges()) {
    const std::string name = range.name.meaning;
    EXPECT_FALSE(io::report::impossibleNumber(numberItem(range, range.least))) << name;
    EXPECT_FALSE(io::report::impossibleNumber(numberItem(range, range.most))) << name;
    for (const double value : {range.least - 0.001, range.most + 0.001}) {
      const auto said = io::report::impossibleNumber(numberItem(range, value));
      ASSERT_TRUE(said) << name << " " << value;
      EXPECT_TRUE(said->starts_with(name + " = ")) << *said;
    }
    ContentItem inAnotherUnit = numberItem(range, range.most);
    inAnotherUnit.unit = {"cm", "UCUM", "centimeter"};
    EXPECT_TRUE(io::report::impossibleNumber(inAnotherUnit)) << name;
    ContentItem absent = numberItem(range, 0);
    absent.number.reset();
    EXPECT_TRUE(io::report::impossibleNumber(absent)) << name;
  }
}

TEST(NumberRanges, knowEveryNumberOfAReport) {
  const auto document = richDocument();
  const auto numbers = numbersOf(*document);
  ASSERT_GT(numbers.size(), 40u);
  for (auto* item : numbers) EXPECT_NE(rangeOf(*item), nullptr) << conceptOf(*item);
}

// Each number of a report in turn, too large, too small and none: refused, and the refusal names it.
TEST(NumberRanges, keepAnImpossiblePlanFromBeingShown) {
  const auto document = richDocument();
  const auto numbers = numbersOf(*document);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto& range = *rangeOf(*numbers[i]);
    for (const double value : {range.most + 7, range.least - 7, std::numeric_limits<double>::quiet_NaN()})
      EXPECT_NE(refusalWith(i, value).find(range.name.meaning), std::string::npos)
          << range.name.meaning << " = " << value << ": " << refusalWith(i, value);
  }
}

TEST(NumberRanges, keepAPlaceOutsideEveryScannerFromBeingShown) {
  const auto document = richDocument();
  setFirstCoordinate(*find(group(*document->getDataset(), kClearance), "NP-003"), 1e9f);
  const auto plan = io::report::planOf(*io::dicom::encode(*document), "plan.dcm");
  ASSERT_FALSE(plan);
  EXPECT_NE(plan.error().detail.find("Closest point on structure"), std::string::npos) << plan.error().detail;
}

// Numbers in texts: the band of the near verdict, and the placement error.
TEST(NumberRanges, keepImpossibleTextsFromBeingShown) {
  const std::pair<const char*, std::string> texts[] = {
      {"NP-255", "-2.5"},
      {"NP-255", "nan"},
      {"NP-257", "tip_mm=-7.6; source=x"},
      {"NP-257", "tip_mm=7.6; tip_deviation_mm=-2; source=x"},
      {"NP-257", "tip_mm=7.6; angle_deg=200; source=x"},
      {"NP-248", "place=1; label=x; uid=2.25.63; gauge=1e20; length_mm=50; diameter_mm=0.5"},
      {"NP-237", "1.5 1e9 1.25"},
      {"NP-256", "1 60 1e9 1 62 -310"}};
  for (const auto& [concept_, text] : texts) {
    const auto document = richDocument();
    find(*document->getDataset(), concept_)->putAndInsertString(DCM_TextValue, text.c_str());
    const auto plan = io::report::planOf(*io::dicom::encode(*document), "plan.dcm");
    EXPECT_FALSE(plan) << concept_ << " " << text;
  }
}
