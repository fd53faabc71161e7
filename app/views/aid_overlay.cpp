#include "app/views/aid_overlay.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/views/ink.h"
#include "app/views/overlay_text.h"

namespace app::views {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::views::AidOverlay)
};

constexpr int kPieces = 48;

QString nameOf(planning::GuideKind kind) {
  using planning::GuideKind;
  switch (kind) {
    case GuideKind::Disc:
      return Words::tr("Disc");
    case GuideKind::Foramen:
      return Words::tr("Foramen");
    case GuideKind::ForamenThird:
      return QStringLiteral("1/3");
    case GuideKind::ForamenTwoThirds:
      return QStringLiteral("2/3");
    case GuideKind::FacetJoint:
      return Words::tr("Facet joint");
    case GuideKind::LaminarGap:
      return Words::tr("Interlaminar gap");
    case GuideKind::SacralHiatus:
      break;
  }
  return Words::tr("Sacral hiatus");
}

/// The place of a cut that is farthest to the right on the screen: its name stands there.
QPointF rightmost(const QPolygonF& line) {
  return *std::max_element(line.begin(), line.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
}

}  // namespace

void paintGuides(QPainter& painter, const SliceScene& scene, ContourCache& contours) {
  painter.save();
  painter.setBrush(Qt::NoBrush);
  Labels labels(painter, scene.plane.size);
  for (const planning::Guide& guide : scene.scan.aids().guides()) {
    std::optional<QPointF> beside;
    for (const Contour& contour : contours.of(guide.surface, scene.plane)) {
      QPolygonF line;
      for (const auto& place : contour) line.append(scene.plane.toScreen(place));
      if (line.isEmpty()) continue;
      painter.setPen(QPen(ink::kOutline, 2.4));
      painter.drawPolyline(line);
      painter.setPen(QPen(ink::kGuide, 1, Qt::DashLine));
      painter.drawPolyline(line);
      if (const QPointF at = rightmost(line); !beside || at.x() > beside->x()) beside = at;
    }
    if (beside) labels.place(*beside, 4, {{nameOf(guide.kind), ink::kGuide}});
  }
  painter.restore();
}

void paintProposedWay(QPainter& painter, const SliceScene& scene) {
  const auto& way = scene.scan.aids().way();
  if (!way) return;
  const auto inSlice = [&](const planning::Point& p) { return std::abs(scene.plane.heightMm(p)) <= scene.halfStepMm; };
  const planning::Vector run = way->target - way->entry;
  painter.save();
  for (int i = 0; i < kPieces; i += 2) {  // dashes; each as it lies to the slice
    const planning::Point from = way->entry + run * (static_cast<double>(i) / kPieces);
    const planning::Point to = way->entry + run * ((i + 1.0) / kPieces);
    const QLineF line(scene.plane.toScreen(from), scene.plane.toScreen(to));
    painter.setPen(QPen(ink::kOutline, 3));
    painter.drawLine(line);
    painter.setPen(QPen(inSlice(from) || inSlice(to) ? ink::kNeedle : ink::kFaint, 1.2));
    painter.drawLine(line);
  }
  const QPointF target = scene.plane.toScreen(way->target), entry = scene.plane.toScreen(way->entry);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(inSlice(way->target) ? ink::kTarget : ink::kFaint, 1.2, Qt::DashLine));
  painter.drawEllipse(target, kMarkRadius, kMarkRadius);
  paintText(painter, QRectF(entry.x() + 10, entry.y() - 9, 200, 18), Qt::AlignLeft | Qt::AlignVCenter,
            Words::tr("Proposal %1").arg(way->number), inSlice(way->entry) ? ink::kEntry : ink::kFaint);
  painter.restore();
}

}  // namespace app::views
