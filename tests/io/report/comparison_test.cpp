#include "io/report/comparison.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "io/report/plan_document.h"
#include "tests/io/report/sample_plan.h"

namespace {

using io::report::compare;
using io::report::ContentItem;
using planning::Plan;

ContentItem treeAfter(const std::function<void(Plan&)>& change) {
  Plan plan = io::report::prepared(sample::richPlan());
  change(plan);
  auto tree = io::report::contentOf(io::report::prepared(plan));
  EXPECT_TRUE(tree);
  return std::move(*tree);
}

ContentItem tree() {
  return treeAfter([](Plan&) {});
}

/// Of two that disagree in one thing alone.
std::string onlyDifference(const ContentItem& said, const ContentItem& now) {
  const auto found = compare(said, now).disagreements;
  EXPECT_EQ(found.size(), 1u);
  return found.empty() ? "" : found[0].where + "|" + found[0].what + "|" + found[0].said + "|" + found[0].now;
}

std::size_t differencesAfter(const std::function<void(Plan&)>& change) {
  return compare(tree(), treeAfter(change)).disagreements.size();
}

void forEach(ContentItem& item, const std::function<void(ContentItem&)>& visit) {
  visit(item);
  for (auto& child : item.children) forEach(child, visit);
}

/// One value of an item of the tree, by more than rounding does; false where it has none.
bool change(ContentItem& item) {
  if (item.valueType == "NUM") return item.number = *item.number + 0.1, true;
  if (item.valueType == "CODE") return item.code.value += "7", true;
  if (item.valueType == "SCOORD3D") return item.points.front()[1] += 0.1, true;
  if (!item.reference.sopInstanceUid.empty()) return item.reference.sopInstanceUid += "7", true;
  if (!item.text.empty()) return item.text = "changed", true;
  return false;
}

}  // namespace

TEST(ReportComparison, ofAReportWithItselfFindsNothing) {
  const auto found = compare(tree(), tree());
  for (const auto& one : found.disagreements) ADD_FAILURE() << one.where << " " << one.what << " " << one.said;
  EXPECT_GT(found.largest.size(), 10u);
}

// But for what says who wrote it, with what; and UIDs that nobody reads.
TEST(ReportComparison, missesNoValueOfAnyItem) {
  const std::set<std::string> passedOver{"121005", "121012", "121013", "121014", "121015", "121016",
                                         "111003", "112040", "NP-221", "NP-261", "NP-262"};
  const ContentItem now = tree();
  ContentItem said = now;
  int changed = 0;
  forEach(said, [&](ContentItem& item) {
    const ContentItem whole = item;
    if (!change(item)) return;
    EXPECT_EQ(compare(said, now).disagreements.empty(), passedOver.contains(item.name.value))
        << item.valueType << " " << item.name.meaning;
    item = whole;
    ++changed;
  });
  EXPECT_GT(changed, 200);
}

TEST(ReportComparison, missesNothingThatAPersonVouchesForAndNoSite) {
  const auto plan = [] {
    const auto written = io::report::contentOf(io::report::prepared(sample::attestedPlan()));
    EXPECT_TRUE(written);
    return *written;
  };
  const std::set<std::string> looked{"NP-129", "NP-207", "NP-258", "NP-263", "NP-264", "NP-265",
                                     "NP-266", "NP-267", "NP-268", "NP-269", "NP-270", "NP-298"};
  const ContentItem now = plan();
  ContentItem said = now;
  std::set<std::string> seen;
  forEach(said, [&](ContentItem& item) {
    const ContentItem whole = item;
    if (!looked.contains(item.name.value) || !change(item)) return;
    EXPECT_FALSE(compare(said, now).disagreements.empty()) << item.name.meaning;
    item = whole;
    seen.insert(item.name.value);
  });
  EXPECT_EQ(seen, looked);
}

TEST(ReportComparison, bearsWhatRoundingDoesToASite) {
  const auto at = [](double mm) {
    return [mm](Plan& plan) {
      plan.assessment.needles[0].site = {mm, planning::Middle::Canal, planning::MeasuredSide::Left, {"L4-L5"}};
    };
  };
  EXPECT_TRUE(compare(treeAfter(at(21.375)), treeAfter(at(21.377))).disagreements.empty());
  EXPECT_FALSE(compare(treeAfter(at(21.375)), treeAfter(at(21.4))).disagreements.empty());
}

TEST(ReportComparison, missesNoFrameOfReferenceAndNoUnit) {
  const ContentItem now = tree();
  ContentItem said = now;
  forEach(said, [&](ContentItem& item) {
    auto& text = item.valueType == "SCOORD3D" ? item.frameOfReferenceUid : item.unit.value;
    if (item.valueType != "SCOORD3D" && item.valueType != "NUM") return;
    text += "1";
    EXPECT_FALSE(compare(said, now).disagreements.empty()) << item.name.meaning;
    text.pop_back();
  });
}

TEST(ReportComparison, saysWhereAndWhat) {
  const auto ready = [](Plan& plan) { plan.assessment.ready = !plan.assessment.ready; };
  EXPECT_EQ(onlyDifference(treeAfter(ready), tree()), "|Plan ready|Yes|No");
  const auto tooShort = [](Plan& plan) {
    auto& said = plan.assessment.needles[0].tooShort;
    said = !said.value_or(false);
  };
  EXPECT_TRUE(onlyDifference(treeAfter(tooShort), tree()).starts_with("Aiguille 1|Needle too short|"));
}

TEST(ReportComparison, bearsWhatRoundingDoes) {
  const auto moved = [](double mm) {
    return [mm](Plan& plan) {
      for (auto& needle : plan.assessment.needles)
        for (auto& row : needle.clearances)
          if (row.distanceMm) *row.distanceMm += mm;
    };
  };
  EXPECT_EQ(differencesAfter(moved(0.002)), 0u);
  EXPECT_GT(differencesAfter(moved(0.02)), 0u);
}

TEST(ReportComparison, pairsStructuresOfOneNameByTheirSource) {
  const auto twins = [](bool swapped) {
    return [swapped](Plan& plan) {
      auto& rows = plan.assessment.needles[0].clearances;
      auto twin = rows[3];
      twin.sourceNumber = *twin.sourceNumber + 1;
      twin.distanceMm = 12.5;
      rows.insert(rows.begin() + (swapped ? 3 : 4), twin);
    };
  };
  EXPECT_TRUE(compare(treeAfter(twins(false)), treeAfter(twins(true))).disagreements.empty());
}

TEST(ReportComparison, findingsAreTheirCodesAndArgumentsNotTheirSentences) {
  const auto said = [](planning::Severity severity, const char* distance, const char* sentence) {
    return treeAfter([=](Plan& plan) {
      plan.assessment.findings = {{"entry-off-skin", severity, {"Needle 1", distance}, sentence}};
    });
  };
  using enum planning::Severity;
  const ContentItem now = said(Warning, "3.4 mm", "");
  EXPECT_TRUE(compare(said(Warning, "3.4 mm", "Another language"), now).disagreements.empty());
  EXPECT_TRUE(compare(said(Warning, "3.5 mm", ""), now).disagreements.empty());
  EXPECT_FALSE(compare(said(Warning, "3.6 mm", ""), now).disagreements.empty());
  EXPECT_FALSE(compare(said(Info, "3.4 mm", ""), now).disagreements.empty());
}
