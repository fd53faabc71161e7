#include "app/views/projected_plan.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/views/ink.h"
#include "app/views/needle_overlay.h"

namespace app::views {
namespace {

using planning::fluoroscopy::CArmGeometry;

/// The outline of what is covered: its pixels that have a neighbour outside.
QImage outlineOf(const std::vector<std::uint8_t>& covered, int columns, int rows, const QColor& colour) {
  QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  const auto at = [&](int column, int row) {
    return column >= 0 && row >= 0 && column < columns && row < rows &&
           covered[static_cast<std::size_t>(row * columns + column)] != 0;
  };
  QColor inside = colour;
  inside.setAlpha(38);
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      if (!at(column, row)) continue;
      const bool edge = !at(column - 1, row) || !at(column + 1, row) || !at(column, row - 1) || !at(column, row + 1);
      image.setPixelColor(column, row, edge ? colour : inside);
    }
  return image;
}

void paintNeedle(QPainter& painter, const planning::NeedleChoice& needle, const CArmGeometry& view, const QRectF& area,
                 std::optional<Chosen> chosen) {
  const auto target = needle.target ? onPicture(view, *needle.target, area) : std::nullopt;
  const auto entry = needle.entry ? onPicture(view, *needle.entry, area) : std::nullopt;
  painter.save();
  if (!chosen) painter.setOpacity(0.55);
  double turnedDegrees = 0;
  if (target && entry) {
    const QPointF way = *target - *entry;
    turnedDegrees = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi - 90;
    for (const auto& pen : {QPen(ink::kOutline, 4.5), QPen(ink::kNeedle, 2.2)}) {
      painter.setPen(pen);
      painter.drawLine(*entry, *target);
    }
  }
  if (entry) paintEntryMark(painter, *entry, turnedDegrees, true, chosen == Chosen::Entry);
  if (target) paintTargetMark(painter, *target, true, chosen == Chosen::Target);
  painter.restore();
}

}  // namespace

std::optional<QPointF> onPicture(const CArmGeometry& view, const planning::Point& place, const QRectF& area) {
  const auto seen = planning::fluoroscopy::Projection(view).project(place);
  if (!seen) return std::nullopt;
  return QPointF(area.left() + (seen->column + 0.5) / view.columns * area.width(),
                 area.top() + (seen->row + 0.5) / view.rows * area.height());
}

QImage greyPicture(const planning::fluoroscopy::Radiograph& image, double contrast, double brightness) {
  const auto [darkest, brightest] = image.exposedRange();
  const double middle = (darkest + brightest) / 2 - brightness * (brightest - darkest);
  const double half = (brightest - darkest) / (2 * contrast);
  const auto grey = image.grey(middle - half, middle + half);
  return QImage(grey.data(), image.columns, image.rows, image.columns, QImage::Format_Grayscale8).copy();
}

void paintOutlines(QPainter& painter, const ShownScan& scan, const RadiographMaker::Answer& shadows,
                   const QRectF& area) {
  const auto& structures = scan.structures();
  for (std::size_t i = 0; i < shadows.silhouettes.size(); ++i) {
    if (!shadows.surfaces[i]) continue;
    const auto found = std::find_if(structures.begin(), structures.end(),
                                    [&](const auto& measured) { return measured.surface == shadows.surfaces[i]; });
    if (found == structures.end()) continue;
    painter.drawImage(area, outlineOf(shadows.silhouettes[i], shadows.image.columns, shadows.image.rows,
                                      colourOf(found->structure.colour)));
  }
}

void paintNeedlesOnPicture(QPainter& painter, const ShownScan& scan, const CArmGeometry& view, const QRectF& area,
                           Chosen chosen) {
  const auto& needles = scan.plan().choices.needles;
  const auto current = static_cast<std::size_t>(std::max(0, scan.currentNeedle()));
  for (std::size_t i = 0; i < needles.size(); ++i)
    if (i != current) paintNeedle(painter, needles[i], view, area, std::nullopt);
  if (current < needles.size()) paintNeedle(painter, needles[current], view, area, chosen);
}

}  // namespace app::views
