#include "planning/procedure/record.h"

#include <gtest/gtest.h>

#include <limits>

namespace {

using planning::Severity;
using planning::procedure::judge;
using planning::procedure::mayBe;
using planning::procedure::Medium;
using planning::procedure::ProcedureRecord;
using planning::procedure::withDates;
using enum planning::procedure::Opacification;

constexpr const char* kToday = "2026-11-30";

/// Nothing to say of it.
ProcedureRecord good() {
  ProcedureRecord record;
  record.date = "2026-11-20";
  record.opacifications = {Epidural};
  record.medium = Medium::Iodine;
  record.drug = "Hydrocortancyl";
  record.volumeMl = 4;
  record.painBefore = 7;
  record.painDay4 = 3;
  record.followUpDate = "2026-11-24";
  record.patientRead = record.sideRead = record.levelRead = record.allergyRead = record.coagulationRead = true;
  return record;
}

std::vector<std::string> codes(const ProcedureRecord& record,
                               const std::vector<planning::procedure::CheckAnswer>& checks = {}) {
  std::vector<std::string> found;
  for (const auto& finding : judge(record, checks)) found.push_back(finding.code);
  return found;
}

std::string refusal(const ProcedureRecord& record) {
  const auto may = mayBe(record, kToday);
  return may ? "" : may.error().code;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST(ProcedureRecord, hasNothingSaidOfItWhereAllIsWell) {
  EXPECT_EQ(codes(good()), Codes{});
  EXPECT_EQ(refusal(good()), "");
}

TEST(ProcedureRecord, stopsAfterAVascularAndAnIntrathecalPattern) {
  auto record = good();
  record.drug.clear();
  record.volumeMl.reset();
  record.opacifications = {Vascular};
  EXPECT_EQ(codes(record), Codes{"record-do-not-inject"});
  EXPECT_EQ(judge(record, {}).front().severity, Severity::Error);
  record.opacifications = {Epidural, Intrathecal};  // the last one counts
  EXPECT_EQ(codes(record), Codes{"record-stop"});
  EXPECT_EQ(judge(record, {}).front().severity, Severity::Error);
}

TEST(ProcedureRecord, findsAnInjectionAfterABadPatternUnlessAGoodOneFollowed) {
  auto record = good();
  for (const auto bad : {Vascular, Intrathecal}) {
    record.opacifications = {bad};
    const auto found = judge(record, {});
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[1].code, std::string("record-injected-after-") + word(bad));
    EXPECT_EQ(found[1].severity, Severity::Error);
    record.opacifications = {bad, Articular};
    EXPECT_EQ(codes(record), Codes{});
  }
  record.opacifications = {Vascular};
  record.drug.clear();  // a volume was injected all the same
  EXPECT_EQ(codes(record), (Codes{"record-do-not-inject", "record-injected-after-vascular"}));
}

TEST(ProcedureRecord, warnsOfAnInjectionThatNoPatternWentBefore) {
  auto record = good();
  record.opacifications.clear();
  EXPECT_EQ(codes(record), Codes{"record-no-opacification"});
  record.drug.clear();
  record.volumeMl.reset();
  EXPECT_EQ(codes(record), Codes{});
}

TEST(ProcedureRecord, findsIodineGivenToWhomItIsForbidden) {
  EXPECT_EQ(codes(good(), {{"contrast-allergy", "severe", {}, {}, {}}}), Codes{"record-iodine-allergy"});
  EXPECT_EQ(codes(good(), {{"contrast-allergy", "minor", {}, {}, {}}}), Codes{});
  auto air = good();
  air.medium = Medium::Air;
  EXPECT_EQ(codes(air, {{"contrast-allergy", "severe", {}, {}, {}}}), Codes{});
}

TEST(ProcedureRecord, saysWhatOfTheTimeOutIsOpen) {
  auto record = good();
  record.allergyRead = record.coagulationRead = false;
  const auto open = judge(record, {});
  ASSERT_EQ(open.size(), 1);
  EXPECT_EQ(open[0].code, "record-time-out-open");
  EXPECT_EQ(open[0].arguments, std::vector<std::string>{"2"});
  record.patientRead = record.sideRead = record.levelRead = false;
  EXPECT_EQ(codes(record), Codes{"record-no-time-out"});
}

TEST(ProcedureRecord, refusesNumbersThatCannotBe) {
  for (const double pain : {-0.1, 10.1, std::numeric_limits<double>::quiet_NaN()})
    for (auto which : {&ProcedureRecord::painBefore, &ProcedureRecord::painAfter, &ProcedureRecord::painDay4,
                       &ProcedureRecord::painDay30}) {
      auto record = good();
      record.*which = pain;
      EXPECT_EQ(refusal(record), "record-pain-outside") << pain;
    }
  auto record = good();
  record.painBefore = 10;
  record.painAfter = 0;
  EXPECT_EQ(refusal(record), "");
  record.volumeMl = 0;
  EXPECT_EQ(refusal(record), "record-not-positive");
  record.volumeMl = 0.1;
  record.durationMin = -1;
  EXPECT_EQ(refusal(record), "record-not-positive");
}

TEST(ProcedureRecord, refusesDatesThatAreNoneOrLieAhead) {
  auto record = good();
  record.followUpDate = record.date = kToday;
  record.painDay4.reset();
  EXPECT_EQ(refusal(record), "record-follow-up-before");  // the same day is no follow-up
  record.followUpDate.clear();
  EXPECT_EQ(refusal(record), "");
  record.date = "2026-12-01";
  EXPECT_EQ(refusal(record), "record-date-ahead");
  for (const char* date : {"2026-02-29", "20261120", "yesterday"}) {
    record.date = date;
    EXPECT_EQ(refusal(record), "record-date-invalid") << date;
  }
}

TEST(ProcedureRecord, refusesAFollowUpBeforeTheProcedure) {
  auto record = good();
  record.followUpDate = "2026-11-19";
  EXPECT_EQ(refusal(record), "record-follow-up-before");
  record.followUpDate.clear();  // pain of day 4, and nobody knows when it was asked
  EXPECT_EQ(refusal(record), "record-follow-up-undated");
}

TEST(ProcedureRecord, isDatedTodayWhereNothingElseIsSaid) {
  ProcedureRecord record;
  EXPECT_EQ(withDates(record, {}, kToday).date, kToday);
  EXPECT_EQ(withDates(record, {}, kToday).followUpDate, "");
  record.date = "2026-11-20";
  record.painDay4 = 3;
  EXPECT_EQ(withDates(record, {}, kToday).date, "2026-11-20");
  EXPECT_EQ(withDates(record, {}, kToday).followUpDate, kToday);
}

// Of day 30, asked today, the record must not say that it was asked on day 4.
TEST(ProcedureRecord, doesNotDatePainOfDay30ByTheFollowUpOfDay4) {
  auto before = good();
  before.date = "2026-10-31";
  before.followUpDate = "2026-11-04";
  auto record = before;
  record.painDay4 = 2;  // a slip of then, mended
  EXPECT_EQ(withDates(record, before, kToday).followUpDate, "2026-11-04");
  record.painDay30 = 1;
  EXPECT_EQ(withDates(record, before, kToday).followUpDate, kToday);
  record.followUpDate = "2026-11-29";  // somebody says when
  EXPECT_EQ(withDates(record, before, kToday).followUpDate, "2026-11-29");
  before.followUpDate = "2026-11-29";  // or has said so before
  EXPECT_EQ(withDates(record, before, kToday).followUpDate, "2026-11-29");
}

TEST(ProcedureRecord, readsItsWordsBack) {
  for (const auto pattern : {Epidural, Articular, Vascular, Intrathecal})
    EXPECT_EQ(planning::procedure::opacificationFromWord(word(pattern)), pattern);
  EXPECT_EQ(planning::procedure::opacificationFromWord("venous"), std::nullopt);
  EXPECT_EQ(planning::procedure::mediumFromWord("air"), Medium::Air);
  EXPECT_EQ(planning::procedure::positionFromWord("left-lateral"), planning::procedure::PatientPosition::LeftLateral);
}
