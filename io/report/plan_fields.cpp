#include "io/report/plan_fields.h"

namespace io::report {
namespace {

using planning::NeedleAssessment;
using planning::PlanChoices;

std::string sideWord(const PlanChoices& choices) {
  return choices.side ? planning::anatomy::word(*choices.side) : "";
}

bool takeSide(PlanChoices& choices, const std::string& word) {
  return (choices.side = planning::anatomy::sideFromWord(word)).has_value();
}

}  // namespace

const std::vector<ChoiceField>& choiceFields() {
  static const std::vector<ChoiceField> fields{
      {Place::Title, {kCodes.planLabel, nullptr, Text{&PlanChoices::label}}},
      {Place::Site, {kCodes.route, "route", Text{&PlanChoices::routeId}}},
      {Place::Site, {kCodes.level, "level", Text{&PlanChoices::level}}},
      {Place::Site, {kCodes.side, "side", Word<PlanChoices>{sideWord, takeSide}}},
      {Place::Site, {kCodes.guidance, "guidance", Text{&PlanChoices::guidance}}},
      {Place::Words, {kCodes.nearAccepted, "near_accepted", Answer<PlanChoices>{&PlanChoices::nearAccepted, true}}},
      {Place::Accepted, {kCodes.reserveAccepted, "reserve_accepted", Answer{&PlanChoices::reserveAccepted}}},
      {Place::Accepted, {kCodes.rulesAccepted, "rules_accepted", Answer{&PlanChoices::rulesAccepted}}},
      {Place::Last, {kCodes.scanDigest, nullptr, Text{&PlanChoices::scanDigest}}}};
  return fields;
}

const std::vector<Field<NeedleAssessment>>& needleFields() {
  using Number = Number<NeedleAssessment>;
  static const std::vector<Field<NeedleAssessment>> fields{
      {kCodes.depth, "depth_mm", Number{&NeedleAssessment::depthMm, kCodes.millimeter, 0, kLongestMm}},
      {kCodes.outsideSkin, "outside_skin_mm",  // negative: the needle ends inside
       Number{&NeedleAssessment::outsideSkinMm, kCodes.millimeter, -kLongestMm, kLongestMm}},
      {kCodes.breachProbability, "breach_probability",
       Number{&NeedleAssessment::breachProbability, kCodes.noUnits, 0, 1}},
      {kCodes.breachStandardError, "breach_standard_error",
       Number{&NeedleAssessment::breachStandardError, kCodes.noUnits, 0, 1}}};
  return fields;
}

}  // namespace io::report
