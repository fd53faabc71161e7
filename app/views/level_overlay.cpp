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

}  // namespace

void paintLevels(QPainter& painter, const SliceScene& scene) {
  const double reach = runsAcross(scene.plane) ? kAcrossMm : kBesideMm;
  for (const auto& level : scene.scan.levels().levels) {
    if (std::abs(scene.plane.heightMm(level.middle)) > reach) continue;
    const QPointF at = scene.plane.toScreen(level.middle);
    const QString name = QString::fromStdString(level.name) + (level.sure ? QString() : QStringLiteral("?"));
    painter.save();
    painter.setFont(emphasised(painter.font(), 1.1));
    paintText(painter, QRectF(at - QPointF(30, 10), QSizeF(60, 20)), Qt::AlignCenter, name,
              level.byClick ? ink::kTarget : ink::kText);
    painter.restore();
  }
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
