#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

// `needleplan auto` and `needleplan anatomy`, on the demo case at its full size.
namespace {

support::ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

const std::filesystem::path& demo() {
  static const support::TemporaryFolder folder;
  static const std::filesystem::path made = [] {
    const auto place = folder.path() / "demo";
    if (needleplan({"demo", place.string()}).exitCode != 0) throw std::runtime_error("no demo case");
    return place;
  }();
  return made;
}

std::vector<std::string> automatic(const std::vector<std::string>& more) {
  std::vector<std::string> all{
      "auto", (demo() / "ct").string(), "--route", "lumbar-facet", "--level", "L4-L5", "--side", "left", "--json"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

QJsonObject json(const support::ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

std::string place(const QJsonValue& point) {
  const auto three = point.toArray();
  std::string text;
  for (int i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + QString::number(three[i].toDouble(), 'f', 3).toStdString();
  return text;
}

}  // namespace

TEST(AnatomyCommand, namesNothingUnlessTwoBonesAgreeSlow) {
  const auto alone = json(needleplan({"anatomy", (demo() / "ct").string(), "--json"}));
  EXPECT_TRUE(alone["skin_found"].toBool());
  EXPECT_GE(alone["discs"].toArray().size(), 4);
  for (const auto& each : alone["level"].toObject()["vertebrae"].toArray()) {
    EXPECT_TRUE(each.toObject()["name"].isNull());
    EXPECT_FALSE(each.toObject()["sure"].toBool(true));
  }
  const auto given =
      json(needleplan({"anatomy", (demo() / "ct").string(), "--structures", (demo() / "seg.dcm").string(), "--json"}));
  EXPECT_GE(given["level"].toObject()["anchors"].toArray().size(), 2);
  bool named = false;
  for (const auto& each : given["level"].toObject()["vertebrae"].toArray())
    named = named || (each.toObject()["name"].toString() == "L4" && each.toObject()["sure"].toBool());
  EXPECT_TRUE(named);
}

// What it proposes is a plan's target and entry: plan judges them as auto did.
TEST(AutoCommand, proposesWhatPlanJudgesAlikeSlow) {
  const std::string seg = (demo() / "seg.dcm").string();
  const auto answer = json(needleplan(automatic({"--structures", seg, "--vertebra", "L3=0,0,0"})));
  ASSERT_FALSE(answer["needles"].toArray().isEmpty());
  EXPECT_TRUE(answer["missing"].toArray().isEmpty());
  EXPECT_TRUE(answer["block"].isNull());
  const auto best = answer["needles"].toArray()[0].toObject();
  EXPECT_FALSE(best["reasons"].toArray().isEmpty());
  const support::TemporaryFolder out;
  const auto plan =
      json(needleplan({"plan", (demo() / "ct").string(), "--structures", seg, "--route", "lumbar-facet", "--level",
                       "L4-L5", "--side", "left", "--vertebra", "L3=0,0,0", "--target=" + place(best["target_mm"]),
                       "--entry=" + place(best["entry_mm"]), "--out", (out.path() / "plan.dcm").string(), "--json"}));
  EXPECT_EQ(plan["needles"].toArray()[0].toObject()["verdict"], best["verdict"]);
}

TEST(AutoCommand, proposesNothingWhereNothingNamesAVertebraSlow) {
  const auto run = needleplan(automatic({}));
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("--vertebra"), std::string::npos) << run.err;
}

TEST(AutoCommand, wantsARouteAndALevel) {
  EXPECT_EQ(needleplan({"auto", "/nowhere", "--route", "lumbar-facet"}).exitCode, 2);
  EXPECT_EQ(needleplan({"auto", "/nowhere", "--level", "L4-L5"}).exitCode, 2);
  EXPECT_EQ(needleplan({"auto", "/nowhere", "--route", "no-route", "--level", "L4-L5"}).exitCode, 2);
  EXPECT_EQ(needleplan({"auto", "/nowhere", "--route", "lumbar-facet", "--level", "L4-L5"}).exitCode, 1);
}
