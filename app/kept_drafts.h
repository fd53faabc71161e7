#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/case_draft.h"
#include "planning/anatomy/packed_mask.h"

namespace app {

/// A mask with what is drawn and measured of it, as an undo step keeps it: ready, or packed to about a hundredth of the
/// bytes.
class KeptShape {
 public:
  explicit KeptShape(const planning::anatomy::MeasuredStructure& measured);

  bool isReady() const { return !packed_; }
  /// Is it ready, and that of this structure?
  bool isOf(const planning::anatomy::MeasuredStructure& measured) const;
  void pack();
  /// Unpacked and measured, as unpack() made it elsewhere. Nothing where it is ready already.
  void makeReady(const planning::anatomy::MeasuredStructure& unpacked);
  /// Of a packed shape: takes as long as measuring does.
  static planning::anatomy::MeasuredStructure unpack(const planning::anatomy::PackedMask& packed);
  const planning::anatomy::PackedMask* packed() const { return packed_ ? &*packed_ : nullptr; }
  /// Gives a structure this shape. Waits for unpack() where it is packed.
  void putInto(planning::anatomy::MeasuredStructure& measured);

 private:
  planning::anatomy::Mask::Pointer mask_;
  std::shared_ptr<const planning::anatomy::Surface> surface_;
  std::shared_ptr<const planning::anatomy::DistanceField> field_;
  std::optional<planning::anatomy::PackedMask> packed_;
};

/// A draft as an undo step keeps it.
struct KeptDraft {
  CaseDraft draft;                                 ///< without the shapes that are kept beside it
  std::vector<std::shared_ptr<KeptShape>> shapes;  ///< one a structure; null for a tube, and for an empty mask
};

/// Keeps drafts, each shape once.
class KeptDrafts {
 public:
  KeptDraft keep(CaseDraft draft);
  static CaseDraft restored(const KeptDraft& kept);
  /// Packs the shapes of all other drafts.
  void keepReady(const std::vector<const KeptDraft*>& drafts);

 private:
  std::vector<std::weak_ptr<KeptShape>> shapes_;
};

}  // namespace app
