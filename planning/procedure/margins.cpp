#include "planning/procedure/margins.h"

namespace planning::procedure {

using anatomy::Kind;

std::map<Kind, double> margins(double duraMm) {
  return {{Kind::Artery, 2}, {Kind::Vein, 1}, {Kind::Vessel, 2},   {Kind::Nerve, 2}, {Kind::Dura, duraMm},
          {Kind::Bone, 0},   {Kind::Disc, 0}, {Kind::Lung, 5},     {Kind::Organ, 3}, {Kind::Skin, 0},
          {Kind::Muscle, 0}, {Kind::Fat, 0},  {Kind::Ligament, 0}, {Kind::Other, 2}};
}

double defaultMarginMm(Kind kind) {
  static const std::map<Kind, double> all = margins(kNotEpidural);
  return all.at(kind);
}

}  // namespace planning::procedure
