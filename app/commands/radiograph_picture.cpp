#include "app/commands/radiograph_picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <map>

#include "planning/check.h"
#include "planning/fluoroscopy/view.h"

namespace app::commands {
namespace {

using planning::fluoroscopy::ImagePoint;

/// Letters as strokes, 4 wide and 6 high: text would need fonts, and so a display.
QPainterPath letterPath(char letter) {
  using Stroke = std::vector<QPointF>;
  static const std::map<char, std::vector<Stroke>> strokes{
      {'L', {{{0, 0}, {0, 6}, {4, 6}}}},
      {'R', {{{0, 6}, {0, 0}, {4, 0}, {4, 3}, {0, 3}, {4, 6}}}},
      {'A', {{{0, 6}, {2, 0}, {4, 6}}, {{0.8, 4}, {3.2, 4}}}},
      {'P', {{{0, 6}, {0, 0}, {4, 0}, {4, 3}, {0, 3}}}},
      {'H', {{{0, 0}, {0, 6}}, {{4, 0}, {4, 6}}, {{0, 3}, {4, 3}}}},
      {'F', {{{4, 0}, {0, 0}, {0, 6}}, {{0, 3}, {3, 3}}}}};
  QPainterPath path;
  for (const auto& stroke : strokes.at(letter)) {
    path.moveTo(stroke.front());
    for (const auto& point : stroke) path.lineTo(point);
  }
  return path;
}

char opposite(char letter) {
  static const std::map<char, char> pairs{{'L', 'R'}, {'R', 'L'}, {'A', 'P'}, {'P', 'A'}, {'H', 'F'}, {'F', 'H'}};
  return pairs.at(letter);
}

/// Bright on a dark rim, so that it is seen on bone and on air.
void stroke(QPainter& painter, const QPainterPath& path, const QColor& colour) {
  painter.strokePath(path, QPen(Qt::black, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.strokePath(path, QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void drawLetter(QPainter& painter, char letter, const QPointF& centre) {
  constexpr double kScale = 3;
  QTransform placed;
  placed.translate(centre.x() - 2 * kScale, centre.y() - 3 * kScale).scale(kScale, kScale);
  stroke(painter, placed.map(letterPath(letter)), Qt::white);
}

void drawSides(QPainter& painter, const planning::fluoroscopy::Projection& view) {
  const auto letters = planning::fluoroscopy::patientOrientation(view);
  const char right = letters.front(), bottom = letters[letters.find('\\') + 1];
  const double width = view.geometry().columns, height = view.geometry().rows, margin = 16;
  drawLetter(painter, right, {width - margin, height / 2});
  drawLetter(painter, opposite(right), {margin, height / 2});
  drawLetter(painter, bottom, {width / 2, height - margin});
  drawLetter(painter, opposite(bottom), {width / 2, margin});
}

QPointF onPicture(const ImagePoint& place) {
  return {place.column + 0.5, place.row + 0.5};  // QPainter's pixels have their centres at halves
}

void drawNeedle(QPainter& painter, const planning::fluoroscopy::Projection& view, const planning::Segment& needle) {
  const auto entry = view.project(needle.start), target = view.project(needle.end);
  if (!entry || !target) return;
  const QPointF from = onPicture(*entry), to = onPicture(*target);
  QPainterPath shaft(from), marks;
  shaft.lineTo(to);
  constexpr double kArm = 6;
  marks.moveTo(from + QPointF(-kArm, -kArm));
  marks.lineTo(from + QPointF(kArm, kArm));
  marks.moveTo(from + QPointF(-kArm, kArm));
  marks.lineTo(from + QPointF(kArm, -kArm));
  marks.addEllipse(to, kArm, kArm);
  stroke(painter, shaft, QColor(0xf0, 0xe4, 0x42));
  stroke(painter, marks, QColor(0x56, 0xb4, 0xe9));
}

}  // namespace

QByteArray radiographPng(const std::vector<std::uint8_t>& grey, const planning::fluoroscopy::Projection& view,
                         const std::vector<planning::Segment>& needles) {
  const int columns = view.geometry().columns, rows = view.geometry().rows;
  planning::check(grey.size() == static_cast<std::size_t>(columns) * rows, "a picture has a grey level a pixel");
  QImage picture =
      QImage(grey.data(), columns, rows, columns, QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const auto& needle : needles) drawNeedle(painter, view, needle);
  drawSides(painter, view);
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  planning::check(picture.save(&buffer, "PNG"), "a picture can be encoded");
  return bytes;
}

}  // namespace app::commands
