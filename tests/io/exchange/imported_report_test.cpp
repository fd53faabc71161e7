#include <gtest/gtest.h>

#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/temporary_folder.h"

// Where a needle came from goes through the report.

namespace {

planning::Plan saved(const planning::Plan& plan) {
  const support::TemporaryFolder folder;
  const auto written = io::report::writePlan(plan, folder / "plan.dcm");
  EXPECT_TRUE(written) << written.error().code << " " << written.error().detail;
  const auto read = io::report::readPlan(folder / "plan.dcm");
  EXPECT_TRUE(read) << read.error().code << " " << read.error().detail;
  return read ? *read : planning::Plan{};
}

}  // namespace

TEST(ImportedInReports, comesBackWithWhoHasSeenIt) {
  planning::Plan plan = sample::richPlan();
  auto& needle = plan.choices.needles.front();
  for (const char* by : {"", "Dupré^Éloïse"}) {
    needle.imported = planning::ImportedPlaces{"Slicer markups a; b.mrk.json", needle.entry, needle.target, by,
                                               *by ? "2026-05-20" : ""};
    const auto read = saved(plan);
    ASSERT_FALSE(read.choices.needles.empty());
    EXPECT_EQ(read.choices.needles.front().imported, needle.imported) << by;
    EXPECT_FALSE(read.choices.needles.back().imported);
  }
}

TEST(ImportedInReports, goesOnceThePlacesWereSetAnew) {
  planning::Plan plan = sample::richPlan();
  auto& needle = plan.choices.needles.front();
  needle.imported = planning::ImportedPlaces{"SR 1.2.3", planning::makePoint(1, 2, 3), {}, {}, {}};
  EXPECT_FALSE(saved(plan).choices.needles.front().imported);
}
