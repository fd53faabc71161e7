#include "app/case/shown_aids.h"

#include <utility>

namespace app {

void ShownAids::setWay(const std::optional<Way>& way) {
  if (way == way_) return;
  way_ = way;
  Q_EMIT changed();
}

void ShownAids::setGuides(std::vector<planning::Guide> guides) {
  if (guides.empty() && guides_.empty()) return;
  guides_ = std::move(guides);
  Q_EMIT changed();
}

}  // namespace app
