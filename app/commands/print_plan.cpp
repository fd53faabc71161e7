#include "app/commands/print_plan.h"

#include <cstdio>
#include <string>

#include "app/risk_words.h"
#include "app/sentences.h"

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
}

void printChance(const planning::PlannedNeedle& planned) {
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
    printAngle("gantry tilt", planned.angles->gantryTilt);
    printAngle("in the tilted slice", planned.angles->inTiltedSlice);
  }
  printMm("from the midline (L +)", planned.fromMidlineMm);
  printChance(planned);
  for (const auto& clearance : planned.clearances) printClearance(clearance);
}

}  // namespace

void printPlan(const planning::Plan& plan) {
  std::printf("patient %s, series %s\n", plan.scan.patient.id.c_str(), plan.scan.seriesUid.c_str());
  if (!plan.routeId.empty())
    std::printf("route %s  level %s  side %s\n", plan.routeId.c_str(), plan.level.empty() ? "-" : plan.level.c_str(),
                plan.side ? word(*plan.side) : "-");
  for (const auto& planned : plan.needles) printNeedle(planned);
  for (const auto& finding : plan.findings) std::printf("  * %s\n", englishSentence(finding).c_str());
  if (plan.verdict) std::printf("verdict: %s %s\n", sign(*plan.verdict), word(*plan.verdict));
  std::printf("%s\n", plan.ready ? "READY" : "NOT READY");
}

}  // namespace app::commands
