#include "planning/review/moved_structure.h"

#include <utility>

namespace planning::review {
namespace {

using anatomy::AxisDistance;
using anatomy::DistanceField;
using anatomy::Mask;

/// Asks the field where the structure was, and tells the answer where it is.
class MovedField : public DistanceField {
 public:
  MovedField(std::shared_ptr<const DistanceField> field, const RigidMotion& motion)
      : field_(std::move(field)), there_(motion), back_(motion.inverse()) {}

  AxisDistance distance(const Segment& axis) const override { return brought(field_->distance(back_(axis))); }
  std::optional<AxisDistance> distanceWithin(const Segment& axis, double capMm) const override {
    const auto found = field_->distanceWithin(back_(axis), capMm);
    return found ? std::optional(brought(*found)) : std::nullopt;
  }
  bool comesNearerThan(const Segment& axis, double mm) const override {
    return field_->comesNearerThan(back_(axis), mm);
  }
  std::optional<double> firstContactMm(const Segment& axis, double withinMm) const override {
    return field_->firstContactMm(back_(axis), withinMm);
  }
  std::vector<double> crossingsMm(const Segment& axis) const override { return field_->crossingsMm(back_(axis)); }
  double signedDistance(const Point& p) const override { return field_->signedDistance(back_(p)); }
  bool eachCover(const std::function<void(const anatomy::Cover&)>& use) const override {
    return field_->eachCover([&](const anatomy::Cover& cover) {
      use({there_(cover.centre), cover.innerMm, cover.outerMm});
    });
  }

 private:
  AxisDistance brought(AxisDistance found) const {
    found.onAxis = there_(found.onAxis);
    found.onStructure = there_(found.onStructure);
    return found;
  }

  std::shared_ptr<const DistanceField> field_;
  RigidMotion there_, back_;
};

/// The same voxels on a grid that has moved.
Mask::Pointer moved(const Mask& mask, const RigidMotion& motion) {
  const auto brought = Mask::New();
  brought->CopyInformation(&mask);
  brought->SetRegions(mask.GetBufferedRegion());
  brought->SetPixelContainer(const_cast<Mask::PixelContainer*>(mask.GetPixelContainer()));  // shared, never written
  brought->SetOrigin(motion(mask.GetOrigin()));
  auto direction = mask.GetDirection();
  for (unsigned axis = 0; axis < 3; ++axis) {
    const Vector turned = motion(makeVector(direction(0, axis), direction(1, axis), direction(2, axis)));
    for (unsigned row = 0; row < 3; ++row) direction(row, axis) = turned[row];
  }
  brought->SetDirection(direction);
  return brought;
}

std::shared_ptr<const anatomy::Surface> moved(const anatomy::Surface& surface, const RigidMotion& motion) {
  auto brought = std::make_shared<anatomy::Surface>(surface);
  for (auto& vertex : brought->vertices) {
    const Point place = motion(makePoint(double(vertex[0]), double(vertex[1]), double(vertex[2])));
    for (unsigned axis = 0; axis < 3; ++axis) vertex[axis] = static_cast<float>(place[axis]);
  }
  return brought;
}

}  // namespace

anatomy::MeasuredStructure moved(const anatomy::MeasuredStructure& structure, const RigidMotion& motion,
                                 double extraBoundMm) {
  anatomy::MeasuredStructure brought = structure;
  brought.structure.registrationResidualMm += extraBoundMm;
  brought.errorBoundMm += extraBoundMm;
  if (motion.isIdentity()) return brought;
  if (auto* mask = std::get_if<Mask::Pointer>(&brought.structure.shape)) {
    if (*mask) *mask = moved(**mask, motion);
    if (structure.unseen) brought.unseen = anatomy::Unseen::of(**mask, *structure.structure.lookedIn);
  } else {
    for (auto& vertex : std::get<anatomy::Tube>(brought.structure.shape).centreline) vertex = motion(vertex);
  }
  if (structure.surface) brought.surface = moved(*structure.surface, motion);
  if (structure.field) brought.field = std::make_shared<MovedField>(structure.field, motion);
  return brought;
}

}  // namespace planning::review
