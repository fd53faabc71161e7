#include "app/fluoroscopy/scan_on_frame_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "app/case/shown_scan.h"
#include "app/text/numbers.h"
#include "app/views/ink.h"
#include "app/views/overlay_text.h"
#include "app/views/projected_plan.h"

namespace app::fluoroscopy {
namespace {

using planning::fluoroscopy::Projection;

constexpr int kMostPixels = 512;  // of the radiograph's side: it is only looked at
constexpr double kAlongMmPerNotch = 2, kDegreesPerPixel = 0.2;

/// Grey pictures of one size: whether the one is more like the other's inverse.
bool areOpposite(const QImage& a, const QImage& b) {
  const QImage small = b.scaled(64, 64), other = a.scaled(64, 64);
  double sa = 0, sb = 0, sab = 0;
  constexpr int kCount = 64 * 64;
  for (int i = 0; i < kCount; ++i) {
    const double x = qGray(other.pixel(i % 64, i / 64)), y = qGray(small.pixel(i % 64, i / 64));
    sa += x, sb += y, sab += x * y;
  }
  return sab / kCount < sa / kCount * sb / kCount;
}

}  // namespace

ScanOnFrameView::ScanOnFrameView(ShownScan& scan, ScanOnFrame& model, QWidget* parent)
    : QWidget(parent), scan_(scan), model_(model) {
  setObjectName("scanOnFrame");
  setCursor(Qt::SizeAllCursor);
  connect(&model_, &ScanOnFrame::changed, this, &ScanOnFrameView::refresh);
  connect(&scan_, &ShownScan::displayChanged, this, [this] { update(); });
  connect(&maker_, &views::RadiographMaker::answered, this, &ScanOnFrameView::takeRadiograph);
  refresh();
}

void ScanOnFrameView::setBlend(double part) {
  blend_ = part;
  update();
}

void ScanOnFrameView::takeFrame() {
  if (pixels_ == model_.pixels()) return;
  pixels_ = model_.pixels();
  frame_ = pixels_ ? model_.picture() : QImage();
}

void ScanOnFrameView::refresh() {
  takeFrame();
  update();
  const auto seen = model_.seenFromScan();
  if (!seen || !isVisible()) {
    if (!seen) maker_.forget(), radiograph_.reset(), asked_.reset(), scanPicture_ = QImage();
    return;
  }
  if (asked_ == seen) return;
  asked_ = seen;
  const int factor = (std::max(seen->columns, seen->rows) + kMostPixels - 1) / kMostPixels;
  views::RadiographMaker::Question question{scan_.volume(), planning::fluoroscopy::coarser(*seen, factor), {}};
  const auto& structures = scan_.structures();
  for (std::size_t i = 0; i < structures.size(); ++i) {
    const bool shown = scan_.display(static_cast<int>(i)).visible && model_.isNear(structures[i].structure);
    question.surfaces.push_back(shown ? structures[i].surface : nullptr);
  }
  maker_.ask(std::move(question));
}

void ScanOnFrameView::showEvent(QShowEvent*) {
  asked_.reset();
  refresh();
}

void ScanOnFrameView::takeRadiograph(const std::shared_ptr<const views::RadiographMaker::Answer>& answer) {
  radiograph_ = answer;
  scanPicture_ = views::greyPicture(answer->image);
  if (!frame_.isNull() && areOpposite(frame_, scanPicture_)) scanPicture_.invertPixels();
  update();
}

/// The whole frame, its pixels square or not, in the middle.
QRectF ScanOnFrameView::pictureArea() const {
  const auto view = model_.view();
  if (!view) return {};
  const double scale =
      std::min(width() / static_cast<double>(view->columns), height() / static_cast<double>(view->rows));
  const QSizeF size(view->columns * scale, view->rows * scale);
  return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

std::optional<QPointF> ScanOnFrameView::onScreen(const planning::Point& place) const {
  const auto seen = model_.seenFromScan();
  return seen ? views::onPicture(*seen, place, pictureArea()) : std::nullopt;
}

void ScanOnFrameView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter.fillRect(rect(), views::ink::kBackground);
  if (frame_.isNull() || !model_.view())
    return views::paintHint(painter, rect(), tr("Open a run whose geometry is known, and its frame appears here"));
  const QRectF area = pictureArea();
  painter.setClipRect(area);
  painter.drawImage(area, frame_);
  if (!scanPicture_.isNull()) {
    painter.setOpacity(blend_);
    painter.drawImage(area, scanPicture_);
    painter.setOpacity(1);
  }
  if (model_.result()) paintPlan(painter);
  paintWords(painter);
}

void ScanOnFrameView::paintPlan(QPainter& painter) const {
  const auto seen = model_.seenFromScan();
  if (!seen) return;
  if (radiograph_) views::paintOutlines(painter, scan_, *radiograph_, pictureArea());
  views::paintNeedlesOnPicture(painter, scan_, *seen, pictureArea(), views::Chosen::Crosshair);
  const auto& needles = scan_.plan().choices.needles;
  const auto current = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  if (current >= needles.size() || !needles[current].target) return;
  const auto at = onScreen(*needles[current].target);
  if (!at) return;
  const double mmPerPixel =
      Projection(*seen).mmPerColumnAt(*needles[current].target) * seen->columns / pictureArea().width();
  const double ring = model_.result()->residualMm / mmPerPixel;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(views::ink::kMargin, 1.4, Qt::DashLine));
  painter.drawEllipse(*at, ring, ring);
}

void ScanOnFrameView::paintWords(QPainter& painter) const {
  const QRectF area = pictureArea();
  if (const auto seen = model_.seenFromScan()) {
    const Projection projection(*seen);
    painter.save();
    painter.translate(area.topLeft());
    const double mmPerPixel = projection.mmPerColumnAt(seen->isocentre) * seen->columns / area.width();
    views::paintLetters(
        painter, {{projection.columnDirection(), projection.rowDirection()}, seen->isocentre, mmPerPixel, area.size()});
    painter.restore();
  }
  const QRectF inner = area.adjusted(8, 6, -8, -6);
  const auto& result = model_.result();
  const QString text = result
                           ? tr("Plan of the scan, registered: residual %1").arg(number(result->residualMm, 2) + " mm")
                           : tr("Not registered: the plan is not drawn");
  views::paintText(painter, inner, Qt::AlignLeft | Qt::AlignTop, text,
                   result ? views::ink::kText : views::ink::kMargin);
}

void ScanOnFrameView::mousePressEvent(QMouseEvent* event) {
  lastMouse_ = event->position();
  model_.beginMove();
}

void ScanOnFrameView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF way = event->position() - lastMouse_;
  lastMouse_ = event->position();
  const auto view = model_.view();
  if (event->buttons() != Qt::LeftButton || !view) return;
  if ((event->modifiers() & Qt::ShiftModifier) != 0) return model_.turnBy(way.x() * kDegreesPerPixel);
  const Projection projection(*view);
  const double scale = view->columns / pictureArea().width();
  model_.shiftBy(way.x() * scale * projection.mmPerColumnAt(view->isocentre),
                 way.y() * scale * projection.mmPerRowAt(view->isocentre), 0);
}

void ScanOnFrameView::wheelEvent(QWheelEvent* event) {
  model_.shiftBy(0, 0, kAlongMmPerNotch * event->angleDelta().y() / 120.0);
}

}  // namespace app::fluoroscopy
