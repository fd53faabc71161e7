#include "planning/review/procedures.h"

#include <gtest/gtest.h>

namespace {

using planning::procedure::Opacification;
using planning::procedure::ProcedureRecord;
using planning::review::AuditedProcedure;
using planning::review::auditOf;

AuditedProcedure procedure(const std::string& uid, const std::string& route, const ProcedureRecord& record) {
  return {uid, "series of " + uid, 1, "20261120", route, record};
}

ProcedureRecord withPatterns(std::vector<Opacification> patterns) {
  ProcedureRecord record;
  record.opacifications = std::move(patterns);
  return record;
}

ProcedureRecord withPain(double before, std::optional<double> day4) {
  ProcedureRecord record;
  record.painBefore = before;
  record.painDay4 = day4;
  return record;
}

}  // namespace

TEST(ProcedureAudit, countsAVascularPatternAtAnyTestOnce) {
  using enum Opacification;
  const auto audit = auditOf({procedure("1", "lumbar-foraminal", withPatterns({Vascular, Vascular, Epidural})),
                              procedure("2", "lumbar-foraminal", withPatterns({Epidural})),
                              procedure("3", "caudal", withPatterns({Intrathecal})),
                              procedure("4", "caudal", withPatterns({}))});  // none made: not counted
  ASSERT_TRUE(audit.all.vascular);
  EXPECT_EQ(audit.all.vascular->count, 1);
  EXPECT_EQ(audit.all.vascular->of, 3);
  EXPECT_EQ(audit.all.intrathecal->count, 1);
  ASSERT_EQ(audit.byRoute.size(), 2);
  EXPECT_EQ(audit.byRoute[0].routeId, "caudal");
  EXPECT_EQ(audit.byRoute[0].procedures, 2);
  EXPECT_EQ(audit.byRoute[0].vascular->count, 0);
  EXPECT_EQ(audit.byRoute[0].vascular->of, 1);
  EXPECT_EQ(audit.byRoute[1].vascular->of, 2);
  EXPECT_FALSE(audit.all.complications);  // nobody said anything
}

// Wilson for 1 of 2: (1/2 + z^2/4 -+ z sqrt(1/8 + z^2/16)) / (1 + z^2/2), z = 1.95996, by hand.
TEST(ProcedureAudit, givesEachRateItsWilsonInterval) {
  ProcedureRecord complicated, plain, silent;
  complicated.complications = "dural tear";
  plain.noComplications = true;
  const auto audit = auditOf({procedure("1", "", complicated), procedure("2", "", plain), procedure("3", "", silent)});
  ASSERT_TRUE(audit.all.complications);
  EXPECT_EQ(audit.all.complications->count, 1);
  EXPECT_EQ(audit.all.complications->of, 2);
  EXPECT_NEAR(audit.all.complications->interval.low, 0.0945, 1e-4);
  EXPECT_NEAR(audit.all.complications->interval.high, 0.9055, 1e-4);
}

TEST(ProcedureAudit, callsPainDownByHalfARelief) {
  const auto audit = auditOf({procedure("1", "caudal", withPain(8, 4)),               // by half: relieved
                              procedure("2", "caudal", withPain(8, 4.1)),             // not quite
                              procedure("3", "caudal", withPain(0, 0)),               // no pain to relieve
                              procedure("4", "caudal", withPain(8, std::nullopt))});  // nobody asked
  ASSERT_TRUE(audit.all.relievedDay4);
  EXPECT_EQ(audit.all.relievedDay4->count, 1);
  EXPECT_EQ(audit.all.relievedDay4->of, 2);
  EXPECT_FALSE(audit.all.relievedDay30);
  EXPECT_FALSE(audit.all.relievedAfter);
}

TEST(ProcedureAudit, countsAProcedureByTheLastVersionOfItsRecord) {
  auto first = procedure("1", "caudal", withPain(8, std::nullopt));
  auto second = procedure("2", "caudal", withPain(8, 2));
  second.seriesUid = first.seriesUid;
  second.version = 4;  // those between were written over
  const auto audit = auditOf({first, second, second});
  EXPECT_EQ(audit.all.procedures, 1);
  EXPECT_EQ(audit.replaced, 1);
  EXPECT_EQ(audit.copies, 1);
  EXPECT_EQ(audit.all.relievedDay4->count, 1);
}

TEST(ProcedureAudit, countsTwoRecordsOfOnePlanOnceByTheLater) {
  auto first = procedure("1", "caudal", withPain(8, std::nullopt)), second = procedure("2", "caudal", withPain(8, 2));
  second.seriesUid = first.seriesUid;
  second.saved = "20261124";
  const auto audit = auditOf({second, first});
  EXPECT_EQ(audit.all.procedures, 1);
  EXPECT_EQ(audit.replaced, 1);
  EXPECT_EQ(audit.all.relievedDay4->count, 1);
}

// Which of its needles was in a vessel no record says.
TEST(ProcedureAudit, countsASessionOfSeveralRoutesUnderNoneOfThem) {
  planning::Plan plan;
  plan.choices.routeId = "lumbar-facet";
  plan.choices.needles.resize(2);
  plan.choices.record = withPatterns({Opacification::Vascular});
  EXPECT_EQ(planning::review::auditedProcedure(plan)->routeId, "lumbar-facet") << "both needles have the plan's";
  plan.choices.needles[1].routeId = "lumbar-foraminal";
  EXPECT_EQ(planning::review::auditedProcedure(plan)->routeId, "lumbar-facet, lumbar-foraminal");
  plan.choices.needles[0].routeId = "lumbar-foraminal";
  EXPECT_EQ(planning::review::auditedProcedure(plan)->routeId, "lumbar-foraminal")
      << "the needles' own, not the plan's";
}

TEST(ProcedureAudit, ofNothingSaysNothing) {
  const auto audit = auditOf(std::vector<AuditedProcedure>{});
  EXPECT_EQ(audit.all.procedures, 0);
  EXPECT_FALSE(audit.all.vascular);
  EXPECT_TRUE(audit.byRoute.empty());
  EXPECT_FALSE(planning::review::auditedProcedure({}));
}
