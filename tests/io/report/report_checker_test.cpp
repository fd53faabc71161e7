#include "io/report/report_checker.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>

#include "io/report/plan_document.h"
#include "tests/io/report/report_items.h"
#include "tests/io/report/sample_plan.h"

namespace {

using namespace sample;
using Document = std::unique_ptr<DcmFileFormat>;

struct Mutation {
  const char* rule;  ///< how the violation begins
  std::function<void(DcmItem& dataset)> change;
};

std::vector<Mutation> documentMutations() {
  return {
      {"SOP class is", [](DcmItem& d) { d.putAndInsertString(DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.88.33"); }},
      {"modality is SR", [](DcmItem& d) { d.putAndInsertString(DCM_Modality, "CT"); }},
      {"manufacturer is there", [](DcmItem& d) { d.putAndInsertString(DCM_Manufacturer, ""); }},
      {"title is", [](DcmItem& d) { setNested(d, DCM_ConceptNameCodeSequence, DCM_CodeValue, "126001"); }},
      {"root template is", [](DcmItem& d) { d.findAndDeleteElement(DCM_ContentTemplateSequence); }},
      {"image library is there", [](DcmItem& d) { removeFrom(d, "111028"); }},
      {"language is there", [](DcmItem& d) { removeFrom(d, "121049"); }},
      {"procedure reported is there", [](DcmItem& d) { removeFrom(d, "121058"); }},
      {"frame of reference of the scan", [](DcmItem& d) { removeFrom(d, "112227"); }},
      {"measurements or evaluations", [](DcmItem& d) { removeFrom(d, "126010"), removeFrom(d, "C0034375"); }},
      {"referenced instance is in the evidence",
       [](DcmItem& d) {
         DcmItem *study = nullptr, *series = nullptr;
         d.findAndGetSequenceItem(DCM_CurrentRequestedProcedureEvidenceSequence, study);
         study->findAndGetSequenceItem(DCM_ReferencedSeriesSequence, series);
         DcmSequenceOfItems* instances = nullptr;
         series->findAndGetSequence(DCM_ReferencedSOPSequence, instances);
         delete instances->remove(2ul);
       }},
      {"evidence is referenced",
       [](DcmItem& d) {
         auto* library = find(d, "126200");
         delete childrenOf(*library)->remove(childrenOf(*library)->card() - 1);
       }},
  };
}

std::vector<Mutation> groupMutations() {
  return {
      {"group has a tracking identifier", [](DcmItem& d) { removeFrom(group(d, kClearance), "112039"); }},
      {"group has a tracking UID", [](DcmItem& d) { removeFrom(group(d, kDisplay), "112040"); }},
      {"tracking UID is unique",
       [](DcmItem& d) { find(group(d, kClearance), "112040")->putAndInsertString(DCM_UID, "2.25.610"); }},
      {"group has exactly one finding", [](DcmItem& d) { copyChild(group(d, kNeedle), "121071"); }},
      {"group has exactly one finding", [](DcmItem& d) { removeFrom(group(d, kClearance), "121071"); }},
      {"group has a finding site", [](DcmItem& d) { removeFrom(group(d, kSecondNeedle), "363698007"); }},
      {"group has a place", [](DcmItem& d) { removeFrom(group(d, kDisplay), "111030"); }},
      {"algorithm name has a version", [](DcmItem& d) { removeFrom(group(d, kClearance), "111003"); }},
      {"group template",
       [](DcmItem& d) {
         setNested(group(d, kClearance), DCM_ContentTemplateSequence, DCM_TemplateIdentifier, "1411");
       }},
      {"first number is Path length",
       [](DcmItem& d) { find(group(d, kNeedle), "121211")->findAndDeleteElement(DCM_ContentSequence); }},
      {"first number is Path length", [](DcmItem& d) { removeFrom(group(d, kNeedle), "121211"); }},
      {"first number is Distance",
       [](DcmItem& d) { find(group(d, kClearance), "121206")->findAndDeleteElement(DCM_ContentSequence); }},
      {"path equals", [](DcmItem& d) { setFirstCoordinate(*find(group(d, kNeedle), "121055", 1), -31.49F); }},
      {"path runs from entry", [](DcmItem& d) { setFirstCoordinate(*find(group(d, kNeedle), "NP-001"), -31.49F); }},
      {"derived numbers", [](DcmItem& d) { setNumber(*find(group(d, kNeedle), "121211"), 78.99); }},
      {"derived numbers", [](DcmItem& d) { setNumber(*find(group(d, kNeedle), "NP-110"), 16.3); }},
      {"derived numbers", [](DcmItem& d) { setNumber(*find(group(d, kNeedle), "112012"), -8.372); }},
      {"derived numbers", [](DcmItem& d) { find(group(d, kClearance), "NP-220")->putAndInsertString(DCM_UID, "1.2"); }},
      {"groups can be read back", [](DcmItem& d) { removeFrom(group(d, kClearance), "NP-123"); }},
  };
}

std::vector<Mutation> itemMutations() {
  return {
      {"concept is in the table",  // "Path", retired
       [](DcmItem& d) {
         setNested(*find(group(d, kNeedle), "121055"), DCM_ConceptNameCodeSequence, DCM_CodeValue, "121210");
       }},
      {"concept is in the table",
       [](DcmItem& d) {
         setNested(*find(d, "NP-123"), DCM_ConceptNameCodeSequence, DCM_CodeMeaning, "Required safety margin");
       }},
      {"meaning of the value",
       [](DcmItem& d) { setNested(*find(d, "NP-210"), DCM_ConceptCodeSequence, DCM_CodeMeaning, "Acceptable"); }},
      {"unit is of UCUM",
       [](DcmItem& d) {
         DcmItem* measured = nullptr;
         find(d, "NP-123")->findAndGetSequenceItem(DCM_MeasuredValueSequence, measured);
         setNested(*measured, DCM_MeasurementUnitsCodeSequence, DCM_CodingSchemeDesignator, "DCM");
       }},
      {"number is there", [](DcmItem& d) { find(d, "NP-122")->findAndDeleteElement(DCM_MeasuredValueSequence); }},
      {"frame of reference is that of the scan",
       [](DcmItem& d) { find(d, "NP-003")->putAndInsertString(DCM_ReferencedFrameOfReferenceUID, "1.2.3"); }},
      {"frame of reference is that of the scan",
       [](DcmItem& d) { find(d, "NP-002")->findAndDeleteElement(DCM_ReferencedFrameOfReferenceUID); }},
      {"place has the points", [](DcmItem& d) { find(d, "NP-236")->putAndInsertString(DCM_GraphicType, "POINT"); }},
  };
}

void expectCaught(const std::vector<Mutation>& mutations) {
  for (const auto& mutation : mutations) {
    const auto document = richDocument();
    mutation.change(*document->getDataset());
    const auto violations = io::report::checkReport(*document->getDataset());
    const bool caught = std::any_of(violations.begin(), violations.end(),
                                    [&](const auto& line) { return line.starts_with(mutation.rule); });
    EXPECT_TRUE(caught) << mutation.rule << " among " << violations.size() << ": "
                        << (violations.empty() ? "" : violations.front());
  }
}

}  // namespace

TEST(ReportChecker, findsNothingInWhatIsWritten) {
  for (const auto& plan : {sample::richPlan(), sample::emptyDraft(), sample::targetOnly()}) {
    const auto document = io::report::documentOf(io::report::prepared(plan));
    ASSERT_TRUE(document);
    EXPECT_EQ(io::report::checkReport(*(*document)->getDataset()), std::vector<std::string>());
  }
}

TEST(ReportChecker, catchesWhatIsWrongWithTheDocument) {
  expectCaught(documentMutations());
}
TEST(ReportChecker, catchesWhatIsWrongWithAGroup) {
  expectCaught(groupMutations());
}
TEST(ReportChecker, catchesWhatIsWrongWithAnItem) {
  expectCaught(itemMutations());
}

TEST(ReportChecker, letsAStructureKeepTheMeaningOfItsSource) {
  auto plan = sample::richPlan();
  plan.assessment.needles[0].clearances[0].code = planning::anatomy::Code{"51114001", "SCT", "Arterial structure"};
  const auto document = io::report::documentOf(io::report::prepared(plan));
  ASSERT_TRUE(document);
  EXPECT_EQ(io::report::checkReport(*(*document)->getDataset()), std::vector<std::string>());
}
