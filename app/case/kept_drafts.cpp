#include "app/case/kept_drafts.h"

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
  return mask_ && mask && *mask == mask_;
}

void KeptShape::pack() {
  if (!packed_) packed_ = std::make_shared<const PackedMask>(*mask_);
  mask_ = nullptr;
  surface_.reset();
  field_.reset();
}

std::function<Mask::Pointer()> KeptShape::maskMaker() const {
  return [mask = mask_, packed = packed_] { return mask ? mask : packed->unpacked(); };
}

void KeptShape::take(const MeasuredStructure& measured) {
  if (!mask_) mask_ = std::get<Mask::Pointer>(measured.structure.shape);
  surface_ = measured.surface;
  field_ = measured.field;
}

void KeptShape::putInto(MeasuredStructure& measured) {
  if (!mask_) mask_ = packed_->unpacked();
  measured.structure.shape = mask_;
  measured.surface = surface_;
  measured.field = field_;
  measured.beingMeasured = !isMeasured();
}

void addFound(KeptDraft& kept, const KeptDraft& found, bool instead) {
  PlanDraft& draft = kept.draft;
  for (std::size_t n = draft.structures.size(); instead && n-- > 0;) {
    if (!isExpectedOnly(draft.structures[n].structure)) continue;
    draft.structures.erase(draft.structures.begin() + static_cast<std::ptrdiff_t>(n));
    kept.shapes.erase(kept.shapes.begin() + static_cast<std::ptrdiff_t>(n));
  }
  for (std::size_t n = 0; n < found.shapes.size(); ++n) {
    MeasuredStructure one = found.draft.structures[n];
    if (indexOf(draft.structures, one.structure.trackingUid)) continue;
    one.structure.name = uniqueName(draft, one.structure.name);
    draft.structures.push_back(std::move(one));
    kept.shapes.push_back(found.shapes[n]);
  }
  if (!found.shapes.empty()) withdrawAcceptance(draft);
  if (!draft.levels.spine && draft.levels.levels.empty()) draft.levels.spine = found.draft.levels.spine;
}

std::shared_ptr<KeptShape> KeptDrafts::shapeOf(const MeasuredStructure& measured) {
  for (const auto& known : shapes_)
    if (auto one = known.lock(); one && one->isOf(measured)) return one;
  auto made = std::make_shared<KeptShape>(measured);
  shapes_.push_back(made);
  return made;
}

KeptDraft KeptDrafts::keep(PlanDraft draft) {
  KeptDraft kept;
  std::erase_if(shapes_, [](const auto& shape) { return shape.expired(); });
  for (MeasuredStructure& measured : draft.structures) {
    auto& shape = kept.shapes.emplace_back();
    const bool isMask = std::holds_alternative<Mask::Pointer>(measured.structure.shape);
    if (!isMask || !(measured.field || measured.beingMeasured)) continue;
    shape = shapeOf(measured);
    measured.structure.shape = Mask::Pointer();
    measured.surface.reset();
    measured.field.reset();
  }
  kept.draft = std::move(draft);
  return kept;
}

PlanDraft KeptDrafts::restored(const KeptDraft& kept) {
  PlanDraft draft = kept.draft;
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
