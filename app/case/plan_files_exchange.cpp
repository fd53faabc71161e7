#include <span>
#include <utility>

#include "app/case/plan_files.h"
#include "app/case/shown_scan.h"
#include "app/json/plan_csv.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "io/exchange/markups_writer.h"
#include "io/exchange/surface_file.h"
#include "io/files/safe_file.h"
#include "io/reading/needle_file_reader.h"

// The part of PlanFiles that other programs' files are for.

namespace app {
namespace {

using io::exchange::ForeignNeedles;

/// What the file's ending asks for. Errors: "unknown-export-format".
planning::Expected<std::string> exported(const PlanDocument& document, const QString& file) {
  if (file.endsWith(".csv", Qt::CaseInsensitive)) return toCsv(document.plan()).toStdString();
  if (file.endsWith(".obj", Qt::CaseInsensitive) || file.endsWith(".stl", Qt::CaseInsensitive))
    return io::exchange::toSurfaces(file.toStdU16String(), document.plan(), document.structures());
  if (file.endsWith(".json", Qt::CaseInsensitive)) return io::exchange::toMarkups(document.plan());
  return planning::refuse("unknown-export-format");
}

}  // namespace

bool PlanFiles::exportPlan(const QString& file) {
  if (const auto why = whyNotSaved(file, false)) return Q_EMIT reporter_.refused(*why), false;
  const auto bytes = exported(document_, file);
  if (!bytes) return Q_EMIT reporter_.refused({bytes.error().code, file.toStdString(), bytes.error().detail}), false;
  const auto written = io::writeSafely(file.toStdU16String(), std::as_bytes(std::span(*bytes)));
  if (!written) return Q_EMIT reporter_.refused(written.error()), false;
  Q_EMIT reporter_.message(tr("Plan exported: %1").arg(file));
  return true;
}

void PlanFiles::openNeedle(const QString& file) {
  if (!shown_.volume() || shown_.isLoading())
    return void(Q_EMIT reporter_.refused({"no-scan", file.toStdString(), {}}));
  const std::filesystem::path path = file.toStdU16String();
  background_.run<ForeignNeedles>(
      Background::Kind::Report, tr("Reading the file"),
      [path](planning::Progress&) { return io::exchange::readNeedles(path); },
      [this, path, scan = shown_.volume()](planning::Expected<ForeignNeedles> found) {
        if (shown_.volume() == scan && document_.isOpen()) takeNeedle(path, std::move(found));
      });
}

void PlanFiles::takeNeedle(const std::filesystem::path& file, planning::Expected<ForeignNeedles> found) {
  if (!found) return void(Q_EMIT reporter_.refused(found.error()));
  const auto places = io::exchange::importedFor(*found, shown_.volume()->identity, file);
  if (!places) return void(Q_EMIT reporter_.refused(places.error()));
  document_.editGeometry(tr("Needle from file"), [places = *places](PlanDraft& draft) {
    auto& needle = draft.choices.needles[static_cast<std::size_t>(draft.currentNeedle)];
    needle.target = places.target;
    if (places.entry) needle.entry = places.entry;
    needle.imported = places;
  });
  if (places->target) shown_.setCrosshair(*places->target);
  Q_EMIT reporter_.message(
      tr("Needle opened, not verified until you have seen it: %1").arg(QString::fromStdU16String(file.u16string())));
}

}  // namespace app
