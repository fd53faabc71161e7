#include <QJsonArray>
#include <cstdio>
#include <memory>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/auto_json.h"
#include "app/json/plan_json.h"
#include "app/text/auto_words.h"
#include "app/text/sentences.h"
#include "app/work/opened_scan.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/search/auto_ground.h"

namespace app::commands {
namespace {

using planning::AutoGround;
using planning::Expected;

struct Arguments {
  NamedScan scan;
  std::vector<std::string> structures;
  bool json = false;
};

/// What is seen without a click.
struct Result {
  OpenedScan opened;
  AutoGround ground;
  std::vector<planning::Finding> findings;
};

Expected<Result> look(const Arguments& arguments) {
  auto opened = openScan(arguments.scan, {arguments.structures.begin(), arguments.structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  ConsoleProgress progress("looking for the spine");
  auto ground = planning::groundOf(opened->volume, {}, opened->structures, {}, progress);
  if (!ground) {
    ground.error().subject = arguments.scan.path.string();
    return tl::unexpected(ground.error());
  }
  auto findings = groundFindings(*ground);
  return Result{std::move(*opened), std::move(*ground), std::move(findings)};
}

std::optional<double> boneMl(const Result& result) {
  const auto& bone = result.ground.evidence.counted.spine->bone;
  return bone ? std::optional(planning::anatomy::volumeMm3(*bone) / 1000) : std::nullopt;
}

QJsonObject toJson(const Result& result) {
  const auto& spine = *result.ground.evidence.counted.spine;
  QJsonArray discs;
  for (const auto& disc : spine.discs) discs.append(app::toJson(disc.middle));
  const auto& skin = result.opened.skin;
  QJsonObject json{{"skin_found", skin.has_value()},
                   {"skin_error_bound_mm", numberOrNull(skin ? std::optional(skin->errorBoundMm) : std::nullopt)},
                   {"bone_around_spine_ml", numberOrNull(boneMl(result))},
                   {"canal", QJsonObject{{"from_mm", app::toJson(spine.canal.front().centre)},
                                         {"to_mm", app::toJson(spine.canal.back().centre)}}},
                   {"discs", discs},
                   {"level", app::toJson(result.ground.evidence)},
                   {"findings", app::toJson(result.findings)}};
  return json;
}

void print(const Result& result) {
  const auto& spine = *result.ground.evidence.counted.spine;
  std::printf("skin   %s\n", result.opened.skin ? "found" : "not found");
  if (const auto ml = boneMl(result))
    std::printf("bone   %.0f ml around the spine\n", *ml);
  else
    std::printf("bone   not found\n");
  const auto &from = spine.canal.front().centre, &to = spine.canal.back().centre;
  std::printf("canal  %.1f %.1f %.1f to %.1f %.1f %.1f\n", from[0], from[1], from[2], to[0], to[1], to[2]);
  std::printf("discs  %zu\n", spine.discs.size());
  for (const auto& line : englishLines(result.ground.evidence)) std::printf("%s\n", line.c_str());
  for (const auto& finding : result.findings) std::printf("! %s\n", englishSentence(finding).c_str());
}

int anatomy(const Arguments& arguments) {
  const auto result = look(arguments);
  if (!result) return printRefusal(result.error());
  if (arguments.json)
    printJson(toJson(*result));
  else
    print(*result);
  return kDone;
}

}  // namespace

void addAnatomy(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand(
      "anatomy",
      "Says what of the spine is found without a click: skin, bone, canal, discs, and names where two agree");
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  command->add_option("--structures", arguments->structures, "SEG, RTSTRUCT or label map that may name vertebrae")
      ->allow_extra_args(false);
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = anatomy(*arguments); });
}

}  // namespace app::commands
