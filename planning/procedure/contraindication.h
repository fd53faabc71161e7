#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/finding.h"
#include "planning/procedure/route.h"

namespace planning::procedure {

/// Answer to one check before the needle, as recorded: `answer` is one of the question's words; absent check = not
/// asked.
struct CheckAnswer {
  std::string id;      ///< "anticoagulant"
  std::string answer;  ///< "yes", "no", "unknown", "minor", "severe", "relay-recorded", or a date YYYY-MM-DD
  std::string date;    ///< YYYY-MM-DD on which it was recorded (for the relay: agreed); empty when absent
  std::string by;      ///< who agreed or answered; empty when absent
  std::string text;    ///< free

  friend bool operator==(const CheckAnswer&, const CheckAnswer&) = default;
};

struct CheckAnswerChoice {
  std::string word;
  Bilingual label;
};

/// A question of planning/procedure/README.md, "Checks".
struct CheckQuestion {
  std::string
      id;  ///< "anticoagulant", "contrast-allergy", "infection", "operated-spine", "diabetes", "earlier-infiltration"
  Bilingual question;
  std::vector<CheckAnswerChoice> choices;
  bool takesDate = false;
  Bilingual effect;
};

const std::vector<CheckQuestion>& checkQuestions();
const CheckQuestion* findCheck(const std::string& id);

/// Does the route ask this? All are asked where it does not say. An answer that was given counts all the same.
bool isAsked(const Route* route, const std::string& checkId);

/// What the answers do to the plan: findings, Severity::Error ones keep it from being ready. Unanswered questions
/// give one "checks-open" with their number. `plannedDate` YYYY-MM-DD, for intervals; empty when unknown. `guidance`:
/// "CT", "fluoroscopy" or empty.
std::vector<Finding> judgeChecks(const std::vector<CheckAnswer>& answers, const Route* route,
                                 const std::string& guidance, const std::string& plannedDate);

}  // namespace planning::procedure
