#include "app/kept_drafts.h"

#include <algorithm>
#include <set>
#include <utility>

namespace app {

using planning::anatomy::Mask;
using planning::anatomy::MeasuredStructure;
using planning::anatomy::PackedMask;

KeptShape::KeptShape(const MeasuredStructure& measured)
    : mask_(std::get<Mask::Pointer>(measured.structure.shape)), surface_(measured.surface), field_(measured.field) {}

bool KeptShape::isOf(const MeasuredStructure& measured) const {
  const auto* mask = std::get_if<Mask::Pointer>(&measured.structure.shape);
  return isReady() && mask && *mask == mask_ && measured.field == field_ && measured.surface == surface_;
}

void KeptShape::pack() {
  if (packed_) return;
  packed_.emplace(*mask_);
  mask_ = nullptr;
  surface_.reset();
  field_.reset();
}

MeasuredStructure KeptShape::unpack(const PackedMask& packed) {
  planning::anatomy::Structure structure;
  structure.shape = packed.unpacked();
  return planning::anatomy::measure(std::move(structure));
}

void KeptShape::makeReady(const MeasuredStructure& unpacked) {
  if (!packed_) return;
  mask_ = std::get<Mask::Pointer>(unpacked.structure.shape);
  surface_ = unpacked.surface;
  field_ = unpacked.field;
  packed_.reset();
}

void KeptShape::putInto(MeasuredStructure& measured) {
  if (packed_) makeReady(unpack(*packed_));
  measured.structure.shape = mask_;
  measured.surface = surface_;
  measured.field = field_;
}

KeptDraft KeptDrafts::keep(CaseDraft draft) {
  KeptDraft kept;
  std::erase_if(shapes_, [](const auto& shape) { return shape.expired(); });
  for (MeasuredStructure& measured : draft.structures) {
    auto& shape = kept.shapes.emplace_back();
    if (!std::holds_alternative<Mask::Pointer>(measured.structure.shape) || !measured.field) continue;
    for (const auto& known : shapes_)
      if (const auto one = known.lock(); one && one->isOf(measured)) shape = one;
    if (!shape) shapes_.push_back(shape = std::make_shared<KeptShape>(measured));
    measured.structure.shape = Mask::Pointer();
    measured.surface.reset();
    measured.field.reset();
  }
  kept.draft = std::move(draft);
  return kept;
}

CaseDraft KeptDrafts::restored(const KeptDraft& kept) {
  CaseDraft draft = kept.draft;
  for (std::size_t n = 0; n < kept.shapes.size(); ++n)
    if (kept.shapes[n]) kept.shapes[n]->putInto(draft.structures[n]);
  return draft;
}

void KeptDrafts::keepReady(const std::vector<const KeptDraft*>& drafts) {
  std::set<const KeptShape*> wanted;
  for (const KeptDraft* draft : drafts)
    for (const auto& shape : draft->shapes) wanted.insert(shape.get());
  for (const auto& known : shapes_)
    if (const auto shape = known.lock(); shape && !wanted.contains(shape.get())) shape->pack();
}

}  // namespace app
