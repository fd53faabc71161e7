#include "io/report/coded_values.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "planning/procedure/contraindication.h"
#include "tests/paths.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

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

/// Every code with its meaning is that of PS3.16, and no private one has the meaning of a published one.
TEST(Codes, areThoseOfPs316) {
  if (!support::isThere(support::kPydicom)) GTEST_SKIP();
  const support::TemporaryFolder folder;
  std::ofstream codes(folder / "codes");
  for (const auto& code : allCodes()) codes << code.scheme << '\t' << code.value << '\t' << code.meaning << '\n';
  codes.close();
  const auto ran = support::runProgram(
      "/usr/bin/python3", {NEEDLEPLAN_SOURCE_DIR "/tests/io/report/ps3_16_check.py", (folder / "codes").string()});
  EXPECT_EQ(ran.exitCode, 0) << ran.err;
  std::cout << ran.out;
}

/// A reader takes the concept for what was asked: it is the question, or a published one of the very same.
TEST(Checks, areCodedInTheWordsOfTheirQuestion) {
  for (const auto& question : planning::procedure::checkQuestions()) {
    const auto coded = checkConcept(question.id);
    ASSERT_TRUE(coded) << question.id << " needs a code (io/report/coded_values.cpp)";
    EXPECT_TRUE(coded->scheme != kPrivateScheme || coded->meaning == question.question.english) << coded->meaning;
    EXPECT_LE(coded->meaning.size(), 64u) << coded->meaning;  // LO
    EXPECT_NE(coded, olderCheckConcept(question.id)) << question.id;
  }
  const auto pregnant = checkConcept("pregnancy");
  ASSERT_TRUE(pregnant);
  EXPECT_EQ(pregnant->value, "77386006");
}

/// An answer that is none of the three is not made one.
TEST(Checks, answerYesNoOrUndetermined) {
  const auto meaning = [](const char* answer) {
    return answerCode(answer).value_or(planning::anatomy::Code{}).meaning;
  };
  for (const char* yes : {"yes", "relay-recorded", "minor", "severe", "2024-01-31"})
    EXPECT_EQ(meaning(yes), "Yes") << yes;
  EXPECT_EQ(meaning("no"), "No");
  EXPECT_EQ(meaning("unknown"), "Undetermined");
  for (const char* other : {"", "not-applicable", "No"}) EXPECT_FALSE(answerCode(other)) << other;
}

TEST(Discs, areCodedByTheLevelThatTheirNameStates) {
  const auto disc = [](const char* name) { return anatomyOf(planning::anatomy::Kind::Disc, name).value; };
  for (const char* name : {"Disc L4-L5", "disc_L4_L5", "disque L4/5", "L4L5", "IVD l4 l5 (degenerated)"})
    EXPECT_EQ(disc(name), "84020006") << name;
  EXPECT_EQ(disc("disque D12-L1"), "76206002");
  EXPECT_EQ(disc("L5-S1"), "715056000");
  for (const char* name : {"Disc", "Disc T12", "Disc L4", "Disc L4-L6", "L4 5 mm", "tall4-5", "Disc L4-L55"})
    EXPECT_EQ(disc(name), "NP-502") << name;
  EXPECT_EQ(anatomyOf(planning::anatomy::Kind::Bone, "L4-L5").meaning, "Bone");
}

TEST(Sites, areTheDiscOnAnIntradiscalRouteAndElseTheLevel) {
  EXPECT_EQ(siteOf("L4-L5", "intradiscal").meaning, "L4/L5 disc");
  EXPECT_EQ(siteOf("L4-L5", "lumbar-facet").meaning, "Level of L4/L5 intervertebral disc");
  EXPECT_EQ(siteOf("C5/C6", "cervical-facet").meaning, "Level of C5/C6 intervertebral disc");
  EXPECT_EQ(olderSiteOf("C5/C6", "cervical-facet").meaning, "Cervical spine");
  EXPECT_EQ(olderSiteOf("L4-L5", "intradiscal").meaning, "Level of L4/L5 intervertebral disc");
  EXPECT_EQ(olderSiteOf("", "caudal").meaning, "Sacrum");
}

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
