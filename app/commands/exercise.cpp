#include <QJsonArray>
#include <iostream>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/demo/demo_exercises.h"
#include "app/practice/score_words.h"
#include "app/practice/scored_attempt.h"
#include "app/work/opened_scan.h"
#include "io/practice/exercise_maker.h"
#include "io/practice/sealed.h"

namespace app::commands {
namespace {

using io::practice::ExerciseFolder;
using planning::Expected;
using planning::practice::TargetZone;

struct MakeArguments {
  NamedScan scan;
  std::string plan, task, out;
  std::vector<std::string> experts, structures, zones;
  double zoneMm = 5, seconds = 120;
  bool json = false;
};

Expected<TargetZone> parseZone(const std::string& text) {
  const auto comma = text.rfind(',');
  const auto bad = [&] { return planning::refuse("bad-argument", "--zone", text); };
  if (comma == std::string::npos) return bad();
  const auto centre = parsePoint(text.substr(0, comma), "--zone");
  const auto radiusMm = parseNumber(text.substr(comma + 1), "--zone");
  if (!centre || !radiusMm || !(*radiusMm > 0)) return bad();
  return TargetZone{*centre, *radiusMm};
}

QJsonObject toJson(const ExerciseFolder& one) {
  auto json = practice::toJson(one.exercise);
  json["folder"] = QString::fromStdString(one.folder.string());
  json["seal"] = QString::fromStdString(one.seal);
  return json;
}

int tell(const std::vector<ExerciseFolder>& exercises, bool json) {
  if (json) {
    QJsonArray list;
    for (const auto& one : exercises) list.append(toJson(one));
    printJson({{"exercises", list}});
    return kDone;
  }
  for (const auto& one : exercises)
    std::cout << one.folder.string() << "  " << practice::exerciseName(one.exercise).toStdString() << "\n";
  return kDone;
}

int makeOne(const MakeArguments& arguments) {
  io::practice::ExerciseWish wish;
  wish.folder = arguments.out;
  wish.plans.push_back(arguments.plan);
  wish.plans.insert(wish.plans.end(), arguments.experts.begin(), arguments.experts.end());
  wish.zoneRadiusMm = arguments.zoneMm;
  wish.task = {arguments.task, arguments.task};
  wish.seconds = {arguments.seconds, 5 * arguments.seconds};
  for (const auto& text : arguments.zones) {
    const auto zone = parseZone(text);
    if (!zone) return printRefusal(zone.error()), kWrongUsage;
    wish.zones.push_back(*zone);
  }
  const auto scan = findScan(arguments.scan);
  if (!scan) return printRefusal(scan.error());
  removeLeftBehind(arguments.out);
  stopOnSignals();
  ConsoleProgress progress("making the exercise");
  const auto made = io::practice::makeExercises(
      {scan->files, {arguments.structures.begin(), arguments.structures.end()}}, {wish}, progress);
  return made ? tell(*made, arguments.json) : printRefusal(made.error());
}

int makeDemo(const std::string& folder, bool json) {
  stopOnSignals();
  ConsoleProgress progress("making the exercises of the demo case");
  const auto made = practice::makeDemoExercises(folder, {}, progress);
  return made ? tell(*made, json) : printRefusal(made.error());
}

/// Also checks that nothing was changed since it was sealed.
int show(const std::string& folder, bool json) {
  const auto exercise = io::practice::readExercise(folder);
  if (!exercise) return printRefusal(exercise.error());
  if (const auto sealed = io::practice::openSeal(folder); !sealed) return printRefusal(sealed.error());
  if (json)
    printJson(toJson(*exercise));
  else
    std::cout << practice::exerciseName(exercise->exercise).toStdString() << "\nas it was sealed: " << exercise->seal
              << "\n";
  return kDone;
}

int score(const std::string& folder, const std::string& file, bool json) {
  const auto exercise = io::practice::readExercise(folder);
  if (!exercise) return printRefusal(exercise.error());
  ConsoleProgress progress("scoring");
  const auto done = practice::scoreAttempt(*exercise, QString::fromStdString(file), nullptr, progress);
  if (!done) return printRefusal(done.error());
  if (json) {
    printJson(practice::toJson(done->score));
    return kDone;
  }
  for (const auto& part : done->score.parts)
    std::printf("%-16s %11s  %s\n", qPrintable(practice::partName(part.part)), qPrintable(practice::pointsText(part)),
                qPrintable(practice::reasonSentence(part)));
  std::printf("%-16s %5.1f / 100\n", "Total", done->score.total());
  return kDone;
}

void addMake(CLI::App& command, int& exitCode) {
  auto arguments = std::make_shared<MakeArguments>();
  auto* make = command.add_subcommand("make", "Makes an exercise of a planned case: de-identified, answers sealed");
  make->add_option("PLAN", arguments->plan, "The expert's plan (DICOM SR)")->required();
  addScanOptions(*make, arguments->scan, "SERIES", "CT series");
  make->add_option("--structures", arguments->structures, "SEG or RTSTRUCT that the route requires")
      ->allow_extra_args(false);
  make->add_option("--expert", arguments->experts, "Another expert's plan for the same target")
      ->allow_extra_args(false);
  make->add_option("--zone", arguments->zones, "X,Y,Z,RADIUS: a further zone that counts as target, LPS mm")
      ->allow_extra_args(false);
  make->add_option("--zone-mm", arguments->zoneMm, "Radius of the zone around each expert's target, mm")
      ->check(CLI::Range(0.1, 50.0));
  make->add_option("--task", arguments->task, "What to aim at, in words; needed where the route's target is free");
  make->add_option("--time", arguments->seconds, "Seconds up to which the time has all points; none at five times that")
      ->check(CLI::Range(10.0, 10000.0));
  make->add_option("--out", arguments->out, "The exercise's folder; must not be there yet, or be empty")->required();
  make->add_flag("--json", arguments->json, "Print one JSON object");
  make->callback([arguments, &exitCode] { exitCode = makeOne(*arguments); });
}

}  // namespace

void addExercise(CLI::App& program, int& exitCode) {
  struct Arguments {
    std::string folder, attempt;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("exercise", "Makes, shows and scores exercises for trainees");
  command->require_subcommand(1);
  addMake(*command, exitCode);
  auto* demo = command->add_subcommand("demo", "Makes one exercise a route from the demo case");
  demo->add_option("DIR", arguments->folder, "Folder to write into")->required();
  demo->add_flag("--json", arguments->json, "Print one JSON object");
  demo->callback([arguments, &exitCode] { exitCode = makeDemo(arguments->folder, arguments->json); });
  auto* check = command->add_subcommand("show", "Says what an exercise is, and whether it is as it was sealed");
  check->add_option("FOLDER", arguments->folder, "The exercise")->required();
  check->add_flag("--json", arguments->json, "Print one JSON object");
  check->callback([arguments, &exitCode] { exitCode = show(arguments->folder, arguments->json); });
  auto* scores = command->add_subcommand("score", "Scores a saved attempt again");
  scores->add_option("FOLDER", arguments->folder, "The exercise")->required();
  scores->add_option("ATTEMPT", arguments->attempt, "The saved attempt")->required();
  scores->add_flag("--json", arguments->json, "Print one JSON object");
  scores->callback(
      [arguments, &exitCode] { exitCode = score(arguments->folder, arguments->attempt, arguments->json); });
}

}  // namespace app::commands
