#include "planning/anatomy/levels.h"

#include <QJsonArray>
#include <cstdio>
#include <memory>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"
#include "app/work/opened_scan.h"
#include "io/reading/ct_reader.h"
#include "planning/anatomy/spine.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::Point;
using planning::anatomy::CountedLevel;
using planning::anatomy::Disc;
using planning::anatomy::Spine;

constexpr std::size_t kCanalEachMm = 5;  ///< of the canal's places are given

struct Arguments {
  NamedScan scan;
  std::string at, name;
  bool json = false;
};

/// Names are absent where nobody named a vertebra.
struct Result {
  planning::Volume volume;
  std::shared_ptr<const Spine> spine;
  std::vector<CountedLevel> levels;
  std::optional<Point> clicked;
  std::vector<planning::Finding> findings;

  const CountedLevel* levelOf(std::size_t vertebra) const {
    for (const CountedLevel& level : levels)
      if (level.vertebra == vertebra) return &level;
    return nullptr;
  }
};

Expected<Result> findLevels(const Arguments& arguments, const std::optional<Point>& at) {
  const auto series = findScan(arguments.scan);
  if (!series) return tl::unexpected(series.error());
  Result result;
  ConsoleProgress loading("loading");
  auto volume = io::readCt(*series, loading);
  if (!volume) return tl::unexpected(volume.error());
  result.volume = std::move(*volume);
  result.findings = result.volume.findings;
  const auto named = [&](planning::Error error) {
    error.subject = arguments.scan.path;
    return tl::unexpected(std::move(error));
  };
  ConsoleProgress progress("finding the spine");
  auto spine = planning::anatomy::findSpine(result.volume, progress);
  if (!spine) return named(spine.error());
  result.spine = std::make_shared<const Spine>(std::move(*spine));
  if (!at) {
    result.findings.push_back({"levels-not-named", planning::Severity::Warning, {}, {}});
    return result;
  }
  if (!result.spine->isNear(*at)) return named({"not-on-spine", {}, arguments.at});
  auto counted = planning::anatomy::countLevels(result.spine, *at, arguments.name);
  result.clicked = at;
  result.spine = counted.spine;
  result.levels = std::move(counted.levels);
  return result;
}

QJsonValue text(const std::optional<std::string>& name) {
  return name ? QJsonValue(QString::fromStdString(*name)) : QJsonValue();
}

QJsonArray vertebraeJson(const Result& result) {
  QJsonArray vertebrae;
  for (std::size_t n = 0; n < result.spine->vertebrae(); ++n) {
    const CountedLevel* level = result.levelOf(n);
    vertebrae.append(QJsonObject{
        {"name", text(level ? std::optional(level->name) : std::nullopt)},
        {"sure", level && level->sure},
        {"middle_mm", toJson(level ? level->middle : result.spine->middleOf(n))},
        {"runner_up", text(level ? planning::anatomy::otherName(*result.spine, n) : std::optional<std::string>())}});
  }
  return vertebrae;
}

QJsonArray discsJson(const Result& result) {
  QJsonArray discs;
  for (std::size_t n = 0; n < result.spine->discs.size(); ++n) {
    const Disc& disc = result.spine->discs[n];
    const CountedLevel *above = result.levelOf(n + 1), *below = result.levelOf(n);
    discs.append(
        QJsonObject{{"between", text(above && below ? std::optional(above->name + "-" + below->name) : std::nullopt)},
                    {"middle_mm", toJson(disc.middle)},
                    {"normal", QJsonArray{rounded(disc.up[0]), rounded(disc.up[1]), rounded(disc.up[2])}}});
  }
  return discs;
}

QJsonObject toJson(const Result& result, const Arguments& arguments) {
  const auto& identity = result.volume.identity;
  QJsonArray canal, anchors;
  for (std::size_t n = 0; n < result.spine->canal.size(); n += kCanalEachMm)
    canal.append(app::toJson(result.spine->canal[n].centre));
  if (result.clicked)
    anchors.append(QJsonObject{{"kind", "named"},
                               {"name", QString::fromStdString(arguments.name)},
                               {"place_mm", app::toJson(*result.clicked)}});
  return {{"patient_id", QString::fromStdString(identity.patient.id)},
          {"study_uid", QString::fromStdString(identity.study.uid)},
          {"series_uid", QString::fromStdString(identity.seriesUid)},
          {"frame_of_reference_uid", QString::fromStdString(identity.frameOfReferenceUid)},
          {"canal", canal},
          {"discs", discsJson(result)},
          {"vertebrae", vertebraeJson(result)},
          {"anchors", anchors},
          {"findings", app::toJson(result.findings)}};
}

void print(const Result& result) {
  for (std::size_t n = result.spine->vertebrae(); n-- > 0;) {
    const CountedLevel* level = result.levelOf(n);
    const Point middle = level ? level->middle : result.spine->middleOf(n);
    std::printf("%-4s %-8s middle %8.1f %8.1f %8.1f\n", level ? level->name.c_str() : "?",
                level && level->sure ? "sure" : "not sure", middle[0], middle[1], middle[2]);
  }
  for (const auto& finding : result.findings) std::printf("  %s\n", englishSentence(finding).c_str());
}

int levels(const Arguments& arguments) {
  std::optional<Point> at;
  if (!arguments.at.empty()) {
    const auto parsed = parsePoint(arguments.at, "--at");
    if (!parsed) {
      printRefusal(parsed.error());
      return kWrongUsage;
    }
    at = *parsed;
  }
  const auto result = findLevels(arguments, at);
  if (!result) return printRefusal(result.error());
  if (arguments.json)
    printJson(toJson(*result, arguments));
  else
    print(*result);
  return kDone;
}

}  // namespace

void addLevels(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("levels", "Finds the canal, the discs and the vertebrae of a CT series");
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  auto* at =
      command->add_option("--at", arguments->at, "X,Y,Z in a vertebra, LPS mm; with --name")->allow_extra_args(false);
  auto* name =
      command->add_option("--name", arguments->name, "That vertebra's level, as L4: the others are counted from it")
          ->allow_extra_args(false)
          ->transform(CLI::IsMember(planning::anatomy::levelNames(), CLI::ignore_case));
  at->needs(name), name->needs(at);
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = levels(*arguments); });
}

}  // namespace app::commands
