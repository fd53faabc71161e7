#include <QDate>
#include <iostream>

#include "app/audit/report.h"
#include "app/audit/report_pdf.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/text/words.h"

namespace app::commands {
namespace {

using app::audit::Report;
using planning::review::Grouping;
using planning::review::kGroupings;
using planning::review::kMeasures;
using planning::review::Measure;

struct Arguments {
  std::string folder, csv, pdf, language = "en";
  bool json = false, blind = false;
};

constexpr const char* kJsonHelp = R"(
JSON: needles[] (one a needle, in the order of time: control_uid, file, label, route, level, gauge, operator, month,
verdict, registration_residual_mm and the measures), all, by_route[], by_level[], by_gauge[], by_operator[],
by_month[], charts, outliers[] (needle: index into needles; measure, value, limit), left_out (how many needles, by
why), rejected_files[] (file, reason), blinded. The measures: tip_error_mm, lateral_error_mm, depth_error_mm
(positive: too deep), entry_error_mm, angle_error_deg, least_clearance_mm (of the actual needle; negative: inside),
plan_to_control_min (plan saved to control saved, up to 12 h). A group has for each measure: needles, mean,
standard_deviation, mean_interval_95 (Student's t), least, lower_quartile, median, upper_quartile, largest; and
breaches: count, of (needles whose verdict is known), share, share_interval_95 (Wilson). A chart has centre,
lower_limit, upper_limit (mean -+ 3 mean moving ranges / 1.128), mean_moving_range, moving_range_limit, values[] and
needles[]. null: not known, or too few needles to say. Each planned needle counts once, by its last control; a control
whose registration nobody accepted does not count.

procedures: of plans with a record (`needleplan record`), each once, by its last version: all, by_route[], left_out
(copies, replaced). A group has procedures (how many) and as a rate, as breaches, with too_few (of fewer than 20):
vascular and intrathecal (a pattern at any test, of those with an opacification), complications (of those that name one
or say that there were none), relieved_after, relieved_day4, relieved_day30 (pain down by half or more).)";

std::string name(Grouping grouping, const std::string& group, bool blinded) {
  return audit::groupName(grouping, group, blinded).toStdString();
}

void printMeasures(const planning::review::AuditGroup& group) {
  for (const Measure measure : kMeasures) {
    const auto& summary = group.summary(measure);
    if (!summary) continue;
    std::cout << "    " << audit::measureName(measure).toStdString() << ": mean "
              << audit::measured(measure, summary->mean).toStdString();
    if (summary->meanInterval)
      std::cout << " (95 % " << audit::measured(measure, summary->meanInterval->low).toStdString() << " to "
                << audit::measured(measure, summary->meanInterval->high).toStdString() << ")";
    std::cout << ", median " << audit::measured(measure, summary->median).toStdString() << ", largest "
              << audit::measured(measure, summary->largest).toStdString() << ", n = " << summary->count << "\n";
  }
  std::cout << "    Needles with a breach: " << audit::shareText(group.breaches).toStdString() << "\n";
}

/// Only what somebody recorded; few procedures are said to be few.
void printProcedures(const std::string& title, const planning::review::ProcedureGroup& group) {
  std::cout << title << ", " << group.procedures << " procedures recorded\n";
  for (const auto& [key, rate] : planning::review::ratesOf(group)) {
    if (!rate) continue;
    std::cout << "    " << key << ": " << audit::shareText(rate).toStdString() << ", " << rate->count << " of "
              << rate->of << (rate->of < planning::review::kLeastForRate ? ", too few to compare" : "") << "\n";
  }
}

void print(const Report& report) {
  std::cout << report.audit.needles.size() << " needles\n";
  for (const QString& line : audit::leftOut(report)) std::cout << "  left out: " << line.toStdString() << "\n";
  for (const auto& one : report.refused)
    std::cout << "  rejected  " << one.file.string() << ": " << one.reason.code << "\n";
  printMeasures(report.audit.all);
  for (const Grouping grouping : kGroupings) {
    std::cout << audit::groupingTitle(grouping).toStdString() << "\n";
    for (const auto& group : report.audit.groups.at(grouping)) {
      std::cout << "  " << name(grouping, group.name, report.blinded) << ", " << group.needles << " needles\n";
      printMeasures(group);
    }
  }
  if (report.procedures.all.procedures > 0) {
    printProcedures("All", report.procedures.all);
    for (const auto& group : report.procedures.byRoute)
      printProcedures(name(Grouping::Route, group.routeId, report.blinded), group);
  }
  for (const auto& outlier : report.audit.outliers)
    std::cout << "outside the limits: " << audit::measureName(outlier.measure).toStdString() << " "
              << audit::measured(outlier.measure, outlier.value).toStdString() << ", limit "
              << audit::measured(outlier.measure, outlier.limit).toStdString() << "  "
              << report.files[outlier.needle].string() << "\n";
}

int run(const Arguments& wanted) {
  ConsoleProgress progress("reading");
  const auto source = audit::sourceOf(wanted.folder, progress);
  if (!source) return printRefusal(source.error());
  const Report report = audit::reportOf(*source, wanted.blind);
  if (!wanted.csv.empty()) {
    const auto written = audit::save(audit::toCsv(report), wanted.csv);
    if (!written) return printRefusal(written.error());
  }
  if (!wanted.pdf.empty()) {
    speak(QString::fromStdString(wanted.language));
    const auto written = audit::writePdf(report, QDate::currentDate().toString(Qt::ISODate), wanted.pdf);
    speak("en");
    if (!written) return printRefusal(written.error());
  }
  if (wanted.json)
    printJson(audit::toJson(report));
  else
    print(report);
  return kDone;
}

}  // namespace

void addAudit(CLI::App& program, int& exitCode) {
  auto wanted = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("audit", "Says how near needles came, over a folder of controls");
  command->add_option("FOLDER", wanted->folder, "Folder with plans and controls (DICOM), at any depth")->required();
  command->add_flag("--json", wanted->json, "Print one JSON object");
  command->add_option("--csv", wanted->csv, "Write one line a needle, with the measures of the JSON");
  command->add_option("--pdf", wanted->pdf, "Write the figures, distributions and control charts");
  command->add_flag("--blind", wanted->blind, "Operator A, B, ... for names; no files, UIDs or days");
  command->add_option("--lang", wanted->language, "Language of the PDF: en (default) or fr")
      ->transform(CLI::IsMember({"en", "fr"}, CLI::ignore_case));
  command->footer(kJsonHelp);
  command->callback([wanted, &exitCode] { exitCode = run(*wanted); });
}

}  // namespace app::commands
