#include "app/worksheet/plan_copies.h"

#include <gtest/gtest.h>

#include <fstream>
#include <span>

#include "io/report/plan_copies.h"
#include "tests/support/temporary_folder.h"

namespace app::worksheet {
namespace {

namespace fs = std::filesystem;

planning::Plan planWithUid(const std::string& uid) {
  planning::Plan plan;
  plan.choices.scan.patient = {"P1", "HOSPITAL", "Doe^Jane", "19700101", "F"};
  plan.choices.scan.study = {"2.25.1", "7", "20260102", "101112", "ACC", "Lumbar CT", "Roe^Ann"};
  plan.report.sopInstanceUid = uid;
  plan.report.savedDate = "20260103";
  plan.report.savedTime = "111213";
  plan.report.complete = true;
  return plan;
}

class PlanCopies : public testing::Test {
 protected:
  void worksheet(const std::string& uid, const std::string& name) {
    ASSERT_TRUE(io::report::writeWorksheet(std::as_bytes(std::span("%PDF-1.4")), planWithUid(uid), folder_ / name));
  }
  void keyImage(const std::string& uid, int number, const std::string& name) {
    const io::report::KeyImage image{2, 1, {1, 2, 3, 4, 5, 6}, "two pixels"};
    ASSERT_TRUE(io::report::writeKeyImage(image, planWithUid(uid), number, folder_ / name));
  }
  support::TemporaryFolder folder_;
};

}  // namespace

// Of the version before all goes, however many needles it had. What is of another plan, or has another name, stays.
TEST_F(PlanCopies, areRemovedOfThatPlanAlone) {
  worksheet("2.25.77", "plan-worksheet.dcm");
  keyImage("2.25.77", 1, "plan-key-1.dcm");
  keyImage("2.25.77", 12, "plan-key-12.dcm");
  keyImage("2.25.777", 2, "plan-key-2.dcm");
  worksheet("2.25.77", "other-worksheet.dcm");
  keyImage("2.25.77", 3, "plan-key-mine.dcm");
  std::ofstream(folder_ / "plan-key-4.dcm") << "no DICOM";
  ASSERT_TRUE(removeCopies(folder_ / "plan.dcm", ""));
  EXPECT_EQ(folder_.names().size(), 7u);
  ASSERT_TRUE(removeCopies(folder_ / "plan.dcm", "2.25.77"));
  EXPECT_EQ(folder_.names(),
            (std::vector<std::string>{"other-worksheet.dcm", "plan-key-2.dcm", "plan-key-4.dcm", "plan-key-mine.dcm"}));
  EXPECT_TRUE(removeCopies(folder_ / "plan.dcm", "2.25.77")) << "there is nothing left to remove";
}

// A version whose own copies are refused leaves none of the version before either.
TEST_F(PlanCopies, areNotWrittenOverAnotherFile) {
  worksheet("2.25.77", "plan-worksheet.dcm");
  keyImage("2.25.77", 1, "plan-key-1.dcm");
  std::ofstream(folder_ / "plan-key-3.dcm") << "somebody's own";
  PlannedScan planned{planWithUid("2.25.78"), nullptr, {}};
  planned.plan.report.predecessorUid = "2.25.77";
  planning::NeedleChoice needle;
  needle.entry = planning::makePoint(60, 80, 0);
  needle.target = planning::makePoint(20, 40, 0);
  planned.plan.choices.needles = {needle};
  const auto written = writeCopies(planned, folder_ / "plan.dcm");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, "copy-exists");
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"plan-key-3.dcm"}));
}

}  // namespace app::worksheet
