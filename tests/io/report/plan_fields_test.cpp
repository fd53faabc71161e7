#include "io/report/plan_fields.h"

#include <gtest/gtest.h>

#include <set>

#include "io/report/plan_document.h"
#include "io/report/record_fields.h"
#include "tests/io/report/sample_plan.h"

namespace {

using io::report::kCodes;
using planning::NeedleAssessment;
using planning::PlanChoices;

/// Something that the field can be.
template <class Owner>
std::string sampleOf(const io::report::Field<Owner>& field) {
  if (std::holds_alternative<io::report::Text<Owner>>(field.value)) return "Zé; 1=2";
  if (std::holds_alternative<io::report::Word<Owner>>(field.value)) return "left";
  return std::holds_alternative<io::report::Answer<Owner>>(field.value) ? "yes" : "0.125";
}

io::report::ContentItem treeOf(const planning::Plan& plan) {
  const auto root = io::report::contentOf(io::report::prepared(plan));
  EXPECT_TRUE(root);
  return root ? *root : io::report::ContentItem();
}

}  // namespace

// Whatever a row says, the writer writes it, and the reader finds it there.
TEST(PlanFields, ofTheChoicesComeBackFromTheEvaluations) {
  for (const auto& row : io::report::choiceFields()) {
    planning::Plan plan = sample::emptyDraft();
    ASSERT_TRUE(takeTyped(sampleOf(row.field), row.field, plan.choices)) << row.field.name.meaning;
    const auto root = treeOf(plan);
    const auto* evaluations = root.child(kCodes.qualitativeEvaluations);
    ASSERT_NE(evaluations, nullptr);
    EXPECT_EQ(evaluations->childrenNamed(row.field.name).size(), 1) << row.field.name.meaning;
    PlanChoices read;
    EXPECT_TRUE(readField(*evaluations, row.field, read)) << row.field.name.meaning;
    EXPECT_EQ(typedOf(row.field, read), sampleOf(row.field)) << row.field.name.meaning;
  }
}

TEST(PlanFields, ofANeedleComeBackFromItsGroup) {
  for (const auto& field : io::report::needleFields()) {
    planning::Plan plan = sample::targetOnly();
    ASSERT_TRUE(takeTyped(sampleOf(field), field, plan.assessment.needles[0])) << field.key;
    const auto root = treeOf(plan);
    const auto& group = root.child(kCodes.imagingMeasurements)->children.front();
    NeedleAssessment read;
    EXPECT_TRUE(readField(group, field, read)) << field.key;
    EXPECT_EQ(typedOf(field, read), sampleOf(field)) << field.key;
  }
}

TEST(PlanFields, areWrittenAsSaidToBeAndOnlyWhereTheyAreThere) {
  const auto root = treeOf(sample::emptyDraft());
  const auto* evaluations = root.child(kCodes.qualitativeEvaluations);
  for (const auto& row : io::report::choiceFields()) {
    const auto* answer = std::get_if<io::report::Answer<PlanChoices>>(&row.field.value);
    EXPECT_EQ(evaluations->child(row.field.name) != nullptr, answer != nullptr && answer->alsoNo)
        << row.field.name.meaning;
  }
}

TEST(PlanFields, refuseANumberOutsideItsRangeOrInAnotherUnit) {
  const auto& depth = io::report::needleFields().front();
  io::report::ContentItem group, item;
  item.valueType = "NUM";
  item.name = depth.name.code();
  item.number = 12;
  item.unit = kCodes.millimeter.code();
  const auto reads = [&] {
    group.children = {item};
    NeedleAssessment read;
    return readField(group, depth, read);
  };
  EXPECT_TRUE(reads());
  item.unit = kCodes.degree.code();
  EXPECT_FALSE(reads());
  item.unit = kCodes.millimeter.code();
  item.number = 3000.5;
  EXPECT_FALSE(reads());
}

TEST(PlanFields, haveKeysOfTheirOwn) {
  std::set<std::string> choices, needles, record;
  for (const auto& row : io::report::choiceFields())
    EXPECT_TRUE(row.field.key == nullptr || choices.insert(row.field.key).second) << row.field.key;
  for (const auto& field : io::report::needleFields()) EXPECT_TRUE(needles.insert(field.key).second) << field.key;
  for (const auto& field : io::report::recordFields()) EXPECT_TRUE(record.insert(field.key).second) << field.key;
}
