#include <QDate>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>

#include "app/commands/arguments.h"
#include "app/commands/attested_arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/needle_arguments.h"
#include "app/commands/print_plan.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"
#include "app/work/opened_scan.h"
#include "app/work/spine_at.h"
#include "app/worksheet/plan_copies.h"
#include "io/files/uid.h"
#include "io/reading/needle_file_reader.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "io/report/scan_digest.h"
#include "planning/anatomy/levels.h"
#include "planning/plan/assess.h"
#include "planning/plan/completion.h"
#include "planning/plan/plan.h"
#include "planning/plan/preparation.h"
#include "planning/plan/site_check.h"
#include "planning/procedure/said.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::Plan;
using planning::refuse;

struct Arguments {
  NamedScan scan;
  std::string target, entry, needle, needleFrom, needleSeenBy, route, level, side, guidance, operatorName, siteCheck,
      out;
  std::vector<std::string> structures, margins, checks, added, confirmed;
  AttestedArguments attested;
  bool complete = false, draft = false, json = false;
};

std::string today() {
  return QDate::currentDate().toString(Qt::ISODate).toStdString();
}

/// What the arguments mean, before any file is read.
struct Request {
  planning::PlanChoices choices;
  std::vector<AddedNeedle> added;           ///< behind the needle of the choices
  std::map<std::string, double> marginsMm;  ///< by structure name
};

/// A place that is not given comes from --needle-from.
Expected<void> parsePlaceInto(std::optional<planning::Point>& place, const std::string& text, const char* option,
                              const Arguments& arguments) {
  if (text.empty() && !arguments.needleFrom.empty()) return {};
  if (text.empty()) return refuse("needle-places-needed");
  auto given = parsePoint(text, option);
  if (!given) return tl::unexpected(given.error());
  place = *given;
  return {};
}

Expected<void> parseNeedleInto(planning::NeedleChoice& planned, const Arguments& arguments) {
  planned.label = "Needle 1";
  planned.trackingUid = io::newUid();
  if (auto read = parsePlaceInto(planned.target, arguments.target, "--target", arguments); !read) return read;
  if (auto read = parsePlaceInto(planned.entry, arguments.entry, "--entry", arguments); !read) return read;
  if (arguments.needle.empty()) return {};
  auto needle = planning::needle::parseNeedle(arguments.needle);
  if (!needle) return tl::unexpected(needle.error());
  planned.needle = *needle;
  return {};
}

Expected<std::pair<std::string, double>> parseMargin(const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos || equals == 0) return refuse("bad-argument", "--margin", text);
  const auto mm = parseNumber(text.substr(equals + 1), "--margin");
  if (!mm || *mm < 0) return refuse("bad-argument", "--margin", text);
  return std::pair(text.substr(0, equals), *mm);
}

Expected<void> parseRoute(planning::PlanChoices& choices, const Arguments& arguments) {
  choices.routeId = arguments.route;
  choices.level = arguments.level;
  if (!arguments.side.empty()) choices.side = planning::anatomy::sideFromWord(arguments.side);
  if (!arguments.guidance.empty()) choices.guidance = arguments.guidance == "ct" ? "CT" : arguments.guidance;
  if (arguments.route.empty()) return {};
  if (planning::procedure::routesInUse().find(arguments.route) == nullptr)
    return refuse("unknown-route", "--route", arguments.route);
  return {};
}

Expected<Request> parse(const Arguments& arguments) {
  Request request;
  auto& choices = request.choices;
  if (auto read = parseNeedleInto(choices.needles.emplace_back(), arguments); !read)
    return tl::unexpected(read.error());
  if (auto read = parseRoute(choices, arguments); !read) return tl::unexpected(read.error());
  if (auto read = parseAttested(choices, arguments.attested, today()); !read) return tl::unexpected(read.error());
  choices.operatorName = arguments.operatorName;
  choices.nearAccepted = arguments.complete;  // completing a plan under one's name is the operator's word
  for (const auto& text : arguments.checks) {
    auto answer = parseCheck(text);
    if (!answer) return tl::unexpected(answer.error());
    choices.checks.push_back(std::move(*answer));
  }
  for (const auto& text : arguments.added) {
    auto needle = parseAddedNeedle(text);
    if (!needle) return tl::unexpected(needle.error());
    request.added.push_back(std::move(*needle));
  }
  for (const auto& text : arguments.confirmed) {
    const auto equals = text.rfind('=');  // a name may hold one, a person's does not
    if (equals == std::string::npos || equals == 0 || !planning::isSaid(text.substr(equals + 1)))
      return refuse("bad-argument", "--confirmed", text);
    choices.structuresSeen.push_back({text.substr(0, equals), text.substr(equals + 1), "images", today()});
  }
  for (const auto& text : arguments.margins) {
    auto margin = parseMargin(text);
    if (!margin) return tl::unexpected(margin.error());
    request.marginsMm.insert_or_assign(margin->first, margin->second);
  }
  return request;
}

/// What tells a structure from another of its name: "SEG 2.25.7#3".
std::string originOf(const planning::anatomy::Structure& structure) {
  return structure.source.text() + (structure.sourceNumber ? "#" + std::to_string(*structure.sourceNumber) : "");
}

/// The one structure of that name, or that origin. Errors: "unknown-structure", "ambiguous-structure" with the origins.
Expected<planning::anatomy::Structure*> structureNamed(OpenedScan& opened, const std::string& name,
                                                       const char* option) {
  std::vector<planning::anatomy::Structure*> found;
  for (auto& measured : opened.structures)
    if (measured.structure.name == name || originOf(measured.structure) == name) found.push_back(&measured.structure);
  if (found.empty()) return refuse("unknown-structure", option, name);
  if (found.size() == 1) return found.front();
  std::string origins;
  for (const auto* one : found) origins += (origins.empty() ? "" : "\n") + originOf(*one);
  return refuse("ambiguous-structure", name, origins);
}

Expected<void> setMargins(OpenedScan& opened, const std::map<std::string, double>& marginsMm) {
  for (const auto& [name, mm] : marginsMm) {
    const auto structure = structureNamed(opened, name, "--margin");
    if (!structure) return tl::unexpected(structure.error());
    (*structure)->marginMm = mm;
  }
  return {};
}

/// What a person confirmed by name counts as confirmed.
Expected<void> confirm(OpenedScan& opened, std::vector<planning::SeenBySight>& seen) {
  for (auto& one : seen) {
    const auto structure = structureNamed(opened, one.what, "--confirmed");
    if (!structure) return tl::unexpected(structure.error());
    (*structure)->confirmed = true;
    one.what = (*structure)->name;
  }
  return {};
}

/// What --needle-from gives, where --target and --entry do not.
Expected<void> importNeedle(planning::NeedleChoice& needle, const planning::SeriesIdentity& scan,
                            const Arguments& arguments) {
  if (arguments.needleFrom.empty()) return {};
  const auto found = io::exchange::readNeedles(arguments.needleFrom);
  if (!found) return tl::unexpected(found.error());
  auto places = io::exchange::importedFor(*found, scan, arguments.needleFrom);
  if (!places) return tl::unexpected(places.error());
  if (!needle.target) needle.target = places->target;
  if (!needle.entry) needle.entry = places->entry;
  if (!needle.entry) return refuse("entry-needed", arguments.needleFrom);
  places->seenBy = arguments.needleSeenBy;
  if (!places->seenBy.empty()) places->seenAt = today();
  needle.imported = std::move(*places);
  return {};
}

/// A needle stays the same over versions: by its label, the first one whatever its label was.
void takeNeedlesUids(std::vector<planning::NeedleChoice>& needles, const std::vector<planning::NeedleChoice>& before) {
  if (!before.empty()) needles.front().trackingUid = before.front().trackingUid;
  for (std::size_t n = 1; n < needles.size(); ++n)
    for (std::size_t old = 1; old < before.size(); ++old)
      if (before[old].label == needles[n].label) needles[n].trackingUid = before[old].trackingUid;
}

/// A file already there is replaced only by the next version of the same plan, and not once it was carried out.
Expected<void> takePredecessor(Plan& plan, const std::string& out) {
  std::error_code ignored;  // writing there says what is wrong with it
  if (!std::filesystem::exists(out, ignored)) return {};
  const auto before = io::report::readPlan(out);
  if (!before || before->choices.record || before->choices.scan.seriesUid != plan.choices.scan.seriesUid ||
      !ofSamePatient(before->choices.scan, plan.choices.scan))
    return refuse("file-exists", out);
  plan.report.sopInstanceUid = before->report.sopInstanceUid;
  plan.report.seriesUid = before->report.seriesUid;
  plan.report.seriesDate = before->report.seriesDate;
  plan.report.seriesTime = before->report.seriesTime;
  plan.report.version = before->report.version;
  takeNeedlesUids(plan.choices.needles, before->choices.needles);
  return {};
}

/// Places no plan can be made of, which the window would show as findings while the operator is still at work.
Expected<void> refuseImpossible(const Plan& plan) {
  for (const auto& finding : plan.assessment.findings)
    for (const char* code : {"target-outside-scan", "entry-outside-scan", "entry-equals-target"})
      if (finding.code == code) return refuse("impossible-needle", {}, englishSentence(finding));
  return {};
}

/// What was clicked is known to half a voxel's diagonal.
void addClicked(OpenedScan& opened, const std::vector<planning::anatomy::Structure>& clicked) {
  for (auto structure : clicked) {
    std::get<planning::anatomy::Tube>(structure.shape).radiusUncertaintyMm =
        opened.volume.hu->GetSpacing().GetNorm() / 2;
    opened.structures.push_back(planning::anatomy::measure(std::move(structure)));
  }
}

/// From one click the whole spine; where none is found, or from several, the vertebrae as they were clicked.
void countVertebrae(planning::PlanChoices& choices, const OpenedScan& opened) {
  const auto clicks = std::exchange(choices.levels, {});
  planning::anatomy::CountedSpine counted;
  if (clicks.size() == 1) {
    const auto& click = clicks.front();
    ConsoleProgress progress("counting the vertebrae");
    auto spine = findSpineAt(opened.volume, loadedBones(opened.structures), click.middle, progress);
    if (spine)
      counted = planning::anatomy::countLevels(std::make_shared<const planning::anatomy::Spine>(std::move(*spine)),
                                               click.middle, click.name);
  }
  if (counted.levels.empty())
    for (const auto& click : clicks)
      counted = planning::anatomy::withClicked(std::move(counted), click.middle, click.name);
  choices.levels = std::move(counted.levels);
}

/// A plan, and what it was made on.
struct Made {
  Plan plan;
  OpenedScan opened;
};

Expected<Made> makePlan(Request request, const Arguments& arguments) {
  auto opened = openScan(arguments.scan, {arguments.structures.begin(), arguments.structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  addClicked(*opened, request.choices.tracedStructures);
  if (auto set = setMargins(*opened, request.marginsMm); !set) return tl::unexpected(set.error());
  if (auto seen = confirm(*opened, request.choices.structuresSeen); !seen) return tl::unexpected(seen.error());
  if (auto taken = importNeedle(request.choices.needles.front(), opened->volume.identity, arguments); !taken)
    return tl::unexpected(taken.error());
  const auto& routes = planning::procedure::routesInUse();
  countVertebrae(request.choices, *opened);
  for (const auto& one : request.added)
    if (auto added = addTo(request.choices, one, opened->scene().skin, routes, today()); !added)
      return tl::unexpected(added.error());
  followRoute(request.choices, opened->structures, overruledBy(request.choices), routes);
  auto choices =
      prepared(std::move(request.choices), opened->volume.identity, opened->structureEvidence, opened->structures);
  if (!arguments.siteCheck.empty()) choices.siteCheck = planning::siteCheckOf(choices, arguments.siteCheck, today());
  choices.scanDigest = io::report::digestOf(opened->volume);
  planning::Scene scene = opened->scene();
  scene.date = today();
  Plan plan{std::move(choices), {}, {}};
  plan.assessment = planning::assess(plan.choices, scene, routes);
  for (auto& finding : plan.assessment.findings) finding.text = englishSentence(finding);
  if (auto possible = refuseImpossible(plan); !possible) return tl::unexpected(possible.error());
  if (auto taken = takePredecessor(plan, arguments.out); !taken) return tl::unexpected(taken.error());
  return Made{std::move(plan), std::move(*opened)};
}

/// Completes a plan that may be. False where it may not, and no draft of it was asked for; the reasons are printed.
bool complete(Plan& plan, const Arguments& arguments) {
  if (!arguments.complete) return true;
  const auto completion = planning::mayComplete(plan);
  plan.report.complete = completion.may;
  if (!completion.may) printReasons(plan, completion);
  return completion.may || arguments.draft;
}

/// So that any viewer shows a completed plan, and none an older version of a draft.
Expected<void> copy(const Plan& written, OpenedScan& opened, const std::string& out) {
  if (!written.report.complete) return worksheet::removeCopies(out, written.report.predecessorUid);
  const worksheet::PlannedScan planned{written, std::make_shared<const planning::Volume>(std::move(opened.volume)),
                                       std::move(opened.structures)};
  return worksheet::writeCopies(planned, out);
}

int plan(const Arguments& arguments) {
  auto request = parse(arguments);
  if (!request) {
    printRefusal(request.error());
    return kWrongUsage;
  }
  auto made = makePlan(std::move(*request), arguments);
  if (!made) return printRefusal(made.error());
  if (!complete(made->plan, arguments)) return kRefused;
  const auto written = io::report::writePlan(made->plan, arguments.out);
  if (!written) return printRefusal(written.error());
  if (arguments.json)
    printJson(toJson(*written));
  else
    printPlan(*written);
  const auto copied = copy(*written, made->opened, arguments.out);
  return copied ? kDone : printRefusal(copied.error());
}

}  // namespace

void addPlan(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("plan", "Plans a needle, or several, on a CT series and writes the report");
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  command->add_option("--target", arguments->target, "X,Y,Z of the target, LPS mm");
  command->add_option("--entry", arguments->entry, "X,Y,Z of the entry, LPS mm");
  auto* from = command->add_option("--needle-from", arguments->needleFrom,
                                   "Takes what --target and --entry do not give from a line or point of Slicer markups "
                                   "(.mrk.json) or from an SR; not ready until somebody has seen it on the scan");
  command
      ->add_option("--needle-seen-by", arguments->needleSeenBy,
                   "NAME: who has seen the needle of --needle-from on the scan, and that it is the one meant")
      ->needs(from);
  command->add_option("--needle", arguments->needle,
                      "Gauge and length in mm, as 22Gx90; the route's usual one if absent");
  command->add_option("--add-needle", arguments->added, kAddedNeedleHelp)->allow_extra_args(false);
  command->add_option("--route", arguments->route, "Route, as lumbar-foraminal");
  command->add_option("--level", arguments->level, "Vertebral level as you counted it, as L5");
  command->add_option("--side", arguments->side, "Side of the procedure")
      ->transform(CLI::IsMember({"left", "right", "none"}, CLI::ignore_case));
  command->add_option("--guidance", arguments->guidance, "Imaging guidance of the procedure")
      ->transform(CLI::IsMember({"ct", "fluoroscopy"}, CLI::ignore_case));
  command
      ->add_option("--confirmed", arguments->confirmed,
                   "STRUCTURE=NAME: who has seen on the scan that this structure is there; may be given for several")
      ->allow_extra_args(false);
  command
      ->add_option("--structures", arguments->structures,
                   "SEG, RTSTRUCT, label map, or a saved plan whose traced tubes are taken")
      ->allow_extra_args(false);
  command
      ->add_option("--margin", arguments->margins,
                   "NAME=MM: another margin for a structure; where several have that name, ORIGIN=MM as the refusal "
                   "lists them")
      ->allow_extra_args(false);
  command->add_option("--operator", arguments->operatorName, "Who plans");
  command->add_option("--check", arguments->checks, "ID=ANSWER[;DATE[;BY[;TEXT]]]: a check before the needle")
      ->allow_extra_args(false);
  addAttested(*command, arguments->attested);
  command->add_option("--site-check", arguments->siteCheck,
                      "NAME: who has checked patient, side, level, entry and target on one picture");
  auto* complete = command->add_flag("--complete", arguments->complete,
                                     "Complete the report under the operator's name; a near verdict is then accepted. "
                                     "Refused with the reasons for a plan that is not ready or not site-checked");
  complete->needs("--operator");
  command->add_flag("--draft", arguments->draft, "Keep what may not be completed as a draft")->needs(complete);
  command->add_option("--out", arguments->out, "The report to write (DICOM)")->required();
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = plan(*arguments); });
}

}  // namespace app::commands
