#include <gtest/gtest.h>
#include <itkImageDuplicator.h>

#include <cmath>
#include <filesystem>

#include "io/images/ct_writer.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

namespace {

/// The small case as a gantry tilted by 10 degrees would have scanned it.
planning::Volume tilted() {
  planning::Volume volume = support::smallPhantom().volume;
  const auto copy = itk::ImageDuplicator<planning::Volume::Image>::New();
  copy->SetInputImage(volume.hu);
  copy->Update();
  volume.hu = copy->GetOutput();
  auto direction = volume.hu->GetDirection();
  direction(1, 2) += std::tan(planning::Angle::degrees(10).radians());
  volume.hu->SetDirection(direction);
  return volume;
}

// What is odd about a series stands beside it before it is opened, and in the plan made on it, and in its report.
TEST(ScanFindings, standBesideTheSeriesAndTravelIntoThePlan) {
  const support::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "ct");
  ASSERT_TRUE(io::writeCt(tilted(), folder / "ct"));
  const auto says = [](const std::string& text) { return text.find("\"gantry-tilt\"") != std::string::npos; };
  const auto scan = support::runProgram(NEEDLEPLAN_PROGRAM, {"scan", folder / "ct", "--json"});
  EXPECT_TRUE(says(scan.out)) << scan.out << scan.err;
  const auto plan = support::runProgram(NEEDLEPLAN_PROGRAM, {"plan", folder / "ct", "--target", "0,0,0", "--entry",
                                                             "0,60,0", "--out", folder / "plan.dcm", "--json"});
  EXPECT_TRUE(says(plan.out)) << plan.out << plan.err;
  const auto show = support::runProgram(NEEDLEPLAN_PROGRAM, {"show", folder / "plan.dcm", "--json"});
  EXPECT_TRUE(says(show.out)) << show.out << show.err;
}

}  // namespace
