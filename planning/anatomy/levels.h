#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/level_names.h"
#include "planning/anatomy/spine.h"

namespace planning::anatomy {

/// A vertebra with its name, as the operator or, from there, the program counted it.
struct CountedLevel {
  std::string name;  ///< "L5"
  Point middle;      ///< of its body; where the operator clicked when the program did not find it for sure
  bool byClick = false;
  /// False: between it and the operator's click lies a disc that is not clear, or the scan cuts it, or any of the
  /// counted vertebrae, be it another one, is not as tall as vertebrae of its name are (kLeastHeight, kMostHeight).
  bool sure = true;
  std::optional<std::size_t> vertebra{};  ///< of the spine; absent where that was not found
  std::optional<Point> clicked{};         ///< where the operator clicked, when that is not `middle`
  /// The canal's middle at the height of its pedicles' middles; absent where no canal was found.
  std::optional<Point> inCanal{};
};

/// The vertebrae as counted, from the feet to the head; with the spine that they were counted on, which may be null.
struct CountedSpine {
  std::shared_ptr<const Spine> spine;
  std::vector<CountedLevel> levels;
};

/// All vertebrae of the spine, counted from the one at `clicked`, which is `name` (one of levelNames()). A vertebra
/// that the scan cuts to less than 10 mm is left out.
CountedSpine countLevels(std::shared_ptr<const Spine> spine, const Point& clicked, const std::string& name);

/// With one vertebra named by a click where no spine was found: it replaces one of the same name.
CountedSpine withClicked(CountedSpine counted, const Point& clicked, const std::string& name);

/// Levels that were kept without their spine, on the spine found again: counted anew from the one that was clicked.
/// Absent where no level was clicked, and where another of them lies in a vertebra that now gets another name, or none.
std::optional<CountedSpine> countAgain(std::shared_ptr<const Spine> spine, const std::vector<CountedLevel>& kept);

/// What the second-best count would call a vertebra of the spine; absent where there is none.
std::optional<std::string> otherName(const Spine& spine, std::size_t vertebra);

/// What is at a place, by the counted vertebrae; names are absent where none was counted.
struct LevelAt {
  std::string vertebra;  ///< "L4": whose body's height it is
  std::string disc;      ///< "L4-L5": the nearest disc, or the nearest gap between two clicked vertebrae
  std::string foramen;   ///< "L4": the root that leaves through the nearest foramen, below this vertebra's pedicle
  bool sure = true;
};
std::optional<LevelAt> levelAt(const CountedSpine& counted, const Point& p);

}  // namespace planning::anatomy
