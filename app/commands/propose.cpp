#include <QJsonArray>
#include <algorithm>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_json.h"
#include "app/text/risk_words.h"
#include "app/text/sentences.h"
#include "app/work/opened_scan.h"
#include "planning/plan/findings.h"
#include "planning/plan/preparation.h"
#include "planning/plan/requirement.h"
#include "planning/search/proposal.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::PlanChoices;
using planning::Proposal;

struct Arguments {
  NamedScan scan;
  std::string target, needle, route, side, guidance;
  std::vector<std::string> structures;
  std::size_t top = 5;
  bool json = false;
};

Expected<PlanChoices> parse(const Arguments& arguments) {
  PlanChoices choices;
  auto& planned = choices.needles.emplace_back();
  planned.label = "Needle 1";
  const auto target = parsePoint(arguments.target, "--target");
  if (!target) return tl::unexpected(target.error());
  planned.target = *target;
  if (!arguments.needle.empty()) {
    const auto needle = planning::needle::parseNeedle(arguments.needle);
    if (!needle) return tl::unexpected(needle.error());
    planned.needle = *needle;
  }
  if (!arguments.side.empty()) choices.side = planning::anatomy::sideFromWord(arguments.side);
  if (!arguments.guidance.empty()) choices.guidance = arguments.guidance == "ct" ? "CT" : arguments.guidance;
  choices.routeId = arguments.route;
  if (arguments.route.empty()) return choices;
  if (planning::procedure::routesInUse().find(arguments.route) == nullptr)
    return planning::refuse("unknown-route", "--route", arguments.route);
  return choices;
}

/// What the search found, what is odd about the scan, and what the route requires and nobody gave: until that is known
/// no entry is clear.
struct Result {
  std::vector<Proposal> proposals;
  std::vector<planning::Finding> findings;
  std::vector<std::string> missing;  ///< names in English
};

QJsonObject toJson(const Result& result) {
  QJsonArray entries, missing;
  for (const auto& name : result.missing) missing.append(QString::fromStdString(name));
  for (const auto& proposal : result.proposals) {
    auto entry = app::toJson(proposal.needle);
    entry["score"] = rounded(proposal.score);
    entry["room_mm"] = rounded(proposal.roomMm);
    entry["tightest"] = proposal.tightest.empty() ? QJsonValue() : QString::fromStdString(proposal.tightest);
    entry["breach_probability_at_most"] = numberOrNull(proposal.chanceAtMost);
    entry["why"] = tradeOffs(proposal);
    entries.append(entry);
  }
  return {{"missing", missing}, {"entries", entries}, {"findings", app::toJson(result.findings)}};
}

void print(const Result& result) {
  const auto& missing = result.missing;
  for (std::size_t i = 0; i < missing.size(); ++i)
    std::printf("%s%s%s", i == 0 ? "unknown: " : ", ", missing[i].c_str(), i + 1 == missing.size() ? " missing\n" : "");
  for (const auto& proposal : result.proposals) {
    const auto& entry = *proposal.needle.entry;
    std::printf("entry %8.1f %8.1f %8.1f mm (LPS), score %.1f\n    %s\n", entry[0], entry[1], entry[2], proposal.score,
                qPrintable(tradeOffs(proposal)));
  }
  for (const auto& finding : result.findings) std::printf("! %s\n", englishSentence(finding).c_str());
}

std::vector<std::string> missingNames(const PlanChoices& choices,
                                      const std::vector<planning::anatomy::MeasuredStructure>& structures) {
  std::vector<std::string> names;
  const auto* route = planning::procedure::routesInUse().find(choices.routeId);
  for (const auto& requirement : requirementsOf(route, choices, structures, choices.needles.front()))
    if (requirement.metBy.empty()) names.push_back(requirement.required->name.english);
  return names;
}

Expected<Result> search(PlanChoices choices, const Arguments& arguments) {
  auto opened = openScan(arguments.scan, {arguments.structures.begin(), arguments.structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  const auto& routes = planning::procedure::routesInUse();
  followRoute(choices, opened->structures, overruledBy(choices), routes);
  choices = prepared(std::move(choices), opened->volume.identity, {}, opened->structures);
  ConsoleProgress progress("searching the skin");
  auto proposals = planning::proposeEntries(choices, 0, opened->scene(), routes, arguments.top, progress);
  if (!proposals) return tl::unexpected(proposals.error());
  return Result{std::move(*proposals), scanFindings(choices, opened->scene()),
                missingNames(choices, opened->structures)};
}

int propose(const Arguments& arguments) {
  auto choices = parse(arguments);
  if (!choices) {
    printRefusal(choices.error());
    return kWrongUsage;
  }
  const auto result = search(std::move(*choices), arguments);
  if (!result) return printRefusal(result.error());
  if (arguments.json)
    printJson(toJson(*result));
  else
    print(*result);
  return kDone;
}

}  // namespace

void addPropose(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("propose", "Searches the skin for the best entries to a target");
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  command->add_option("--target", arguments->target, "X,Y,Z of the target, LPS mm")->required();
  command->add_option("--route", arguments->route, "Route, as lumbar-foraminal");
  command->add_option("--needle", arguments->needle,
                      "Gauge and length in mm, as 22Gx90; the route's usual one if absent");
  command->add_option("--structures", arguments->structures, "SEG, RTSTRUCT or label map")->allow_extra_args(false);
  command->add_option("--side", arguments->side, "Side of the procedure: routes come from it")
      ->transform(CLI::IsMember({"left", "right", "none"}, CLI::ignore_case));
  command->add_option("--guidance", arguments->guidance, "Guidance: which placement error is taken")
      ->transform(CLI::IsMember({"ct", "fluoroscopy"}, CLI::ignore_case));
  command->add_option("--top", arguments->top, "How many entries at most")->check(CLI::Range(1, 1000));
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = propose(*arguments); });
}

}  // namespace app::commands
