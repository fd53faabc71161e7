#include "app/audit/report.h"

#include <span>

#include "app/archive/record.h"
#include "app/work/copy_names.h"
#include "io/dicom/file_list.h"
#include "io/files/safe_file.h"

namespace app::audit {

planning::Expected<Source> sourceOf(const std::filesystem::path& folder, planning::Progress& progress) {
  Source source;
  source.words = QString::fromStdString(folder.string());
  auto list = io::dicom::listFiles(folder);
  if (!list && list.error().code == "empty-folder") return source;
  if (!list) return tl::unexpected(list.error());
  std::erase_if(list->files, isCopyOfPlan);
  for (const auto& rejected : list->rejected) source.refused.push_back({rejected.file, rejected.reason});
  std::map<std::string, std::string> savedPlans;
  for (std::size_t i = 0; i < list->files.size(); ++i) {
    if (progress.stopRequested()) return planning::refuse("cancelled");
    auto record = archive::readRecord(list->files[i]);
    if (record.kind == archive::Kind::Refused) source.refused.push_back({record.file, record.refusal});
    if (record.kind != archive::Kind::Refused) source.files.emplace(record.uid, record.file);
    if (record.kind == archive::Kind::Plan) savedPlans[record.uid] = record.saved;
    if (record.procedure) source.procedures.push_back(std::move(*record.procedure));
    for (auto& needle : record.needles) source.needles.push_back(std::move(needle));
    progress.advance(static_cast<double>(i + 1) / static_cast<double>(list->files.size()));
  }
  planning::review::timeFromPlans(source.needles, savedPlans);
  return source;
}

planning::Expected<void> save(const QByteArray& bytes, const std::filesystem::path& file) {
  return io::writeSafely(file, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

Report reportOf(const Source& source, bool blinded) {
  Report report;
  report.words = source.words;
  report.blinded = blinded;
  report.refused = source.refused;
  report.counts = planning::review::selectForAudit(source.needles);
  for (const auto& needle : report.counts.needles) {
    const auto file = source.files.find(needle.controlUid);
    report.files.push_back(blinded || file == source.files.end() ? std::filesystem::path() : file->second);
  }
  auto needles = report.counts.needles;
  if (blinded) planning::review::blind(needles);
  report.procedures = planning::review::auditOf(source.procedures);
  report.audit = planning::review::auditOf(std::move(needles));
  return report;
}

}  // namespace app::audit
