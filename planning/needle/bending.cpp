#include "planning/needle/bending.h"

namespace planning::needle {

const std::vector<Bending>& bendingOf(int gauge) {
  static const std::vector<Bending> none;
  static const std::vector<Bending> of22G{
      {"Quincke", 8.89, 0.17}, {"Chiba", 7.71, 1.16}, {"Tuohy", 7.64, 0.16}, {"Whitacre", 0.73, 0.34}};
  return gauge == 22 ? of22G : none;
}

}  // namespace planning::needle
