#include <memory>
#include <span>

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/text/words.h"
#include "app/work/opened_scan.h"
#include "app/work/scan_beside.h"
#include "app/worksheet/patient_page.h"
#include "app/worksheet/worksheet_pdf.h"
#include "io/files/safe_file.h"
#include "io/reading/report_reader.h"
#include "io/report/scan_digest.h"

namespace app::commands {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::Plan;
using planning::refuse;

struct Arguments {
  std::string plan, out, language = "en";
  NamedScan scan;
  std::vector<std::string> structures;
  bool patient = false;
};

Expected<NamedScan> scanOf(const Plan& plan, const Arguments& arguments) {
  if (!arguments.scan.path.empty()) return arguments.scan;
  ConsoleProgress progress("looking for the scan");
  auto found = scanBeside(arguments.plan, plan.choices.scan, progress);
  if (!found) return tl::unexpected(found.error());
  return NamedScan{*found, arguments.scan.part};
}

/// Numbers of one scan beside the pictures of another would mislead whoever dials them.
Expected<void> mustBeItsScan(const Plan& plan, const planning::Volume& volume, const NamedScan& scan) {
  if (auto its = mustBeTheScanOf(plan, volume.identity, scan); !its) return its;
  if (!plan.choices.scanDigest.empty() && plan.choices.scanDigest != io::report::digestOf(volume))
    return refuse("scan-changed", scan.path.string(), volume.identity.seriesUid);
  return {};
}

Expected<Plan> readPlacedPlan(const Arguments& arguments) {
  auto plan = io::report::readPlan(arguments.plan);
  if (!plan) return plan;
  if (plan->choices.fluoroscopy) return refuse("no-worksheet-of-projections", arguments.plan);
  if (plan->report.seal == planning::Seal::Broken) return refuse("plan-was-edited", arguments.plan);
  if (worksheet::placedNeedles(*plan).empty()) return refuse("no-needle-placed", arguments.plan);
  if (arguments.patient && !worksheet::hasPatientPage(*plan))
    return refuse("no-patient-page", arguments.plan, plan->choices.routeId);
  return plan;
}

/// The file to write must not be one that is read.
Expected<void> isFree(const Arguments& arguments) {
  std::error_code ignored;
  if (fs::equivalent(arguments.plan, arguments.out, ignored)) return refuse("file-exists", arguments.out);
  return {};
}

Expected<void> write(const Arguments& arguments) {
  if (auto open = isFree(arguments); !open) return open;
  auto plan = readPlacedPlan(arguments);
  if (!plan) return tl::unexpected(plan.error());
  const auto scan = scanOf(*plan, arguments);
  if (!scan) return tl::unexpected(scan.error());
  auto opened = openScan(*scan, {arguments.structures.begin(), arguments.structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  if (auto its = mustBeItsScan(*plan, opened->volume, *scan); !its) return its;
  const worksheet::PlannedScan planned{std::move(*plan),
                                       std::make_shared<const planning::Volume>(std::move(opened->volume)),
                                       std::move(opened->structures)};
  speak(QString::fromStdString(arguments.language));
  const auto pages = arguments.patient ? worksheet::Pages::ConsoleAndPatient : worksheet::Pages::Console;
  const QByteArray pdf = worksheet::worksheetPdf(planned, pages);
  speak("en");
  return io::writeSafely(arguments.out,
                         std::as_bytes(std::span(pdf.constData(), static_cast<std::size_t>(pdf.size()))));
}

int run(const Arguments& arguments) {
  const auto written = write(arguments);
  return written ? kDone : printRefusal(written.error());
}

}  // namespace

void addWorksheet(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command =
      program.add_subcommand("worksheet", "Writes the sheet for the console, and the patient's page, as PDF");
  command->add_option("PLAN", arguments->plan, "The plan (DICOM)")->required();
  command->add_option("--out", arguments->out, "The PDF to write")->required();
  command->add_option("--lang", arguments->language, "Language of the PDF: en (default) or fr")
      ->transform(CLI::IsMember({"en", "fr"}, CLI::ignore_case));
  command->add_flag("--patient", arguments->patient, "Add the page that the patient takes home");
  command->add_option(
      "--scan", arguments->scan.path,
      "The plan's CT series; without it, it is looked for in the plan's folder and the folders in that");
  command->add_option("--part", arguments->scan.part, "The part of a series that holds several");
  command->add_option("--structures", arguments->structures, "SEG, RTSTRUCT or label map to draw in the pictures")
      ->allow_extra_args(false);
  command->callback([arguments, &exitCode] { exitCode = run(*arguments); });
}

}  // namespace app::commands
