#include "app/case/shape_edit.h"

#include <QCoreApplication>

#include <utility>

#include "planning/anatomy/mask_edit.h"

namespace app {
namespace {

using planning::Progress;
using planning::anatomy::Mask;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::ShapeEdit)
};

QString textOf(Combination how) {
  if (how == Combination::Unite) return Words::tr("Unite structures");
  return how == Combination::Subtract ? Words::tr("Subtract structure") : Words::tr("Keep the common part");
}

}  // namespace

ShapeEdit paintStroke(std::vector<planning::Point> centres, double radiusMm, bool in) {
  return {in ? Words::tr("Paint") : Words::tr("Erase"),
          [centres = std::move(centres), radiusMm, in](const Mask& mask, Progress&) {
            return planning::anatomy::painted(mask, centres, radiusMm, in);
          }};
}

ShapeEdit growBy(double mm) {
  return {mm < 0 ? Words::tr("Shrink structure") : Words::tr("Grow structure"),
          [mm](const Mask& mask, Progress& progress) { return planning::anatomy::grown(mask, mm, progress); }};
}

ShapeEdit smoothBy(double mm) {
  return {Words::tr("Smooth structure"),
          [mm](const Mask& mask, Progress& progress) { return planning::anatomy::smoothed(mask, mm, progress); }};
}

ShapeEdit fillCavities() {
  return {Words::tr("Fill holes"),
          [](const Mask& mask, Progress& progress) { return planning::anatomy::filled(mask, progress); }};
}

ShapeEdit keepPieceAt(const planning::Point& place) {
  return {Words::tr("Keep one piece"),
          [place](const Mask& mask, Progress& progress) { return planning::anatomy::pieceAt(mask, place, progress); }};
}

ShapeEdit combineWith(Combination how, Mask::Pointer other) {
  return {textOf(how), [how, other = std::move(other)](const Mask& mask, Progress&) {
            if (how == Combination::Unite) return planning::anatomy::united(mask, *other);
            return how == Combination::Subtract ? planning::anatomy::without(mask, *other)
                                                : planning::anatomy::intersected(mask, *other);
          }};
}

}  // namespace app
