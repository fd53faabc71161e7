#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "io/reading/scan.h"
#include "io/report/plan_report.h"
#include "tests/io/report/sample_plan.h"
#include "tests/paths.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

// The reports that this program writes, judged by programs of others.

namespace {

/// Exit code and everything it said.
struct Said {
  int exitCode = -1;
  std::string output;

  std::vector<std::string> linesWith(const std::string& part) const {
    std::vector<std::string> lines;
    std::istringstream in(output);
    for (std::string line; std::getline(in, line);)
      if (line.find(part) != std::string::npos) lines.push_back(line);
    return lines;
  }
};

Said run(const std::string& program, const std::vector<std::string>& arguments) {
  const auto ran = support::runProgram(program, arguments);
  return {ran.exitCode, ran.out + ran.err};
}

/// A complete plan, what was done of it, its draft and two drafts that have just begun.
class Validators : public testing::Test {
 protected:
  void SetUp() override {
    auto draft = sample::richPlan();
    draft.report.complete = false;
    draft.choices.operatorName.clear();
    write("complete.dcm", sample::richPlan());
    write("recorded.dcm", sample::recordedPlan());
    write("draft.dcm", draft);
    write("target.dcm", sample::targetOnly());
    write("empty.dcm", sample::emptyDraft());
  }

  void write(const std::string& name, const planning::Plan& plan) {
    const auto written = io::report::writePlan(plan, folder_ / name);
    ASSERT_TRUE(written) << written.error().code << " " << written.error().detail;
    files_.push_back((folder_ / name).string());
  }

  support::TemporaryFolder folder_;
  std::vector<std::string> files_;
};

bool startsWithAny(const std::string& line, std::initializer_list<const char*> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](const char* start) { return line.starts_with(start); });
}

/// Every line that is a complaint, less those of the two families that private codes and extensions cannot avoid.
void expectNoComplaints(const Said& result, const std::string& what) {
  for (const auto& line : result.linesWith("")) {
    const bool privateScheme = line.find("Unrecognized defined term = <99NEEDLEPLAN>") != std::string::npos;
    const bool extension = line.find("not in template") != std::string::npos;
    const bool complaint = startsWithAny(line, {"E:", "F:", "Error", "Warning"});
    EXPECT_FALSE(complaint && !privateScheme && !extension) << what << ": " << line;
  }
}

void expectNoErrors(const Said& said, const std::string& what) {
  for (const auto& line : said.linesWith("")) {
    const bool error = startsWithAny(line, {"E:", "F:", "Error"});
    EXPECT_FALSE(error && line.find("StudyID(0020,0010)") == std::string::npos) << what << ": " << line;
  }
}

}  // namespace

TEST_F(Validators, dsrdumpFindsNoError) {
  if (!support::isThere(support::kDsrdump)) GTEST_SKIP();
  for (const auto& file : files_) {
    const auto result = run("dsrdump", {"+Pt", "+Pc", "+Pn", file});
    EXPECT_EQ(result.exitCode, 0) << result.output;
    EXPECT_FALSE(result.linesWith("Imaging Measurement Report").empty());
    expectNoComplaints(result, file);
  }
}

TEST_F(Validators, dciodvfyFindsNoError) {
  if (!support::isThere(support::kDciodvfy)) GTEST_SKIP();
  for (const auto& file : files_) {
    const auto result = run("dciodvfy", {"-new", file});
    EXPECT_EQ(result.exitCode, 0) << result.output;
    EXPECT_FALSE(result.linesWith("Comprehensive3DSR").empty()) << result.output;
    expectNoComplaints(result, file);
  }
}

// What many see of a report: the conclusions and the needle come before the list of slices.
TEST_F(Validators, dsr2htmlShowsTheNeedleBeforeTheSlices) {
  if (!support::isThere(support::kDsrdump)) GTEST_SKIP();  // of the same package
  const auto result = run("dsr2html", {"-Ee", files_.front()});
  ASSERT_EQ(result.exitCode, 0) << result.output;
  const auto library = result.output.find("Image Library");
  ASSERT_NE(library, std::string::npos);
  for (const char* title : {"Qualitative Evaluations", "Imaging Measurements", "Trajectory verdict", "Finding (code"})
    EXPECT_LT(result.output.find(title), library) << title;
}

TEST_F(Validators, pydicomReadsTheSameNumbers) {
  if (!support::isThere(support::kPydicom)) GTEST_SKIP();
  const std::string script = R"(
import sys, pydicom
report = pydicom.dcmread(sys.argv[1])
def walk(item):
    for child in item.get('ContentSequence', []):
        name = child.ConceptNameCodeSequence[0].CodeValue if 'ConceptNameCodeSequence' in child else ''
        if child.ValueType == 'NUM':
            value = child.MeasuredValueSequence[0]
            print(name, '%.6f' % value.NumericValue, '%.6f' % value.FloatingPointValue)
        if child.ValueType == 'SCOORD3D' and name in ('NP-001', 'NP-002'):
            print(name, ' '.join('%.3f' % x for x in child.GraphicData))
        walk(child)
print(report.PatientName, report.SOPClassUID)
walk(report)
)";
  const auto result = run("/usr/bin/python3", {"-c", script, files_.front()});
  ASSERT_EQ(result.exitCode, 0) << result.output;
  for (const char* line : {"Lefèvre^Zoé 1.2.840.10008.5.1.4.1.1.88.34",
                           "NP-001 -31.500 95.125 -290.001",  // entry of the first needle
                           "NP-002 -10.001 20.002 -301.500",  // its target
                           "121211 78.980000 78.980000",      // its length: |(21.499, -75.123, -11.499)|
                           "121206 -0.079500 -0.079500",      // axis to the radicular artery: -0.4 + 0.641 / 2
                           "NP-121 -2.400000 -2.400000",      // less the margin of 2
                           "NP-103 -2.500000 -2.500000"})
    EXPECT_FALSE(result.linesWith(line).empty()) << line << "\n" << result.output;
}

// What real headers hold goes into the report as it stands there, so that it stays in its study. Warnings are theirs (a
// name of one component), and so is a study ID of 17 characters.
TEST_F(Validators, findNoErrorInPlansOnRealScans) {
  const std::filesystem::path folder = std::filesystem::path(NEEDLEPLAN_SHARED_DATA) / "real";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "SKIPPED: no shared data at " << folder;
  if (!support::isThere(support::kDciodvfy)) GTEST_SKIP();
  int plans = 0;
  for (const char* name : {"ct_abdomen_contrast_crlm1006", "ct_lumbar_disc_tilt_one_slice", "ct_head_tiny_series",
                           "seg_with_ct", "rtstruct_with_ct", "enhanced_ct"}) {
    planning::Progress progress;
    const auto found = io::dicom::scan(folder / name, progress);
    ASSERT_TRUE(found) << name;
    for (const auto& series : found->series) {
      const bool placed = !series.identity.frameOfReferenceUid.empty();
      if (!series.loadable || series.identity.modality != "CT" || !placed) continue;
      auto plan = sample::richPlan();
      plan.choices.scan = series.identity;
      const auto file = folder_ / (std::to_string(++plans) + ".dcm");
      const auto written = io::report::writePlan(plan, file);
      ASSERT_TRUE(written) << name << ": " << written.error().code << " " << written.error().detail;
      EXPECT_EQ(written->choices.scan, series.identity) << name;
      expectNoErrors(run("dciodvfy", {"-new", file.string()}), name);
      expectNoErrors(run("dsrdump", {"+Pt", file.string()}), name);
    }
  }
  EXPECT_GE(plans, 5);
}

/// What PixelMed says of one file, in a heap of 2 GiB. It knows modalities that acquire (CID 29) in the image
/// library, which names structures and plans too (CID 33).
static void expectPixelMedFindsNoError(const std::string& file) {
  const auto result =
      run("java", {"-Xmx2g", "-Djdk.xml.xpathTotalOpLimit=0", "-Djdk.xml.xpathExprOpLimit=0",
                   "-Djdk.xml.xpathExprGrpLimit=0", "-cp", "/usr/share/java/pixelmed.jar",
                   "com.pixelmed.validate.DicomSRValidator", "-checkcontentitemorder", "-checktemplateid", file});
  EXPECT_FALSE(result.linesWith("Root Template Validation Complete").empty()) << result.output;
  Said rest;
  for (const auto& line : result.linesWith(""))
    if (!line.ends_with("not found in context group 29")) rest.output += line + "\n";
  expectNoComplaints(rest, file);
}

// One file a test: the validator's start costs 25 seconds.
TEST_F(Validators, pixelMedFindsNoErrorSlow) {
  if (!support::isThere(support::kJava) || !support::isThere(support::kPixelMed)) GTEST_SKIP();
  expectPixelMedFindsNoError(files_.front());
}

// A plan of 42 structures on 160 images takes it a gigabyte and minutes: a real scan's header with a part of its
// images.
TEST_F(Validators, pixelMedFindsNoErrorInAPrunedPlanOnARealScanSlow) {
  if (!support::isThere(support::kJava) || !support::isThere(support::kPixelMed)) GTEST_SKIP();
  const std::filesystem::path folder =
      std::filesystem::path(NEEDLEPLAN_SHARED_DATA) / "real/ct_abdomen_contrast_crlm1006";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "SKIPPED: no shared data at " << folder;
  planning::Progress progress;
  const auto found = io::dicom::scan(folder, progress);
  ASSERT_TRUE(found);
  const auto series = std::ranges::find_if(found->series, [](const auto& one) { return one.loadable; });
  ASSERT_NE(series, found->series.end());
  auto plan = sample::attestedPlan();
  plan.choices.scan = series->identity;
  ASSERT_GT(plan.choices.scan.instances.size(), 12u);
  plan.choices.scan.instances.resize(12);
  write("pruned.dcm", plan);
  expectPixelMedFindsNoError(files_.back());
}
