#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "app/case/plan_draft.h"
#include "planning/anatomy/packed_mask.h"

namespace app {

/// A mask as an undo step keeps it: packed to about a hundredth of the bytes, or at hand; then with what is drawn and
/// measured of it, once that is known.
class KeptShape {
 public:
  explicit KeptShape(const planning::anatomy::MeasuredStructure& measured);

  bool isOf(const planning::anatomy::MeasuredStructure& measured) const;
  bool isMeasured() const { return field_ != nullptr; }
  void pack();
  /// Gives its mask, in whatever thread.
  std::function<planning::anatomy::Mask::Pointer()> maskMaker() const;
  /// What was measured of its mask in another thread.
  void take(const planning::anatomy::MeasuredStructure& measured);
  /// Gives a structure this shape; one that is not measured is `beingMeasured` then. Unpacks, and measures nothing.
  void putInto(planning::anatomy::MeasuredStructure& measured);

 private:
  planning::anatomy::Mask::Pointer mask_;
  std::shared_ptr<const planning::anatomy::PackedMask> packed_;  ///< stays: a mask does not change
  std::shared_ptr<const planning::anatomy::Surface> surface_;
  std::shared_ptr<const planning::anatomy::DistanceField> field_;
};

/// A draft as an undo step keeps it.
struct KeptDraft {
  PlanDraft draft;                                 ///< without the shapes that are kept beside it
  std::vector<std::shared_ptr<KeptShape>> shapes;  ///< one a structure; null for a tube, and for an empty mask
};

/// What the program found in the scan, as if it had always been known: `found` are its structures, each with a name of
/// its own there, and where no spine is known yet, its spine. One that is there already stays. `instead`: in the place
/// of nerves that are only expected. The operator's words about the needle as it was go.
void addFound(KeptDraft& kept, const KeptDraft& found, bool instead);

/// Keeps drafts, each shape once.
class KeptDrafts {
 public:
  KeptDraft keep(PlanDraft draft);
  static PlanDraft restored(const KeptDraft& kept);
  /// The shape of a structure that has a mask, not empty.
  std::shared_ptr<KeptShape> shapeOf(const planning::anatomy::MeasuredStructure& measured);
  /// Packs the shapes of all other drafts.
  void keepReady(const std::vector<const KeptDraft*>& drafts);

 private:
  std::vector<std::weak_ptr<KeptShape>> shapes_;
};

}  // namespace app
