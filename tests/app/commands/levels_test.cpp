#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// `needleplan levels`, on the demo case at its full size.
namespace {

support::ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

const std::string& demoScan() {
  static const support::TemporaryFolder folder;
  static const std::string scan = [] {
    const auto demo = folder.path() / "demo";
    if (needleplan({"demo", demo.string()}).exitCode != 0) throw std::runtime_error("no demo case");
    return (demo / "ct").string();
  }();
  return scan;
}

QJsonObject levels(const std::vector<std::string>& more) {
  std::vector<std::string> arguments{"levels", demoScan(), "--json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto run = needleplan(arguments);
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

}  // namespace

TEST(LevelsCommand, findsTheSpineAndNamesNothingByItselfSlow) {
  const auto found = levels({});
  EXPECT_GT(found["canal"].toArray().size(), 20);
  EXPECT_GE(found["discs"].toArray().size(), 4);
  EXPECT_TRUE(found["anchors"].toArray().isEmpty());
  for (const auto& each : found["vertebrae"].toArray()) {
    EXPECT_TRUE(each.toObject()["name"].isNull());
    EXPECT_FALSE(each.toObject()["sure"].toBool(true));
  }
  bool said = false;
  for (const auto& each : found["findings"].toArray()) said = said || each.toObject()["code"] == "levels-not-named";
  EXPECT_TRUE(said);
}

// L3's body has its middle at the origin; the next lower ones lie 37 mm apart.
TEST(LevelsCommand, countsFromTheOneThatIsNamedSlow) {
  const auto found = levels({"--at", "0,0,0", "--name", "l3"});
  int sure = 0;
  bool four = false;
  for (const auto& each : found["vertebrae"].toArray()) {
    const auto vertebra = each.toObject();
    sure += vertebra["sure"].toBool();
    if (vertebra["name"].toString() != "L4") continue;
    four = true;
    EXPECT_NEAR(vertebra["middle_mm"].toArray()[2].toDouble(), -37, 6);
  }
  EXPECT_TRUE(four);
  EXPECT_GE(sure, 3);
  ASSERT_EQ(found["anchors"].toArray().size(), 1);
  EXPECT_EQ(found["anchors"].toArray()[0].toObject()["name"].toString(), "L3");
  bool disc = false;
  for (const auto& each : found["discs"].toArray()) disc = disc || each.toObject()["between"].toString() == "L3-L4";
  EXPECT_TRUE(disc);
}

TEST(LevelsCommand, refusesInOneLineThatNamesTheScan) {
  EXPECT_EQ(needleplan({"levels", "/nowhere", "--at", "0,0,0"}).exitCode, 2) << "--at needs --name";
  EXPECT_EQ(needleplan({"levels", "/nowhere", "--at", "0,0,0", "--name", "L9"}).exitCode, 2);
  const auto run = needleplan({"levels", "/nowhere"});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("/nowhere"), std::string::npos) << run.err;
}
