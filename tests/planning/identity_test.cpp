#include "planning/identity.h"

#include <gtest/gtest.h>

#include "planning/plan/findings.h"

using planning::SeriesIdentity;

TEST(Identity, fitsNamesGroupByGroupAndLeavesIdentifiers) {
  SeriesIdentity scan;
  scan.patient.name = std::string(65, 'a') + "==" + std::string(70, 'b');
  scan.patient.id = std::string(70, '1');
  scan.study.description = std::string(63, 'c').append("éé");
  const auto kept = planning::fitted(scan);
  EXPECT_EQ(kept.patient.name, std::string(64, 'a') + "==" + std::string(64, 'b'));
  EXPECT_EQ(kept.patient.id, scan.patient.id);
  EXPECT_EQ(kept.study.description, std::string(63, 'c').append("é"));
  EXPECT_EQ(planning::fitted(kept), kept);
}

TEST(Identity, isSaidToBeCutAndOfNobody) {
  planning::PlanChoices choices;
  choices.scan.patient.name = std::string(129, 'a');
  const auto findings = planning::scanFindings(choices, {});
  const auto said = [&](const char* code) {
    return std::ranges::find_if(findings, [&](const auto& one) { return one.code == code; });
  };
  ASSERT_NE(said("header-text-cut"), findings.end());
  EXPECT_EQ(said("header-text-cut")->arguments, (std::vector<std::string>{"(0010,0010)", std::string(64, 'a')}));
  EXPECT_NE(said("no-patient-id"), findings.end());
}

TEST(Identity, withoutIdIsThatOfOneStudy) {
  SeriesIdentity a, b;
  EXPECT_FALSE(ofSamePatient(a, b));
  a.study.uid = b.study.uid = "2.25.1";
  EXPECT_TRUE(ofSamePatient(a, b));
  b.patient.id = "P";
  EXPECT_FALSE(ofSamePatient(a, b));
  a.patient.id = "P";
  b.study.uid = "2.25.2";
  EXPECT_TRUE(ofSamePatient(a, b));
}

TEST(SamePatient, isNotBornTwice) {
  const planning::Patient one{"P1", "CLINIC", "A^B", "19500102", "F"};
  auto other = one;
  other.birthDate = "19500103";
  EXPECT_FALSE(planning::samePatient(one, other));
  EXPECT_EQ(planning::bothShown(one, other), "P1, CLINIC, 19500102 / P1, CLINIC, 19500103");
  other.birthDate.clear();
  EXPECT_TRUE(planning::samePatient(one, other));
  other.id = "P2";
  EXPECT_EQ(planning::bothShown(one, other), "P1 / P2");
}
