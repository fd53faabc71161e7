#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "io/dicom/encode.h"
#include "io/report/plan_document.h"
#include "tests/io/report/report_items.h"
#include "tests/io/report/sample_plan.h"

// Reports that somebody changed after we wrote them: what can be read is read, and what is odd is said.

namespace {

using namespace sample;

planning::Expected<planning::Plan> read(DcmFileFormat& document) {
  const auto bytes = io::dicom::encode(document);
  EXPECT_TRUE(bytes);
  return io::report::planOf(*bytes, "plan.dcm");
}

const planning::Finding* findingOf(const planning::Plan& plan, const std::string& code) {
  const auto found = std::find_if(plan.assessment.findings.begin(), plan.assessment.findings.end(),
                                  [&](const auto& finding) { return finding.code == code; });
  return found == plan.assessment.findings.end() ? nullptr : &*found;
}

std::string refusalAfter(const std::function<void(DcmItem&)>& change) {
  const auto document = richDocument();
  change(*document->getDataset());
  const auto plan = read(*document);
  return plan ? "" : plan.error().code;
}

}  // namespace

TEST(TamperedReport, saysWhichAngleDiffers) {
  const auto document = richDocument();
  setNumber(*find(group(*document->getDataset(), kNeedle), "NP-110"), 16.07);  // 15.970 follows from the points
  setNumber(*find(group(*document->getDataset(), kNeedle), "NP-111"), -8.5);   // -8.372
  const auto plan = read(*document);
  ASSERT_TRUE(plan) << plan.error().detail;
  const auto* finding = findingOf(*plan, "report-angles-differ");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->arguments, (std::vector<std::string>{"Aiguille 1", "cranio-caudal", "-8.5", "-8.372"}));
  EXPECT_EQ(plan->assessment.findings.size(), richPlan().assessment.findings.size() + 2);  // 0.1 degrees are allowed
  EXPECT_NE(findingOf(*plan, "report-seal-broken"), nullptr);
}

// The error that says so and "ready" beside it would be two answers to one question.
TEST(TamperedReport, isNotReadyWhateverItSays) {
  auto wanted = io::report::prepared(richPlan());
  wanted.assessment.findings.clear();
  wanted.assessment.ready = true;
  const auto document = io::report::documentOf(wanted);
  ASSERT_TRUE(document);
  const auto whole = read(**document);
  ASSERT_TRUE(whole) << whole.error().detail;
  EXPECT_TRUE(whole->assessment.ready);

  setNumber(*find(group(*(*document)->getDataset(), kNeedle), "121211"), 79.08);
  const auto altered = read(**document);
  ASSERT_TRUE(altered) << altered.error().detail;
  EXPECT_NE(findingOf(*altered, "report-seal-broken"), nullptr);
  EXPECT_FALSE(altered->assessment.ready);
}

// Versions before wrote the structures of a label map so; the text decides, and the next save has the right code.
TEST(OldReport, ofALabelMapWithOtherProvenanceIsRead) {
  const auto document = richDocument();
  DcmItem& row = group(*document->getDataset(), kClearance);
  find(row, "NP-238")->putAndInsertString(DCM_TextValue, "label map spine.nii.gz");
  setNested(*find(row, "NP-233"), DCM_ConceptCodeSequence, DCM_CodeValue, "NP-436");
  setNested(*find(row, "NP-233"), DCM_ConceptCodeSequence, DCM_CodeMeaning, "Other provenance");
  const auto plan = read(*document);
  ASSERT_TRUE(plan) << plan.error().detail;
  auto findings = plan->assessment.findings;
  std::erase_if(findings, [](const auto& finding) { return finding.code == "report-seal-broken"; });  // as edited here
  EXPECT_EQ(findings, richPlan().assessment.findings);
  const planning::anatomy::Origin origin{planning::anatomy::Origin::Kind::LabelMap, "spine.nii.gz"};
  EXPECT_EQ(plan->assessment.needles[0].clearances[0].source, planning::needle::RowSource(origin));

  const auto again = io::report::documentOf(io::report::prepared(*plan));
  ASSERT_TRUE(again);
  DcmItem* code = nullptr;
  find(group(*(*again)->getDataset(), kClearance), "NP-233")->findAndGetSequenceItem(DCM_ConceptCodeSequence, code);
  OFString value;
  code->findAndGetOFString(DCM_CodeValue, value);
  EXPECT_EQ(value, "NP-433");
}

TEST(TamperedReport, saysThatTheLengthDiffers) {
  const auto document = richDocument();
  setNumber(*find(group(*document->getDataset(), kNeedle), "121211"), 79.98);
  const auto plan = read(*document);
  ASSERT_TRUE(plan) << plan.error().detail;
  const auto* finding = findingOf(*plan, "report-length-differs");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->arguments, (std::vector<std::string>{"Aiguille 1", "path-length", "79.98", "78.98"}));
}

TEST(TamperedReport, isReadWithoutWhatDcmtkCannotTake) {
  const auto document = richDocument();
  find(group(*document->getDataset(), kDisplay), "111030")->putAndInsertString(DCM_ValueType, "SHAPE");
  const auto plan = read(*document);
  ASSERT_TRUE(plan) << plan.error().code << " " << plan.error().detail;
  const auto* finding = findingOf(*plan, "report-not-valid");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->severity, planning::Severity::Error);
  EXPECT_EQ(finding->arguments, std::vector<std::string>{"2"});  // DCMTK also drops what follows it in its group
  EXPECT_EQ(plan->choices.needles.size(), 3u);
}

TEST(TamperedReport, saysThatItIsNotValid) {
  const auto document = richDocument();
  find(group(*document->getDataset(), kDisplay), "111030")->putAndInsertString(DCM_GraphicType, "SQUARE");
  const auto plan = read(*document);
  ASSERT_TRUE(plan) << plan.error().code << " " << plan.error().detail;
  ASSERT_NE(findingOf(*plan, "report-not-valid"), nullptr);
}

TEST(TamperedReport, isRefusedRatherThanHalfUnderstood) {
  EXPECT_EQ(refusalAfter([](DcmItem& d) { removeFrom(group(d, kClearance), "NP-122"); }), "broken-report");
  EXPECT_EQ(refusalAfter([](DcmItem& d) { removeFrom(group(d, kClearance), "121206"); }),
            "broken-report");  // a verdict
  EXPECT_EQ(refusalAfter([](DcmItem& d) { removeFrom(group(d, kNeedle), "112040"); }), "broken-report");
  EXPECT_EQ(refusalAfter([](DcmItem& d) { removeFrom(d, "NP-237"); }), "broken-report");
  EXPECT_EQ(refusalAfter([](DcmItem& d) { removeFrom(d, "111028"); }), "broken-report");
  EXPECT_EQ(refusalAfter([](DcmItem& d) { removeFrom(d, "C0034375"); }), "broken-report");
  EXPECT_EQ(refusalAfter([](DcmItem& d) { d.putAndInsertString(DCM_StudyInstanceUID, ""); }), "broken-report");
  EXPECT_EQ(refusalAfter([](DcmItem& d) { find(d, "NP-245")->putAndInsertString(DCM_TextValue, "yes"); }),
            "broken-report");
  EXPECT_EQ(refusalAfter([](DcmItem& d) { find(d, "NP-258")->putAndInsertString(DCM_TextValue, "name=L9"); }),
            "broken-report");
  const auto unknownVerdict = [](DcmItem& d) {
    setNested(*find(group(d, kClearance), "NP-210"), DCM_ConceptCodeSequence, DCM_CodeValue, "NP-299");
  };
  EXPECT_EQ(refusalAfter(unknownVerdict), "broken-report");
}
