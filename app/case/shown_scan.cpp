#include "app/case/shown_scan.h"

#include <algorithm>
#include <utility>

#include "app/case/plan_draft.h"

namespace app {
namespace {

planning::Point middleOf(const planning::Volume& volume) {
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  planning::Volume::Image::IndexType middle;
  for (unsigned axis = 0; axis < 3; ++axis) middle[axis] = static_cast<itk::IndexValueType>(size[axis] / 2);
  planning::Point place;
  volume.hu->TransformIndexToPhysicalPoint(middle, place);
  return place;
}

}  // namespace

planning::Point ShownScan::snapToSkin(const planning::Point& place) const {
  return skin_ ? planning::anatomy::nearestOnSkin(*skin_, place) : place;
}

void ShownScan::setCrosshair(const planning::Point& place) {
  if (place == crosshair_) return;
  crosshair_ = place;
  Q_EMIT crosshairChanged();
}

void ShownScan::setDepthAlongPathMm(double mm) {
  if (mm == depthAlongPathMm_) return;
  depthAlongPathMm_ = mm;
  Q_EMIT depthChanged();
}

void ShownScan::setWindow(double centreHu, double widthHu) {
  widthHu = std::max(widthHu, 1.0);
  if (centreHu == windowCentreHu_ && widthHu == windowWidthHu_) return;
  windowCentreHu_ = centreHu;
  windowWidthHu_ = widthHu;
  Q_EMIT windowChanged();
}

const std::string& ShownScan::uidOf(int structure) const {
  return structures().at(static_cast<std::size_t>(structure)).structure.trackingUid;
}

StructureDisplay ShownScan::display(int structure) const {
  const auto known = display_.find(uidOf(structure));
  return known == display_.end() ? StructureDisplay{} : known->second;
}

void ShownScan::setDisplay(int structure, const StructureDisplay& display) {
  if (structure < 0 || structure >= static_cast<int>(structures().size())) return;
  display_[uidOf(structure)] = display;
  Q_EMIT displayChanged(structure);
}

std::optional<int> ShownScan::currentStructure() const {
  return currentStructure_.empty() ? std::nullopt : indexOf(structures(), currentStructure_);
}

void ShownScan::setCurrentStructure(std::optional<int> structure) {
  const bool known = structure && *structure >= 0 && *structure < static_cast<int>(structures().size());
  std::string uid = known ? uidOf(*structure) : std::string();
  if (uid == currentStructure_) return;
  currentStructure_ = std::move(uid);
  Q_EMIT currentStructureChanged();
}

void ShownScan::show(std::shared_ptr<const planning::Volume> volume,
                     std::shared_ptr<const planning::anatomy::Skin> skin,
                     std::vector<planning::anatomy::MeasuredStructure> structures) {
  clear();
  begin(std::move(volume));
  take(std::move(skin));
  PlanDraft draft = emptyDraft();
  append(draft, std::move(structures));
  deriveDefaults(draft);
  planned_.structures = std::move(draft.structures);
  announce();
}

void ShownScan::clear() {
  forget();
  announce();
}

void ShownScan::begin(std::shared_ptr<const planning::Volume> volume) {
  volume_ = std::move(volume);
  crosshair_ = middleOf(*volume_);
}

void ShownScan::forget() {
  volume_.reset();
  skin_.reset();
  loading_ = false;
  planned_ = {};
  display_.clear();
  currentStructure_.clear();
}

void ShownScan::setRiskMap(std::shared_ptr<const SkinRiskMap> map) {
  riskMap_ = std::move(map);
  Q_EMIT riskMapChanged();
}

void ShownScan::announce() {
  Q_EMIT volumeChanged();
  Q_EMIT skinChanged();
  Q_EMIT structuresChanged();
  Q_EMIT levelsChanged();
  Q_EMIT currentNeedleChanged();
  Q_EMIT crosshairChanged();
  Q_EMIT planChanged();
}

}  // namespace app
