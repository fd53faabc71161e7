#include "app/deidentify/image_look.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

#include "app/fluoroscopy/frame_picture.h"

namespace app::deidentify {
namespace {

constexpr QColor kFound(0xe6, 0x9f, 0x00);  // orange of Okabe and Ito

}  // namespace

ImageLook::ImageLook(QWidget* parent)
    : QWidget(parent), picture_(new QLabel), number_(new QLabel), frame_(new QSlider(Qt::Horizontal)) {
  setObjectName("deidentifyLook");
  picture_->setObjectName("deidentifyPicture");
  picture_->setFixedSize(kPicture, kPicture);
  picture_->setAlignment(Qt::AlignCenter);
  number_->setObjectName("deidentifyFrameNumber");
  number_->setFixedWidth(kPicture);
  frame_->setObjectName("deidentifyFrame");
  frame_->setFixedWidth(kPicture);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  for (QWidget* part : std::initializer_list<QWidget*>{picture_, frame_, number_}) layout->addWidget(part);
  layout->addStretch();
  connect(frame_, &QSlider::valueChanged, this, &ImageLook::showFrame);
  connect(&feeder_, &fluoroscopy::FrameFeeder::arrived, this, &ImageLook::showFrame);
  connect(&feeder_, &fluoroscopy::FrameFeeder::failed, this, [this] {
    number_->setText(tr("Frame %1 of %2").arg(frame_->value() + 1).arg(frame_->maximum() + 1));
    put({});
  });
}

void ImageLook::look(const QString& file, const QPixmap& first, int frames) {
  const auto opened = frames > 1 ? io::FluoroscopyRun::open(file.toStdU16String()) : nullptr;
  run_ = opened && *opened && (*opened)->frames() > 1 ? *opened : nullptr;
  feeder_.setRun(run_);
  frame_->setVisible(run_ != nullptr);
  number_->setVisible(frames > 1);
  put(first);
  if (!run_) return number_->setText(tr("Only 1 of %1 frames can be shown: do not tick it.").arg(frames));
  {
    const QSignalBlocker quiet(frame_);
    frame_->setRange(0, run_->frames() - 1);
    frame_->setValue(0);
  }
  number_->clear();
  showFrame();
}

/// The number belongs to the frame that is seen: it waits for the picture.
void ImageLook::showFrame() {
  const int frame = frame_->value();
  const auto pixels = feeder_.want(frame);
  if (!pixels) return;
  const auto look = fluoroscopy::usualLook(*run_, *pixels);
  put(QPixmap::fromImage(fluoroscopy::pictureOf(*pixels, nullptr, look, run_->view().presentation)));
  number_->setText(tr("Frame %1 of %2; look at every one").arg(frame + 1).arg(run_->frames()));
}

void ImageLook::put(const QPixmap& picture) {
  shown_ = picture;
  if (picture.isNull()) return picture_->setText(tr("The picture cannot be shown: do not tick it."));
  paint();
}

void ImageLook::showBoxes(const std::vector<QRect>& found, const QList<QRect>& drawn) {
  found_ = found;
  drawn_ = drawn;
  growing_ = {};
  paint();
}

void ImageLook::paint() {
  if (shown_.isNull()) return;
  QPixmap scaled = shown_.scaled(picture_->size() * devicePixelRatio(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
  QPainter painter(&scaled);
  painter.scale(double(scaled.width()) / shown_.width(), double(scaled.height()) / shown_.height());
  QPen pen(kFound);
  pen.setCosmetic(true);
  painter.setPen(pen);
  for (const QRect& box : found_) painter.drawRect(box.adjusted(-1, -1, 1, 1));
  painter.setBrush(Qt::black);
  for (const QRect& box : drawn_) painter.drawRect(box);
  if (!growing_.isEmpty()) painter.drawRect(growing_);
  painter.end();
  picture_->setPixmap(scaled);
}

QPoint ImageLook::pixelAt(const QPoint& place) const {
  const QSize size = shown_.size().scaled(picture_->size(), Qt::KeepAspectRatio);
  const QPoint corner((picture_->width() - size.width()) / 2, (picture_->height() - size.height()) / 2);
  const QPoint within = picture_->mapFrom(this, place) - corner;
  return {std::clamp(within.x() * shown_.width() / size.width(), 0, shown_.width()),
          std::clamp(within.y() * shown_.height() / size.height(), 0, shown_.height())};
}

void ImageLook::mousePressEvent(QMouseEvent* event) {
  if (shown_.isNull() || event->button() != Qt::LeftButton) return event->ignore();
  pressed_ = pixelAt(event->pos());
  growing_ = {};
}

void ImageLook::mouseMoveEvent(QMouseEvent* event) {
  if (shown_.isNull() || !(event->buttons() & Qt::LeftButton)) return event->ignore();
  drawTo(pixelAt(event->pos()));
}

void ImageLook::mouseReleaseEvent(QMouseEvent* event) {
  if (shown_.isNull() || event->button() != Qt::LeftButton) return event->ignore();
  const QPoint released = pixelAt(event->pos());
  drawTo(released);
  if (!growing_.isEmpty())
    drawn_ << growing_;
  else if (released == pressed_ && !drawn_.isEmpty())
    drawn_.removeLast();
  growing_ = {};
  paint();
  if (onDrawn_) onDrawn_(drawn_);
}

void ImageLook::drawTo(const QPoint& to) {
  growing_ = QRect(std::min(pressed_.x(), to.x()), std::min(pressed_.y(), to.y()), std::abs(to.x() - pressed_.x()),
                   std::abs(to.y() - pressed_.y()));
  paint();
}

void ImageLook::wheelEvent(QWheelEvent* event) {
  if (!run_ || event->angleDelta().y() == 0) return event->ignore();
  frame_->setValue(frame_->value() + (event->angleDelta().y() > 0 ? -1 : 1));
  event->accept();
}

}  // namespace app::deidentify
