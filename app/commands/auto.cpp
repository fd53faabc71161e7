#include <QDate>

#include <QJsonArray>
#include <cstdio>
#include <memory>

#include "app/commands/arguments.h"
#include "app/commands/attested_arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/auto_json.h"
#include "app/json/plan_json.h"
#include "app/text/auto_words.h"
#include "app/text/sentences.h"
#include "app/work/opened_scan.h"
#include "planning/plan/preparation.h"
#include "planning/search/auto_ground.h"

namespace app::commands {
namespace {

using planning::AutoAnswer;
using planning::Expected;
using planning::PlanChoices;

struct Arguments {
  NamedScan scan;
  std::string route, level, side, needle, guidance;
  std::vector<std::string> structures;
  AttestedArguments attested;
  std::size_t top = 3;
  bool json = false;
};

Expected<PlanChoices> parse(const Arguments& arguments) {
  PlanChoices choices;
  auto& planned = choices.needles.emplace_back();
  planned.label = "Needle 1";
  if (!arguments.needle.empty()) {
    const auto needle = planning::needle::parseNeedle(arguments.needle);
    if (!needle) return tl::unexpected(needle.error());
    planned.needle = *needle;
  }
  choices.routeId = arguments.route;
  choices.level = arguments.level;
  if (!arguments.side.empty()) choices.side = planning::anatomy::sideFromWord(arguments.side);
  if (!arguments.guidance.empty()) choices.guidance = arguments.guidance == "ct" ? "CT" : arguments.guidance;
  if (planning::procedure::routesInUse().find(arguments.route) == nullptr)
    return planning::refuse("unknown-route", "--route", arguments.route);
  const auto read =
      parseAttested(choices, arguments.attested, QDate::currentDate().toString(Qt::ISODate).toStdString());
  if (!read) return tl::unexpected(read.error());
  return choices;
}

Expected<AutoAnswer> search(PlanChoices choices, const Arguments& arguments) {
  auto opened = openScan(arguments.scan, {arguments.structures.begin(), arguments.structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  for (auto clicked : choices.tracedStructures) {
    std::get<planning::anatomy::Tube>(clicked.shape).radiusUncertaintyMm =
        opened->volume.hu->GetSpacing().GetNorm() / 2;
    opened->structures.push_back(planning::anatomy::measure(std::move(clicked)));
  }
  const auto& routes = planning::procedure::routesInUse();
  choices = prepared(std::move(choices), opened->volume.identity, opened->structureEvidence, opened->structures);
  ConsoleProgress progress("looking for target and entry");
  auto answer = planning::proposeOnScan(choices, opened->scene(), routes, {}, arguments.top, progress);
  if (!answer && answer.error().subject.empty()) answer.error().subject = arguments.scan.path.string();
  return answer;
}

void print(const AutoAnswer& answer) {
  for (const auto& line : englishLines(answer)) std::printf("%s\n", line.c_str());
}

int propose(const Arguments& arguments) {
  auto choices = parse(arguments);
  if (!choices) {
    printRefusal(choices.error());
    return kWrongUsage;
  }
  const auto answer = search(std::move(*choices), arguments);
  if (!answer) return printRefusal(answer.error());
  if (arguments.json)
    printJson(toJson(*answer));
  else
    print(*answer);
  return kDone;
}

}  // namespace

void addAuto(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand(
      "auto", "Proposes target and entry together for a route, a level and a side, or says what blocks");
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  command->add_option("--route", arguments->route, "Route, as lumbar-foraminal")->required();
  command->add_option("--level", arguments->level, "Vertebral level as you counted it, as L4-L5")->required();
  command->add_option("--side", arguments->side, "Side of the procedure")
      ->transform(CLI::IsMember({"left", "right", "none"}, CLI::ignore_case));
  command->add_option("--needle", arguments->needle,
                      "Gauge and length in mm, as 22Gx90; the route's usual one if absent");
  command->add_option("--guidance", arguments->guidance, "Guidance: which placement error is taken")
      ->transform(CLI::IsMember({"ct", "fluoroscopy"}, CLI::ignore_case));
  command
      ->add_option("--structures", arguments->structures,
                   "SEG, RTSTRUCT, label map, or a saved plan whose traced tubes are taken")
      ->allow_extra_args(false);
  addAttested(*command, arguments->attested);
  command->add_option("--top", arguments->top, "How many needles at most")->check(CLI::Range(1, 20));
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = propose(*arguments); });
}

}  // namespace app::commands
