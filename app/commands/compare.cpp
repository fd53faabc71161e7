#include <algorithm>
#include <filesystem>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/print_control.h"
#include "app/json/control_json.h"
#include "app/json/plan_json.h"
#include "app/work/comparing.h"
#include "app/work/opened_scan.h"
#include "io/reading/ct_reader.h"
#include "io/reading/report_reader.h"
#include "io/report/control_report.h"
#include "planning/review/registration.h"

namespace app::commands {
namespace {

namespace fs = std::filesystem;
using app::review::Compared;
using planning::Expected;
using planning::Plan;
using planning::Point;
using planning::refuse;
using planning::Volume;
using planning::review::Control;

struct Arguments {
  NamedScan control;
  std::string plan, scan, tip, entry, contrast, timePoint, out;
  std::vector<std::string> structures, landmarks;
  bool acceptResidual = false, json = false;
};

/// What the arguments mean, before any file is read.
struct Request {
  std::vector<planning::review::Landmark> landmarks;
  std::vector<planning::review::ShownNeedle> shown;
};

Expected<Request> parse(const Arguments& arguments) {
  Request request;
  for (const auto& text : arguments.landmarks) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) return refuse("bad-argument", "--landmark", text);
    const auto control = parsePoint(text.substr(0, equals), "--landmark");
    const auto plan = parsePoint(text.substr(equals + 1), "--landmark");
    if (!control || !plan) return refuse("bad-argument", "--landmark", text);
    request.landmarks.push_back({*control, *plan});
  }
  if (arguments.tip.empty()) return request;
  const auto tip = parsePoint(arguments.tip, "--tip"), entry = parsePoint(arguments.entry, "--entry");
  if (!tip) return tl::unexpected(tip.error());
  if (!entry || *entry == *tip) return refuse("bad-argument", "--entry", arguments.entry);
  request.shown.push_back({0, *entry, *tip});
  return request;
}

/// The scan that was planned on: the one named, or, where the frames differ, that of the plan in the folder around the
/// control. Absent when it is not there.
Expected<std::optional<Volume>> plannedScan(const Plan& plan, const Volume& control, const Arguments& arguments,
                                            bool needed) {
  const bool sameFrame = control.identity.frameOfReferenceUid == plan.choices.scan.frameOfReferenceUid;
  if (arguments.scan.empty() && (sameFrame || !needed)) return std::nullopt;
  ConsoleProgress progress("loading the planned scan");
  if (!arguments.scan.empty()) {
    const auto series = findScan({arguments.scan, {}});
    if (!series) return tl::unexpected(series.error());
    if (series->identity.seriesUid != plan.choices.scan.seriesUid)
      return refuse("another-series", arguments.scan, plan.choices.scan.seriesUid + " / " + series->identity.seriesUid);
    auto volume = io::readCt(*series, progress);
    if (!volume) return tl::unexpected(volume.error());
    return std::move(*volume);
  }
  const auto found = io::dicom::scan(fs::absolute(arguments.control.path).lexically_normal().parent_path(), progress);
  if (!found) return std::nullopt;
  if (const auto* series = io::dicom::seriesOf(found->series, plan.choices.scan))
    if (auto volume = io::readCt(*series, progress)) return std::move(*volume);
  return std::nullopt;
}

Expected<app::review::PlannedSide> plannedSide(const Plan& plan, const std::optional<Volume>& scan,
                                               const std::vector<std::string>& files) {
  ConsoleProgress progress("reading structures");
  auto structures =
      app::review::plannedStructures(plan, scan ? &*scan : nullptr, {files.begin(), files.end()}, progress);
  if (!structures) return tl::unexpected(structures.error());
  auto missing = app::review::missingStructures(plan, *structures);
  return app::review::PlannedSide{plan, std::move(*structures), std::move(missing)};
}

/// A control that is already there is replaced only by its next version.
Expected<void> takePredecessor(Control& control, const std::string& out) {
  std::error_code ignored;  // writing there says what is wrong with it
  if (!fs::exists(out, ignored)) return {};
  const auto before = io::report::readControl(out);
  if (!before || before->actual.choices.scan.seriesUid != control.actual.choices.scan.seriesUid ||
      before->plan.sopInstanceUid != control.plan.sopInstanceUid)
    return refuse("file-exists", out);
  control.actual.report.sopInstanceUid = before->actual.report.sopInstanceUid;
  control.actual.report.seriesUid = before->actual.report.seriesUid;
  return {};
}

Expected<Compared> comparison(const Plan& plan, const OpenedScan& opened, const Request& request,
                              const Arguments& arguments) {
  const Volume& control = opened.volume;
  if (!ofSamePatient(plan.choices.scan, control.identity))
    return refuse("another-patient", arguments.control.path.string(),
                  bothShown(plan.choices.scan.patient, control.identity.patient));
  const auto planned = plannedScan(plan, control, arguments, request.landmarks.empty());
  if (!planned) return tl::unexpected(planned.error());
  ConsoleProgress progress("comparing");
  planning::ProgressPart registering(progress, 0, 0.7), finding(progress, 0.7, 1);
  auto registration = planning::review::registrationOf({plan.choices.scan, *planned ? &**planned : nullptr, control},
                                                       request.landmarks, registering);
  if (!registration) return tl::unexpected(registration.error());
  registration->accepted = registration->accepted || arguments.acceptResidual;
  const auto side = plannedSide(plan, *planned, arguments.structures);
  if (!side) return tl::unexpected(side.error());
  auto found = planning::review::needlesIn(control, plan, *registration, request.shown, finding);
  if (!found) return tl::unexpected(found.error());
  return app::review::compared(*side, control, opened.skin ? &*opened.skin : nullptr, *registration, std::move(*found),
                               {arguments.timePoint, arguments.contrast});
}

Expected<Compared> run(const Request& request, const Arguments& arguments) {
  const auto plan = io::report::readPlan(arguments.plan);
  if (!plan) return tl::unexpected(plan.error());
  const auto opened = openScan(arguments.control, {});
  if (!opened) return tl::unexpected(opened.error());
  auto result = comparison(*plan, *opened, request, arguments);
  if (!result || arguments.out.empty()) return result;
  if (!result->control.registration.accepted)
    return refuse("residual-not-accepted", {}, std::to_string(rounded(result->control.registration.residualMm)));
  if (auto taken = takePredecessor(result->control, arguments.out); !taken) return tl::unexpected(taken.error());
  auto written = io::report::writeControl(result->control, arguments.out);
  if (!written) return tl::unexpected(written.error());
  result->control = std::move(*written);
  return result;
}

int compare(const Arguments& arguments) {
  const auto request = parse(arguments);
  if (!request) {
    printRefusal(request.error());
    return kWrongUsage;
  }
  const auto result = run(*request, arguments);
  if (!result) return printRefusal(result.error());
  if (arguments.json)
    printJson(app::toJson(*result));
  else
    printControl(result->control);
  return kDone;
}

}  // namespace

void addCompare(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command =
      program.add_subcommand("compare", "Finds the needle in a control CT and measures it against the plan");
  command->add_option("PLAN", arguments->plan, "The plan (DICOM)")->required();
  addScanOptions(*command, arguments->control, "CONTROL", "control CT");
  command->add_option("--structures", arguments->structures, "SEG, RTSTRUCT or label map of the planned scan")
      ->allow_extra_args(false);
  command->add_option("--scan", arguments->scan,
                      "The planned CT, to register on bone when the control lies in another frame of reference; "
                      "if absent it is looked for beside the control");
  auto* tip =
      command->add_option("--tip", arguments->tip, "X,Y,Z of the tip in the control, LPS mm, instead of finding it");
  auto* entry = command->add_option("--entry", arguments->entry, "X,Y,Z of the entry in the control, LPS mm");
  tip->needs(entry);
  entry->needs(tip);
  command
      ->add_option("--landmark", arguments->landmarks,
                   "X,Y,Z=X,Y,Z: a place in the control and the same in the planned scan; two or more register")
      ->allow_extra_args(false);
  command->add_flag("--accept-residual", arguments->acceptResidual,
                    "Your word that the registration's residual is acceptable; needed to write a registered control");
  command->add_option("--contrast-test", arguments->contrast, "Result of the contrast test")
      ->transform(CLI::IsMember({"epidural", "articular", "vascular", "intrathecal"}, CLI::ignore_case));
  command->add_option("--time-point", arguments->timePoint, "Which control this is")->default_val("Control scan 1");
  command->add_option("--out", arguments->out, "The control report to write (DICOM)");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = compare(*arguments); });
}

}  // namespace app::commands
