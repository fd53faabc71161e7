#include <gtest/gtest.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

#include "io/report/plan_document.h"
#include "io/report/plan_reader.h"
#include "io/report/plan_report.h"
#include "io/report/record_fields.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/temporary_folder.h"

namespace {

using io::report::kCodes;
using planning::Plan;
using planning::procedure::ProcedureRecord;
using support::TemporaryFolder;

Plan recorded(const ProcedureRecord& record) {
  Plan plan = sample::richPlan();
  plan.choices.record = record;
  return plan;
}

const io::report::CodedConcept& conceptOf(const std::string& key) {
  const auto& fields = io::report::recordFields();
  return std::ranges::find_if(fields, [&](const auto& field) { return field.key == key; })->name;
}

/// As the file says it.
std::optional<ProcedureRecord> savedAndRead(const ProcedureRecord& record) {
  const TemporaryFolder folder;
  const auto written = io::report::writePlan(recorded(record), folder / "plan.dcm");
  EXPECT_TRUE(written) << written.error().detail;
  const auto read = io::report::parseReport(folder / "plan.dcm");
  EXPECT_TRUE(read);
  return read ? read->content.actual.choices.record : std::nullopt;
}

io::report::ContentItem containerOf(const ProcedureRecord& record) {
  const auto root = io::report::contentOf(io::report::prepared(recorded(record)));
  EXPECT_TRUE(root);
  const auto* container = root->child(kCodes.procedureRecord);
  EXPECT_NE(container, nullptr);
  return container != nullptr ? *container : io::report::ContentItem();
}

}  // namespace

TEST(RecordReport, comesBackAsItWasRecorded) {
  const auto read = savedAndRead(sample::fullRecord());
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, sample::fullRecord());
}

TEST(RecordReport, keepsWhatNobodyRecordedAbsent) {
  const auto read = savedAndRead({});
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, ProcedureRecord());
  EXPECT_TRUE(containerOf({}).children.empty());
}

// A field that is written and not read, or the other way about, is told here whatever its name: one field at a time.
TEST(RecordReport, hasAnItemOfItsOwnForEachField) {
  const auto& fields = io::report::recordFields();
  const auto full = sample::fullRecord();
  const auto all = containerOf(full);
  EXPECT_EQ(all.children.size(), fields.size() + full.opacifications.size());
  for (const auto& field : fields) {
    ProcedureRecord one;
    ASSERT_TRUE(readField(all, field, one)) << field.key;
    EXPECT_NE(one, ProcedureRecord()) << field.key;
    EXPECT_EQ(containerOf(one).children.size(), 1) << field.key;
  }
}

TEST(RecordReport, saysADayAsADateTimeAndPainByItsTimePoint) {
  const auto container = containerOf(sample::fullRecord());
  const auto* day = container.child(conceptOf("date"));
  ASSERT_NE(day, nullptr);
  EXPECT_EQ(day->valueType, "DATETIME");
  EXPECT_EQ(day->text, "20260517");
  const auto pains = container.childrenNamed(conceptOf("pain_before"));
  ASSERT_EQ(pains.size(), 4);
  EXPECT_EQ(*pains[3]->number, 2.5);
  EXPECT_EQ(textOf(*pains[3], kCodes.timePoint), "day 30");
}

TEST(RecordReport, refusesWhatNoRecordCanBe) {
  const TemporaryFolder folder;
  const auto refused = [&](const auto& spoil) {
    auto record = sample::fullRecord();
    spoil(record);
    const auto written = io::report::writePlan(recorded(record), folder / "plan.dcm");
    return written ? "written" : written.error().code;
  };
  EXPECT_EQ(refused([](auto& record) { record.painDay30 = 10.5; }), "report-check");
  EXPECT_EQ(refused([](auto& record) { record.painBefore = -1; }), "report-check");
  EXPECT_EQ(refused([](auto& record) { record.volumeMl = 0; }), "report-check");
  EXPECT_EQ(refused([](auto& record) { record.guidance = "ultrasound"; }), "report-check");
  EXPECT_EQ(refused([](auto&) {}), "written");
}

TEST(RecordReport, isANewVersionThatNobodyVerified) {
  const TemporaryFolder folder;
  const auto first = io::report::writePlan(sample::richPlan(), folder / "plan.dcm");
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->choices.record);
  Plan plan = *first;
  plan.choices.record = sample::fullRecord();
  const auto second = io::report::writePlan(plan, folder / "recorded.dcm");
  ASSERT_TRUE(second);
  EXPECT_NE(second->report.sopInstanceUid, first->report.sopInstanceUid);
  EXPECT_EQ(second->report.predecessorUid, first->report.sopInstanceUid);
  EXPECT_EQ(second->report.version, first->report.version + 1);
  EXPECT_TRUE(second->report.complete);
  EXPECT_EQ(sample::lines(*second), sample::lines(*first));  // the plan itself is as it was
  const auto flagOf = [&](const char* name) {
    DcmFileFormat file;
    EXPECT_TRUE(file.loadFile((folder / name).c_str()).good());
    OFString flag;
    file.getDataset()->findAndGetOFString(DCM_VerificationFlag, flag);
    return std::string(flag.c_str());
  };
  EXPECT_EQ(flagOf("plan.dcm"), "VERIFIED");
  EXPECT_EQ(flagOf("recorded.dcm"), "UNVERIFIED");
  Plan byNobody = sample::richPlan();
  byNobody.choices.operatorName = "-";
  ASSERT_TRUE(io::report::writePlan(byNobody, folder / "by_nobody.dcm"));
  EXPECT_EQ(flagOf("by_nobody.dcm"), "UNVERIFIED") << "marks are nobody's name";
}

TEST(RecordReport, takesWhatAPersonTyped) {
  const auto take = [](const char* key, const std::string& typed) {
    ProcedureRecord record;
    for (const auto& field : io::report::recordFields())
      if (std::string(field.key) == key && !takeTyped(typed, field, record)) return std::string("no");
    return record == ProcedureRecord() ? std::string("nothing") : std::string("taken");
  };
  EXPECT_EQ(take("pain_before", "7"), "taken");
  EXPECT_EQ(take("pain_before", "10.1"), "no");
  EXPECT_EQ(take("pain_before", "7 "), "no");
  EXPECT_EQ(take("pain_before", "nan"), "no");
  EXPECT_EQ(take("volume_ml", "0"), "no");
  EXPECT_EQ(take("contrast", "air"), "taken");
  EXPECT_EQ(take("contrast", "gadolinium"), "no");
  EXPECT_EQ(take("asepsis", "yes"), "taken");
  EXPECT_EQ(take("asepsis", "no"), "nothing");
  EXPECT_EQ(take("asepsis", "maybe"), "no");
  EXPECT_EQ(take("guidance", "ct"), "taken");
}
