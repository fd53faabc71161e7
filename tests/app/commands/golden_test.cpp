#include <gtest/gtest.h>

#include <fstream>

#include "planning/geometry.h"
#include "tests/paths.h"
#include "tests/support/golden.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// What other programs read of ours, to the byte: the JSON of the commands, a report and a SEG.
namespace {

std::string place(const planning::Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + std::to_string(point[i]);
  return text;
}

/// A label map of one block of 10 x 10 x 10 cells of 3 mm, with its corner at a place.
void writeBlock(const planning::Point& corner, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  out << "NRRD0004\ntype: uchar\ndimension: 3\nspace: left-posterior-superior\nsizes: 12 12 12\n"
      << "space directions: (3,0,0) (0,3,0) (0,0,3)\nkinds: domain domain domain\nencoding: raw\n"
      << "space origin: (" << place(corner) << ")\n\n";
  for (int k = 0; k < 12; ++k)
    for (int j = 0; j < 12; ++j)
      for (int i = 0; i < 12; ++i) {
        const auto inside = [](int n) { return n > 0 && n < 11; };
        out.put(inside(i) && inside(j) && inside(k) ? 1 : 0);
      }
}

std::string outputOf(const std::vector<std::string>& arguments) {
  const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return support::withoutChance(run.out);
}

/// A foraminal plan on the small demo case, with its SEG and a label map.
std::vector<std::string> planArguments(const support::TemporaryFolder& folder) {
  const auto& demo = support::smallCase();
  for (const auto& answer : support::smallPhantom().answers)
    if (answer.routeId == "lumbar-foraminal") {
      writeBlock(answer.target + planning::makeVector(20, -60, -10), folder / "kidney_left.nrrd");
      return {"plan",         demo.ct.string(),
              "--route",      answer.routeId,
              "--level",      "L4",
              "--side",       "left",
              "--target",     place(answer.target),
              "--entry",      place(answer.entry),
              "--structures", demo.seg.string(),
              "--structures", (folder / "kidney_left.nrrd").string(),
              "--check",      "anticoagulant=no",
              "--margin",     "Aorta=4",
              "--operator",   "Test^Operator",
              "--out",        (folder / "plan.dcm").string(),
              "--json"};
    }
  return {};
}

}  // namespace

TEST(Golden, aPlanItsReportAndItsJson) {
  const support::TemporaryFolder folder;
  support::expectGolden("plan.json", outputOf(planArguments(folder)));
  support::expectGolden("plan.txt", support::dicomText(folder / "plan.dcm"));
  support::expectGolden("plan_printed.txt", outputOf({"show", (folder / "plan.dcm").string()}));
}

TEST(Golden, aSegAndWhatScanAndSegmentSay) {
  const support::TemporaryFolder folder;
  const auto ct = support::smallCase().ct.string();
  support::expectGolden("segment.json", outputOf({"segment", ct, "--find", "skin,bone,vessels", "--out",
                                                  (folder / "found.dcm").string(), "--json"}));
  support::expectGolden("segment.txt", support::dicomText(folder / "found.dcm"));
  support::expectGolden("scan.json", outputOf({"scan", ct, "--json"}));
}
