#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace planning::anatomy {

/// A disc of a row, and how much worse the best row would be that has it more than 6 mm from here.
struct RowDisc {
  std::size_t place = 0;
  std::size_t level = 0;  ///< index in levelNames() of the vertebra above it
  double margin = 0;
  std::optional<std::size_t> otherLevel{};  ///< of the vertebra above it in the best row that counts it otherwise
};

/// A place in a vertebra whose name is known.
struct NamedPlace {
  std::size_t place = 0;
  std::size_t level = 0;  ///< index in levelNames()
};

/// The row of discs, from the feet to the head, that fits best: each where the signs for a disc are (one value a place,
/// about 1 for a clear one), vertebrae between them as tall as those of their names are (LevelMeasure) times one scale
/// for the patient, and no room for another disc at the ends. Over all names that the row could have; or, with `named`,
/// over rows in which that vertebra lies there. `alongMm`: how far along the bodies' middle each place lies, rising.
/// `depthMm`: of the bodies from back to front; none is less tall than 0.6 of that. Empty where no place looks like a
/// disc.
std::vector<RowDisc> bestDiscRow(const std::vector<double>& signs, const std::vector<double>& alongMm,
                                 const std::vector<double>& depthMm,
                                 const std::optional<NamedPlace>& named = std::nullopt);

}  // namespace planning::anatomy
