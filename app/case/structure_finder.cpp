#include "app/case/structure_finder.h"

#include <algorithm>
#include <utility>

#include "app/case/shown_scan.h"
#include "app/case/structure_sources.h"
#include "app/look/style.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "io/files/uid.h"
#include "planning/anatomy/bone.h"
#include "planning/anatomy/contrast_vessels.h"
#include "planning/anatomy/lung.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/vessel.h"

namespace app {
namespace {

using planning::Expected;
using planning::Progress;
using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::MeasuredStructure;
using planning::anatomy::Segmented;

/// Voxels of these kinds are no bone, or no vessel, whatever their brightness.
Mask::Pointer joined(const std::vector<MeasuredStructure>& structures, std::initializer_list<Kind> kinds,
                     const itk::ImageBase<3>& grid) {
  Mask::Pointer all;
  for (const auto& measured : structures) {
    const auto* mask = std::get_if<Mask::Pointer>(&measured.structure.shape);
    if (!mask || !*mask || std::find(kinds.begin(), kinds.end(), measured.structure.kind) == kinds.end()) continue;
    all = all ? planning::anatomy::united(*all, **mask) : planning::anatomy::onGrid(**mask, grid);
  }
  return all;
}

Expected<std::vector<Segmented>> alone(Expected<Segmented> found) {
  if (!found) return tl::unexpected(found.error());
  return std::vector<Segmented>{std::move(*found)};
}

}  // namespace

struct StructureFinder::Found {
  MeasuredStructure measured;
  std::vector<planning::Finding> findings;
};

StructureFinder::StructureFinder(ShownScan& shown, PlanDocument& document, StructureSources& sources,
                                 Background& background, Reporter& reporter)
    : shown_(shown), document_(document), sources_(sources), background_(background), reporter_(reporter) {}

void StructureFinder::find(const QString& what, Job job) {
  if (!shown_.volume() || shown_.isLoading()) return void(Q_EMIT reporter_.refused({"no-scan", {}, {}}));
  const auto work = [job = std::move(job)](Progress& progress) -> Expected<std::vector<Found>> {
    planning::ProgressPart finding(progress, 0, 0.8);
    auto found = job(finding);
    if (!found) return tl::unexpected(found.error());
    progress.advance(0.8);
    std::vector<Found> measured;
    for (Segmented& one : *found)
      measured.push_back({planning::anatomy::measure(std::move(one.structure)), std::move(one.findings)});
    return measured;
  };
  background_.run<std::vector<Found>>(Background::Kind::Segmentation, what, work,
                                      [this](Expected<std::vector<Found>> found) {
                                        found ? take(std::move(*found)) : void(Q_EMIT reporter_.refused(found.error()));
                                      });
}

/// All in one undo step; the first is then the current one.
void StructureFinder::take(std::vector<Found> found) {
  QStringList names;
  PlanDraft named = document_.draft();
  for (Found& one : found) {
    auto& structure = one.measured.structure;
    structure.name = uniqueName(named, structure.name);
    structure.trackingUid = io::newUid();
    structure.colour = structureColour(structure.kind, named.structures.size());
    for (auto& finding : one.findings) sources_.findings.push_back({structure.trackingUid, std::move(finding)});
    names += QString::fromStdString(structure.name);
    named.structures.push_back(std::move(one.measured));
  }
  const auto first = static_cast<int>(document_.structures().size());
  document_.editGeometry(tr("Find %1").arg(names.join(", ")),
                         [&](PlanDraft& next) { next.structures = named.structures; });
  shown_.setCurrentStructure(first);
  Q_EMIT reporter_.message(tr("%1 found; check it and confirm it").arg(names.join(", ")));
}

void StructureFinder::findBone() {
  const auto scan = shown_.volume();
  if (!scan) return;
  const auto vessels = joined(document_.structures(), {Kind::Artery, Kind::Vein, Kind::Vessel}, *scan->hu);
  find(tr("Finding the bone"), [scan, vessels](Progress& progress) {
    auto found = planning::anatomy::findBone(*scan, progress, {}, vessels.GetPointer());
    if (found) found->structure.name = tr("Bone").toStdString();
    return alone(std::move(found));
  });
}

void StructureFinder::findVessels() {
  const auto scan = shown_.volume();
  if (!scan) return;
  const auto bone = joined(document_.structures(), {Kind::Bone}, *scan->hu);
  find(tr("Finding the vessels"), [scan, bone](Progress& progress) {
    auto found = planning::anatomy::findContrastVessels(*scan, bone.GetPointer(), progress);
    if (!found) return found;
    for (Segmented& vessel : *found) vessel.structure.name = tr("Vessel").toStdString();
    return found;
  });
}

void StructureFinder::findLungs() {
  const auto scan = shown_.volume();
  if (!scan) return;
  find(tr("Finding the lungs"), [scan](Progress& progress) {
    auto found = planning::anatomy::findLungStructure(*scan, progress);
    if (found) found->structure.name = tr("Lungs").toStdString();
    return alone(std::move(found));
  });
}

void StructureFinder::growVessel(const planning::Point& inside) {
  const auto scan = shown_.volume();
  if (!scan) return;
  const auto bone = joined(document_.structures(), {Kind::Bone}, *scan->hu);
  find(tr("Growing the vessel"), [scan, bone, inside](Progress& progress) {
    auto found = planning::anatomy::findVessels(*scan, {inside}, progress, {}, bone.GetPointer());
    if (found) found->structure.name = tr("Vessel").toStdString();
    return alone(std::move(found));
  });
}

void StructureFinder::findTubes(const planning::anatomy::TubeSearch& search) {
  const auto scan = shown_.volume();
  if (!scan) return;
  find(tr("Finding thin vessels"), [scan, search](Progress& progress) {
    auto found = planning::anatomy::findTubularVessels(*scan, search, progress);
    if (found) found->structure.name = tr("Thin vessels").toStdString();
    return alone(std::move(found));
  });
}

}  // namespace app
