#include <algorithm>

#include "app/case/case_private.h"

namespace app {
namespace {

planning::anatomy::Structure& structureOf(CaseDraft& draft, int index) {
  return draft.structures[static_cast<std::size_t>(index)].structure;
}

}  // namespace

void Case::Private::editStructure(int structure, const QString& text, const Change& change) {
  if (structure < 0 || structure >= static_cast<int>(draft.structures.size())) return;
  CaseDraft next = draft;
  change(next);
  if (sameStructures(draft, next) && draft.overruled.roles == next.overruled.roles) return;
  editGeometry(text, change);
}

void Case::setKind(int structure, planning::anatomy::Kind kind) {
  d->editStructure(structure, tr("State kind"), [=](CaseDraft& draft) {
    structureOf(draft, structure).kind = kind;
    structureOf(draft, structure).kindGuessed = false;
  });
}

void Case::setRole(int structure, planning::anatomy::Role role) {
  d->editStructure(structure, tr("State role"), [=](CaseDraft& draft) {
    structureOf(draft, structure).role = role;
    draft.overruled.roles.insert(structureOf(draft, structure).trackingUid);
  });
}

void Case::setMargin(int structure, std::optional<double> mm) {
  d->editStructure(structure, tr("Set margin"), [=](CaseDraft& draft) { structureOf(draft, structure).marginMm = mm; });
}

void Case::setStructureSide(int structure, planning::anatomy::Side side) {
  d->editStructure(structure, tr("State structure's side"),
                   [=](CaseDraft& draft) { structureOf(draft, structure).side = side; });
}

void Case::setConfirmed(int structure, bool confirmed) {
  d->editStructure(structure, tr("Confirm structure"),
                   [=](CaseDraft& draft) { structureOf(draft, structure).confirmed = confirmed; });
}

void Case::setColour(int structure, std::array<std::uint8_t, 3> colour) {
  if (structure < 0 || structure >= static_cast<int>(d->draft.structures.size())) return;
  if (structureOf(d->draft, structure).colour == colour) return;
  d->edit(tr("Choose colour"), [=](CaseDraft& draft) { structureOf(draft, structure).colour = colour; });
}

void Case::renameStructure(int structure, const QString& name) {
  const std::string text = name.trimmed().toStdString();
  if (text.empty() || structure < 0 || structure >= static_cast<int>(d->draft.structures.size())) return;
  if (d->draft.structures[static_cast<std::size_t>(structure)].structure.name == text) return;
  d->editStructure(structure, tr("Rename structure"),
                   [=](CaseDraft& draft) { structureOf(draft, structure).name = uniqueName(draft, text); });
}

void Case::removeStructure(int structure) {
  d->editStructure(structure, tr("Remove structure"),
                   [=](CaseDraft& draft) { draft.structures.erase(draft.structures.begin() + structure); });
}

void Case::setDisplay(int structure, const StructureDisplay& display) {
  if (structure < 0 || structure >= static_cast<int>(d->draft.structures.size())) return;
  d->display[d->draft.structures[static_cast<std::size_t>(structure)].structure.trackingUid] = display;
  Q_EMIT displayChanged(structure);
}

}  // namespace app
