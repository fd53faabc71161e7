#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "io/dicom/library.h"
#include "io/pacs/fetch.h"
#include "io/pacs/find.h"
#include "io/pacs/send.h"
#include "io/report/plan_copies.h"
#include "io/report/plan_report.h"
#include "tests/paths.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_archive.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// All that is kept of a plan, in a real Orthanc beside its scan: tests/pacs/lab.sh starts it.
namespace {

namespace fs = std::filesystem;
using namespace io::pacs;

const Site kOrthanc{"orthanc", "127.0.0.1", 14242, "ORTHANC", "NEEDLE", std::nullopt, true};

/// A scan, its SEG, a plan of it with a key image and a worksheet: sent once.
class PlanInOrthanc : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    io::dicom::useDcmtk();
    files_ = new Files;
    const auto& demo = support::smallCase();
    planning::Plan plan = support::archivePlan("P", "N^N", "lumbar-foraminal", "L4", "Dupr\xC3\xA9^Zo\xC3\xA9");
    plan.choices.scan = demo.scan;
    plan.choices.structureEvidence = {demo.structures};
    plan.assessment.needles[0].clearances[0].source =
        planning::anatomy::originFromText("SEG " + demo.structures.instances[0].sopInstanceUid);
    const auto saved = io::report::writePlan(plan, files_->folder / "plan.dcm");
    ASSERT_TRUE(saved) << saved.error().code << " " << saved.error().detail;
    const io::report::KeyImage key{
        3, 2, {255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3, 4, 5, 6, 7, 8, 9}, "Along the needle"};
    ASSERT_TRUE(io::report::writeKeyImage(key, *saved, 1, files_->folder / "key.dcm"));
    const std::string pdf = "%PDF-1.4 made for a test";
    ASSERT_TRUE(io::report::writeWorksheet(std::as_bytes(std::span(pdf)), *saved, files_->folder / "sheet.dcm"));
    for (const char* name : {"plan.dcm", "key.dcm", "sheet.dcm"}) files_->own.push_back(files_->folder / name);
    files_->own.push_back(demo.seg);
    files_->all = files_->own;
    for (const auto& entry : fs::directory_iterator(demo.ct)) files_->all.push_back(entry.path());
    files_->sent = send(
        kOrthanc, files_->all, [](const Sent&) {}, planning::Progress());
  }
  static void TearDownTestSuite() {
    delete files_;
    files_ = nullptr;
  }

  struct Files {
    support::TemporaryFolder folder;
    std::vector<fs::path> own, all;  ///< without and with the scan's slices
    std::vector<Sent> sent;
  };
  static Files* files_;
  planning::Progress none_;
};

PlanInOrthanc::Files* PlanInOrthanc::files_ = nullptr;

}  // namespace

TEST_F(PlanInOrthanc, isReadBackEqual) {
  ASSERT_EQ(files_->sent.size(), files_->all.size());
  for (const auto& one : files_->sent) {
    ASSERT_FALSE(one.error) << one.file << " " << one.error->code << " " << one.error->detail;
    EXPECT_EQ(one.warning, "") << one.file;
  }
  for (std::size_t i = 0; i < files_->own.size(); ++i) {
    const auto same = readBack(kOrthanc, files_->sent[i], files_->folder.path(), none_);
    EXPECT_TRUE(same) << files_->own[i] << " " << same.error().code << " " << same.error().detail;
  }
}

TEST_F(PlanInOrthanc, isFoundInTheScansStudyByPatientAndModality) {
  const auto& scan = support::smallCase().scan;
  for (const char* modality : {"CT", "SR", "SEG"}) {
    std::vector<StudyAnswer> answers;
    StudyQuery query;
    query.patientId = scan.patient.id;
    query.modality = modality;
    const auto asked = findStudies(
        kOrthanc, query, [&](const StudyAnswer& one) { answers.push_back(one); }, none_);
    ASSERT_TRUE(asked) << asked.error().code;
    ASSERT_EQ(answers.size(), 1U) << modality;
    EXPECT_EQ(answers[0].study.uid, scan.study.uid);
    EXPECT_EQ(answers[0].patient.name, scan.patient.name);
  }
  const auto series = seriesOf(kOrthanc, {scan.study.uid}, none_);
  ASSERT_TRUE(series) << series.error().code;
  std::map<std::string, std::pair<std::string, std::size_t>> found;
  for (const auto& one : *series) found[one.modality] = {one.description, one.instances.size()};
  EXPECT_EQ(series->size(), 5U);
  EXPECT_EQ(found["CT"].second, scan.instances.size());
  EXPECT_EQ(found["SR"], std::pair(std::string("Needle plan"), std::size_t{1}));
  EXPECT_EQ(found["SEG"], std::pair(std::string("Structures"), std::size_t{1}));
}

TEST_F(PlanInOrthanc, saysByRestWhatTheFilesSay) {
  if (!support::isThere(support::kPydicom)) GTEST_SKIP();
  const auto slice = files_->all.back().string();
  std::vector<std::string> arguments{NEEDLEPLAN_SOURCE_DIR "/tests/pacs/rest_check.py", "http://127.0.0.1:18042", slice,
                                     slice};
  for (const auto& file : files_->own) arguments.push_back(file.string());
  const auto compared = support::runProgram("/usr/bin/python3", arguments);
  EXPECT_EQ(compared.exitCode, 0) << compared.out << compared.err;
  std::cout << compared.out;
}
