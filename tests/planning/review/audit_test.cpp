#include "planning/review/audit.h"

#include <gtest/gtest.h>

#include <set>

namespace planning::review {
namespace {

using needle::Verdict;

/// A control of one needle whose tip lies `tipMm` beside its target, along x.
Control control(const std::string& uid, double tipMm, const std::string& planned = "1.1") {
  Control made;
  made.actual.report.sopInstanceUid = uid;
  made.actual.report.savedDate = "20261120";
  made.actual.report.savedTime = "101500";
  made.actual.choices.scan.study.date = "20261120";
  made.actual.choices.scan.study.time = "100000.25";
  made.actual.choices.routeId = "lumbar-foraminal";
  made.actual.choices.level = "L5";
  made.actual.choices.operatorName = "Dupré^Zoé";
  PlannedNeedle needle;
  needle.label = "Needle 1";
  needle.trackingUid = uid + ".1";
  needle.needle = needle::Needle{22, 90, 0.718};
  needle.verdict = Verdict::Near;
  made.actual.add(needle);
  Deviation deviation;
  deviation.tipMm = deviation.lateralMm = tipMm;
  deviation.angle = Angle::degrees(2 * tipMm);
  made.needles.push_back({planned, std::nullopt, deviation, false});
  made.plan = {"1.2.840.10008.5.1.4.1.1.88.34", "1"};
  made.registration.accepted = true;
  return made;
}

std::vector<AuditedNeedle> needlesOf(const std::vector<Control>& controls) {
  std::vector<AuditedNeedle> all;
  for (const auto& one : controls)
    for (auto& needle : auditedNeedles(one)) all.push_back(std::move(needle));
  return all;
}

needle::Clearance row(double distanceMm, std::optional<Verdict> verdict) {
  needle::Clearance clearance;
  clearance.distanceMm = distanceMm;
  clearance.verdict = verdict;
  if (!verdict) clearance.role = anatomy::Role::Crossable;
  return clearance;
}

}  // namespace

TEST(Audit, countsEachNeedleOfASessionForItsOwnRoute) {
  Control made = control("2.1", 3.5);
  made.actual.choices.needles.push_back(made.actual.choices.needles.front());
  made.actual.assessment.needles.push_back(made.actual.assessment.needles.front());
  made.actual.choices.needles.back().routeId = "intradiscal";
  made.actual.choices.needles.back().level = "L4-L5";
  const auto needles = auditedNeedles(made);
  ASSERT_EQ(needles.size(), 2U);
  EXPECT_EQ(needles[0].routeId, "lumbar-foraminal");
  EXPECT_EQ(needles[0].level, "L5");
  EXPECT_EQ(needles[1].routeId, "intradiscal");
  EXPECT_EQ(needles[1].level, "L4-L5");
}

TEST(Audit, takesFromAControlWhatItSays) {
  Control made = control("2.1", 3.5);
  made.actual.assessment.needles[0].clearances = {row(4.5, Verdict::Near), row(-0.25, Verdict::Breach),
                                                  row(-9, std::nullopt)};
  const auto needle = auditedNeedles(made).at(0);
  EXPECT_EQ(needle.value(Measure::TipError), 3.5);
  EXPECT_EQ(needle.value(Measure::AngleError).value(), Angle::degrees(7).degrees());
  EXPECT_EQ(needle.value(Measure::LeastClearance), -0.25);  // what may be crossed does not count
  EXPECT_FALSE(needle.value(Measure::Minutes));
  EXPECT_EQ(needle.group(Grouping::Route), "lumbar-foraminal");
  EXPECT_EQ(needle.group(Grouping::Level), "L5");
  EXPECT_EQ(needle.group(Grouping::Gauge), "22G");
  EXPECT_EQ(needle.group(Grouping::Operator), "Dupré^Zoé");
  EXPECT_EQ(needle.group(Grouping::Month), "2026-11");
}

TEST(Audit, timesAControlFromItsPlan) {
  auto needles = needlesOf({control("2.1", 1), control("2.2", 1), control("2.3", 1)});
  needles[1].planUid = "of another day";
  needles[2].planUid = "unknown";
  timeFromPlans(needles, {{"1", "20261120100230"}, {"of another day", "20261118100000"}});
  EXPECT_EQ(needles[0].value(Measure::Minutes), 12.5);
  EXPECT_FALSE(needles[1].value(Measure::Minutes));
  EXPECT_FALSE(needles[2].value(Measure::Minutes));
  needles[0].saved = "20261121001500";  // past midnight
  timeFromPlans(needles, {{"1", "20261120235000"}});
  EXPECT_EQ(needles[0].value(Measure::Minutes), 25);
}

TEST(Audit, countsEachNeedleOnceAsItWasLeft) {
  Control second = control("2.2", 2);
  second.actual.choices.scan.study.time = "100900";
  Control revised = control("2.3", 2.5);
  revised.actual.report.predecessorUid = "2.2";
  revised.actual.choices.scan.study.time = "100900";
  Control unplanned = control("2.5", 1, "");
  unplanned.needles[0].deviation.reset();
  Control refused = control("2.6", 1, "1.2");
  refused.registration.accepted = false;
  refused.registration.kind = RegistrationKind::Bone;
  const auto selection = selectForAudit(
      needlesOf({revised, control("2.1", 9), second, second, unplanned, refused, control("2.7", 4, "1.3")}));
  ASSERT_EQ(selection.needles.size(), 2u);
  EXPECT_EQ(selection.needles[0].controlUid, "2.7");  // in the order of time
  EXPECT_EQ(selection.needles[1].controlUid, "2.3");
  EXPECT_EQ(selection.copies, 1u);
  EXPECT_EQ(selection.replaced, 1u);
  EXPECT_EQ(selection.earlierControls, 1u);
  EXPECT_EQ(selection.unplanned, 1u);
  EXPECT_EQ(selection.notAccepted, 1u);
}

TEST(Audit, sortsByEachGroupTheUnknownLast) {
  auto needles = needlesOf({control("2.1", 1, "a"), control("2.2", 3, "b"), control("2.3", 8, "c")});
  needles[0].level = "L4";
  needles[1].level = "";
  needles[2].verdict = Verdict::Breach;
  needles[1].verdict = Verdict::Unknown;
  const auto audit = auditOf(needles);
  EXPECT_EQ(audit.all.needles, 3u);
  EXPECT_DOUBLE_EQ(audit.all.summary(Measure::TipError)->mean, 4);
  ASSERT_TRUE(audit.all.breaches);
  EXPECT_EQ(audit.all.breaches->count, 1u);
  EXPECT_EQ(audit.all.breaches->of, 2u);  // one verdict is unknown
  EXPECT_EQ(audit.all.verdictUnknown, 1u);
  const auto& levels = audit.groups.at(Grouping::Level);
  ASSERT_EQ(levels.size(), 3u);
  EXPECT_EQ(levels[0].name, "L4");
  EXPECT_EQ(levels[1].name, "L5");
  EXPECT_EQ(levels[2].name, "");
  EXPECT_DOUBLE_EQ(levels[1].summary(Measure::TipError)->mean, 8);
  EXPECT_EQ(audit.groups.at(Grouping::Month).size(), 1u);
}

TEST(Audit, namesWhatPassesALimit) {
  std::vector<Control> controls;
  for (int i = 0; i < 30; ++i)
    controls.push_back(control("2." + std::to_string(100 + i), i == 17 ? 12 : 3 + 0.1 * (i % 3), std::to_string(i)));
  const auto audit = auditOf(needlesOf(controls));
  ASSERT_EQ(audit.outliers.size(), 3u);  // tip, lateral and angle of the one needle
  for (const auto& outlier : audit.outliers) EXPECT_EQ(outlier.needle, 17u);
  EXPECT_EQ(audit.outliers[0].measure, Measure::TipError);
  EXPECT_EQ(audit.outliers[0].value, 12);
  EXPECT_EQ(audit.outliers[0].limit, audit.charts.at(Measure::TipError).chart.upperLimit);
}

TEST(Audit, hidesOperatorsButNotWhoIsTheSame) {
  auto needles = needlesOf({control("2.1", 1), control("2.2", 1), control("2.3", 1), control("2.4", 1)});
  needles[1].operatorName = "Martin^Paul";
  needles[2].operatorName = "";
  blind(needles);
  EXPECT_EQ(needles[0].operatorName, needles[3].operatorName);
  EXPECT_NE(needles[0].operatorName, needles[1].operatorName);
  EXPECT_EQ((std::set{needles[0].operatorName, needles[1].operatorName}), (std::set<std::string>{"A", "B"}));
  EXPECT_EQ(needles[2].operatorName, "");
  for (const auto& needle : needles) {
    EXPECT_EQ(needle.month(), "2026-11");
    EXPECT_TRUE(needle.controlUid.empty() && needle.planUid.empty() && needle.saved.empty());
    EXPECT_EQ(needle.scanned, "202611");
  }
}

TEST(Audit, makesAPlacementErrorOfEnoughNeedlesOfOneRoute) {
  std::vector<Control> controls;
  for (int i = 0; i < 20; ++i)
    controls.push_back(control("2." + std::to_string(i), i % 2 == 0 ? 3 : 5, std::to_string(i)));
  auto needles = needlesOf(controls);
  const auto error = placementErrorFrom(needles, "lumbar-foraminal");
  ASSERT_TRUE(error);
  EXPECT_DOUBLE_EQ(error->meanTipMm, 4);
  EXPECT_NEAR(*error->deviationTipMm, 1.025978, 1e-6);  // sqrt(20 / 19)
  EXPECT_NEAR(error->meanAngle->degrees(), 8, 1e-9);
  needles.pop_back();
  EXPECT_EQ(placementErrorFrom(needles, "lumbar-foraminal").error().code, "too-few-needles");
  EXPECT_EQ(placementErrorFrom(needles, "c1-c2").error().detail, "0 / 20");
}

}  // namespace planning::review
