#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "planning/anatomy/distance.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// Tubes through the command line: a saved plan brings them, and they go through plan, show and verify as tubes.

namespace {

using planning::makePoint;
using planning::anatomy::Tube;

QJsonObject json(const support::ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

const testdata::PhantomAnswer& answer() {
  for (const auto& one : support::smallPhantom().answers)
    if (one.routeId == "lumbar-foraminal") return one;
  throw std::logic_error("the phantom has no foraminal answer");
}

std::string place(const planning::Point& p) {
  return QString("%1,%2,%3").arg(p[0], 0, 'f', 3).arg(p[1], 0, 'f', 3).arg(p[2], 0, 'f', 3).toStdString();
}

QJsonObject rowOf(const QJsonObject& plan, const QString& name) {
  for (const auto& row : plan["needles"].toArray()[0].toObject()["clearances"].toArray())
    if (row.toObject()["structure"].toString() == name) return row.toObject();
  return {};
}

planning::anatomy::Structure tube(const char* name, planning::anatomy::Kind kind,
                                  planning::anatomy::Origin::Kind origin, bool confirmed) {
  const auto middle = answer().target + (answer().entry - answer().target) * 0.5;
  planning::anatomy::Structure structure;
  structure.name = name;
  structure.kind = kind;
  structure.kindGuessed = false;
  structure.source = {origin};
  structure.confirmed = confirmed;
  structure.shape = Tube{{middle + planning::makeVector(9, 1, -15), middle + planning::makeVector(9, 0, 0),
                          middle + planning::makeVector(10, 2, 20)},
                         {1.5, 2, 1},
                         0.9};
  return structure;
}

}  // namespace

TEST(TracedOnTheCommandLine, comesFromASavedPlanAndIsMeasuredAsTheTubeItself) {
  const support::TemporaryFolder folder;
  const auto run = [&](std::vector<std::string> more) {
    std::vector<std::string> all{"plan",     support::smallCase().ct.string(),
                                 "--route",  "lumbar-foraminal",
                                 "--level",  "L4",
                                 "--side",   "left",
                                 "--target", place(answer().target),
                                 "--entry",  place(answer().entry),
                                 "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return support::runProgram(NEEDLEPLAN_PROGRAM, all);
  };
  json(run({"--out", folder / "bare.dcm"}));
  auto plan = io::report::readPlan(folder / "bare.dcm");
  ASSERT_TRUE(plan);
  plan->choices.tracedStructures = {
      tube("Radicular artery L4", planning::anatomy::Kind::Artery, planning::anatomy::Origin::Kind::Traced, true),
      tube("Nerve root L4", planning::anatomy::Kind::Nerve, planning::anatomy::Origin::Kind::Expected, false)};
  ASSERT_TRUE(io::report::writePlan(*plan, folder / "traced.dcm"));

  const auto made = json(run({"--structures", folder / "traced.dcm", "--out", folder / "plan.dcm"}));
  const auto artery = rowOf(made, "Radicular artery L4"), root = rowOf(made, "Nerve root L4");
  const auto field = planning::anatomy::makeDistanceField(std::get<Tube>(plan->choices.tracedStructures[0].shape));
  const double truth = field->distance({answer().entry, answer().target}).distanceMm - 0.359;
  EXPECT_NEAR(artery["distance_mm"].toDouble(), truth, 2e-3);
  EXPECT_EQ(artery["error_bound_mm"].toDouble(), 0.9);
  EXPECT_EQ(artery["source"].toString(), "traced");
  EXPECT_TRUE(artery["confirmed"].toBool());
  EXPECT_EQ(root["source"].toString(), "expected");
  EXPECT_FALSE(root["confirmed"].toBool());
  EXPECT_EQ(root["verdict"].toString(), "unknown");

  const auto show = support::runProgram(NEEDLEPLAN_PROGRAM, {"show", folder / "plan.dcm", "--json"});
  EXPECT_EQ(json(show), made);
  const auto verify = support::runProgram(NEEDLEPLAN_PROGRAM,
                                          {"verify", folder / "plan.dcm", support::smallCase().ct.string(), "--json"});
  EXPECT_TRUE(json(verify)["agrees"].toBool()) << verify.out;
  const auto again = io::report::readPlan(folder / "plan.dcm");
  ASSERT_TRUE(again);
  ASSERT_EQ(again->choices.tracedStructures.size(), 2u);
  EXPECT_EQ(std::get<Tube>(again->choices.tracedStructures[0].shape).radiiMm, (std::vector<double>{1.5, 2, 1}));
}
