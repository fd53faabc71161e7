// Checks, scans, needles and the last look.
#include <algorithm>

#include "planning/plan/site_check.h"
#include "planning/procedure/contraindication.h"
#include "tests/adversary/kinds.h"

namespace adversary {
namespace {

using planning::procedure::CheckAnswer;

CheckAnswer& answerOf(Case& made, const std::string& id) {
  auto& checks = made.choices.checks;
  return *std::find_if(checks.begin(), checks.end(), [&](const CheckAnswer& one) { return one.id == id; });
}

using Plant = std::function<bool(Case&, Random&)>;

Plant answered(const std::string& id, const std::string& word) {
  return [=](Case& made, Random&) {
    answerOf(made, id).answer = word;
    return true;
  };
}

bool relayOfNobody(Case& made, Random& random) {
  CheckAnswer& relay = answerOf(made, "anticoagulant");
  relay.answer = "relay-recorded";
  (oneOf(random, 2) == 0 ? relay.by : relay.date).clear();
  return true;
}

bool unknownCheck(Case& made, Random& random) {
  constexpr const char* kMustBeKnown[] = {"anticoagulant", "contrast-allergy", "infection", "diabetes"};
  answerOf(made, kMustBeKnown[oneOf(random, 4)]).answer = "unknown";
  return true;
}

/// Index of a check that is asked of this patient on this route.
std::size_t oneAsked(const Case& made, Random& random) {
  const auto& checks = made.choices.checks;
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < checks.size(); ++i)
    if (planning::procedure::isAsked(&made.route(), checks[i].id) &&
        (checks[i].id != "pregnancy" || planning::procedure::mayBePregnant(made.choices.scan.patient, made.date)))
      asked.push_back(i);
  return asked[oneOf(random, asked.size())];
}

bool unanswered(Case& made, Random& random) {
  auto& checks = made.choices.checks;
  checks.erase(checks.begin() + static_cast<std::ptrdiff_t>(oneAsked(made, random)));
  return true;
}

bool answeredInOtherWords(Case& made, Random& random) {
  constexpr const char* kWords[] = {"No", "n", "none", "2026-13-40", "no "};
  auto& checks = made.choices.checks;
  checks[oneAsked(made, random)].answer = kWords[oneOf(random, std::size(kWords))];
  return true;
}

/// The last answer counts, not the first.
bool answeredTwice(Case& made, Random&) {
  made.choices.checks.push_back({"infection", "yes", {}, {}, {}});
  return true;
}

bool severeUnderFluoroscopy(Case& made, Random&) {
  answerOf(made, "contrast-allergy").answer = "severe";
  made.choices.guidance = "fluoroscopy";
  return true;
}

bool severeWithoutGuidance(Case& made, Random&) {
  answerOf(made, "contrast-allergy").answer = "severe";
  made.choices.guidance.clear();
  return true;
}

bool ofAnotherPatient(Case& made, Random& random) {
  auto& patient = made.choices.scan.patient;
  (oneOf(random, 2) == 0 ? patient.id : patient.issuer) += "-2";
  return true;
}

bool inAnotherFrame(Case& made, Random&) {
  made.choices.scan.frameOfReferenceUid += ".1";
  return true;
}

bool lyingOtherwise(Case& made, Random& random) {
  const auto& allowed = made.route().positions;
  if (allowed.empty()) return false;
  constexpr const char* kPositions[] = {"HFS", "FFS", "HFP", "FFP", "HFDR", "FFDL"};
  std::vector<std::string> others;
  for (const char* position : kPositions)
    if (std::find(allowed.begin(), allowed.end(), planning::procedure::bodyPosition(position)) == allowed.end())
      others.emplace_back(position);
  if (others.empty()) return false;
  made.choices.scan.patientPosition = others[oneOf(random, others.size())];
  return true;
}

bool noSkin(Case& made, Random&) {
  made.skinKnown = false;
  return true;
}

bool noRoute(Case& made, Random&) {
  made.choices.routeId = "lumbar-forminal";
  return true;
}

/// A place at `mm` from the entry along the needle.
planning::Point onPath(Case& made, double mm) {
  return planning::Segment{*made.needle().entry, *made.needle().target}.at(mm);
}

double pathMm(Case& made) {
  return (*made.needle().target - *made.needle().entry).GetNorm();
}

bool tooShort(Case& made, Random& random) {
  made.needle().needle->lengthMm = std::max(10.0, pathMm(made) - between(random, 5, 30));
  return made.needle().needle->lengthMm < pathMm(made) - 4;
}

bool littleReserve(Case& made, Random& random) {
  made.needle().needle->lengthMm = pathMm(made) + between(random, 4, 5.5);
  return true;
}

bool entryInside(Case& made, Random& random) {
  made.needle().entry = onPath(made, pathMm(made) * between(random, 0.4, 0.7));
  return pathMm(made) > 5;
}

bool swapped(Case& made, Random&) {
  std::swap(made.needle().entry, made.needle().target);
  return true;
}

bool targetOutside(Case& made, Random& random) {
  made.needle().target = onPath(made, -between(random, 10, 30));
  return true;
}

bool noTarget(Case& made, Random&) {
  made.needle().target.reset();
  return true;
}

bool noNeedle(Case& made, Random&) {
  if (made.route().usualNeedle) return false;  // the route gives its own
  made.needle().needle.reset();
  return true;
}

bool onePlace(Case& made, Random&) {
  made.needle().entry = made.needle().target;
  return true;
}

bool neverChecked(Case& made, Random&) {
  made.checkedLast = false;
  return true;
}

bool plannedByNobody(Case& made, Random& random) {
  constexpr const char* kNobody[] = {"", "-", "^^^^"};
  made.choices.operatorName = kNobody[oneOf(random, std::size(kNobody))];
  return true;
}

bool checkedByNobody(Case& made, Random& random) {
  constexpr const char* kNobody[] = {"", " ", "^"};
  made.checkedLast = false;
  made.choices.siteCheck = planning::siteCheckOf(made.choices, kNobody[oneOf(random, std::size(kNobody))], made.date);
  return true;
}

/// Checked, and changed after it within what is still a sound plan.
bool changedAfterTheCheck(Case& made, Random& random) {
  made.checkedLast = false;
  made.choices.siteCheck = planning::siteCheckOf(made.choices, "Second^Person", made.date);
  auto& then = made.choices.siteCheck->needles.front();
  switch (oneOf(random, 7)) {
    case 0:
      made.choices.siteCheck->patientId += "X";
      break;
    case 1:
      then.routeId = then.routeId == "general" ? "caudal" : "general";
      break;
    case 2:
      then.level += " ";
      break;
    case 3:
      then.side =
          then.side == planning::anatomy::Side::Left ? planning::anatomy::Side::Right : planning::anatomy::Side::Left;
      break;
    case 4:
      (*then.entry)[oneOf(random, 3)] += between(random, 0.02, 5);
      break;
    case 5:
      (*then.target)[oneOf(random, 3)] -= between(random, 0.02, 5);
      break;
    default:
      made.choices.siteCheck->needles.clear();
  }
  return true;
}

}  // namespace

std::vector<Contradiction> checkKinds() {
  return {{"infection", "infection", answered("infection", "yes")},
          {"answered twice, then yes", "infection", answeredTwice},
          {"anticoagulant without a relay", "anticoagulant-no-relay", answered("anticoagulant", "yes")},
          {"relay by nobody or without a day", "anticoagulant-relay-incomplete", relayOfNobody},
          {"unbalanced diabetes", "diabetes-unbalanced", answered("diabetes", "yes")},
          {"a check whose answer is not known", "check-unknown", unknownCheck},
          {"a check left out", "checks-open", unanswered},
          {"a check answered in other words", "check-answer-invalid", answeredInOtherWords},
          {"severe allergy under fluoroscopy", "contrast-allergy-fluoroscopy", severeUnderFluoroscopy},
          {"severe allergy, guidance open", "contrast-allergy-guidance-open", severeWithoutGuidance}};
}

std::vector<Contradiction> scanKinds() {
  return {{"choices of another patient", "another-patient", ofAnotherPatient},
          {"choices in another frame of reference", "another-frame", inAnotherFrame},
          {"lying otherwise than the route asks", "position-differs", lyingOtherwise},
          {"no skin found", "skin-unknown", noSkin},
          {"a route that is not there", "route-not-known", noRoute}};
}

std::vector<Contradiction> needleKinds() {
  return {{"too short", "needle-too-short", tooShort},
          {"little stays outside the skin", "reserve-short", littleReserve},
          {"entry deep in the body", "entry-inside-body", entryInside},
          {"entry and target swapped", "entry-target-swapped", swapped},
          {"target outside the body", "target-outside-body", targetOutside},
          {"no target", "target-absent", noTarget},
          {"no needle chosen", "needle-absent", noNeedle},
          {"entry and target in one place", "entry-equals-target", onePlace}};
}

std::vector<Contradiction> completionKinds() {
  return {{"planned by nobody", "operator-absent", plannedByNobody},
          {"site never checked", "site-check-absent", neverChecked},
          {"site checked by nobody", "site-check-absent", checkedByNobody},
          {"changed after the site check", "site-check-stale", changedAfterTheCheck}};
}

}  // namespace adversary
