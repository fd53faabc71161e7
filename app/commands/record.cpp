#include <QDate>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/print_plan.h"
#include "app/json/field_json.h"
#include "app/json/plan_json.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "io/report/record_fields.h"

namespace app::commands {
namespace {

using io::report::recordFields;
using planning::Expected;
using planning::refuse;
using planning::procedure::ProcedureRecord;

struct Arguments {
  std::string report, out;
  std::vector<std::string> typed = std::vector<std::string>(recordFields().size());  ///< one a field; empty: not given
  std::vector<std::string> opacifications;
  bool json = false;
};

/// "volume_ml" -> "--volume": the unit stands in the help.
std::string optionOf(const std::string& key) {
  std::string name = nameOf(key);
  std::ranges::replace(name, '_', '-');
  return "--" + name;
}

std::string helpOf(const io::report::Field<ProcedureRecord>& field) {
  using namespace io::report;
  std::string help = field.name.meaning;
  if (const auto* word = std::get_if<Word<ProcedureRecord>>(&field.value))
    for (const auto& one : word->codes) help += (&one == word->codes.data() ? ": " : ", ") + std::string(one.word);
  if (const auto* number = std::get_if<Number<ProcedureRecord>>(&field.value)) {
    if (number->timePoint != nullptr) help += std::string(", ") + number->timePoint + ", 0 to 10";
    if (!kCodes.noUnits.is(number->unit.code())) help += std::string(", in ") + number->unit.value;
  }
  if (const auto* text = std::get_if<Text<ProcedureRecord>>(&field.value); text && text->kind == TextKind::Day)
    help += ", YYYY-MM-DD";
  return help;
}

std::string today() {
  return QDate::currentDate().toString(Qt::ISODate).toStdString();
}

/// What is given is set anew, the rest stays as it was recorded. Errors: "bad-argument" with the option.
Expected<void> takeArguments(const Arguments& arguments, ProcedureRecord& record) {
  for (std::size_t i = 0; i < arguments.typed.size(); ++i)
    if (const auto& typed = arguments.typed[i];
        !typed.empty() && !io::report::takeTyped(typed, recordFields()[i], record))
      return refuse("bad-argument", optionOf(recordFields()[i].key), typed);
  if (!arguments.opacifications.empty()) record.opacifications.clear();
  for (const auto& word : arguments.opacifications) {
    const auto pattern = planning::procedure::opacificationFromWord(word);
    if (!pattern) return refuse("bad-argument", "--opacification", word);
    record.opacifications.push_back(*pattern);
  }
  record = withDates(std::move(record), today());
  return {};
}

/// Nothing is written over but the version that this one replaces.
Expected<void> mayWrite(const Arguments& arguments) {
  std::error_code ignored;
  if (!std::filesystem::exists(arguments.out, ignored)) return {};
  if (std::filesystem::equivalent(arguments.report, arguments.out, ignored)) return {};
  return refuse("file-exists", arguments.out);
}

int run(const Arguments& arguments) {
  auto plan = io::report::readPlan(arguments.report);
  if (!plan) return printRefusal(plan.error());
  ProcedureRecord record = plan->choices.record.value_or(ProcedureRecord());
  if (auto taken = takeArguments(arguments, record); !taken) {
    printRefusal(taken.error());
    return kWrongUsage;
  }
  if (auto may = planning::procedure::mayBe(record, today()); !may) return printRefusal(may.error());
  if (auto may = mayWrite(arguments); !may) return printRefusal(may.error());
  plan->choices.record = std::move(record);
  const auto written = io::report::writePlan(*plan, arguments.out);
  if (!written) return printRefusal(written.error());
  if (arguments.json)
    printJson(toJson(*written));
  else
    printPlan(*written);
  return kDone;
}

}  // namespace

void addRecord(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("record", "Records what was done of a plan, as a new version of its report");
  command->add_option("REPORT", arguments->report, "The plan's report (DICOM)")->required();
  for (std::size_t i = 0; i < recordFields().size(); ++i) {
    const auto& field = recordFields()[i];
    const std::string option = optionOf(field.key);
    if (std::holds_alternative<io::report::Answer<ProcedureRecord>>(field.value))
      command->add_flag(option + "{yes}", arguments->typed[i], helpOf(field));
    else
      command->add_option(option, arguments->typed[i], helpOf(field));
  }
  command
      ->add_option("--opacification", arguments->opacifications,
                   "epidural, articular, vascular (do not inject) or intrathecal (stop); one a test, in their order")
      ->allow_extra_args(false);
  command->add_option("-o,--out", arguments->out, "The new version to write; may be REPORT itself")->required();
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->footer(
      "What is not given stays as it was recorded. Without --date the procedure is today's, without --follow-up-date "
      "the "
      "patient was asked today.");
  command->callback([arguments, &exitCode] { exitCode = run(*arguments); });
}

}  // namespace app::commands
