#include "io/report/field_text.h"

#include <gtest/gtest.h>

#include <random>

#include "io/report/coded_values.h"
#include "io/report/plan_texts.h"

using namespace io::report;

TEST(FieldText, quotesWhatSeparates) {
  EXPECT_EQ(escaped("L5; a=b | 100 %"), "\"L5; a=b | 100 %\"");
  EXPECT_EQ(escaped(" x "), "\" x \"");
  EXPECT_EQ(escaped("the \"good\" one"), "\"the \"\"good\"\" one\"");
  EXPECT_EQ(escaped("élève, 25 %"), "élève, 25 %");
  EXPECT_EQ(unescaped("\"a;\"\"b\"\"\""), "a;\"b\"");
  EXPECT_EQ(escaped(std::string("a\0b\x1b", 4)), "\"a b \"");
}

TEST(FieldText, readsWhatVersionsBeforeWrote) {
  EXPECT_EQ(unescaped("L5%3B a%3Db %7C 100 %25"), "L5; a=b | 100 %");
  EXPECT_EQ(unescaped("%7C%2"), "|%2");
  EXPECT_EQ(splitFields("by=Dr. %22X%22; what=22 \"gauge; how=%20seen"),
            (Fields{{"by", "Dr. \"X\""}, {"what", "22 \"gauge"}, {"how", " seen"}}));
  EXPECT_EQ(escaped("%3B"), "\"%3B\"");  // is no escape of then
}

TEST(FieldText, renewsOldTextsAndLeavesNewOnes) {
  const std::string renewed = "a=\"x; y\"; b=50 %; c| \"z=\" ;|";
  EXPECT_EQ(withQuotes("a=x%3B y; b=50 %25; c| z%3D ;|"), renewed);
  EXPECT_EQ(withQuotes(renewed), renewed);
  EXPECT_EQ(withQuotes(""), "");
  EXPECT_EQ(withQuotes("; ; "), "; ; ");
}

TEST(FieldText, comesBackWhateverItHolds) {
  std::mt19937 random(11);
  const std::string alphabet = "a %;=|,\n\r\t\\é0F-\"";
  for (int round = 0; round < 2000; ++round) {
    Fields fields;
    for (const char* key : {"one", "two", "three"}) {
      std::string value;
      for (auto length = random() % 6; length > 0; --length) value += alphabet[random() % alphabet.size()];
      if (!value.empty()) fields.emplace_back(key, value);
    }
    EXPECT_EQ(splitFields(joinFields(fields)), fields) << joinFields(fields);
  }
}

TEST(PlanTexts, looksAsTheHouseWritesIt) {
  EXPECT_EQ(textOf(planning::procedure::CheckAnswer{"anticoagulant", "no", "2024-02-29", "Dr. X", "aucun"}),
            "anticoagulant=no; 2024-02-29; Dr. X; aucun");
  EXPECT_EQ(textOf(planning::Finding{"entry-off-skin", planning::Severity::Warning, {"12.5 mm"}, "Off the skin."}),
            "entry-off-skin|warning|12.5 mm;|Off the skin.");
  EXPECT_EQ(textOf(std::vector<double>{3, 2.5, 0.12345}), "3 2.5 0.123");
}

TEST(PlanTexts, tellNoArgumentFromAnEmptyOne) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{}, {""}, {"", ""}, {"a", ""}}) {
    const planning::Finding finding{"code", planning::Severity::Info, arguments, "text"};
    EXPECT_EQ(findingOf(textOf(finding)), finding);
  }
}

TEST(PlanTexts, refuseAnotherShape) {
  EXPECT_FALSE(findingOf("code|info|text"));
  EXPECT_FALSE(checkOf("anticoagulant; no"));
  EXPECT_FALSE(numbersOf("1 nan"));
  EXPECT_FALSE(numbersOf("1,5"));
  EXPECT_FALSE(unplacedOf("place=-1; uid=1.2"));
  EXPECT_FALSE(seriesOf("modality=SEG", {}));
}

TEST(CodedValues, comeBack) {
  using namespace planning;
  for (const auto kind : {anatomy::Kind::Artery, anatomy::Kind::Disc, anatomy::Kind::Other})
    EXPECT_EQ(kindOf(codeOf(kind)), kind);
  for (const auto role : {anatomy::Role::Avoid, anatomy::Role::Target, anatomy::Role::Crossable})
    EXPECT_EQ(roleOf(codeOf(role)), role);
  for (const auto verdict :
       {needle::Verdict::Breach, needle::Verdict::Unknown, needle::Verdict::Near, needle::Verdict::Clear})
    EXPECT_EQ(verdictOf(codeOf(verdict)), verdict);
  for (const auto side : {anatomy::Side::Left, anatomy::Side::Right, anatomy::Side::Bilateral})
    EXPECT_EQ(sideOf(*codeOf(side)), side);
  EXPECT_FALSE(codeOf(anatomy::Side::None));
  EXPECT_FALSE(kindOf(kCodes.needle.code()));
}

TEST(CodedValues, nameTheLevelOrElseTheRegion) {
  EXPECT_EQ(siteOf("L5", "general").meaning, "L5 vertebra");
  EXPECT_EQ(siteOf("l4/L5", "").meaning, "Level of L4/L5 intervertebral disc");
  EXPECT_EQ(siteOf("D12", "").meaning, "T12 vertebra");
  EXPECT_EQ(siteOf("L6", "").meaning, "Lumbar spine");  // a transitional vertebra has no code
  EXPECT_EQ(siteOf("C1-C2", "c1-c2").meaning, "Cervical spine");
  EXPECT_EQ(siteOf("", "caudal").meaning, "Sacrum");
  EXPECT_EQ(siteOf("left kidney", "general").meaning, "Anatomical Structure");
}
