#include "app/deidentify/image_look.h"

#include <QLabel>
#include <QPixmap>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "app/fluoroscopy/frame_picture.h"

namespace app::deidentify {

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
  if (picture.isNull()) return picture_->setText(tr("The picture cannot be shown: do not tick it."));
  picture_->setPixmap(
      picture.scaled(picture_->size() * devicePixelRatio(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

void ImageLook::wheelEvent(QWheelEvent* event) {
  if (!run_ || event->angleDelta().y() == 0) return event->ignore();
  frame_->setValue(frame_->value() + (event->angleDelta().y() > 0 ? -1 : 1));
  event->accept();
}

}  // namespace app::deidentify
