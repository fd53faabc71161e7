#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/print_control.h"
#include "app/commands/print_plan.h"
#include "app/control_json.h"
#include "app/plan_json.h"
#include "io/report/control_report.h"
#include "io/report/plan_report.h"

namespace app::commands {
namespace {

/// Absent when the file is no control.
std::optional<int> showControl(const std::string& file, bool json) {
  const auto control = io::report::readControl(file);
  if (!control) return std::nullopt;
  if (json)
    printJson(toJson(*control));
  else
    printControl(*control);
  return kDone;
}

int show(const std::string& file, bool json) {
  const auto plan = io::report::readPlan(file);
  if (!plan && plan.error().code == "not-a-plan")
    if (const auto shown = showControl(file, json)) return *shown;
  if (!plan) return printRefusal(plan.error());
  if (json)
    printJson(toJson(*plan));
  else
    printPlan(*plan);
  return kDone;
}

}  // namespace

void addShow(CLI::App& program, int& exitCode) {
  struct Arguments {
    std::string file;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("show", "Prints everything in a plan or a control");
  command->add_option("PLAN", arguments->file, "The report (DICOM)")->required();
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = show(arguments->file, arguments->json); });
}

}  // namespace app::commands
