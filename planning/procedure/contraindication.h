#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/finding.h"
#include "planning/identity.h"
#include "planning/procedure/route.h"

namespace planning::procedure {

/// Answer to one check before the needle, as recorded: `answer` is one of the question's words; absent check = not
/// asked.
struct CheckAnswer {
  std::string id;      ///< "anticoagulant"
  std::string answer;  ///< "yes", "no", "unknown", "minor", "severe", "relay-recorded", or dates YYYY-MM-DD, by commas
  std::string date;    ///< YYYY-MM-DD on which it was recorded (for the relay: agreed); empty when absent
  std::string by;      ///< who agreed or answered, or gives his word; empty when absent
  std::string text;    ///< free; for the relay drug and last dose (Relay)

  friend bool operator==(const CheckAnswer&, const CheckAnswer&) = default;
};

/// What is recorded of a treatment that makes blood thin, beside who agreed and when.
struct Relay {
  std::string drug;
  std::string lastDose;  ///< YYYY-MM-DD; may lie ahead, where a stop is planned

  /// As in CheckAnswer::text: "apixaban, last dose 2026-05-17".
  std::string text() const;
};
/// The inverse of Relay::text(); what is not there stays empty.
Relay relayOf(const std::string& text);

struct CheckAnswerChoice {
  std::string word;
  Bilingual label;
};

/// A question of planning/procedure/README.md, "Checks".
struct CheckQuestion {
  std::string id;  ///< "anticoagulant", "contrast-allergy", "infection", "operated-spine", "diabetes",
                   ///< "earlier-infiltration", "pregnancy"
  Bilingual question;
  std::vector<CheckAnswerChoice> choices;
  bool takesDate = false;  ///< or several, with commas between them
  Bilingual effect;
};

const std::vector<CheckQuestion>& checkQuestions();
const CheckQuestion* findCheck(const std::string& id);

/// Does the route ask this? All are asked where it does not say. An answer that was given counts all the same.
bool isAsked(const Route* route, const std::string& checkId);

/// Sex female or not known, age at `date` 12 to 55 or not known. Others are not asked whether they are pregnant.
bool mayBePregnant(const Patient& patient, const std::string& date);

/// Is it one of the question's answers? The empty one is none.
bool isAnswer(const CheckQuestion& question, const std::string& answer);

/// What the answers do to the plan: findings, Severity::Error ones keep it from being ready. Unanswered questions
/// give one "checks-open" with their number. `plannedDate` YYYY-MM-DD, for intervals; empty when unknown. `guidance`:
/// "CT", "fluoroscopy" or empty.
std::vector<Finding> judgeChecks(const std::vector<CheckAnswer>& answers, const Route* route,
                                 const std::string& guidance, const std::string& plannedDate,
                                 const Patient& patient = {});

}  // namespace planning::procedure
