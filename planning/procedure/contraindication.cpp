#include "planning/procedure/contraindication.h"

#include <algorithm>

#include "planning/procedure/dates.h"

namespace planning::procedure {
namespace {

constexpr int kShortestIntervalDays = 7;  // README.md, "Checks": one to four weeks apart

CheckAnswerChoice no() {
  return {"no", {"No", "Non"}};
}
CheckAnswerChoice yes() {
  return {"yes", {"Yes", "Oui"}};
}
CheckAnswerChoice unknown() {
  return {"unknown", {"Not known", "Non connu"}};
}

std::vector<CheckQuestion> makeQuestions() {
  return {
      {"anticoagulant",
       {"Coagulation disorder, anticoagulant or antiplatelet treatment",
        "Trouble de la coagulation, traitement anticoagulant ou antiagrégant"},
       {no(), yes(), {"relay-recorded", {"Relay or stop recorded", "Relais ou arrêt noté"}}, unknown()},
       false,
       {"Not ready until a relay or a stop, agreed with the treating physician, is recorded (who, when).",
        "Pas prêt tant qu'un relais ou un arrêt, convenu avec le médecin traitant, n'est pas noté (qui, quand)."}},
      {"contrast-allergy",
       {"Iodinated contrast allergy", "Allergie aux produits de contraste iodés"},
       {no(),
        {"minor", {"Minor", "Mineure"}},
        {"severe", {"Severe (angio-oedema, anaphylactic shock)", "Sévère (œdème de Quincke, choc anaphylactique)"}},
        unknown()},
       false,
       {"Minor: relative, antihistamine noted. Severe: guidance must be CT, and the contrast test is made with air; "
        "fluoroscopy is refused.",
        "Mineure : relative, antihistaminique noté. Sévère : guidage par scanner obligatoire et test de contraste à "
        "l'air ; la radioscopie est refusée."}},
      {"infection",
       {"Skin infection at the puncture site, or spinal infection",
        "Infection cutanée au point de ponction, ou infection rachidienne"},
       {no(), yes(), unknown()},
       false,
       {"Absolute: the plan cannot be marked ready.", "Absolue : le plan ne peut pas être marqué prêt."}},
      {"operated-spine",
       {"Operated spine", "Rachis opéré"},
       {no(), yes(), unknown()},
       false,
       {"No contraindication, but imaging guidance is mandatory, and the route and the corticoid are to be chosen for "
        "it "
        "(never a particulate steroid into a vessel); raises the warning on foraminal routes.",
        "Pas de contre-indication, mais le guidage par imagerie est obligatoire, et la voie et le corticoïde sont à "
        "choisir en conséquence (jamais de corticoïde particulaire dans un vaisseau) ; alerte sur les voies "
        "foraminales."}},
      {"diabetes",
       {"Unbalanced diabetes", "Diabète déséquilibré"},
       {no(), yes(), unknown()},
       false,
       {"Postponed until the treatment is adapted.", "Reporté jusqu'à l'adaptation du traitement."}},
      {"earlier-infiltration",
       {"Earlier infiltration", "Infiltration antérieure"},
       {no(), unknown()},
       true,
       {"At most one or two more, one to four weeks apart: a shorter interval warns.",
        "Au plus une ou deux autres, à une à quatre semaines d'intervalle : un intervalle plus court alerte."}}};
}

/// What one answer is judged with.
struct Asked {
  const CheckAnswer& answer;
  const Route* route;
  const std::string& guidance;
  const std::string& plannedDate;
};

using Findings = std::vector<Finding>;

Finding make(const char* code, Severity severity, std::vector<std::string> arguments = {}) {
  return {code, severity, std::move(arguments), {}};
}

Findings judgeAnticoagulant(const Asked& asked) {
  if (asked.answer.answer == "yes") return {make("anticoagulant-no-relay", Severity::Error)};
  if (asked.answer.answer != "relay-recorded") return {};
  if (asked.answer.by.empty() || !daysBetween(asked.answer.date, asked.answer.date))
    return {make("anticoagulant-relay-incomplete", Severity::Error)};
  return {make("anticoagulant-relay-recorded", Severity::Info, {asked.answer.by, asked.answer.date})};
}

Findings judgeContrastAllergy(const Asked& asked) {
  if (asked.answer.answer == "minor")
    return {asked.answer.text.empty() ? make("contrast-allergy-minor", Severity::Warning)
                                      : make("contrast-allergy-minor-noted", Severity::Info, {asked.answer.text})};
  if (asked.answer.answer != "severe") return {};
  if (asked.guidance == "CT") return {make("contrast-allergy-air-test", Severity::Warning)};
  return {asked.guidance.empty() ? make("contrast-allergy-guidance-open", Severity::Error)
                                 : make("contrast-allergy-fluoroscopy", Severity::Error)};
}

Findings judgeInfection(const Asked& asked) {
  if (asked.answer.answer != "yes") return {};
  return {make("infection", Severity::Error)};
}

Findings judgeOperatedSpine(const Asked& asked) {
  if (asked.answer.answer != "yes") return {};
  Findings findings{make("operated-spine", Severity::Warning)};
  if (asked.route && asked.route->foraminal) findings.push_back(make("operated-spine-foraminal", Severity::Warning));
  return findings;
}

Findings judgeDiabetes(const Asked& asked) {
  if (asked.answer.answer != "yes") return {};
  return {make("diabetes-unbalanced", Severity::Error)};
}

Findings judgeEarlierInfiltration(const Asked& asked) {
  const std::string& date = asked.answer.answer;
  if (!daysBetween(date, date)) return {};  // "no" or "unknown"
  Findings findings{make("infiltration-earlier", Severity::Info, {date})};
  const std::optional<int> days = daysBetween(date, asked.plannedDate);
  if (!days)
    findings.push_back(make("infiltration-interval-unknown", Severity::Warning, {date}));
  else if (*days < 0)
    findings.push_back(make("infiltration-in-future", Severity::Warning, {date}));
  else if (*days < kShortestIntervalDays)
    findings.push_back(make("infiltration-too-soon", Severity::Warning, {std::to_string(*days), date}));
  return findings;
}

/// Where "not known" is no answer that a needle may go in on.
bool mustBeKnown(const std::string& id) {
  return id != "operated-spine" && id != "earlier-infiltration";
}

bool isChoice(const CheckQuestion& question, const CheckAnswer& answer) {
  if (question.takesDate && daysBetween(answer.answer, answer.answer)) return true;
  return std::any_of(question.choices.begin(), question.choices.end(),
                     [&](const CheckAnswerChoice& choice) { return choice.word == answer.answer; });
}

Findings judgeOne(const CheckQuestion& question, const Asked& asked) {
  using Judge = Findings (*)(const Asked&);
  static const std::map<std::string, Judge> judges{
      {"anticoagulant", judgeAnticoagulant}, {"contrast-allergy", judgeContrastAllergy},
      {"infection", judgeInfection},         {"operated-spine", judgeOperatedSpine},
      {"diabetes", judgeDiabetes},           {"earlier-infiltration", judgeEarlierInfiltration}};
  if (!isChoice(question, asked.answer))
    return {make("check-answer-invalid", Severity::Error, {question.id, asked.answer.answer})};
  if (asked.answer.answer == "unknown")
    return {make("check-unknown", mustBeKnown(question.id) ? Severity::Error : Severity::Warning, {question.id})};
  return judges.at(question.id)(asked);
}

}  // namespace

const std::vector<CheckQuestion>& checkQuestions() {
  static const std::vector<CheckQuestion> all = makeQuestions();
  return all;
}

const CheckQuestion* findCheck(const std::string& id) {
  const auto& all = checkQuestions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const CheckQuestion& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool isAsked(const Route* route, const std::string& checkId) {
  if (!route || route->checks.empty()) return true;
  return std::find(route->checks.begin(), route->checks.end(), checkId) != route->checks.end();
}

std::vector<Finding> judgeChecks(const std::vector<CheckAnswer>& answers, const Route* route,
                                 const std::string& guidance, const std::string& plannedDate) {
  Findings findings;
  int open = 0, asked = 0;
  for (const CheckAnswer& answer : answers)
    if (!findCheck(answer.id)) findings.push_back(make("check-not-known", Severity::Warning, {answer.id}));
  for (const CheckQuestion& question : checkQuestions()) {
    const bool wanted = isAsked(route, question.id);
    asked += wanted;
    const auto last = std::find_if(answers.rbegin(), answers.rend(),
                                   [&](const CheckAnswer& answer) { return answer.id == question.id; });
    if (last == answers.rend() || last->answer.empty()) {
      open += wanted;
      continue;
    }
    const Findings own = judgeOne(question, {*last, route, guidance, plannedDate});
    findings.insert(findings.end(), own.begin(), own.end());
  }
  if (open > 0) findings.push_back(make("checks-open", Severity::Error, {std::to_string(open), std::to_string(asked)}));
  return findings;
}

}  // namespace planning::procedure
