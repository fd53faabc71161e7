#include "app/case/given_place.h"

#include <algorithm>

namespace app {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::MeasuredStructure;

bool isVessel(Kind kind) {
  return kind == Kind::Artery || kind == Kind::Vein || kind == Kind::Vessel;
}

}  // namespace

bool isGivenBy(const std::vector<MeasuredStructure>& known, const MeasuredStructure& found) {
  constexpr double kOnMm = 3, kGoodPart = 0.4;
  constexpr std::size_t kPlaces = 400;
  if (!found.surface || found.surface->vertices.empty()) return true;  // nothing to be seen of it
  const auto kind = found.structure.kind;
  std::vector<const MeasuredStructure*> alike;
  for (const auto& other : known)
    if (other.field && (other.structure.kind == kind || (isVessel(kind) && isVessel(other.structure.kind))))
      alike.push_back(&other);
  const auto& vertices = found.surface->vertices;
  const std::size_t step = std::max<std::size_t>(1, vertices.size() / kPlaces);
  double asked = 0, on = 0;
  for (std::size_t v = 0; v < vertices.size(); v += step, ++asked) {
    const auto place = planning::makePoint(static_cast<double>(vertices[v][0]), static_cast<double>(vertices[v][1]),
                                           static_cast<double>(vertices[v][2]));
    if (std::any_of(alike.begin(), alike.end(),
                    [&](const auto* other) { return other->field->signedDistance(place) <= kOnMm; }))
      ++on;
  }
  return on >= kGoodPart * asked;
}

}  // namespace app
