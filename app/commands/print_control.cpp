#include "app/commands/print_control.h"

#include <cstdio>

#include "app/commands/print_plan.h"
#include "planning/review/review.h"

namespace app::commands {
namespace {

void printError(const char* name, const std::optional<double>& value, const std::optional<double>& bound,
                const char* unit) {
  if (value)
    std::printf("  %-22s %8.1f %s", name, *value, unit);
  else
    std::printf("  %-22s not known", name);
  if (value && bound) std::printf(", error bound %.1f", *bound);
  std::printf("\n");
}

void printDeviation(const planning::NeedleChoice& actual, const planning::review::ReviewedNeedle& reviewed,
                    const planning::review::Registration& registration) {
  std::printf("%s against the plan%s\n", actual.label.c_str(), reviewed.clicked ? " (shown by the operator)" : "");
  if (!reviewed.deviation) return;
  const auto& deviation = *reviewed.deviation;
  const auto bounds = reviewed.found ? errorBoundsOf(*reviewed.found, reviewed.clicked, registration)
                                     : std::optional<planning::review::ErrorBounds>();
  const auto tipBound = bounds ? std::optional(bounds->tipMm) : std::nullopt;
  printError("tip error", deviation.tipMm, tipBound, "mm");
  printError("lateral error", deviation.lateralMm, tipBound, "mm");
  printError("depth error (+ deep)", deviation.depthMm, tipBound, "mm");
  printError("entry error", deviation.entryMm, bounds ? bounds->entryMm : std::nullopt, "mm");
  printError("angle error", deviation.angle.degrees(), bounds ? std::optional(bounds->angle.degrees()) : std::nullopt,
             "deg");
  if (bounds && bounds->bendMm) printError("bend", reviewed.found->bendMm, bounds->bendMm, "mm");
}

}  // namespace

void printControl(const planning::review::Control& control) {
  std::printf("control of plan %s%s%s\n", control.plan.sopInstanceUid.c_str(), control.timePoint.empty() ? "" : ", ",
              control.timePoint.c_str());
  const auto& registration = control.registration;
  std::printf("registration %s, residual %.1f mm, %s\n", word(registration.kind), registration.residualMm,
              registration.accepted ? "accepted" : "NOT ACCEPTED");
  std::printf("contrast test: %s\n", control.contrastTest.empty() ? "none recorded" : control.contrastTest.c_str());
  for (std::size_t i = 0; i < control.actual.choices.needles.size(); ++i)
    printDeviation(control.actual.choices.needles[i], control.needles[i], registration);
  printPlan(control.actual);
}

}  // namespace app::commands
