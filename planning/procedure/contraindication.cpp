#include "planning/procedure/contraindication.h"

#include <algorithm>

#include "planning/procedure/dates.h"
#include "planning/procedure/said.h"

namespace planning::procedure {
namespace {

constexpr int kShortestIntervalDays = 7;  // README.md, "Checks": one to four weeks apart
constexpr std::size_t kMostEarlier = 2;   // the first and one further: this one is then the second further
constexpr int kOldestAgreementDays = 90;
constexpr int kYoungest = 12, kOldest = 55;  // years, of who may be pregnant
const std::string kLastDose = ", last dose ";
const std::string kEarlier = "earlier-infiltration";

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
       {no(),
        yes(),
        {"relay-recorded", {"Relay, stop or continuation recorded", "Relais, arrêt ou poursuite notés"}},
        unknown()},
       false,
       {"Not ready until a relay, a stop or a continuation, agreed with the treating physician within 90 days, is "
        "recorded (drug, last dose, who, when).",
        "Pas prêt tant qu'un relais, un arrêt ou une poursuite, convenu avec le médecin traitant depuis 90 jours au "
        "plus, n'est pas noté (médicament, dernière prise, qui, quand)."}},
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
       {"All their dates. At most one or two more, one to four weeks apart: a third further one and a shorter interval "
        "warn.",
        "Toutes leurs dates. Au plus une ou deux autres, espacées d'une à quatre semaines : une troisième et un "
        "intervalle plus court alertent."}},
      {"pregnancy",
       {"Pregnancy", "Grossesse"},
       {no(), yes(), unknown()},
       false,
       {"Yes or not known needs the operator's word.", "Oui ou non connu demande la parole de l'opérateur."}}};
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
  const Relay relay = relayOf(asked.answer.text);
  if (!isSaid(asked.answer.by) || !daysBetween(asked.answer.date, asked.answer.date) || !isSaid(relay.drug) ||
      !daysBetween(relay.lastDose, relay.lastDose))
    return {make("anticoagulant-relay-incomplete", Severity::Error)};
  if (const auto age = daysBetween(asked.answer.date, asked.plannedDate)) {
    if (*age < 0) return {make("anticoagulant-relay-in-future", Severity::Error, {asked.answer.date})};
    if (*age > kOldestAgreementDays) return {make("anticoagulant-relay-old", Severity::Error, {asked.answer.date})};
  }
  return {make("anticoagulant-relay-recorded", Severity::Info,
               {asked.answer.by, asked.answer.date, relay.drug, relay.lastDose})};
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
  const auto dates = datesIn(asked.answer.answer);
  if (dates.empty() || !isAsked(asked.route, kEarlier)) return {};  // "no", or a route that is exempt
  Findings findings{make("infiltration-earlier", Severity::Info, {asked.answer.answer})};
  if (dates.size() > kMostEarlier)
    findings.push_back(make("infiltration-third-further", Severity::Warning, {std::to_string(dates.size())}));
  std::optional<int> shortest;
  std::string latest;
  for (const auto& date : dates) {
    const std::optional<int> days = daysBetween(date, asked.plannedDate);
    if (!days)
      findings.push_back(make("infiltration-interval-unknown", Severity::Warning, {date}));
    else if (*days < 0)
      findings.push_back(make("infiltration-in-future", Severity::Warning, {date}));
    else if (!shortest || *days < *shortest)
      shortest = days, latest = date;
  }
  if (shortest && *shortest < kShortestIntervalDays)
    findings.push_back(make("infiltration-too-soon", Severity::Warning, {std::to_string(*shortest), latest}));
  return findings;
}

/// Of "yes" and of "unknown".
Findings judgePregnancy(const Asked& asked) {
  if (asked.answer.answer == "no") return {};
  const bool yes = asked.answer.answer == "yes";
  if (!isSaid(asked.answer.by)) return {make(yes ? "pregnant" : "pregnancy-unknown", Severity::Error)};
  return {make(yes ? "pregnant-accepted" : "pregnancy-unknown-accepted", Severity::Warning, {asked.answer.by})};
}

/// Where "not known" is no answer that a needle may go in on.
bool mustBeKnown(const std::string& id) {
  return id != "operated-spine" && id != kEarlier;
}

Findings judgeOne(const CheckQuestion& question, const Asked& asked) {
  using Judge = Findings (*)(const Asked&);
  static const std::map<std::string, Judge> judges{
      {"anticoagulant", judgeAnticoagulant}, {"contrast-allergy", judgeContrastAllergy},
      {"infection", judgeInfection},         {"operated-spine", judgeOperatedSpine},
      {"diabetes", judgeDiabetes},           {kEarlier, judgeEarlierInfiltration},
      {"pregnancy", judgePregnancy}};
  if (!isAnswer(question, asked.answer.answer))
    return {make("check-answer-invalid", Severity::Error, {question.id, asked.answer.answer})};
  if (asked.answer.answer == "unknown" && question.id != "pregnancy")
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

std::string Relay::text() const {
  return drug.empty() && lastDose.empty() ? std::string() : drug + kLastDose + lastDose;
}

Relay relayOf(const std::string& text) {
  const auto at = text.rfind(kLastDose);
  if (at == std::string::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + kLastDose.size())};
}

bool mayBePregnant(const Patient& patient, const std::string& date) {
  if (patient.sex == "M") return false;
  const auto years = yearsBetween(patient.birthDate, date);
  return !years || (*years >= kYoungest && *years <= kOldest);
}

bool isAnswer(const CheckQuestion& question, const std::string& answer) {
  if (question.takesDate && !datesIn(answer).empty()) return true;
  return std::any_of(question.choices.begin(), question.choices.end(),
                     [&](const CheckAnswerChoice& choice) { return choice.word == answer; });
}

bool isAsked(const Route* route, const std::string& checkId) {
  if (!route || route->checks.empty()) return true;
  return std::find(route->checks.begin(), route->checks.end(), checkId) != route->checks.end();
}

std::vector<Finding> judgeChecks(const std::vector<CheckAnswer>& answers, const Route* route,
                                 const std::string& guidance, const std::string& plannedDate, const Patient& patient) {
  Findings findings;
  int open = 0, asked = 0;
  for (const CheckAnswer& answer : answers)
    if (!findCheck(answer.id)) findings.push_back(make("check-not-known", Severity::Warning, {answer.id}));
  for (const CheckQuestion& question : checkQuestions()) {
    const bool wanted =
        isAsked(route, question.id) && (question.id != "pregnancy" || mayBePregnant(patient, plannedDate));
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
