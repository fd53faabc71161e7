#include "io/report/coded_values.h"

#include <gtest/gtest.h>

#include <iterator>
#include <string>

namespace io::report {
namespace {

using planning::anatomy::Origin;
using planning::needle::RowSource;

/// By name, as the table of io/report/README.md has them.
const struct {
  const char* code;
  Origin::Kind kind;
  const char* text;
} kProvenances[] = {{"NP-431", Origin::Kind::Segmentation, "SEG 2.25.1"},
                    {"NP-432", Origin::Kind::RtStruct, "RTSTRUCT 1.2.3"},
                    {"NP-433", Origin::Kind::LabelMap, "label map spine.nii.gz"},
                    {"NP-434", Origin::Kind::Traced, "traced"},
                    {"NP-435", Origin::Kind::Found, "segmented"},
                    {"NP-434", Origin::Kind::Painted, "painted"},
                    {"NP-439", Origin::Kind::Expected, "expected"},
                    {"NP-436", Origin::Kind::Other, "phantom"}};

}  // namespace

TEST(Provenance, isThatOfEveryKindOfOrigin) {
  ASSERT_EQ(std::size(kProvenances), static_cast<std::size_t>(Origin::Kind::Other) + 1);
  for (const auto& [code, kind, text] : kProvenances) {
    EXPECT_EQ(provenanceOf(Origin{kind}).value, code) << text;
    for (const std::string& written : {std::string(text), text + std::string(", edited")}) {
      EXPECT_EQ(planning::anatomy::originFromText(written).kind, kind) << written;
      EXPECT_EQ(provenanceOf(planning::needle::rowSourceFromText(written)).value, code) << written;
    }
  }
}

TEST(Provenance, tellsARowThatIsOfNoStructure) {
  EXPECT_EQ(provenanceOf(RowSource(planning::needle::OtherNeedle{})).value, "NP-437");
  EXPECT_EQ(provenanceOf(RowSource(planning::needle::Required{"dura"})).value, "NP-438");
}

TEST(Provenance, hasAMeaningThatTheCheckerKnows) {
  for (const char* value : {"NP-431", "NP-432", "NP-433", "NP-434", "NP-435", "NP-436", "NP-437", "NP-438", "NP-439"})
    EXPECT_NE(meaningOf({value, kPrivateScheme, ""}), nullptr) << value;
}

}  // namespace io::report
