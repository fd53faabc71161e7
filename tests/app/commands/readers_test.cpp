#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fstream>
#include <iostream>

#include "planning/geometry.h"
#include "tests/paths.h"
#include "tests/support/node_reader.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

// What a reader of others, that knows nothing of this program but its README, finds in a report.

namespace {

std::string place(const planning::Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + std::to_string(point[i]);
  return text;
}

std::string run(const std::vector<std::string>& arguments) {
  const auto ran = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
  EXPECT_EQ(ran.exitCode, 0) << ran.err;
  return ran.out;
}

/// A plan of a case, made and shown by the program.
struct Planned {
  support::TemporaryFolder folder;
  std::string report = (folder / "plan.dcm").string(), shown = (folder / "show.json").string();

  Planned(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "plan");
    arguments.insert(arguments.end(), {"--out", report});
    run(arguments);
    std::ofstream(shown) << run({"show", report, "--json"});
  }
};

/// Of a route of the small demo case.
Planned planOf(const std::string& route, const std::vector<std::string>& more) {
  const auto& demo = support::smallCase();
  const auto& answers = support::smallPhantom().answers;
  const auto answer = std::ranges::find_if(answers, [&](const auto& one) { return one.routeId == route; });
  EXPECT_NE(answer, answers.end());
  std::vector<std::string> arguments{demo.ct.string(), "--route",           route, "--target", place(answer->target),
                                     "--entry",        place(answer->entry)};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return {arguments};
}

void expectAgreement(const support::ProgramRun& compared) {
  EXPECT_EQ(compared.exitCode, 0) << compared.out << compared.err;
  std::cout << compared.out;
}

void expectPydicomAgrees(const Planned& plan) {
  expectAgreement(support::runProgram(
      "/usr/bin/python3", {NEEDLEPLAN_SOURCE_DIR "/tests/app/commands/pydicom_check.py", plan.report, plan.shown}));
}

/// Any slice of the scan tells the viewer in which frame of reference it lies.
void expectOhifAgrees(const Planned& plan, const std::filesystem::path& ct) {
  const auto slice = std::filesystem::directory_iterator(ct)->path().string();
  expectAgreement(support::runNodeReader("plan_check.mjs", {plan.report, plan.shown, slice}));
}

}  // namespace

TEST(Readers, pydicomFindsInAPlanWhatShowSays) {
  if (!support::isThere(support::kPydicom)) GTEST_SKIP();
  const std::string seg = support::smallCase().seg.string();
  expectPydicomAgrees(
      planOf("lumbar-foraminal", {"--level", "L4", "--side", "left", "--check", "anticoagulant=no", "--check",
                                  "diabetes=yes;2026-01-02;Dr. X;\"good; bad\"", "--operator", "Test^Operator",
                                  "--guidance", "CT", "--structures", seg}));
  expectPydicomAgrees(planOf("lumbar-interlaminar", {"--level", "L3-L4", "--structures", seg}));
}

TEST(Readers, ohifListsDrawsAndHydratesAPlan) {
  if (!support::areNodeReadersThere()) GTEST_SKIP();
  const auto& demo = support::smallCase();
  expectOhifAgrees(planOf("lumbar-foraminal", {"--level", "L4", "--side", "left", "--structures", demo.seg.string()}),
                   demo.ct);
}

TEST(Readers, ohifOpensAPlanInWhichNothingIsMeasured) {
  if (!support::areNodeReadersThere()) GTEST_SKIP();
  expectOhifAgrees(planOf("lumbar-foraminal", {"--level", "L4", "--side", "left"}), support::smallCase().ct);
}

TEST(Readers, pixelMedFindsNoErrorInAPlanOf42StructuresSlow) {
  const auto plan = planOf("lumbar-foraminal",
                           {"--level", "L4", "--side", "left", "--structures", support::smallCase().seg.string()});
  const auto rows = QJsonDocument::fromJson(QByteArray::fromStdString(run({"show", plan.report, "--json"})))
                        .object()["needles"]
                        .toArray()
                        .at(0)
                        .toObject()["clearances"]
                        .toArray();
  EXPECT_EQ(rows.size(), 42);
  const auto errors = support::pixelmedReportErrors(plan.report);
  if (!errors) GTEST_SKIP() << "PixelMed is not installed (package libpixelmed-java)";
  for (const auto& error : *errors)
    EXPECT_TRUE(error.find("not found in context group 29") != std::string::npos) << error;
}

TEST(Readers, agreeOnAPlanOnARealScanSlow) {
  const std::filesystem::path scan = NEEDLEPLAN_SHARED_DATA "/derived/lumbar_3mm";
  if (!std::filesystem::exists(scan)) GTEST_SKIP() << "SKIPPED: no shared data at " << scan;
  const Planned plan({(scan / "ct").string(), "--structures", (scan / "seg_total.dcm").string(), "--route",
                      "lumbar-foraminal", "--level", "L4", "--side", "left", "--target", "25,-108,262", "--entry",
                      "55,-35,262"});
  if (support::isThere(support::kPydicom)) expectPydicomAgrees(plan);
  if (support::areNodeReadersThere()) expectOhifAgrees(plan, scan / "ct");
}
