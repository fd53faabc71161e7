#include <QDate>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/print_plan.h"
#include "app/json/field_json.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"
#include "app/worksheet/plan_copies.h"
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

/// What is given is set anew, a test comes behind those before it, the rest stays as it was recorded. Errors:
/// "bad-argument" with the option.
Expected<void> takeArguments(const Arguments& arguments, ProcedureRecord& record) {
  const ProcedureRecord before = record;
  for (std::size_t i = 0; i < arguments.typed.size(); ++i)
    if (const auto& typed = arguments.typed[i];
        !typed.empty() && !io::report::takeTyped(typed, recordFields()[i], record))
      return refuse("bad-argument", optionOf(recordFields()[i].key), typed);
  for (const auto& word : arguments.opacifications) {
    const auto pattern = planning::procedure::opacificationFromWord(word);
    if (!pattern) return refuse("bad-argument", "--opacification", word);
    record.opacifications.push_back(*pattern);
  }
  record = withDates(std::move(record), before, today());
  return {};
}

/// Nothing is written over but the version that this one replaces.
Expected<void> mayWrite(const Arguments& arguments) {
  std::error_code ignored;
  if (!std::filesystem::exists(arguments.out, ignored)) return {};
  if (std::filesystem::equivalent(arguments.report, arguments.out, ignored)) return {};
  return refuse("file-exists", arguments.out);
}

/// The new version says again all that the report says, with a seal of its own: what was changed in it by others, or is
/// not understood, must not pass for our own. Errors: "record-plan-was-edited".
Expected<planning::Plan> readWhole(const std::string& file) {
  auto plan = io::report::readPlan(file);
  if (!plan) return plan;
  const bool notUnderstood = std::ranges::any_of(
      plan->assessment.findings, [](const auto& finding) { return finding.code == "report-not-valid"; });
  if (plan->report.seal == planning::Seal::Broken || notUnderstood) return refuse("record-plan-was-edited", file);
  return plan;
}

/// Says why nobody may go on, if what this call records of tests and injection is an error, so that no script injects.
/// What was recorded before and stays does not count: a follow-up of what was stopped then is no error.
int saidStop(const ProcedureRecord& before, const planning::PlanChoices& choices) {
  const auto& now = *choices.record;
  if (now.opacifications == before.opacifications && now.medium == before.medium && now.drug == before.drug &&
      now.volumeMl == before.volumeMl)
    return kDone;
  int exitCode = kDone;
  for (const auto& finding : judge(now, choices.checks)) {
    if (finding.severity != planning::Severity::Error) continue;
    std::cerr << "needleplan: " << englishSentence(finding) << "\n";
    exitCode = kRefused;
  }
  return exitCode;
}

/// Pictures and worksheet of a version that was written over: they could neither be replaced later nor be told from
/// those of the new one.
Expected<void> removeOldCopies(const Arguments& arguments, const planning::Plan& written) {
  std::error_code ignored;
  if (!std::filesystem::equivalent(arguments.report, arguments.out, ignored)) return {};
  return worksheet::removeCopies(arguments.out, written.report.predecessorUid);
}

int run(const Arguments& arguments) {
  auto plan = readWhole(arguments.report);
  if (!plan) return printRefusal(plan.error());
  const ProcedureRecord before = plan->choices.record.value_or(ProcedureRecord());
  ProcedureRecord record = before;
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
  const int exitCode = saidStop(before, written->choices);
  const auto tidied = removeOldCopies(arguments, *written);
  return tidied ? exitCode : printRefusal(tidied.error());
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
      R"(What is not given stays as it was recorded; a test comes behind those that were. Without --date the procedure is
today's, without --follow-up-date the patient was asked today. Exit 1, with the new version written: a pattern after
which nothing may be injected, an injection all the same, or iodine in spite of a severe allergy. Pictures and
worksheet of a version that is written over are taken away.)");
  command->callback([arguments, &exitCode] { exitCode = run(*arguments); });
}

}  // namespace app::commands
