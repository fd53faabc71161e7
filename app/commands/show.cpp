#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/print_control.h"
#include "app/commands/print_plan.h"
#include "app/json/control_json.h"
#include "app/json/plan_json.h"
#include "io/reading/report_reader.h"

namespace app::commands {
namespace {

int show(const std::string& file, bool json) {
  const auto report = io::report::readReport(file);
  if (!report) return printRefusal(report.error());
  const auto& [content, isControl] = *report;
  if (json)
    printJson(isControl ? toJson(content) : toJson(content.actual));
  else
    isControl ? printControl(content) : printPlan(content.actual);
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
