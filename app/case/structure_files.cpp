#include "app/case/structure_files.h"

#include <algorithm>
#include <utility>

#include "app/case/given_place.h"
#include "app/case/shown_scan.h"
#include "app/case/structure_sources.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "io/reading/structure_reader.h"

namespace app {
namespace {

using planning::Expected;
using planning::Progress;
using planning::anatomy::MeasuredStructure;

struct LoadedStructures {
  io::StructureSet set;  ///< its structures have moved into `measured`
  std::vector<MeasuredStructure> measured;
};

Expected<LoadedStructures> readAndMeasure(const std::filesystem::path& file, const planning::Volume& scan,
                                          Progress& progress) {
  planning::ProgressPart reading(progress, 0, 0.5);
  auto set = io::readStructures(file, scan, reading);
  if (!set) return tl::unexpected(set.error());
  LoadedStructures loaded{std::move(*set), {}};
  const double count = static_cast<double>(loaded.set.structures.size());
  for (auto& structure : loaded.set.structures) {
    if (progress.stopRequested()) return planning::refuse("cancelled");
    loaded.measured.push_back(planning::anatomy::measure(std::move(structure)));
    progress.advance(0.5 + 0.5 * static_cast<double>(loaded.measured.size()) / count);
  }
  return loaded;
}

}  // namespace

StructureFiles::StructureFiles(ShownScan& shown, PlanDocument& document, StructureSources& sources,
                               Background& background, Reporter& reporter)
    : shown_(shown), document_(document), sources_(sources), background_(background), reporter_(reporter) {}

void StructureFiles::load(const QString& file) {
  if (!shown_.volume() && !shown_.isLoading())
    return void(Q_EMIT reporter_.refused({"no-scan", file.toStdString(), {}}));
  waiting_.push_back(file);
  if (!shown_.isLoading() && !background_.isBusy(Background::Kind::Structures)) start();
}

void StructureFiles::loadOnly(std::deque<QString> files) {
  background_.cancel(Background::Kind::Structures);
  waiting_ = std::move(files);
  start();
}

void StructureFiles::forgetWaiting() {
  waiting_.clear();
}

void StructureFiles::start() {
  if (waiting_.empty()) return void(Q_EMIT allRead());
  const QString file = waiting_.front();
  waiting_.pop_front();
  background_.run<LoadedStructures>(
      Background::Kind::Structures, tr("Reading structures"),
      [path = std::filesystem::path(file.toStdU16String()), scan = shown_.volume()](Progress& progress) {
        return readAndMeasure(path, *scan, progress);
      },
      [this, file](Expected<LoadedStructures> loaded) {
        if (!loaded)
          Q_EMIT reporter_.refused(loaded.error());
        else
          take(file, std::move(loaded->set), std::move(loaded->measured));
        start();
      });
}

void StructureFiles::take(const QString& file, io::StructureSet set, std::vector<MeasuredStructure> measured) {
  const std::string uid =
      set.identity.instances.empty() ? std::string{} : set.identity.instances.front().sopInstanceUid;
  if (holdsObject(document_.structures(), uid))
    return void(Q_EMIT reporter_.refused({"structures-already-open", file.toStdString(), {}}));
  if (!uid.empty()) sources_.evidence[uid] = set.identity;
  for (auto& finding : set.findings) sources_.findings.push_back({uid, std::move(finding)});
  document_.editGeometry(tr("Open structures"), [&](PlanDraft& next) {
    std::erase_if(next.structures, [&](const MeasuredStructure& old) {
      return old.structure.source.kind == planning::anatomy::Origin::Kind::Found && isProposal(old.structure) &&
             isGivenBy(measured, old);
    });
    append(next, std::move(measured));
  });
}

}  // namespace app
