#include "app/views/slice_overlay.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <map>

#include "app/case/skin_risk.h"
#include "app/text/numbers.h"
#include "app/text/site_words.h"
#include "app/views/aid_overlay.h"
#include "app/views/ink.h"
#include "app/views/level_overlay.h"
#include "app/views/mask_paint.h"
#include "app/views/needle_overlay.h"
#include "app/views/overlay_text.h"
#include "app/views/risk_colours.h"
#include "app/views/site_band.h"
#include "app/views/tube_overlay.h"
#include "app/views/volume_image.h"

namespace app::views {
namespace {

using planning::anatomy::Mask;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::views::SliceOverlay)
};

void paintContours(QPainter& painter, const ViewPlane& plane, const std::vector<Contour>& contours, const QPen& pen) {
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  for (const auto& contour : contours) {
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(contour.size()));
    for (const auto& place : contour) line.append(plane.toScreen(place));
    painter.drawPolyline(line);
  }
}

void paintAnatomy(QPainter& painter, const SliceScene& scene, ContourCache& cache) {
  if (const auto skin = scene.scan.skin(); skin && skin->surface)
    paintContours(painter, scene.plane, cache.of(skin->surface, scene.plane), QPen(ink::kSkin, 1, Qt::DotLine));
  const auto& structures = scene.scan.structures();
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (!scene.scan.display(static_cast<int>(i)).visible) continue;
    if (structures[i].beingMeasured)
      paintMask(painter, scene.plane, *std::get<Mask::Pointer>(structures[i].structure.shape),
                colourOf(structures[i].structure.colour));
    if (!structures[i].surface) continue;
    if (std::holds_alternative<planning::anatomy::Tube>(structures[i].structure.shape)) {
      paintTube(painter, scene.plane, structures[i].structure);
      continue;
    }
    QPen pen(colourOf(structures[i].structure.colour), 1.6,
             isProposal(structures[i].structure) ? Qt::DashLine : Qt::SolidLine);
    pen.setJoinStyle(Qt::RoundJoin);
    paintContours(painter, scene.plane, cache.of(structures[i].surface, scene.plane), pen);
  }
}

/// The skin's line by the risk map's colours, each piece as its triangle is drawn in 3D; forbidden: short dashes.
void paintRiskLine(QPainter& painter, const SliceScene& scene, ContourCache& cache) {
  const auto map = scene.scan.riskMap();
  const auto skin = scene.scan.skin();
  if (!map || !skin || map->surface != skin->surface) return;
  const auto bands = risk::bandsMm(scene.scan.plan().choices.nearBandMm.value_or(planning::needle::kNearBandMm));
  std::map<QRgb, QPainterPath> lines;
  for (const auto& piece : cache.piecesOf(skin->surface, scene.plane)) {
    float state = 0, roomMm = 1e9F;
    for (const auto corner : skin->surface->triangles[piece.triangle]) {
      roomMm = std::min(roomMm, map->values[2UL * corner]);
      state = std::max(state, map->values[2UL * corner + 1]);
    }
    if (state > 1.5F) continue;
    const QColor colour = state > 0.5F ? risk::kForbidden : risk::colourOfRoom(static_cast<double>(roomMm), bands);
    auto& line = lines[colour.rgb()];
    line.moveTo(scene.plane.toScreen(piece.from));
    line.lineTo(scene.plane.toScreen(piece.to));
  }
  painter.setBrush(Qt::NoBrush);
  for (const auto& [colour, line] : lines) {
    const bool forbidden = colour == risk::kForbidden.rgb();
    painter.setPen(QPen(QColor(colour), forbidden ? 1.4 : 3.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(line);
  }
}

/// Where the other planes cut this one, with a gap around the place itself.
void paintCrosshair(QPainter& painter, const SliceScene& scene) {
  if (followsNeedle(scene.kind)) return;
  const QPointF at = scene.plane.toScreen(scene.scan.crosshair());
  const double gap = 14;
  painter.setPen(QPen(ink::kCrosshair, 1));
  const auto size = scene.plane.size;
  painter.drawLine(QPointF(0, at.y()), QPointF(at.x() - gap, at.y()));
  painter.drawLine(QPointF(at.x() + gap, at.y()), QPointF(size.width(), at.y()));
  painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), at.y() - gap));
  painter.drawLine(QPointF(at.x(), at.y() + gap), QPointF(at.x(), size.height()));
}

/// The number of the slice, and the printed location, where the plane is one of the scan's own slices.
QString sliceText(const SliceScene& scene) {
  const auto& volume = *scene.scan.volume();
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  itk::ContinuousIndex<double, 3> index;
  const bool inside = volume.hu->TransformPhysicalPointToContinuousIndex(scene.scan.crosshair(), index);
  if (scene.kind != SliceKind::Axial || !inside || !isOwnPlane(volume, scene.plane.axes.into())) return {};
  if (std::abs(index[2] - std::round(index[2])) > 0.05 || size[2] < 2) return {};
  const auto k = static_cast<std::size_t>(std::lround(index[2]));
  QString text = QStringLiteral("  ") + Words::tr("slice %1 of %2").arg(k + 1).arg(size[2]);
  if (k < volume.sliceLocationsMm.size())
    text += QStringLiteral("  ") + Words::tr("location %1 mm").arg(oneDecimal(volume.sliceLocationsMm[k]));
  return text;
}

QString identityText(const planning::SeriesIdentity& identity) {
  QString name = QString::fromStdString(identity.patient.name);
  name.replace(QLatin1Char('^'), QLatin1Char(' '));
  const QString id = QString::fromStdString(identity.patient.id);
  name = name.trimmed();
  if (name.isEmpty() || name == id) return id;
  return id.isEmpty() ? name : name + QStringLiteral("  ") + id;
}

/// The upper ones below the first `above` pixels.
void paintTexts(QPainter& painter, const SliceScene& scene, double above) {
  const auto& volume = *scene.scan.volume();
  const QFontMetricsF metrics(painter.font(), painter.device());
  const double lineHeight = metrics.height() + 1;
  const double width = scene.plane.size.width();
  const double half = std::max(60.0, width / 2 - 30);
  const auto corner = [&](double top, const QString& text, const QColor& colour, double room) {
    paintText(painter, QRectF(8, top, room, lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
              metrics.elidedText(text, Qt::ElideRight, room), colour);
  };
  double top = above + 5;
  const auto below = [&](const QString& text, const QColor& colour) {
    if (text.isEmpty()) return;
    corner(top, text, colour, half);
    top += lineHeight;
  };
  below(QString::fromStdString(volume.identity.description), ink::kText);
  below(identityText(volume.identity), ink::kFaint);
  if (std::abs(volume.gantryTilt.degrees()) > 0.05)
    below(Words::tr("tilt %1\u00b0, resampled").arg(oneDecimal(volume.gantryTilt.degrees())), ink::kLetters);
  below(levelText(scene), ink::kText);
  const double bottom = scene.plane.size.height() - 6;
  corner(bottom - 2 * lineHeight, positionText(scene) + (width > 420 ? sliceText(scene) : QString()), ink::kText,
         width * 0.62);
  corner(bottom - lineHeight,
         Words::tr("W %1  L %2")
             .arg(std::lround(scene.scan.windowWidthHu()))
             .arg(std::lround(scene.scan.windowCentreHu())),
         ink::kFaint, half);
}

}  // namespace

QString positionText(const SliceScene& scene) {
  const auto& place = scene.plane.centre;
  const auto kept = [&](int axis) {
    return coordinate(axis, place[static_cast<unsigned>(axis)]) + QStringLiteral(" mm");
  };
  switch (scene.kind) {
    case SliceKind::Axial:
      return kept(2);
    case SliceKind::Coronal:
      return kept(1);
    case SliceKind::Sagittal:
      return kept(0);
    case SliceKind::NeedlesEye:
      return Words::tr("%1 mm from the entry").arg(oneDecimal(scene.scan.depthAlongPathMm()));
    default:
      return Words::tr("in the needle's plane");
  }
}

void paintOverSlice(QPainter& painter, const SliceScene& scene, ContourCache& contours,
                    const std::function<void()>& paintMarks) {
  paintAnatomy(painter, scene, contours);
  paintGuides(painter, scene, contours);
  paintRiskLine(painter, scene, contours);
  paintCrosshair(painter, scene);
  paintMarks();
  paintProposedWay(painter, scene);
  paintLevels(painter, scene);
  paintTrace(painter, scene);
  paintRuler(painter, scene);
  const QStringList lines = pictureBand(scene.scan.plan());
  const double width = scene.plane.size.width();
  const double band = siteBandHeight(painter, width, lines);
  paintLetters(painter, scene.plane, band);
  paintScaleBar(painter, scene.plane);
  paintTexts(painter, scene, band);
  paintSiteBand(painter, width, lines);
}

}  // namespace app::views
