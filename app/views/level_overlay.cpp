#include "app/views/level_overlay.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

#include "app/views/ink.h"
#include "app/views/overlay_text.h"

namespace app::views {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::views::LevelOverlay)
};

constexpr double kBesideMm = 20;  ///< a plane so far beside the bodies' middles still shows their names
constexpr double kAcrossMm = 9;   ///< and one across the spine only that of the vertebra that it cuts

bool runsAcross(const ViewPlane& plane) {
  return std::abs(plane.axes.into()[2]) > 0.7;
}

double reachMm(const SliceScene& scene) {
  return runsAcross(scene.plane) ? kAcrossMm : kBesideMm;
}

void paintName(QPainter& painter, const SliceScene& scene, const planning::Point& middle, const QString& name,
               const QColor& colour) {
  if (std::abs(scene.plane.heightMm(middle)) > reachMm(scene)) return;
  const QPointF at = scene.plane.toScreen(middle);
  painter.save();
  painter.setFont(emphasised(painter.font(), 1.1));
  paintText(painter, QRectF(at - QPointF(30, 10), QSizeF(60, 20)), Qt::AlignCenter, name, colour);
  painter.restore();
}

void paintUnnamed(QPainter& painter, const SliceScene& scene, const planning::anatomy::Spine& spine) {
  painter.setPen(QPen(ink::kFaint, 1.2, Qt::DashLine));
  QPolygonF line;
  for (const auto& place : spine.canal)
    if (std::abs(scene.plane.heightMm(place.centre)) <= kBesideMm) line.append(scene.plane.toScreen(place.centre));
  if (!runsAcross(scene.plane)) painter.drawPolyline(line);
  for (std::size_t n = 0; n < spine.vertebrae(); ++n)
    paintName(painter, scene, spine.middleOf(n), QStringLiteral("?"), ink::kText);
}

}  // namespace

void paintLevels(QPainter& painter, const SliceScene& scene) {
  const auto& counted = scene.scan.levels();
  for (const auto& level : counted.levels)
    paintName(painter, scene, level.middle,
              QString::fromStdString(level.name) + (level.sure ? QString() : QStringLiteral("?")),
              level.byClick ? ink::kTarget : ink::kText);
  if (counted.levels.empty() && counted.spine) paintUnnamed(painter, scene, *counted.spine);
}

QString levelText(const SliceScene& scene) {
  if (scene.kind != SliceKind::Axial || scene.scan.levels().levels.empty()) return {};
  auto middle = scene.scan.crosshair();
  if (const auto& spine = scene.scan.levels().spine) {
    // Of the slice, wherever in it the crosshair stands: at the body that it cuts.
    const auto& at = spine->canal[planning::anatomy::canalIndexAt(spine->canal, middle)];
    const auto inBody = at.centre + at.front * 22;
    middle = inBody + at.up * ((middle[2] - inBody[2]) / at.up[2]);
  }
  const auto level = planning::anatomy::levelAt(scene.scan.levels(), middle);
  if (!level || level->vertebra.empty()) return {};
  const QString name = QString::fromStdString(level->vertebra);
  return level->sure ? Words::tr("Level %1, as counted").arg(name) : Words::tr("Level %1?, unsure count").arg(name);
}

}  // namespace app::views
