#pragma once

#include <QString>

#include <functional>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace app {

/// A change of a mask's shape: what it is called among the undo steps, and what it does, in whatever thread.
struct ShapeEdit {
  using Mask = planning::anatomy::Mask;

  QString text;
  std::function<planning::Expected<Mask::Pointer>(const Mask& mask, planning::Progress& progress)> change;
};

enum class Combination { Unite, Subtract, Intersect };

/// A ball of `radiusMm` drawn through places: in, or out.
ShapeEdit paintStroke(std::vector<planning::Point> centres, double radiusMm, bool in);
ShapeEdit growBy(double mm);  ///< < 0: shrinks
ShapeEdit smoothBy(double mm);
ShapeEdit fillCavities();
ShapeEdit keepPieceAt(const planning::Point& place);
ShapeEdit combineWith(Combination how, planning::anatomy::Mask::Pointer other);

}  // namespace app
