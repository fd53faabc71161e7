#include "app/commands/print_plan.h"

#include <cmath>
#include <cstdio>
#include <string>

#include "app/json/field_json.h"
#include "app/text/risk_words.h"
#include "app/text/sentences.h"
#include "io/report/record_fields.h"
#include "planning/plan/imported.h"
#include "planning/plan/session.h"

namespace app::commands {
namespace {

using planning::needle::Clearance;
using planning::needle::Verdict;

const char* sign(Verdict verdict) {
  switch (verdict) {
    case Verdict::Breach:
      return "x";
    case Verdict::Unknown:
      return "?";
    case Verdict::Near:
      return "!";
    case Verdict::Clear:
      return "v";
  }
  return "?";
}

void printMm(const char* name, const std::optional<double>& mm) {
  if (mm) std::printf("  %-22s %8.1f mm\n", name, *mm);
}

void printAngle(const char* name, const std::optional<planning::Angle>& angle) {
  if (angle) std::printf("  %-22s %+8.1f deg\n", name, angle->degrees());
}

void printPlace(const char* name, const std::optional<planning::Point>& place) {
  if (place) std::printf("  %-22s %8.1f %8.1f %8.1f mm (LPS)\n", name, (*place)[0], (*place)[1], (*place)[2]);
}

void printClearance(const Clearance& clearance) {
  const std::string verdict =
      clearance.verdict ? std::string(sign(*clearance.verdict)) + " " + word(*clearance.verdict) : "crossable";
  if (clearance.distanceMm)
    std::printf("    %-10s %-32s %7.1f mm +-%.1f, margin %.1f, touched %s\n", verdict.c_str(),
                clearance.structure.c_str(), *clearance.distanceMm, clearance.errorBoundMm, clearance.marginMm,
                qPrintable(chanceText(clearance.breachProbability, {})));
  else
    std::printf("    %-10s %-32s not known\n", verdict.c_str(), clearance.structure.c_str());
  if (clearance.unseenDistanceMm)
    std::printf("               may go on unseen, %.1f mm from the needle\n", *clearance.unseenDistanceMm);
  if (!clearance.acceptedBy.empty())
    std::printf("               looked for and not visible, accepted by %s\n", clearance.acceptedBy.c_str());
}

/// Whatever was stated.
void printSite(const planning::MeasuredSite& site) {
  if (site.lateralMm)
    std::printf("  %-22s %s %.1f mm, measured from: %s\n", "side as measured", word(*site.side),
                std::abs(*site.lateralMm), word(*site.against));
  if (site.levels.empty()) return;
  std::printf("  %-22s", "level as counted");
  for (const auto& level : site.levels) std::printf(" %s", level.c_str());
  std::printf("\n");
}

void printOwn(const planning::NeedleChoice& needle) {
  if (needle.routeId) std::printf("  %-22s %s\n", "route", needle.routeId->c_str());
  if (needle.level) std::printf("  %-22s %s\n", "level", needle.level->c_str());
  if (needle.side) std::printf("  %-22s %s\n", "side", word(*needle.side));
}

void printChance(const planning::NeedleAssessment& planned) {
  if (!planned.breachProbability) return;
  std::printf("  chance of touching a structure but bone: %s\n",
              qPrintable(chanceText(planned.breachProbability, planned.breachStandardError)));
  if (planned.placementError)
    std::printf("    by a placement error of %.1f mm at the tip [%s]\n", planned.placementError->meanTipMm,
                planned.placementError->source.c_str());
}

void printNeedle(const planning::PlannedNeedle& planned) {
  std::printf("%s%s%s\n", planned.label.c_str(), planned.needle ? "  " : "",
              planned.needle ? format(*planned.needle).c_str() : "");
  printOwn(planned);
  if (isImported(planned))
    std::printf("  %-22s %s, %s\n",
                derivationOf(*planned.imported)                       ? "proposed"
                : planned.imported->source == planning::kProposedHere ? "proposed by"
                                                                      : "from another program",
                planned.imported->source.c_str(),
                planned.imported->seenBy.empty() ? "not verified" : ("seen by " + planned.imported->seenBy).c_str());
  printSite(planned.site);
  printPlace("target", planned.target);
  printPlace("entry", planned.entry);
  printMm("path length", planned.pathLengthMm);
  printMm("depth from skin", planned.depthMm);
  printMm("outside the skin", planned.outsideSkinMm);
  if (planned.angles) {
    printAngle("in-plane", planned.angles->inPlane);
    printAngle("cranio-caudal", planned.angles->cranioCaudal);
    printAngle("C-arm primary (LAO +)", planned.angles->carmPrimary);
    printAngle("C-arm secondary (CRA +)", planned.angles->carmSecondary);
    if (const auto& tilted = planned.angles->tilted) {
      printAngle("gantry tilt", tilted->tilt);
      printAngle("in the tilted slice", tilted->inSlice);
    }
  }
  printMm("from the midline (L +)", planned.fromMidlineMm);
  printChance(planned);
  for (const auto& clearance : planned.clearances) printClearance(clearance);
}

void printMark(const char* name, const std::optional<planning::fluoroscopy::ImagePoint>& mark) {
  if (mark) std::printf("  %-22s column %.1f, row %.1f\n", name, mark->column, mark->row);
}

/// A frame with its marks: pixels, and millimetres only with the word for what they are.
void printView(const planning::fluoroscopy::MarkedView& marked, char name) {
  using Source = planning::fluoroscopy::Scale::Source;
  const auto angles = completed(marked).anglesOf(marked.frame);
  std::printf("view %c, frame %d of %d%s\n", name, marked.frame + 1, marked.view.frames,
              usesGiven(marked) ? ", geometry in part given by the operator" : "");
  if (angles.primaryDeg) std::printf("  %-22s %+8.1f deg\n", "primary (LAO +)", *angles.primaryDeg);
  if (angles.secondaryDeg) std::printf("  %-22s %+8.1f deg\n", "secondary (CRA +)", *angles.secondaryDeg);
  printMark("target", marked.target);
  printMark("entry", marked.entry);
  if (!marked.target || !marked.entry) return;
  const auto length = lengthBetween(marked, *marked.entry, *marked.target);
  std::printf("  %-22s %8.1f px\n", "projected length", length.pixels);
  const auto scale = scaleOf(marked);
  if (!scale) return;
  if (scale->source == Source::Isocentre)
    std::printf("  %-22s %8.1f mm if it lies at the isocentre's depth\n", "", *length.mm);
  else if (length.errorMm)
    std::printf("  %-22s %8.1f mm +-%.1f, calibrated\n", "", *length.mm, *length.errorMm);
  else
    std::printf("  %-22s %8.1f mm, calibrated in the file\n", "", *length.mm);
}

void printFound(const char* name, const std::optional<planning::fluoroscopy::Triangulated>& found) {
  if (!found) return;
  std::printf("%s: error %.2f, %.2f, %.2f mm along its axes; rays %.2f mm apart, %.1f deg between them\n", name,
              found->errorMm[0], found->errorMm[1], found->errorMm[2], found->rayGapMm, found->betweenViews.degrees());
}

void printFluoroscopy(const planning::fluoroscopy::FluoroscopyPlan& plan) {
  for (std::size_t i = 0; i < plan.views.size(); ++i) printView(plan.views[i], static_cast<char>('A' + i));
  printFound("target", plan.target);
  printFound("entry", plan.entry);
  if (plan.target || plan.entry)
    std::printf("places: millimetres from the C-arm's isocentre, patient LPS axes\n");
  else if (plan.refusal)
    std::printf("no place in the patient: %s\n", sentence(*plan.refusal).toUtf8().constData());
}

/// From the head to the feet; "?": unsure.
void printLevels(const std::vector<planning::anatomy::CountedLevel>& levels) {
  if (levels.empty()) return;
  std::printf("vertebrae as counted:");
  for (auto level = levels.rbegin(); level != levels.rend(); ++level)
    std::printf(" %s%s", level->name.c_str(), level->sure ? "" : "?");
  std::printf("\n");
}

/// What a person vouches for by name.
void printAttested(const planning::PlanChoices& choices) {
  for (const auto& seen : choices.levelsSeen)
    std::printf("level %s seen by %s (%s) %s\n", seen.what.c_str(), seen.by.c_str(), seen.how.c_str(), seen.at.c_str());
  for (const auto& seen : choices.sidesSeen)
    std::printf("side %s seen by %s (%s) %s\n", seen.what.c_str(), seen.by.c_str(), seen.how.c_str(), seen.at.c_str());
  for (const auto& seen : choices.structuresSeen)
    std::printf("%s confirmed by %s (%s) %s\n", seen.what.c_str(), seen.by.c_str(), seen.how.c_str(), seen.at.c_str());
  for (const auto& one : choices.acceptedUnknowns)
    std::printf("%s looked for and not visible: %s, %s (%s) %s\n", one.requirement.c_str(), one.by.c_str(),
                one.reason.c_str(), one.modality.c_str(), one.date.c_str());
  if (choices.reserveAccepted) std::printf("little needle outside the skin: accepted by the operator\n");
  if (choices.rulesAccepted)
    std::printf("a rule that needs the operator's word, broken or not to be judged: accepted\n");
  if (choices.siteCheck)
    std::printf("site check by %s, %s\n", choices.siteCheck->by.c_str(), choices.siteCheck->at.c_str());
}

/// Empty for what nobody recorded.
std::string textOf(const io::report::Field<planning::procedure::ProcedureRecord>& field,
                   const planning::procedure::ProcedureRecord& record) {
  const auto value = valueOf(field, record);
  if (value.isBool()) return value.toBool() ? "yes" : "";
  if (!value.isDouble()) return value.toString().toStdString();
  const auto& unit = std::get<io::report::Number<planning::procedure::ProcedureRecord>>(field.value).unit;
  const bool bare = io::report::kCodes.noUnits.is(unit.code());
  return io::report::typedNumber(value.toDouble()) + (bare ? "" : std::string(" ") + unit.value);
}

/// What was done, and what somebody must see of it.
void printRecord(const planning::procedure::ProcedureRecord& record,
                 const std::vector<planning::procedure::CheckAnswer>& checks) {
  std::printf("record of the procedure\n");
  for (const auto& field : io::report::recordFields())
    if (const std::string text = textOf(field, record); !text.empty())
      std::printf("  %-26s %s\n", nameOf(field.key).c_str(), text.c_str());
  for (const auto pattern : record.opacifications) std::printf("  %-26s %s\n", "opacification", word(pattern));
  for (const auto& finding : judge(record, checks))
    std::printf("  %s %s\n", finding.severity == planning::Severity::Error ? "x" : "!",
                englishSentence(finding).c_str());
}

/// A row that keeps the plan from being ready.
bool standsAgainst(const Clearance& row, bool nearAccepted) {
  if (!row.verdict || *row.verdict == Verdict::Clear) return false;
  if (*row.verdict == Verdict::Near) return !nearAccepted;
  return *row.verdict == Verdict::Breach || row.acceptedBy.empty();
}

void printReason(std::string line) {
  for (auto& character : line)
    if (character == '\n' || character == '\r') character = ' ';
  std::fprintf(stderr, "needleplan: %s\n", line.c_str());
}

}  // namespace

void printReasons(const planning::Plan& plan, const planning::Completion& completion) {
  for (const auto& reason : completion.reasons) printReason(englishSentence(reason));
  if (plan.assessment.ready) return;
  for (const auto& finding : plan.assessment.findings)
    if (finding.severity == planning::Severity::Error) printReason(englishSentence(finding));
  for (const auto& needle : plan.needles())
    for (const auto& row : needle.clearances)
      if (standsAgainst(row, plan.choices.nearAccepted))
        printReason(needle.label + ", " + row.structure + ": " + word(*row.verdict));
}

void printPlan(const planning::Plan& plan) {
  std::printf("patient %s, series %s\n", plan.choices.scan.patient.id.c_str(), plan.choices.scan.seriesUid.c_str());
  if (!plan.choices.routeId.empty())
    std::printf("route %s  level %s  side %s\n", plan.choices.routeId.c_str(),
                plan.choices.level.empty() ? "-" : plan.choices.level.c_str(),
                plan.choices.side ? word(*plan.choices.side) : "-");
  printLevels(plan.choices.levels);
  for (const auto& planned : plan.needles()) printNeedle(planned);
  if (plan.choices.fluoroscopy) printFluoroscopy(*plan.choices.fluoroscopy);
  printAttested(plan.choices);
  for (const auto& finding : plan.assessment.findings) std::printf("  * %s\n", englishSentence(finding).c_str());
  if (plan.assessment.verdict)
    std::printf("verdict: %s %s\n", sign(*plan.assessment.verdict), word(*plan.assessment.verdict));
  std::printf("%s\n", plan.assessment.ready ? "READY" : "NOT READY");
  if (plan.choices.record) printRecord(*plan.choices.record, plan.choices.checks);
}

}  // namespace app::commands
