#include "app/case/structure_shop.h"

#include <QDateTime>

#include <utility>

#include "app/case/shown_scan.h"
#include "app/look/style.h"
#include "io/files/uid.h"
#include "planning/anatomy/mask_grid.h"

namespace app {
namespace {

using planning::anatomy::MeasuredStructure;
using planning::anatomy::Tube;

planning::anatomy::Structure& structureOf(PlanDraft& draft, int index) {
  return draft.structures[static_cast<std::size_t>(index)].structure;
}

/// With another tube, measured at once but drawn as before: making a surface takes long.
MeasuredStructure measureOnly(MeasuredStructure measured, Tube tube) {
  measured.errorBoundMm = tube.radiusUncertaintyMm + measured.structure.registrationResidualMm;
  measured.field = planning::anatomy::makeDistanceField(tube);
  measured.structure.shape = std::move(tube);
  return measured;
}

}  // namespace

StructureShop::StructureShop(ShownScan& shown, PlanDocument& document, StructureSources& sources,
                             Background& background, Reporter& reporter)
    : shown_(shown),
      document_(document),
      finder_(shown, document, sources, background, reporter),
      shapes_(shown, document, background, reporter) {}

bool StructureShop::has(int structure) const {
  return structure >= 0 && structure < static_cast<int>(document_.structures().size());
}

void StructureShop::edit(int structure, const QString& text, const PlanDocument::Change& change) {
  if (!has(structure)) return;
  const PlanDraft& now = document_.draft();
  PlanDraft next = now;
  change(next);
  if (sameStructures(now, next) && now.overruled.roles == next.overruled.roles) return;
  document_.editGeometry(text, change);
}

void StructureShop::setKind(int structure, planning::anatomy::Kind kind) {
  edit(structure, tr("State kind"), [=](PlanDraft& draft) {
    structureOf(draft, structure).kind = kind;
    structureOf(draft, structure).kindGuessed = false;
  });
}

void StructureShop::setRole(int structure, planning::anatomy::Role role) {
  edit(structure, tr("State role"), [=](PlanDraft& draft) {
    structureOf(draft, structure).role = role;
    draft.overruled.roles.insert(structureOf(draft, structure).trackingUid);
  });
}

void StructureShop::setMargin(int structure, std::optional<double> mm) {
  edit(structure, tr("Set margin"), [=](PlanDraft& draft) { structureOf(draft, structure).marginMm = mm; });
}

void StructureShop::setSide(int structure, planning::anatomy::Side side) {
  edit(structure, tr("State structure's side"), [=](PlanDraft& draft) { structureOf(draft, structure).side = side; });
}

void StructureShop::setConfirmed(int structure, bool confirmed) {
  const std::string now = QDateTime::currentDateTime().toString("yyyy-MM-dd HH:mm").toStdString();
  edit(structure, tr("Confirm structure"), [=](PlanDraft& draft) {
    auto& one = structureOf(draft, structure);
    one.confirmed = confirmed;
    forgetWord(draft, one.name);
    const std::string& by = draft.choices.operatorName;
    if (confirmed && !by.empty()) draft.choices.structuresSeen.push_back({one.name, by, "images", now});
  });
}

void StructureShop::setColour(int structure, std::array<std::uint8_t, 3> colour) {
  if (!has(structure)) return;
  if (document_.structures()[static_cast<std::size_t>(structure)].structure.colour == colour) return;
  document_.edit(tr("Choose colour"), [=](PlanDraft& draft) { structureOf(draft, structure).colour = colour; });
}

void StructureShop::rename(int structure, const QString& name) {
  const std::string text = name.trimmed().toStdString();
  if (text.empty() || !has(structure)) return;
  if (document_.structures()[static_cast<std::size_t>(structure)].structure.name == text) return;
  edit(structure, tr("Rename structure"), [=](PlanDraft& draft) {
    const std::string before = structureOf(draft, structure).name;
    structureOf(draft, structure).name = uniqueName(draft, text);
    for (auto& seen : draft.choices.structuresSeen)
      if (seen.what == before) seen.what = structureOf(draft, structure).name;
  });
}

void StructureShop::remove(int structure) {
  edit(structure, tr("Remove structure"), [=](PlanDraft& draft) {
    forgetWord(draft, structureOf(draft, structure).name);
    draft.structures.erase(draft.structures.begin() + structure);
  });
}

void StructureShop::addEmpty() {
  const auto volume = shown_.volume();
  if (!volume || shown_.isLoading()) return;
  planning::anatomy::Structure structure;
  structure.name = uniqueName(document_.draft(), tr("Painted structure").toStdString());
  structure.trackingUid = io::newUid();
  structure.source = {planning::anatomy::Origin::Kind::Painted};
  structure.colour = structureColour(structure.kind, document_.structures().size());
  structure.shape = planning::anatomy::emptyMask(*volume->hu, {{{0, 0, 0}}, {{0, 0, 0}}});
  const std::string uid = structure.trackingUid;
  document_.editGeometry(tr("Add structure"), [&](PlanDraft& next) {
    next.structures.push_back(planning::anatomy::measure(std::move(structure)));
  });
  shown_.setCurrentStructure(indexOf(document_.structures(), uid));
}

std::optional<int> StructureShop::addTube(planning::anatomy::Structure traced, const QString& what) {
  if (!document_.isOpen()) return std::nullopt;
  const std::size_t index = document_.structures().size();
  traced.name = uniqueName(document_.draft(), traced.name);
  traced.trackingUid = io::newUid();
  traced.colour = structureColour(traced.kind, index);
  const auto measured = planning::anatomy::measure(std::move(traced));
  document_.editGeometry(what, [&](PlanDraft& draft) { draft.structures.push_back(measured); });
  return static_cast<int>(index);
}

void StructureShop::setTube(int structure, Tube tube, const QString& what, const TubeChange& change) {
  if (!has(structure)) return;
  const auto index = static_cast<std::size_t>(structure);
  MeasuredStructure measured = document_.structures()[index];
  if (!change.draws) {
    measured = measureOnly(measured, std::move(tube));
  } else {
    measured.structure.shape = std::move(tube);
    measured = planning::anatomy::measure(std::move(measured.structure));
  }
  const std::string drag = change.drag.empty() ? std::string() : change.drag + measured.structure.trackingUid;
  document_.editGeometry(
      what, [&](PlanDraft& draft) { draft.structures[index] = measured; }, drag);
}

}  // namespace app
