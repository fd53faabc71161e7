#include "io/report/older_layouts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "io/report/comparison.h"
#include "io/report/plan_document.h"
#include "io/report/plan_reader.h"
#include "io/report/plan_report.h"
#include "io/report/report_tree.h"
#include "tests/io/report/sample_plan.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

// attestedPlan() as version 0.1.0 saved it on 2026-11-30, kept as it is.

namespace io::report {
namespace {

const std::filesystem::path kOldPlan =
    std::filesystem::path(NEEDLEPLAN_SOURCE_DIR) / "tests/io/report/older/plan_0_1_0.dcm";

planning::Plan oldPlan() {
  auto read = asPlan(parseReport(kOldPlan), kOldPlan.string());
  EXPECT_TRUE(read) << read.error().detail;
  return read ? *read : planning::Plan{};
}

/// What a check is answered with: the meaning of the value; empty where the report has no such item.
std::string answerIn(const ContentItem& root, const CodedConcept& question) {
  const auto* item = root.child(kCodes.qualitativeEvaluations)->child(question);
  return item != nullptr ? item->code.meaning : "";
}

}  // namespace

TEST(OlderLayouts, areReadAsWhatWasSaved) {
  const support::TemporaryFolder folder;
  auto before = sample::attestedPlan();
  before.choices.rulesAccepted = false;  // 0.1.0 knew no such words
  before.choices.structuresSeen.clear();
  const auto now = writePlan(before, folder / "plan.dcm");
  ASSERT_TRUE(now) << now.error().detail;
  const auto old = oldPlan();
  const auto then = sample::lines(old), today = sample::lines(*now);
  ASSERT_EQ(then.size(), today.size());
  for (std::size_t i = 0; i < then.size(); ++i) EXPECT_EQ(then[i], today[i]);
  EXPECT_EQ(old.report.seal, planning::Seal::Holds);
}

// The question was about unbalanced diabetes; the report said that the patient had no diabetes, or had.
TEST(OlderLayouts, haveTheirChecksReadAsWhatWasAsked) {
  const auto tree = parseTree(kOldPlan);
  ASSERT_TRUE(tree);
  const auto renewed = asWrittenNow(tree->content);
  const struct {
    CodedConcept before, asked;
    const char* answer;
  } checks[] = {{{"711150003", "SCT", ""}, {"NP-601", kPrivateScheme, ""}, "Yes"},
                {{"293637006", "SCT", ""}, {"NP-602", kPrivateScheme, ""}, "Yes"},
                {{"40733004", "SCT", ""}, {"NP-603", kPrivateScheme, ""}, "No"},
                {{"161615003", "SCT", ""}, {"NP-604", kPrivateScheme, ""}, "Yes"},
                {{"73211009", "SCT", ""}, {"NP-605", kPrivateScheme, ""}, "Undetermined"}};
  for (const auto& check : checks) {
    EXPECT_EQ(answerIn(tree->content, check.before), check.answer);
    EXPECT_EQ(answerIn(renewed, check.before), "") << check.before.value;
    EXPECT_EQ(answerIn(renewed, check.asked), check.answer) << check.asked.value;
  }
}

// So that `verify` agrees with a plan of before. The patient lies on the side: the tilt of the gantry was another
// axis's.
TEST(OlderLayouts, sayTheSameAsTheReportThatWouldBeWrittenNow) {
  const auto tree = parseTree(kOldPlan);
  ASSERT_TRUE(tree);
  const auto now = contentOf(prepared(oldPlan()));
  ASSERT_TRUE(now) << now.error().detail;
  for (const auto& one : compare(tree->content, *now).disagreements)
    if (one.what != kCodes.gantryTilt.meaning && one.what != kCodes.angleInTiltedSlice.meaning)
      ADD_FAILURE() << one.where << "|" << one.what << "|" << one.said << "|" << one.now;
}

TEST(OlderLayouts, leaveTheTreeOfTodayAsItIs) {
  const auto now = contentOf(prepared(sample::attestedPlan()));
  ASSERT_TRUE(now);
  EXPECT_TRUE(compare(*now, asWrittenNow(*now)).disagreements.empty());
  EXPECT_TRUE(compare(asWrittenNow(*now), *now).disagreements.empty());
}

}  // namespace io::report
