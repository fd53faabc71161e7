#include "app/archive/trajectory_picture.h"

#include <QPainter>

#include <algorithm>

#include "app/views/ink.h"

namespace app::archive {
namespace {

namespace ink = views::ink;

constexpr double kRoom = 26;  // round the drawing, for the letters
constexpr double kScaleMm = 10;

const QColor kFirst = views::colourOf(palette::kSky), kSecond = views::colourOf(palette::kOrange);

QPen penOf(bool second) {
  return second ? QPen(kSecond, 2, Qt::DashLine) : QPen(kFirst, 2);
}

void paintEnds(QPainter& painter, const QPointF& entry, const QPointF& target, bool second) {
  painter.setPen(QPen(second ? kSecond : kFirst, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(entry, 4, 4);
  painter.setBrush(second ? kSecond : kFirst);
  painter.drawPolygon(
      QPolygonF{target + QPointF(0, -5), target + QPointF(5, 0), target + QPointF(0, 5), target + QPointF(-5, 0)});
}

}  // namespace

TrajectoryPicture::TrajectoryPicture(QWidget* parent) : QWidget(parent) {}

void TrajectoryPicture::show(const planning::Plan& first, const planning::Plan& second) {
  paths_.clear();
  why_.clear();
  for (const auto* plan : {&first, &second})
    for (const auto& needle : plan->choices.needles)
      if (needle.entry && needle.target) paths_.push_back({{*needle.entry, *needle.target}, plan == &second});
  if (paths_.empty()) why_ = tr("No needle is placed.");
  update();
}

void TrajectoryPicture::showNothing(const QString& why) {
  paths_.clear();
  why_ = why;
  update();
}

void TrajectoryPicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), ink::kBackground);
  if (paths_.empty()) {
    painter.setPen(ink::kFaint);
    painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, why_);
    return;
  }
  const double half = height() / 2.0;
  // Radiological: the patient's right on the left of an axial picture; a sagittal one has the front on the left.
  paintProjection(painter, QRectF(0, 0, width(), half), 0, 1, true, tr("Axial"), "RLAP");
  paintProjection(painter, QRectF(0, half, width(), half), 1, 2, false, tr("Sagittal"), "APHF");
}

/// `letters`: left, right, top, bottom.
void TrajectoryPicture::paintProjection(QPainter& painter, const QRectF& area, int across, int down,
                                        bool downIsPositive, const QString& title, const QString& letters) const {
  const auto u = static_cast<unsigned>(across), v = static_cast<unsigned>(down);
  QRectF box;
  const auto flat = [&](const planning::Point& p) { return QPointF(p[u], downIsPositive ? p[v] : -p[v]); };
  for (const auto& path : paths_)
    for (const auto& end : {flat(path.axis.start), flat(path.axis.end)})
      box = box.isNull() ? QRectF(end, QSizeF(1e-6, 1e-6)) : box.united(QRectF(end, QSizeF(1e-6, 1e-6)));
  const QRectF inside = area.adjusted(kRoom, kRoom + 4, -kRoom, -kRoom - 14);
  const double pixelsPerMm =
      std::min(inside.width() / std::max(box.width(), 20.0), inside.height() / std::max(box.height(), 20.0));
  const auto at = [&](const planning::Point& p) { return inside.center() + (flat(p) - box.center()) * pixelsPerMm; };
  painter.setPen(ink::kFaint);
  painter.drawText(area.adjusted(8, 4, -8, 0), Qt::AlignLeft | Qt::AlignTop, title);
  painter.setPen(ink::kLetters);
  painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, letters.mid(0, 1));
  painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, letters.mid(1, 1));
  painter.drawText(area.adjusted(0, 4, 0, 0), Qt::AlignHCenter | Qt::AlignTop, letters.mid(2, 1));
  painter.drawText(area.adjusted(0, 0, 0, -4), Qt::AlignHCenter | Qt::AlignBottom, letters.mid(3, 1));
  for (const auto& path : paths_) {
    painter.setPen(penOf(path.second));
    painter.drawLine(at(path.axis.start), at(path.axis.end));
    paintEnds(painter, at(path.axis.start), at(path.axis.end), path.second);
  }
  const QPointF scale(area.right() - 12, area.bottom() - 10);
  painter.setPen(QPen(ink::kText, 2));
  painter.drawLine(scale, scale - QPointF(kScaleMm * pixelsPerMm, 0));
  painter.setPen(ink::kFaint);
  painter.drawText(QRectF(scale.x() - 90, scale.y() - 22, 90, 18), Qt::AlignRight | Qt::AlignVCenter, tr("10 mm"));
}

}  // namespace app::archive
