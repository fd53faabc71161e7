#include "app/commands/print_control.h"

#include <cstdio>

#include "app/commands/print_plan.h"

namespace app::commands {
namespace {

void printError(const char* name, const std::optional<double>& value, const char* unit) {
  if (value)
    std::printf("  %-22s %8.1f %s\n", name, *value, unit);
  else
    std::printf("  %-22s not known\n", name);
}

void printDeviation(const planning::PlannedNeedle& actual, const planning::review::ReviewedNeedle& reviewed) {
  std::printf("%s against the plan%s\n", actual.label.c_str(), reviewed.clicked ? " (shown by the operator)" : "");
  if (!reviewed.deviation) return;
  const auto& deviation = *reviewed.deviation;
  printError("tip error", deviation.tipMm, "mm");
  printError("lateral error", deviation.lateralMm, "mm");
  printError("depth error (+ deep)", deviation.depthMm, "mm");
  printError("entry error", deviation.entryMm, "mm");
  printError("angle error", deviation.angle.degrees(), "deg");
}

}  // namespace

void printControl(const planning::review::Control& control) {
  std::printf("control of plan %s%s%s\n", control.plan.sopInstanceUid.c_str(), control.timePoint.empty() ? "" : ", ",
              control.timePoint.c_str());
  const auto& registration = control.registration;
  std::printf("registration %s, residual %.1f mm, %s\n", word(registration.kind), registration.residualMm,
              registration.accepted ? "accepted" : "NOT ACCEPTED");
  std::printf("contrast test: %s\n", control.contrastTest.empty() ? "none recorded" : control.contrastTest.c_str());
  for (std::size_t i = 0; i < control.actual.needles.size(); ++i)
    printDeviation(control.actual.needles[i], control.needles[i]);
  printPlan(control.actual);
}

}  // namespace app::commands
