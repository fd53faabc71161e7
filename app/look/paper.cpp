#include "app/look/paper.h"

#include <QCoreApplication>
#include <QTextLayout>

#include <cmath>

namespace app {
namespace {

constexpr double kWidth = 595, kHeight = 842, kMargin = 42, kTop = 34, kBottom = 24;
constexpr double kFoot = 24;  ///< for two lines, above kBottom
constexpr int kFontSize = 9, kFootSize = 7;
constexpr double kPageNumberWidth = 48;

/// Dots between letters, too few to be seen: with any, letters are not joined, and "fi" is found as it is typed.
constexpr double kNoLigatures = 0.05;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::Paper)
};

/// Lays the words out in lines; returns their height.
double layOut(QTextLayout& layout, double width) {
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  double height = 0;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    line.setPosition({0, height});
    height += line.height();
  }
  layout.endLayout();
  return height;
}

/// Line breaks of the words as QTextLayout knows them.
QString withBreaks(QString words) {
  return words.replace(QLatin1Char('\n'), QChar::LineSeparator);
}

}  // namespace

void Paper::prepare(QPagedPaintDevice& device) {
  device.setPageSize(QPageSize(QPageSize::A4));
  device.setPageMargins(QMarginsF());
}

Paper::Paper(QPagedPaintDevice& device, QString foot)
    : device_(device), dots_(device.logicalDpiX() / 72.0), painter_(&device), foot_(std::move(foot)), y_(kTop) {
  painter_.scale(dots_, dots_);
  painter_.setRenderHint(QPainter::LosslessImageRendering);
  painter_.setFont(font(kFontSize));
  paintFoot();
}

double Paper::width() const {
  return kWidth - 2 * kMargin;
}

double Paper::left() const {
  return kMargin;
}

double Paper::rest() const {
  return kHeight - kBottom - kFoot - y_;
}

QRectF Paper::take(double height) {
  keep(height);
  const QRectF area(kMargin, y_, width(), height);
  y_ += height;
  return area;
}

void Paper::keep(double height) {
  if (height <= rest()) return;
  newPage();
  if (head_.isEmpty()) return;
  const QFont bold = font(kFontSize, true);
  const double high = heightOf(head_, bold, width());
  draw(head_, bold, QRectF(kMargin, y_, width(), high));
  y_ += high + 4;
}

void Paper::newPage() {
  device_.newPage();
  ++number_;
  y_ = kTop;
  paintFoot();
}

QFont Paper::font(int size, bool bold) {
  QFont font(QStringLiteral("DejaVu Sans"));
  font.setPixelSize(size);
  font.setBold(bold);
  return font;
}

/// Laid out in the device's own dots: at a few dots a letter its width would be rounded.
QFont Paper::inDots(QFont font) const {
  font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * dots_)));
  font.setLetterSpacing(QFont::AbsoluteSpacing, kNoLigatures);
  return font;
}

double Paper::heightOf(const QString& words, const QFont& font, double width) const {
  QTextLayout layout(withBreaks(words), inDots(font), painter_.device());
  return layOut(layout, width * dots_) / dots_;
}

void Paper::draw(const QString& words, const QFont& font, const QRectF& area, const QColor& colour) {
  QTextLayout layout(withBreaks(words), inDots(font), painter_.device());
  layOut(layout, area.width() * dots_);
  painter_.save();
  painter_.resetTransform();
  painter_.setPen(colour);
  layout.draw(&painter_, area.topLeft() * dots_);
  painter_.restore();
}

void Paper::text(const QString& words, const QFont& font, const QColor& colour) {
  draw(words, font, take(heightOf(words, font, width()) + 2), colour);
}

void Paper::paintFoot() {
  const QColor grey(0x60, 0x60, 0x60);
  const QString page = Texts::tr("page %1").arg(number_);
  const QRectF area(kMargin, kHeight - kBottom - kFoot + 4, width(), kFoot - 4);
  draw(foot_, font(kFootSize), area.adjusted(0, 0, -kPageNumberWidth, 0), grey);
  draw(page, font(kFootSize), area.adjusted(width() - kPageNumberWidth + 8, 0, 0, 0), grey);
}

}  // namespace app
