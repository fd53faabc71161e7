#pragma once

#include <optional>
#include <string>

namespace planning::anatomy {

/// What vertebrae of a name measure in the mean, mm, over 1947 spines (vertebra keypoints of Buergin, Prevost and
/// Stollenga, built on VerSe and two TCIA collections; our own means over them).
struct LevelMeasure {
  const char* name;
  double heightMm;           ///< from its body's middle to that of the vertebra below; standard deviation 7 to 14 %
  double pediclesUpMm;       ///< its pedicles' middles lie so far above its body's; standard deviation 1 to 2.5 mm
  double pediclesAsideMm;    ///< and so far to each side of the middle; standard deviation 1 to 3 mm
  bool oddlyShaped = false;  ///< atlas, axis with its dens, sacrum: no body of a usual height
};

/// Null for a name that is none of levelNames().
const LevelMeasure* measureOf(const std::string& level);

/// A vertebra is nobody's guess within these parts of its mean height: 99 of 100 vertebrae lie there, while a disc that
/// was missed or seen twice leaves one outside.
inline constexpr double kLeastHeight = 0.78, kMostHeight = 1.28;

}  // namespace planning::anatomy
