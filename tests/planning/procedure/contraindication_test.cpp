#include "planning/procedure/contraindication.h"

#include <gtest/gtest.h>

#include "planning/procedure/routes.h"

#include <algorithm>

#include "planning/procedure/dates.h"

namespace planning::procedure {
namespace {

std::vector<CheckAnswer> allNo() {
  std::vector<CheckAnswer> answers;
  for (const auto& question : checkQuestions()) answers.push_back({question.id, "no", {}, {}, {}});
  return answers;
}

std::vector<CheckAnswer> with(const CheckAnswer& answer) {
  auto answers = allNo();
  answers.push_back(answer);  // the last answer counts
  return answers;
}

std::vector<Finding> judge(const std::vector<CheckAnswer>& answers, const char* route = "lumbar-interlaminar",
                           const char* guidance = "CT") {
  return judgeChecks(answers, routesInUse().find(route), guidance, "2026-05-20");
}

/// The one finding, as "severity code".
std::string only(const std::vector<Finding>& findings) {
  if (findings.size() != 1) return std::to_string(findings.size()) + " findings";
  const char* severities[] = {"info ", "warning ", "error "};
  return severities[static_cast<int>(findings.front().severity)] + findings.front().code;
}

bool blocks(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const auto& f) { return f.severity == Severity::Error; });
}

bool tells(const std::vector<Finding>& findings, const char* code) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& f) { return f.code == code; });
}

}  // namespace

TEST(Checks, areTheSevenOfTheTableInBothLanguages) {
  std::vector<std::string> ids;
  for (const auto& question : checkQuestions()) {
    ids.push_back(question.id);
    EXPECT_FALSE(question.question.french.empty());
    EXPECT_FALSE(question.effect.french.empty());
    for (const auto& choice : question.choices) EXPECT_FALSE(choice.label.french.empty());
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"anticoagulant", "contrast-allergy", "infection", "operated-spine",
                                           "diabetes", "earlier-infiltration", "pregnancy"}));
}

TEST(Checks, sayNothingWhenAllAreNo) {
  EXPECT_TRUE(judge(allNo()).empty());
}

TEST(Checks, thatAreOpenBlockAndAreCounted) {
  EXPECT_EQ(only(judge({})), "error checks-open");
  EXPECT_EQ(judge({}).front().arguments, (std::vector<std::string>{"7", "7"}));
  auto answers = allNo();
  answers.erase(answers.begin() + 2);
  EXPECT_EQ(only(judge(answers)), "error checks-open");
  EXPECT_EQ(judge(answers).front().arguments, (std::vector<std::string>{"1", "7"}));
}

TEST(Checks, anticoagulantBlocksUntilTheRelayIsRecorded) {
  const std::string whole = Relay{"apixaban", "2026-05-17"}.text();
  const auto relay = [](const std::string& date, const std::string& by, const std::string& text) {
    return only(judge(with({"anticoagulant", "relay-recorded", date, by, text})));
  };
  EXPECT_EQ(only(judge(with({"anticoagulant", "yes", {}, {}, {}}))), "error anticoagulant-no-relay");
  EXPECT_EQ(relay({}, "Dr Martin", whole), "error anticoagulant-relay-incomplete");
  EXPECT_EQ(relay("2026-05-11", {}, whole), "error anticoagulant-relay-incomplete");
  EXPECT_EQ(relay("2026-05-11", "Dr Martin", "apixaban"), "error anticoagulant-relay-incomplete");
  EXPECT_EQ(relay("2026-05-11", "Dr Martin", Relay{{}, "2026-05-17"}.text()), "error anticoagulant-relay-incomplete");
  EXPECT_EQ(relay("2026-05-11", "Dr Martin", whole), "info anticoagulant-relay-recorded");
  EXPECT_EQ(judge(with({"anticoagulant", "relay-recorded", "2026-05-11", "Dr Martin", whole})).front().arguments,
            (std::vector<std::string>{"Dr Martin", "2026-05-11", "apixaban", "2026-05-17"}));
}

// Planned for 2026-05-20: 90 days before is 2026-02-19.
TEST(Checks, anAgreementIsNeitherToComeNorOld) {
  const auto agreed = [](const std::string& date, const std::string& lastDose) {
    const Relay relay{"apixaban", lastDose};
    return only(judge(with({"anticoagulant", "relay-recorded", date, "Dr Martin", relay.text()})));
  };
  EXPECT_EQ(agreed("2026-05-21", "2026-05-17"), "error anticoagulant-relay-in-future");
  EXPECT_EQ(agreed("2026-02-18", "2026-05-17"), "error anticoagulant-relay-old");
  EXPECT_EQ(agreed("2026-02-19", "2026-05-17"), "info anticoagulant-relay-recorded");
  EXPECT_EQ(agreed("2026-05-20", "2026-05-25"), "info anticoagulant-relay-recorded") << "a planned stop lies ahead";
}

TEST(Checks, aRelayIsReadBackFromItsText) {
  const Relay relay = relayOf(Relay{"aspirin, 75 mg", "2026-05-17"}.text());
  EXPECT_EQ(relay.drug, "aspirin, 75 mg");
  EXPECT_EQ(relay.lastDose, "2026-05-17");
  EXPECT_EQ(Relay{}.text(), "");
}

TEST(Checks, contrastAllergySevereLeavesOnlyCtAndAir) {
  const auto severe = with({"contrast-allergy", "severe", {}, {}, {}});
  EXPECT_EQ(only(judge(severe, "caudal", "CT")), "warning contrast-allergy-air-test");
  EXPECT_EQ(only(judge(severe, "caudal", "fluoroscopy")), "error contrast-allergy-fluoroscopy");
  EXPECT_EQ(only(judge(severe, "caudal", "")), "error contrast-allergy-guidance-open");
}

TEST(Checks, contrastAllergyMinorWantsTheAntihistamineNoted) {
  EXPECT_EQ(only(judge(with({"contrast-allergy", "minor", {}, {}, {}}))), "warning contrast-allergy-minor");
  EXPECT_EQ(only(judge(with({"contrast-allergy", "minor", {}, {}, "cetirizine 10 mg"}))),
            "info contrast-allergy-minor-noted");
}

TEST(Checks, infectionAndDiabetesBlock) {
  EXPECT_EQ(only(judge(with({"infection", "yes", {}, {}, {}}))), "error infection");
  EXPECT_EQ(only(judge(with({"diabetes", "yes", {}, {}, {}}))), "error diabetes-unbalanced");
}

TEST(Checks, operatedSpineWarnsMoreOnForaminalRoutes) {
  const auto operated = with({"operated-spine", "yes", {}, {}, {}});
  EXPECT_EQ(only(judge(operated, "lumbar-interlaminar")), "warning operated-spine");
  for (const char* route : {"lumbar-foraminal", "cervical-foraminal"}) {
    EXPECT_TRUE(tells(judge(operated, route), "operated-spine-foraminal")) << route;
    EXPECT_FALSE(blocks(judge(operated, route)));
  }
}

TEST(Checks, earlierInfiltrationWarnsBelowAWeek) {
  const auto on = [](const char* date) { return judge(with({"earlier-infiltration", date, {}, {}, {}})); };
  EXPECT_TRUE(tells(on("2026-05-14"), "infiltration-too-soon"));   // six days
  EXPECT_FALSE(tells(on("2026-05-13"), "infiltration-too-soon"));  // a week
  EXPECT_EQ(only(on("2026-05-13")), "info infiltration-earlier");
  EXPECT_TRUE(tells(on("2026-05-21"), "infiltration-in-future"));
  EXPECT_TRUE(tells(on("2026-05-14,2027-05-20"), "infiltration-too-soon")) << "whatever is to come";
  EXPECT_TRUE(tells(on("2026-05-14,2027-05-20"), "infiltration-in-future"));
  EXPECT_FALSE(blocks(on("2026-05-14")));
  const auto undated = judgeChecks(with({"earlier-infiltration", "2026-05-14", {}, {}, {}}), nullptr, "CT", "");
  EXPECT_TRUE(tells(undated, "infiltration-interval-unknown"));
}

TEST(Checks, aThirdFurtherInfiltrationWarns) {
  const auto on = [](const char* dates, const char* route) {
    return judge(with({"earlier-infiltration", dates, {}, {}, {}}), route);
  };
  EXPECT_FALSE(tells(on("2026-04-22,2026-05-06", "lumbar-facet"), "infiltration-third-further"));
  const auto third = on("2026-04-08, 2026-04-22, 2026-05-06", "lumbar-facet");
  EXPECT_TRUE(tells(third, "infiltration-third-further"));
  EXPECT_FALSE(blocks(third));
  EXPECT_TRUE(tells(on("2026-05-16,2026-04-22", "lumbar-facet"), "infiltration-too-soon")) << "the latest, 4 days";
  EXPECT_TRUE(on("2026-04-08,2026-04-22,2026-05-16", "blood-patch").empty()) << "exempt";
  EXPECT_EQ(only(on("2026-04-08,2026-13-22", "lumbar-facet")), "error check-answer-invalid");
}

TEST(Checks, pregnancyNeedsTheOperatorsWord) {
  for (const auto& [answer, code] : {std::pair("yes", "pregnant"), std::pair("unknown", "pregnancy-unknown")}) {
    EXPECT_EQ(only(judge(with({"pregnancy", answer, {}, {}, {}}))), std::string("error ") + code);
    EXPECT_EQ(only(judge(with({"pregnancy", answer, {}, "Doe^Jane", {}}))),
              std::string("warning ") + code + "-accepted");
  }
}

TEST(Checks, pregnancyIsAskedOfWhoMayBe) {
  auto answers = allNo();
  answers.pop_back();
  const auto open = [&](const char* sex, const char* birth) {
    Patient patient;
    patient.sex = sex, patient.birthDate = birth;
    return tells(judgeChecks(answers, routesInUse().find("caudal"), "CT", "2026-05-20", patient), "checks-open");
  };
  EXPECT_TRUE(open("F", "19900101"));
  EXPECT_TRUE(open("", ""));
  EXPECT_TRUE(open("O", "19900101"));
  EXPECT_FALSE(open("M", "19900101"));
  EXPECT_TRUE(open("F", "20140520"));   // twelve today
  EXPECT_FALSE(open("F", "20140521"));  // eleven
  EXPECT_TRUE(open("F", "19700521"));   // fifty-five
  EXPECT_FALSE(open("F", "19700520"));  // fifty-six today
}

TEST(Checks, notKnownIsNoAnswerForWhatCanHarm) {
  for (const char* id : {"anticoagulant", "contrast-allergy", "infection", "diabetes"})
    EXPECT_EQ(only(judge(with({id, "unknown", {}, {}, {}}))), "error check-unknown") << id;
  for (const char* id : {"operated-spine", "earlier-infiltration"})
    EXPECT_EQ(only(judge(with({id, "unknown", {}, {}, {}}))), "warning check-unknown") << id;
}

TEST(Checks, refuseAnswersThatAreNone) {
  EXPECT_EQ(only(judge(with({"infection", "maybe", {}, {}, {}}))), "error check-answer-invalid");
  EXPECT_EQ(only(judge(with({"earlier-infiltration", "2026-02-30", {}, {}, {}}))), "error check-answer-invalid");
  EXPECT_EQ(only(judge(with({"shoe-size", "44", {}, {}, {}}))), "warning check-not-known");
}

TEST(Checks, thatTheRouteDoesNotAskAreNotOpen) {
  Route route = *routesInUse().find("general");
  route.checks = {"infection", "anticoagulant"};
  const auto findings = judgeChecks({{"infection", "no", {}, {}, {}}}, &route, "CT", "2026-05-20");
  ASSERT_EQ(only(findings), "error checks-open");
  EXPECT_EQ(findings.front().arguments, (std::vector<std::string>{"1", "2"}));
  const auto given = judgeChecks(
      {{"infection", "no", {}, {}, {}}, {"anticoagulant", "no", {}, {}, {}}, {"diabetes", "yes", {}, {}, {}}}, &route,
      "CT", "2026-05-20");
  EXPECT_EQ(only(given), "error diabetes-unbalanced") << "what was answered counts all the same";
}

TEST(Dates, countDays) {
  EXPECT_EQ(daysBetween("2026-02-27", "2026-03-01"), 2);
  EXPECT_EQ(daysBetween("20240228", "2024-03-01"), 2);
  EXPECT_EQ(daysBetween("2026-03-01", "2026-02-28"), -1);
  EXPECT_FALSE(daysBetween("2026-13-01", "2026-02-28").has_value());
  EXPECT_FALSE(daysBetween("", "2026-02-28").has_value());
  EXPECT_FALSE(daysBetween("2026-0228", "2026-02-28").has_value());
}

}  // namespace planning::procedure
