#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <fstream>
#include <regex>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// `needleplan worksheet`, run as other programs run it: what a person reads on the pages.

namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

support::ProgramRun needleplan(const Arguments& arguments, const Arguments& environment = {}) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments, environment);
}

/// Page breaks are left in.
/// In reading order, a blank for each break of a line.
std::string textOf(const fs::path& pdf) {
  const std::string text = support::runProgram("pdftotext", {pdf.string(), "-"}).out;
  return std::regex_replace(text, std::regex("[ \\n\\f]+"), " ");
}

class Worksheet : public testing::Test {
 protected:
  /// 40 mm to the left of the target and 40 mm above it, in one slice: 45 degrees.
  static void SetUpTestSuite() {
    folder_ = new support::TemporaryFolder;
    plan("plan.dcm", "lumbar-facet");
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static void plan(const std::string& name, const std::string& route) {
    const auto run =
        needleplan({"plan",      support::smallCase().ct.string(),
                    "--target",  "20,40,-44",
                    "--entry",   "60,80,-44",
                    "--route",   route,
                    "--level",   "L4-L5",
                    "--side",    "left",
                    "--midline", "0,100,-20",
                    "--midline", "0,100,-80",
                    "--check",   "diabetes=no",
                    "--check",   "anticoagulant=relay-recorded;2026-05-20;Doe;apixaban, last dose 2026-05-17",
                    "--out",     file(name)});
    ASSERT_EQ(run.exitCode, 0) << run.err;
  }
  static std::string file(const std::string& name) { return (*folder_ / name).string(); }
  static support::ProgramRun sheet(const std::string& plan, Arguments more, const Arguments& environment = {}) {
    Arguments all{"worksheet", file(plan), "--out", file("sheet.pdf"), "--scan", support::smallCase().ct.string()};
    all.insert(all.end(), more.begin(), more.end());
    return needleplan(all, environment);
  }
  static void expectOnIt(const std::vector<std::string>& words) {
    const std::string text = textOf(file("sheet.pdf"));
    for (const auto& word : words) EXPECT_NE(text.find(word), std::string::npos) << word << " in\n" << text;
  }

  static support::TemporaryFolder* folder_;
};
support::TemporaryFolder* Worksheet::folder_ = nullptr;

}  // namespace

TEST_F(Worksheet, saysInEnglishWhatIsDialled) {
  const auto run = sheet("plan.dcm", {});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  expectOnIt({"LEFT 20.0 mm", "L4-L5", "Prone, head first (HFP)", "60.0 mm to the patient's LEFT", "45.0°",
              "the hub leans to the patient's", "22G", "NOT READY: not for use at the table.", "NOT ASKED",
              "this program chooses no drug and no dose", "Time-out at the table"});
  EXPECT_EQ(textOf(file("sheet.pdf")).find("Pregnancy"), std::string::npos) << "nobody born in 1960 is asked";
  EXPECT_EQ(textOf(file("sheet.pdf")).find("Warning signs"), std::string::npos)
      << "the patient's page was not asked for";
}

TEST_F(Worksheet, saysTheSameInFrench) {
  const auto run = sheet("plan.dcm", {"--lang", "fr", "--patient"});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  expectOnIt({"GAUCHE 20,0 mm", "Sur le ventre, tête d'abord (HFP)", "60,0 mm vers la GAUCHE du patient", "45,0°",
              "PAS PRÊT", "Fièvre.", "4e jour", "1 sur 150 000", "48 heures", "2,6 sur 100", "à inscrire par le centre",
              "convenu", "dernière"});
  EXPECT_EQ(textOf(file("sheet.pdf")).find("last"), std::string::npos) << "the relay is not in English";
}

TEST_F(Worksheet, printsTheSitesTelephoneAndNoOther) {
  fs::create_directories(*folder_ / "config" / "needleplan");
  std::ofstream(*folder_ / "config" / "needleplan" / "telephone.txt") << "01 23 45 67 89\nsecond line\n";
  ASSERT_EQ(sheet("plan.dcm", {"--patient"}, {"XDG_CONFIG_HOME=" + file("config")}).exitCode, 0);
  expectOnIt({"01 23 45 67 89", "Fever.", "4th day", "1 in 150 000"});
  EXPECT_EQ(textOf(file("sheet.pdf")).find("second line"), std::string::npos);
}

TEST_F(Worksheet, ofADiscPromisesReliefOnTheThirdDay) {
  plan("disc.dcm", "intradiscal");
  ASSERT_EQ(sheet("disc.dcm", {"--patient"}).exitCode, 0);
  expectOnIt({"from the 3rd day on", "operating room"});
  EXPECT_EQ(textOf(file("sheet.pdf")).find("4th day"), std::string::npos);
}

TEST_F(Worksheet, hasNoPatientsPageForAnyOtherPuncture) {
  plan("general.dcm", "general");
  const auto run = sheet("general.dcm", {"--patient"});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("no patient's page for the route “general”"), std::string::npos) << run.err;
  EXPECT_EQ(sheet("general.dcm", {}).exitCode, 0);
}

TEST_F(Worksheet, isNotMadeOfAnotherScanNorOverItsPlan) {
  const auto missing = needleplan({"worksheet", file("plan.dcm"), "--out", file("none.pdf")});
  EXPECT_EQ(missing.exitCode, 1);
  EXPECT_NE(missing.err.find("name it with --scan"), std::string::npos) << missing.err;
  EXPECT_FALSE(fs::exists(file("none.pdf")));
  const auto over = needleplan(
      {"worksheet", file("plan.dcm"), "--out", file("plan.dcm"), "--scan", support::smallCase().ct.string()});
  EXPECT_EQ(over.exitCode, 1);
}

TEST_F(Worksheet, findsTheScanInAFolderBesideThePlan) {
  fs::create_directories(*folder_ / "case");
  fs::copy(support::smallCase().ct, *folder_ / "case" / "ct");
  fs::copy(file("plan.dcm"), *folder_ / "case" / "plan.dcm");
  const auto run = needleplan({"worksheet", file("case/plan.dcm"), "--out", file("case/sheet.pdf")});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_TRUE(fs::exists(file("case/sheet.pdf")));
}

TEST_F(Worksheet, ofADraftLeavesNoCopiesBesideIt) {
  for (const auto& entry : fs::directory_iterator(*folder_ / "."))
    EXPECT_EQ(entry.path().filename().string().find("-key-"), std::string::npos) << entry.path();
  EXPECT_FALSE(fs::exists(file("plan-worksheet.dcm")));
}
