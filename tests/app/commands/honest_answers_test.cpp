#include <gtest/gtest.h>

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "app/demo/demo.h"
#include "planning/check.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/routes.h"
#include "testdata/lumbar_phantom.h"
#include "testdata/neck_phantom.h"
#include "testdata/spine.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

// From a scan with its structures to a completed plan by honest answers alone, on every route of the two demos; and no
// way there with a wrong side or level. The demos are as fine as the program writes them: on coarser ones roots hide
// between the samples.
namespace {

using Arguments = std::vector<std::string>;
using testdata::PhantomAnswer;

std::string place(const planning::Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + QString::number(point[i], 'f', 3).toStdString();
  return text;
}

/// A phantom on disk.
struct Written {
  support::TemporaryFolder folder;
  std::vector<PhantomAnswer> answers;

  explicit Written(const testdata::Phantom& phantom) : answers(phantom.answers) {
    const auto scan = app::commands::writeDemoScan(phantom, folder / "ct", folder / "seg.dcm");
    planning::check(scan.has_value(), "a demo can be written");
  }
};

const Written& lumbar() {
  static const Written made(testdata::makeLumbarPhantom({}));
  return made;
}
const Written& proneNeck() {
  static const Written made(testdata::makeNeckPhantom({}));
  return made;
}
const Written& supineNeck() {
  static const Written made(testdata::makeNeckPhantom({.supine = true}));
  return made;
}

/// The demo scan in a position that the answer's route is done in.
const Written& neckFor(const PhantomAnswer& answer) {
  const auto& positions = planning::procedure::routesInUse().find(answer.routeId)->positions;
  const bool prone = positions.empty() || std::find(positions.begin(), positions.end(), "prone") != positions.end();
  return prone ? proneNeck() : supineNeck();
}

void add(Arguments& to, const Arguments& more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// What is planned: scan, structures, needle.
Arguments planOf(const Written& written, const PhantomAnswer& answer, const std::string& out) {
  return {"plan",         (written.folder / "ct"),
          "--structures", (written.folder / "seg.dcm"),
          "--route",      answer.routeId,
          "--needle",     answer.needle,
          "--target",     place(answer.target),
          "--entry",      place(answer.entry),
          "--out",        out,
          "--json"};
}

/// What a person answers whatever the plan says: side, level and who saw it, the two places of the midline, the
/// checks, the name. The phantoms are the same left and right: their midline is x = 0.
Arguments answersOf(const PhantomAnswer& answer, const std::string& side) {
  Arguments all{"--level",    answer.level,    "--side",          side,           "--guidance",
                "ct",         "--midline",     "0,60,40",         "--midline",    "0,60,-40",
                "--operator", "Test^Operator", "--level-seen-by", "Test^Operator"};
  for (const auto& question : planning::procedure::checkQuestions()) add(all, {"--check", question.id + "=no"});
  return all;
}

QJsonObject json(const support::ProgramRun& run) {
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

support::ProgramRun needleplan(const Arguments& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

std::set<std::string> codesOf(const QJsonObject& plan) {
  std::set<std::string> codes;
  for (const auto& finding : plan["findings"].toArray())
    codes.insert(finding.toObject()["code"].toString().toStdString());
  return codes;
}

/// Of what the plan asks for beside: structures that are not there, a short reserve, a rule departed from.
Arguments furtherAnswers(const QJsonObject& plan) {
  Arguments all;
  const auto needle = plan["needles"].toArray().at(0).toObject();
  for (const auto& value : needle["clearances"].toArray()) {
    const auto source = value.toObject()["source"].toString().toStdString();
    const std::string required = "required:";
    if (source.starts_with(required))
      add(all, {"--accept-unknown", source.substr(required.size()) + "=Test^Operator:not injected:CT"});
  }
  if (codesOf(plan).contains("reserve-short")) all.emplace_back("--accept-reserve");
  if (codesOf(plan).contains("rule-needs-word") || codesOf(plan).contains("rule-unknown"))
    all.emplace_back("--accept-rule");
  return all;
}

std::size_t answersIn(const Arguments& arguments) {
  return static_cast<std::size_t>(std::count_if(arguments.begin(), arguments.end(),
                                                [](const std::string& text) { return text.starts_with("--"); }));
}

std::string oppositeOf(const std::string& side) {
  return side == "left" ? "right" : "left";
}

void expectComplete(const Written& written, const PhantomAnswer& answer) {
  const support::TemporaryFolder folder;
  const Arguments plan = planOf(written, answer, folder / "plan.dcm");
  Arguments answers = answersOf(answer, answer.side), asked = plan;
  add(asked, answers);
  const auto draft = needleplan(asked);
  ASSERT_EQ(draft.exitCode, 0) << draft.err;
  EXPECT_FALSE(json(draft)["complete"].toBool());
  add(answers, furtherAnswers(json(draft)));
  add(answers, {"--site-check", "Second^Person", "--complete"});
  Arguments whole = plan;
  add(whole, answers);
  const auto done = needleplan(whole);
  ASSERT_EQ(done.exitCode, 0) << done.err;
  EXPECT_TRUE(json(done)["ready"].toBool()) << done.out;
  EXPECT_TRUE(json(done)["complete"].toBool());
  for (const char* copy : {"plan-worksheet.dcm", "plan-key-1.dcm", "plan-key-2.dcm", "plan-key-3.dcm"})
    EXPECT_TRUE(std::filesystem::exists(folder / copy)) << copy;
  EXPECT_EQ(json(done)["site_check"].toObject()["by"].toString(), "Second^Person");
  std::cout << answer.routeId << " " << answer.level << ": complete by " << answersIn(answers) << " answers\n";
}

/// With the side that the needle is not on: never ready, never completed.
void expectSideRefused(const Written& written, const PhantomAnswer& answer) {
  const support::TemporaryFolder folder;
  Arguments wrong = planOf(written, answer, folder / "plan.dcm");
  add(wrong, answersOf(answer, oppositeOf(answer.side)));
  const auto draft = needleplan(wrong);
  ASSERT_EQ(draft.exitCode, 0) << draft.err;
  EXPECT_FALSE(json(draft)["ready"].toBool());
  EXPECT_TRUE(codesOf(json(draft)).contains("side-contradicts")) << draft.out;
  const auto site = json(draft)["needles"].toArray().at(0).toObject()["site"].toObject();
  EXPECT_EQ(site["side"].toString().toStdString(), answer.side);
  add(wrong, {"--site-check", "Second^Person", "--complete"});
  std::filesystem::remove(folder / "plan.dcm");
  const auto refused = needleplan(wrong);
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("The plan is not ready."), std::string::npos) << refused.err;
  EXPECT_FALSE(std::filesystem::exists(folder / "plan.dcm"));
}

void expectRoute(const Written& written, const PhantomAnswer& answer) {
  SCOPED_TRACE(answer.routeId + " " + answer.level + " " + answer.side);
  expectComplete(written, answer);
  if (answer.side != "none") expectSideRefused(written, answer);
}

const PhantomAnswer& foraminal() {
  for (const auto& one : lumbar().answers)
    if (one.routeId == "lumbar-foraminal" && one.crosses.empty()) return one;
  throw std::logic_error("the phantom has no sound foraminal answer");
}

}  // namespace

TEST(HonestAnswers, completeEveryRouteOfTheDemoSlow) {
  std::set<std::string> routes;
  for (const auto& answer : lumbar().answers)
    if (answer.crosses.empty()) {
      expectRoute(lumbar(), answer);
      routes.insert(answer.routeId);
    }
  EXPECT_EQ(routes.size(), 7u);
}

TEST(HonestAnswers, completeEveryRouteOfTheNecksDemoSlow) {
  std::set<std::string> routes;
  for (const auto& answer : proneNeck().answers)
    if (answer.crosses.empty()) {
      expectRoute(neckFor(answer), answer);
      routes.insert(answer.routeId);
    }
  EXPECT_EQ(routes.size(), 4u);
}

TEST(HonestAnswers, neverCompleteANeedleThroughAStructureSlow) {
  for (const auto& answer : lumbar().answers) {
    if (answer.crosses.empty()) continue;
    const support::TemporaryFolder folder;
    Arguments all = planOf(lumbar(), answer, folder / "plan.dcm");
    add(all, answersOf(answer, answer.side));
    add(all, {"--accept-reserve", "--site-check", "Second^Person", "--complete"});
    const auto refused = needleplan(all);
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_NE(refused.err.find(answer.crosses + ": breach"), std::string::npos) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(folder / "plan.dcm"));
    all.emplace_back("--draft");
    const auto kept = needleplan(all);
    EXPECT_EQ(kept.exitCode, 0) << kept.err;
    EXPECT_FALSE(json(kept)["complete"].toBool());
  }
}

// One click on L4 counts the spine: the level is measured, and the one beside it refused.
TEST(HonestAnswers, aLevelBesideTheCountedOneIsRefusedSlow) {
  const auto fourth = testdata::makeSpine().vertebrae[3];
  ASSERT_EQ(fourth.name, "L4");
  const auto with = [&](const std::string& level) {
    const support::TemporaryFolder folder;
    Arguments all = planOf(lumbar(), foraminal(), folder / "plan.dcm");
    add(all,
        {"--level", level, "--side", foraminal().side, "--vertebra", "L4=" + place(fourth.frame.toPatient(0, 0, 0))});
    const auto run = needleplan(all);
    EXPECT_EQ(run.exitCode, 0) << run.err;
    return json(run);
  };
  const auto right = with("L4-L5");
  EXPECT_FALSE(codesOf(right).contains("level-contradicts"));
  EXPECT_FALSE(codesOf(right).contains("level-not-counted"));
  const auto site = right["needles"].toArray().at(0).toObject()["site"].toObject();
  EXPECT_EQ(site["levels"].toArray().at(0).toString(), "L4-L5");
  EXPECT_EQ(site["against"].toString(), "canal");
  EXPECT_EQ(site["side"].toString().toStdString(), foraminal().side);
  for (const char* beside : {"L3-L4", "L5-S1"}) {
    const auto wrong = with(beside);
    EXPECT_TRUE(codesOf(wrong).contains("level-contradicts")) << beside;
    EXPECT_FALSE(wrong["ready"].toBool());
  }
}
