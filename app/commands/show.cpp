#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/print_plan.h"
#include "app/plan_json.h"
#include "io/report/plan_report.h"

namespace app::commands {
namespace {

int show(const std::string& file, bool json) {
  const auto plan = io::report::readPlan(file);
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
  auto* command = program.add_subcommand("show", "Prints everything in a plan");
  command->add_option("PLAN", arguments->file, "The report (DICOM)")->required();
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = show(arguments->file, arguments->json); });
}

}  // namespace app::commands
