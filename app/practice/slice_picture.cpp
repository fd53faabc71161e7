#include "app/practice/slice_picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "app/text/numbers.h"
#include "app/views/ink.h"
#include "app/views/overlay_text.h"
#include "app/views/surface_cut.h"
#include "planning/parallel.h"
#include "planning/review/hu_sampler.h"

namespace app::practice {
namespace {

namespace ink = views::ink;
using planning::dot;
using planning::Point;
using planning::Segment;
using planning::Vector;

constexpr double kEndRadius = 4.5;               ///< pixels
constexpr int kTitleAside = 6, kTitleAbove = 4;  ///< room around the title, pixels
constexpr int kTitleRoom = 10000;                ///< taller than any title, pixels
constexpr int kPictureFont = 12;                 ///< of a picture without a widget, pixels

/// The piece of a segment that is within the slice; absent when none is.
std::optional<Segment> withinSlice(const Segment& axis, const views::ViewPlane& plane, double halfMm) {
  const double from = plane.heightMm(axis.start), to = plane.heightMm(axis.end);
  double enter = 0, leave = 1;
  if (std::abs(to - from) < 1e-9) {
    if (std::abs(from) > halfMm) return std::nullopt;
  } else {
    const double a = (-halfMm - from) / (to - from), b = (halfMm - from) / (to - from);
    enter = std::max(enter, std::min(a, b));
    leave = std::min(leave, std::max(a, b));
    if (enter > leave) return std::nullopt;
  }
  const Vector way = axis.end - axis.start;
  return Segment{axis.start + way * enter, axis.start + way * leave};
}

void drawLine(QPainter& painter, const views::ViewPlane& plane, const Segment& line, QPen pen) {
  pen.setCapStyle(Qt::FlatCap);
  painter.setPen(pen);
  painter.drawLine(plane.toScreen(line.start), plane.toScreen(line.end));
}

/// A place on the part of a line that is seen, `share` of it from where it comes in.
QPointF seenPlace(const views::ViewPlane& plane, const Segment& line, double share) {
  const QRectF view = QRectF(QPointF(0, 0), plane.size).adjusted(30, 30, -30, -30);
  const QPointF from = plane.toScreen(line.start), to = plane.toScreen(line.end);
  constexpr int kParts = 100;
  std::vector<QPointF> seen;
  for (int part = 0; part < kParts; ++part)
    if (const QPointF at = from + (to - from) * part / kParts; view.contains(at)) seen.push_back(at);
  if (seen.empty()) return to;
  return seen[static_cast<std::size_t>(share * static_cast<double>(seen.size() - 1))];
}

void drawWay(QPainter& painter, const views::ViewPlane& plane, const SliceScene::Way& way, double halfMm) {
  const double width = std::max(2.0, way.diameterMm / plane.mmPerPixel);
  QColor faint = way.colour;
  faint.setAlpha(150);
  drawLine(painter, plane, way.axis, QPen(faint, 1.3, Qt::DotLine));
  if (const auto inside = withinSlice(way.axis, plane, halfMm)) {
    drawLine(painter, plane, *inside, QPen(ink::kOutline, width + 1.5));
    drawLine(painter, plane, *inside, QPen(way.colour, width, way.dashed ? Qt::DashLine : Qt::SolidLine));
  }
  const QPointF end = plane.toScreen(way.axis.end);
  painter.setPen(QPen(way.colour, 1.6));
  painter.setBrush(std::abs(plane.heightMm(way.axis.end)) <= halfMm ? QBrush(way.colour) : QBrush(Qt::NoBrush));
  painter.drawEllipse(end, kEndRadius * 0.7, kEndRadius * 0.7);
  painter.setBrush(Qt::NoBrush);
}

/// Each at another part of its way, over all that is drawn.
void nameWays(const views::ViewPlane& plane, const std::vector<SliceScene::Way>& ways, views::Labels& labels) {
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(ways.size());
    if (!ways[i].name.isEmpty())
      labels.place(seenPlace(plane, ways[i].axis, share), 12, {{ways[i].name, ways[i].colour}});
  }
}

void drawBall(QPainter& painter, const views::ViewPlane& plane, const SliceScene::Ball& ball, views::Labels& labels) {
  const double height = plane.heightMm(ball.centre);
  const bool cut = std::abs(height) < ball.radiusMm;
  const double radiusMm = cut ? std::sqrt(ball.radiusMm * ball.radiusMm - height * height) : ball.radiusMm;
  const double radius = radiusMm / plane.mmPerPixel;
  const QPointF middle = plane.toScreen(ball.centre);
  painter.setPen(QPen(ball.colour, 1.6, cut ? Qt::SolidLine : Qt::DotLine));
  painter.drawEllipse(middle, radius, radius);
  labels.place(middle + QPointF(0, radius), 8, {{ball.name, ball.colour}});
}

void drawStructure(QPainter& painter, const views::ViewPlane& plane,
                   const planning::anatomy::MeasuredStructure& measured, views::Labels& labels) {
  if (!measured.surface) return;
  const auto contours = views::SurfaceCut(measured.surface).by(plane.centre, plane.axes.into());
  const QColor colour = views::colourOf(measured.structure.colour);
  const QRectF view = QRectF(QPointF(0, 0), plane.size).adjusted(20, 20, -20, -20);
  std::optional<QPointF> named;
  for (const auto& contour : contours) {
    QPolygonF line;
    for (const Point& place : contour) line << plane.toScreen(place);
    painter.setPen(QPen(ink::kOutline, 3));
    painter.drawPolyline(line);
    painter.setPen(QPen(colour, 1.6));
    painter.drawPolyline(line);
    for (const QPointF& at : line)
      if (!named && view.contains(at)) named = at;
  }
  if (named) labels.place(*named, 8, {{QString::fromStdString(measured.structure.name), colour}});
}

/// The title on as many lines as it takes: a number in it must not be cut.
QRect titleRect(const QFontMetrics& metrics, int width, const QString& title) {
  const QRect room(kTitleAside, kTitleAbove, std::max(1, width - 2 * kTitleAside), kTitleRoom);
  return metrics.boundingRect(room, Qt::TextWordWrap, title);
}

int titleHeight(const QFontMetrics& metrics, int width, const QString& title) {
  return titleRect(metrics, width, title).bottom() + 1 + kTitleAbove;
}

views::ViewPlane planeOf(const SliceScene& scene, const QSize& shown) {
  const double shorter = std::max(1, std::min(shown.width(), shown.height()));
  return {scene.axes, scene.centre, scene.acrossMm / shorter, QSizeF(shown)};
}

QImage sampled(const SliceScene& scene, const views::ViewPlane& plane, double scale) {
  QImage image((plane.size * scale).toSize(), QImage::Format_Grayscale8);
  const planning::review::HuSampler sampler(*scene.volume->hu);
  const double lowest = scene.windowCentreHu - scene.windowWidthHu / 2;
  uchar* const bits = image.bits();
  const auto stride = static_cast<std::size_t>(image.bytesPerLine());
  planning::forEachInParallel(static_cast<std::size_t>(image.height()), [&](std::size_t row) {
    for (int column = 0; column < image.width(); ++column) {
      const Point place = plane.toPatient({(column + 0.5) / scale, (static_cast<double>(row) + 0.5) / scale});
      const double hu = sampler.at(place).value_or(-1e6);
      bits[row * stride + static_cast<std::size_t>(column)] =
          static_cast<uchar>(std::clamp((hu - lowest) / scene.windowWidthHu * 255, 0.0, 255.0));
    }
    return true;
  });
  return image;
}

/// The title, and below it the slice with all that lies in it.
void paint(QPainter& painter, const SliceScene& scene, const views::ViewPlane& shown, const QImage& image) {
  const QFontMetrics metrics(painter.font(), painter.device());
  const int width = static_cast<int>(shown.size.width());
  painter.setPen(ink::kText);
  painter.drawText(titleRect(metrics, width, scene.title), Qt::TextWordWrap, scene.title);
  painter.translate(0, titleHeight(metrics, width, scene.title));
  painter.setClipRect(QRectF(QPointF(0, 0), shown.size));
  painter.drawImage(QRectF(QPointF(0, 0), shown.size), image);
  painter.setRenderHint(QPainter::Antialiasing);
  views::Labels labels(painter, shown.size);
  labels.reserve(QRectF(shown.size.width() - 130, shown.size.height() - 40, 130, 40));
  for (const auto& structure : scene.structures) drawStructure(painter, shown, structure, labels);
  for (const auto& way : scene.ways) drawWay(painter, shown, way, scene.halfThicknessMm);
  for (const auto& ball : scene.balls) drawBall(painter, shown, ball, labels);
  nameWays(shown, scene.ways, labels);
  for (const auto& gap : scene.gaps) drawLine(painter, shown, gap, QPen(ink::kMargin, 1.5));
  for (const auto& mark : scene.marks) {
    const QPointF at = shown.toScreen(mark.place);
    painter.setPen(QPen(mark.colour, 1.6));
    painter.drawLine(at - QPointF(kEndRadius, kEndRadius), at + QPointF(kEndRadius, kEndRadius));
    painter.drawLine(at - QPointF(kEndRadius, -kEndRadius), at + QPointF(kEndRadius, -kEndRadius));
    labels.place(at, 8, {{mark.name, mark.colour}});
  }
  views::paintLetters(painter, shown);
  views::paintScaleBar(painter, shown);
}

}  // namespace

views::ViewAxes axesThrough(const Vector& direction, const Vector& toPlace) {
  const Vector across = toPlace - direction * dot(toPlace, direction);
  if (across.GetNorm() < 0.2) return views::alongNeedleAxes(direction);
  Vector normal = planning::cross(direction, across);
  normal /= normal.GetNorm();
  return views::axesOfPlane(normal);
}

QImage pictureOf(const SliceScene& scene, const QSize& size, double scale) {
  QImage picture(size * scale, QImage::Format_RGB888);
  picture.fill(ink::kBackground);
  QPainter painter(&picture);
  painter.scale(scale, scale);
  QFont font(QStringLiteral("DejaVu Sans"));
  font.setPixelSize(kPictureFont);
  painter.setFont(font);
  const int below = titleHeight(QFontMetrics(font, &picture), size.width(), scene.title);
  const views::ViewPlane shown = planeOf(scene, QSize(size.width(), std::max(1, size.height() - below)));
  paint(painter, scene, shown, sampled(scene, shown, scale));
  return picture;
}

SlicePicture::SlicePicture(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SlicePicture::show(SliceScene scene) {
  scene_ = std::move(scene);
  why_.clear();
  image_ = {};
  update();
}

void SlicePicture::showNothing(const QString& why) {
  scene_ = {};
  why_ = why;
  update();
}

int SlicePicture::titleHeight() const {
  return practice::titleHeight(fontMetrics(), width(), scene_.title);
}

views::ViewPlane SlicePicture::plane() const {
  return planeOf(scene_, QSize(width(), std::max(1, height() - titleHeight())));
}

void SlicePicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), ink::kBackground);
  if (!scene_.volume) return views::paintHint(painter, rect(), why_);
  const views::ViewPlane shown = plane();
  const double scale = devicePixelRatioF();
  if (image_.size() != (shown.size * scale).toSize()) image_ = sampled(scene_, shown, scale);
  paint(painter, scene_, shown, image_);
}

}  // namespace app::practice
