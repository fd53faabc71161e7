#include "app/case/structure_finder.h"

#include <algorithm>
#include <utility>

#include "app/case/given_place.h"
#include "app/case/shown_scan.h"
#include "app/case/structure_sources.h"
#include "app/look/style.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "io/files/uid.h"
#include "planning/anatomy/body.h"
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

/// What lies outside the body, and these vessels; the body is looked for where no skin is known yet. Null: nothing.
Mask::Pointer notBone(const planning::Volume& scan, const planning::anatomy::Skin* skin, const Mask::Pointer& vessels,
                      Progress& progress) {
  const auto body = skin ? Expected<Mask::Pointer>(skin->body) : planning::anatomy::findBody(scan, progress);
  if (!body || !*body) return vessels;
  const auto outside = planning::anatomy::outsideBody(scan, **body);
  return vessels ? planning::anatomy::united(*outside, *vessels) : outside;
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

/// Finds and measures.
std::function<Expected<std::vector<StructureFinder::Found>>(Progress&)> StructureFinder::measuring(Job job) {
  return [job = std::move(job)](Progress& progress) -> Expected<std::vector<Found>> {
    planning::ProgressPart finding(progress, 0, 0.8), measuring(progress, 0.8, 1);
    auto found = job(finding);
    if (!found) return tl::unexpected(found.error());
    std::vector<Found> measured;
    for (Segmented& one : *found) {
      auto structure = planning::anatomy::measure(std::move(one.structure), measuring);
      if (!structure) return tl::unexpected(structure.error());
      measured.push_back({std::move(*structure), std::move(one.findings)});
    }
    return measured;
  };
}

void StructureFinder::find(const QString& what, Job job) {
  if (!shown_.volume() || shown_.isLoading()) return void(Q_EMIT reporter_.refused({"no-scan", {}, {}}));
  background_.run<std::vector<Found>>(Background::Kind::Segmentation, what, measuring(std::move(job)),
                                      [this](Expected<std::vector<Found>> found) {
                                        found ? take(std::move(*found)) : void(Q_EMIT reporter_.refused(found.error()));
                                      });
}

void StructureFinder::propose(const QString& what, Job job, std::function<void()> then) {
  background_.run<std::vector<Found>>(Background::Kind::Opening, what, measuring(std::move(job)),
                                      [this, then = std::move(then)](Expected<std::vector<Found>> found) {
                                        if (found) dropKnown(*found);
                                        if (found && !found->empty())
                                          document_.know({named(std::move(*found)), nullptr});
                                        then();
                                      });
}

/// What a file or the operator gave of that kind, in that place.
void StructureFinder::dropKnown(std::vector<Found>& found) const {
  std::erase_if(found, [&](const Found& one) { return isGivenBy(document_.structures(), one.measured); });
}

/// With names, UIDs and colours of their own.
std::vector<MeasuredStructure> StructureFinder::named(std::vector<Found> found) {
  PlanDraft draft = document_.draft();
  const std::size_t before = draft.structures.size();
  for (Found& one : found) {
    auto& structure = one.measured.structure;
    structure.name = uniqueName(draft, structure.name);
    structure.trackingUid = io::newUid();
    structure.colour = structureColour(structure.kind, draft.structures.size());
    for (auto& finding : one.findings) sources_.findings.push_back({structure.trackingUid, std::move(finding)});
    draft.structures.push_back(std::move(one.measured));
  }
  return {draft.structures.begin() + static_cast<std::ptrdiff_t>(before), draft.structures.end()};
}

/// All in one undo step; the first is then the current one.
void StructureFinder::take(std::vector<Found> found) {
  const auto structures = named(std::move(found));
  QStringList names;
  for (const auto& measured : structures) names += QString::fromStdString(measured.structure.name);
  const auto first = static_cast<int>(document_.structures().size());
  document_.editGeometry(tr("Find %1").arg(names.join(", ")), [&](PlanDraft& next) {
    next.structures.insert(next.structures.end(), structures.begin(), structures.end());
  });
  shown_.setCurrentStructure(first);
  Q_EMIT reporter_.message(tr("%1 found; check it and confirm it").arg(names.join(", ")));
}

StructureFinder::Job StructureFinder::boneJob() const {
  const auto scan = shown_.volume();
  const auto vessels = joined(document_.structures(), {Kind::Artery, Kind::Vein, Kind::Vessel}, *scan->hu);
  return [scan, vessels, skin = shown_.skin()](Progress& progress) {
    planning::ProgressPart looking(progress, 0, 0.2), finding(progress, 0.2, 1);
    const Mask::Pointer other = notBone(*scan, skin.get(), vessels, looking);
    auto found = planning::anatomy::findBone(*scan, finding, {}, other.GetPointer());
    if (found) found->structure.name = tr("Bone").toStdString();
    return alone(std::move(found));
  };
}

StructureFinder::Job StructureFinder::vesselJob() const {
  const auto scan = shown_.volume();
  const auto bone = joined(document_.structures(), {Kind::Bone}, *scan->hu);
  return [scan, bone](Progress& progress) {
    auto found = planning::anatomy::findContrastVessels(*scan, bone.GetPointer(), progress);
    if (!found) return found;
    for (Segmented& vessel : *found) vessel.structure.name = tr("Vessel").toStdString();
    return found;
  };
}

void StructureFinder::findBone() {
  if (shown_.volume()) find(tr("Finding the bone"), boneJob());
}

void StructureFinder::findVessels() {
  if (shown_.volume()) find(tr("Finding the vessels"), vesselJob());
}

void StructureFinder::proposeBone(std::function<void()> then) {
  propose(tr("Finding the bone"), boneJob(), std::move(then));
}

void StructureFinder::proposeVessels(std::function<void()> then) {
  propose(tr("Finding the vessels"), vesselJob(), std::move(then));
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
