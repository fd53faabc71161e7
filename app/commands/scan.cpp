#include "io/reading/scan.h"

#include <QJsonArray>
#include <iostream>
#include <string>

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"

namespace app::commands {
namespace {

using io::dicom::ScanResult;
using io::dicom::SeriesInfo;

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QJsonObject seriesJson(const SeriesInfo& series) {
  QJsonArray dimensions, spacing, leftOut;
  for (const auto& file : series.leftOutFiles) leftOut.append(text(file.string()));
  for (const int size : series.dimensions) dimensions.append(size);
  for (const double mm : series.spacingMm) spacing.append(rounded(mm));
  return {{"series_uid", text(series.identity.seriesUid)},
          {"study_uid", text(series.identity.study.uid)},
          {"patient_id", text(series.identity.patient.id)},
          {"modality", text(series.identity.modality)},
          {"description", text(series.identity.description)},
          {"part", series.part.empty() ? QJsonValue() : text(series.part)},
          {"instances", static_cast<int>(series.identity.instances.size())},
          {"dimensions", dimensions},
          {"spacing_mm", spacing},
          {"loadable", series.loadable},
          {"reason", series.refusal ? QJsonValue(sentence(*series.refusal)) : QJsonValue()},
          {"left_out_files", leftOut},
          {"findings", toJson(series.findings)}};
}

QJsonObject scanJson(const ScanResult& result) {
  QJsonArray series, rejected;
  for (const auto& one : result.series) series.append(seriesJson(one));
  for (const auto& one : result.rejectedFiles)
    rejected.append(QJsonObject{{"file", text(one.file.string())}, {"reason", sentence(one.reason)}});
  return {{"series", series}, {"rejected_files", rejected}};
}

void printSeries(const SeriesInfo& series) {
  const auto instances = series.identity.instances.size();
  std::cout << series.identity.modality << "  " << series.identity.seriesUid << "  " << series.identity.description
            << (series.part.empty() ? "" : "\n    part \"" + series.part + "\"") << "\n    " << instances
            << (instances == 1 ? " instance" : " instances");
  const char* separator = ", ";
  for (const int size : series.dimensions) std::cout << separator << size, separator = " x ";
  separator = ", ";
  for (const double mm : series.spacingMm) std::cout << separator << rounded(mm), separator = " x ";
  std::cout << (series.spacingMm.empty() ? "" : " mm") << (series.loadable ? "" : ", not loadable") << "\n";
  if (series.refusal) std::cout << "    x " << sentence(*series.refusal).toStdString() << "\n";
  for (const auto& finding : series.findings) std::cout << "    ! " << englishSentence(finding) << "\n";
}

int scan(const std::string& path, bool json) {
  ConsoleProgress progress("scanning");
  const auto result = io::dicom::scan(path, progress);
  if (!result) return printRefusal(result.error());
  if (json) {
    printJson(scanJson(*result));
    return kDone;
  }
  for (const auto& series : result->series) printSeries(series);
  for (const auto& one : result->rejectedFiles)
    std::cout << "rejected  " << one.file.string() << ": " << sentence(one.reason).toStdString() << "\n";
  return kDone;
}

}  // namespace

void addScan(CLI::App& program, int& exitCode) {
  struct Arguments {
    std::string path;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("scan", "Lists every series under a folder, DICOMDIR or file, with findings");
  command->add_option("PATH", arguments->path, "Folder (at any depth), DICOMDIR or file")->required();
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = scan(arguments->path, arguments->json); });
}

}  // namespace app::commands
