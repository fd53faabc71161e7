#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fstream>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_archive.h"
#include "tests/support/temporary_folder.h"

// `needleplan audit`, run as other programs run it.

namespace {

namespace fs = std::filesystem;

support::ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject json(const support::ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

std::string textOf(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class AuditCommand : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new support::TemporaryFolder;
    support::writeSampleArchive(archive(), 45);
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static fs::path archive() { return *folder_ / "archive"; }
  static fs::path file(const std::string& name) { return *folder_ / name; }

  static support::TemporaryFolder* folder_;
};
support::TemporaryFolder* AuditCommand::folder_ = nullptr;

}  // namespace

TEST_F(AuditCommand, countsEachNeedleOnceAndSaysWhatItLeavesOut) {
  const auto audit = json(needleplan({"audit", archive().string(), "--json"}));
  EXPECT_EQ(audit["needles"].toArray().size(), 46);  // 45, and the second control of 900 as revised
  const auto left = audit["left_out"].toObject();
  EXPECT_EQ(left["copies"].toInt(), 1);
  EXPECT_EQ(left["replaced"].toInt(), 1);
  EXPECT_EQ(left["earlier_controls"].toInt(), 1);
  EXPECT_EQ(left["registration_not_accepted"].toInt(), 1);
  EXPECT_EQ(audit["rejected_files"].toArray().size(), 2);
  EXPECT_EQ(audit["all"].toObject()["breaches"].toObject()["of"].toInt(), 46);
  EXPECT_FALSE(audit["outliers"].toArray().isEmpty());
}

TEST_F(AuditCommand, agreesWithNumpyOnTheCsv) {
  const auto numpy = support::runProgram("/usr/bin/python3", {"-c", "import numpy"});
  if (numpy.exitCode != 0) GTEST_SKIP() << "SKIPPED: python3-numpy is missing: " << numpy.err;
  const auto run = needleplan({"audit", archive().string(), "--json", "--csv", file("audit.csv").string()});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  std::ofstream(file("audit.json")) << run.out;
  const auto checked = support::runProgram("/usr/bin/python3",
                                           {std::string(NEEDLEPLAN_SOURCE_DIR) + "/tests/app/commands/audit_check.py",
                                            file("audit.csv").string(), file("audit.json").string()});
  EXPECT_EQ(checked.exitCode, 0) << checked.out << checked.err;
}

TEST_F(AuditCommand, blindedNamesNobody) {
  const auto run = needleplan({"audit", archive().string(), "--json", "--blind", "--csv", file("blind.csv").string()});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  auto audit = json(run);
  audit.remove("rejected_files");  // these may name a patient, but no operator of a needle
  const std::string said = QJsonDocument(audit).toJson().toStdString() + textOf(file("blind.csv"));
  for (const char* name : {"Dupr", "Zo", "Martin", "lund", "PAT-", "Doe", ".dcm", "2.25."})
    EXPECT_EQ(said.find(name), std::string::npos) << name;
  EXPECT_NE(said.find("Operator A"), std::string::npos);
  EXPECT_EQ(audit["by_operator"].toArray().size(), 3);
}

TEST_F(AuditCommand, writesAPdfInBothLanguages) {
  for (const char* language : {"en", "fr"}) {
    const auto pdf = file(std::string("audit-") + language + ".pdf");
    const auto run = needleplan({"audit", archive().string(), "--pdf", pdf.string(), "--lang", language});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_TRUE(textOf(pdf).starts_with("%PDF-"));
    const auto text = support::runProgram("pdftotext", {pdf.string(), "-"});
    if (text.exitCode != 0) GTEST_SKIP() << "SKIPPED: poppler-utils is missing";
    const bool french = std::string(language) == "fr";
    EXPECT_NE(text.out.find(french ? "Audit du placement des aiguilles" : "Audit of needle placement"),
              std::string::npos);
    EXPECT_NE(text.out.find(french ? "Erreur de pointe" : "Tip error"), std::string::npos);
    const auto images = support::runProgram("pdfimages", {"-list", pdf.string()});
    EXPECT_EQ(std::count(images.out.begin(), images.out.end(), '\n'), 2) << "plots are vectors:\n" << images.out;
  }
}

TEST_F(AuditCommand, ofAnEmptyFolderIsEmpty) {
  fs::create_directories(file("empty"));
  const auto audit = json(needleplan({"audit", file("empty").string(), "--json"}));
  EXPECT_EQ(audit["needles"].toArray().size(), 0);
  EXPECT_TRUE(audit["all"].toObject()["tip_error_mm"].isNull());
  const auto missing = needleplan({"audit", file("not there").string()});
  EXPECT_EQ(missing.exitCode, 1);
  EXPECT_EQ(missing.out, "");
  EXPECT_EQ(needleplan({"audit"}).exitCode, 2);
}
