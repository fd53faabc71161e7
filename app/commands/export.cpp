#include <QJsonArray>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>
#include <span>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_csv.h"
#include "app/work/opened_scan.h"
#include "io/exchange/markups_writer.h"
#include "io/exchange/surface_file.h"
#include "io/files/safe_file.h"
#include "io/reading/report_reader.h"
#include "planning/plan/taken_choices.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::Plan;
using planning::refuse;

struct Arguments {
  std::string plan, markups, surfaces, csv;
  NamedScan scan;
  std::vector<std::string> structures;
  bool json = false;
};

struct Output {
  std::string file;
  std::string bytes;
};

/// Errors: "structures-missing" with the names of those that the plan was measured against and nobody gave.
Expected<void> mustHoldAll(const Plan& plan, const std::vector<planning::anatomy::MeasuredStructure>& structures) {
  std::set<std::string> missing;
  for (const auto& needle : plan.assessment.needles)
    for (const auto& row : needle.clearances) {
      const auto isIt = [&](const auto& measured) { return measured.structure.name == row.structure; };
      if (planning::needle::isStructure(row.source) && std::none_of(structures.begin(), structures.end(), isIt))
        missing.insert(row.structure);
    }
  if (missing.empty()) return {};
  std::string names;
  for (const auto& name : missing) names += (names.empty() ? "" : "\n") + name;
  return refuse("structures-missing", {}, names);
}

Expected<std::string> surfaces(const Plan& plan, const Arguments& wanted) {
  if (plan.choices.fluoroscopy) return refuse("plan-not-in-patient", wanted.plan);
  auto opened = openScan(wanted.scan, {wanted.structures.begin(), wanted.structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  if (auto same = mustBeTheScanOf(plan, opened->volume.identity, wanted.scan); !same)
    return tl::unexpected(same.error());
  takeChoices(opened->structures, plan, planning::procedure::routesInUse());
  if (auto all = mustHoldAll(plan, opened->structures); !all) return tl::unexpected(all.error());
  return io::exchange::toSurfaces(wanted.surfaces, plan, opened->structures);
}

/// All that was asked for, before any of it is written.
Expected<std::vector<Output>> outputsOf(const Plan& plan, const Arguments& wanted) {
  std::vector<Output> outputs;
  const auto add = [&](const std::string& file, Expected<std::string> bytes) -> Expected<void> {
    if (!bytes) return refuse(bytes.error().code, wanted.plan, bytes.error().detail);
    outputs.push_back({file, std::move(*bytes)});
    return {};
  };
  Expected<void> added;
  if (!wanted.markups.empty()) added = add(wanted.markups, io::exchange::toMarkups(plan));
  if (added && !wanted.csv.empty()) added = add(wanted.csv, toCsv(plan).toStdString());
  if (added && !wanted.surfaces.empty()) {
    auto bytes = surfaces(plan, wanted);
    if (!bytes) return tl::unexpected(bytes.error());
    added = add(wanted.surfaces, std::move(bytes));
  }
  if (!added) return tl::unexpected(added.error());
  return outputs;
}

/// Nothing that was read is written over, nor one output over another.
Expected<void> mustBeFree(const std::vector<Output>& outputs, const Arguments& wanted) {
  namespace fs = std::filesystem;
  std::vector<std::string> taken{wanted.plan, wanted.scan.path.string()};
  taken.insert(taken.end(), wanted.structures.begin(), wanted.structures.end());
  std::erase(taken, std::string());
  for (const auto& output : outputs) {
    const bool isTaken = std::any_of(taken.begin(), taken.end(), [&](const std::string& other) {
      std::error_code ignored;
      return fs::equivalent(output.file, other, ignored) ||
             fs::absolute(output.file).lexically_normal() == fs::absolute(other).lexically_normal();
    });
    if (isTaken) return refuse("file-exists", output.file);
    taken.push_back(output.file);
  }
  return {};
}

int run(const Arguments& wanted) {
  if (wanted.markups.empty() && wanted.surfaces.empty() && wanted.csv.empty()) {
    printRefusal({"nothing-to-export", {}, {}});
    return kWrongUsage;
  }
  const auto plan = io::report::readPlan(wanted.plan);
  if (!plan) return printRefusal(plan.error());
  const auto outputs = outputsOf(*plan, wanted);
  if (!outputs) return printRefusal(outputs.error());
  if (const auto free = mustBeFree(*outputs, wanted); !free) return printRefusal(free.error());
  QJsonArray written;
  for (const auto& output : *outputs) {
    const auto saved = io::writeSafely(output.file, std::as_bytes(std::span(output.bytes)));
    if (!saved) return printRefusal(saved.error());
    written.append(QString::fromStdString(output.file));
    if (!wanted.json) std::cout << "written: " << output.file << "\n";
  }
  if (wanted.json) printJson({{"written", written}});
  return kDone;
}

}  // namespace

void addExport(CLI::App& program, int& exitCode) {
  auto wanted = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("export", "Writes a plan for other tools: Slicer markups, surfaces, CSV");
  command->add_option("PLAN", wanted->plan, "The report (DICOM)")->required();
  command->add_option("--markups", wanted->markups, "FILE.mrk.json: the needles as lines and points of Slicer, LPS mm");
  command->add_option("--csv", wanted->csv, "FILE.csv: the numbers of show --json, units in the header");
  auto* surfaces = command->add_option(
      "--surfaces", wanted->surfaces, "FILE.obj or FILE.stl: needles, structures and traced tubes as surfaces, LPS mm");
  auto* scan = command->add_option_function<std::string>(
      "--scan", [wanted](const std::string& text) { wanted->scan.path = text; },
      "Folder of the plan's series, or one of its files");
  surfaces->needs(scan);
  command->add_option("--part", wanted->scan.part, "Which part of a series that holds several, as scan names it")
      ->needs(scan);
  command->add_option("--structures", wanted->structures, "SEG, RTSTRUCT or label map that the plan was made with")
      ->allow_extra_args(false)
      ->needs(scan);
  command->add_flag("--json", wanted->json, "Print one JSON object");
  command->callback([wanted, &exitCode] { exitCode = run(*wanted); });
}

}  // namespace app::commands
