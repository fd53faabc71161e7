#include "app/fluoroscopy/frame_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "app/fluoroscopy/frame_overlay.h"
#include "app/text/site_words.h"
#include "app/views/ink.h"
#include "app/views/overlay_text.h"
#include "app/views/site_band.h"

namespace app::fluoroscopy {

using planning::fluoroscopy::Calibration;
using planning::fluoroscopy::ImagePoint;

namespace {

constexpr double kGrabPx = 10, kMostZoom = 32, kUsualFrameMs = 1000.0 / 15;

}  // namespace

FrameView::FrameView(FluoroscopyCase& model, int view, QWidget* parent) : QWidget(parent), model_(model), view_(view) {
  setObjectName(QStringLiteral("frameView%1").arg(QChar('A' + view)));
  setFocusPolicy(Qt::ClickFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  connect(&model_, &FluoroscopyCase::viewsChanged, this, &FrameView::takeRun);
  connect(&model_, &FluoroscopyCase::frameChanged, this, [this](int changed) {
    if (changed == view_) takeFrame();
    update();  // of the other view: the line that guides the second mark
  });
  connect(&model_, &FluoroscopyCase::planChanged, this, qOverload<>(&QWidget::update));
  connect(&model_, &FluoroscopyCase::currentViewChanged, this, qOverload<>(&QWidget::update));
  connect(&feeder_, &FrameFeeder::arrived, this, &FrameView::takeFrame);
  connect(&feeder_, &FrameFeeder::failed, this, [this](const planning::Error& error) {
    setPlaying(false);
    waits_ = false;
    Q_EMIT refused(error);
    update();
  });
  takeRun();
}

void FrameView::takeRun() {
  const auto run = model_.run(view_);
  if (run == run_) return takeFrame();
  setPlaying(false);
  run_ = run;
  feeder_.setRun(run);
  pixels_.reset();
  mask_.reset();
  picture_ = {};
  look_ = {};
  lookIsFitted_ = false;
  fit();
  takeFrame();
}

void FrameView::takeFrame() {
  if (!run_) return update();
  const auto pixels = feeder_.want(model_.frame(view_));
  waits_ = !pixels;
  if (!pixels) return;
  pixels_ = pixels;
  if (!lookIsFitted_) {
    look_ = usualLook(*run_, *pixels_);
    lookIsFitted_ = true;
    Q_EMIT lookChanged();
  }
  remakePicture();
}

void FrameView::remakePicture() {
  if (pixels_) picture_ = pictureOf(*pixels_, look_.mask ? mask_.get() : nullptr, look_, run_->view().presentation);
  update();
}

void FrameView::setLook(const Look& look) {
  look_ = look;
  if (!look_.mask) mask_.reset();
  remakePicture();
  Q_EMIT lookChanged();
}

void FrameView::setMaskHere() {
  if (!pixels_) return;
  Look look = look_;
  look.mask = model_.frame(view_);
  mask_ = pixels_;
  fitSubtraction(look, *pixels_, *mask_, run_->view().presentation.intensity);
  // Of the mask against itself nothing is left; a frame some way on shows what will be seen.
  if (const auto other = run_->kept(std::min(*look.mask + 4, run_->frames() - 1)))
    fitSubtraction(look, *other, *mask_, run_->view().presentation.intensity);
  setLook(look);
}

void FrameView::setTool(MarkTool tool) {
  tool_ = tool;
  setCursor(tool == MarkTool::Look ? Qt::ArrowCursor : Qt::CrossCursor);
}

void FrameView::setCalibrationObject(Calibration::Object object, double knownMm) {
  calibrating_.object = object;
  calibrating_.knownMm = knownMm;
  const auto* marked = model_.marked(view_);
  if (!marked || !marked->calibration) return;
  Calibration changed = *marked->calibration;
  changed.object = object;
  changed.knownMm = knownMm;
  model_.setCalibration(view_, changed);
}

void FrameView::fit() {
  zoom_ = 1;
  shift_ = {};
  update();
}

void FrameView::setSpeed(double factor) {
  speed_ = factor;
  if (!isPlaying()) return;
  setPlaying(false);
  setPlaying(true);
}

void FrameView::setPlaying(bool playing) {
  playing = playing && run_ && run_->frames() > 1;
  if (playing == isPlaying()) return;
  if (cine_) killTimer(std::exchange(cine_, 0));
  const double frameMs =
      run_ && run_->view().frameTimeMs && *run_->view().frameTimeMs > 1 ? *run_->view().frameTimeMs : kUsualFrameMs;
  if (playing) cine_ = startTimer(std::max(4, static_cast<int>(std::lround(frameMs / speed_))), Qt::PreciseTimer);
  Q_EMIT playingChanged(playing);
}

void FrameView::timerEvent(QTimerEvent* event) {
  if (event->timerId() != cine_ || waits_) return;
  model_.setFrame(view_, (model_.frame(view_) + 1) % run_->frames());
}

void FrameView::step(int frames) {
  if (run_) model_.setFrame(view_, model_.frame(view_) + frames);
}

double FrameView::fitScale() const {
  if (!run_) return 1;
  return std::min(width() / static_cast<double>(run_->view().columns),
                  height() / static_cast<double>(run_->view().rows));
}

double FrameView::pixelsPerColumn() const {
  return fitScale() * zoom_;
}

QPointF FrameView::toWidget(const ImagePoint& place) const {
  if (!run_) return {};
  const QPointF middle((run_->view().columns - 1) / 2.0, (run_->view().rows - 1) / 2.0);
  return QPointF(width() / 2.0, height() / 2.0) + shift_ +
         (QPointF(place.column, place.row) - middle) * pixelsPerColumn();
}

ImagePoint FrameView::toFrame(const QPointF& place) const {
  if (!run_) return {};
  const QPointF middle((run_->view().columns - 1) / 2.0, (run_->view().rows - 1) / 2.0);
  const QPointF at = (place - QPointF(width() / 2.0, height() / 2.0) - shift_) / pixelsPerColumn() + middle;
  return {at.x(), at.y()};
}

void FrameView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), views::ink::kBackground);
  if (!run_) {
    const QString hint = view_ == 0 ? tr("Open a run from the list") : tr("A second view from another angle goes here");
    return views::paintHint(painter, rect(), hint);
  }
  if (!picture_.isNull()) {
    const QRectF target(toWidget({-0.5, -0.5}), toWidget({picture_.width() - 0.5, picture_.height() - 0.5}));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, pixelsPerColumn() * devicePixelRatioF() < 3);
    painter.drawImage(target, picture_);
  }
  paintOverlay(painter, {rect(), toWidget({0, 0}), pixelsPerColumn(), look_}, model_, view_, !waits_);
  views::paintSiteBand(painter, width(), pictureBand(model_.document().plan()));
}

FrameView::Grip FrameView::gripAt(const QPointF& place) const {
  const auto* marked = model_.marked(view_);
  if (!marked) return Grip::None;
  std::vector<std::pair<Grip, ImagePoint>> grips;
  const bool here = marked->frame == model_.frame(view_);
  if (here && marked->target) grips.emplace_back(Grip::Target, *marked->target);
  if (here && marked->entry) grips.emplace_back(Grip::Entry, *marked->entry);
  if (tool_ == MarkTool::Calibrate && marked->calibration) {
    grips.emplace_back(Grip::CalibrationFrom, marked->calibration->from);
    grips.emplace_back(Grip::CalibrationTo, marked->calibration->to);
  }
  Grip nearest = Grip::None;
  double least = kGrabPx;
  for (const auto& [grip, at] : grips) {
    const QPointF away = toWidget(at) - place;
    const double distance = std::hypot(away.x(), away.y());
    if (distance < least) least = distance, nearest = grip;
  }
  return nearest;
}

void FrameView::startMark(const QPointF& place) {
  const ImagePoint at = toFrame(place);
  switch (tool_) {
    case MarkTool::Target:
      grip_ = Grip::Target;
      break;
    case MarkTool::Entry:
      grip_ = Grip::Entry;
      break;
    case MarkTool::Calibrate: {
      Calibration fresh = calibrating_;
      fresh.from = fresh.to = at;
      model_.setCalibration(view_, fresh, true);
      grip_ = Grip::CalibrationTo;
      break;
    }
    case MarkTool::Look:
      grip_ = Grip::Move;
      break;
  }
}

void FrameView::mousePressEvent(QMouseEvent* event) {
  model_.setCurrentView(view_);
  if (!run_) return;
  pressedAt_ = event->position();
  shiftAtPress_ = shift_;
  lookAtPress_ = look_;
  if (event->button() == Qt::RightButton) grip_ = Grip::Window;
  if (event->button() == Qt::MiddleButton) grip_ = Grip::Move;
  if (event->button() != Qt::LeftButton) return;
  setPlaying(false);
  grip_ = gripAt(pressedAt_);
  if (grip_ == Grip::None) startMark(pressedAt_);
  if (grip_ == Grip::Target || grip_ == Grip::Entry) lastMark_ = grip_;
  if (grip_ != Grip::Move) drag(pressedAt_);
}

void FrameView::drag(const QPointF& place) {
  ImagePoint at = toFrame(place);
  at.column = std::clamp(at.column, -0.5, run_->view().columns - 0.5);
  at.row = std::clamp(at.row, -0.5, run_->view().rows - 0.5);
  const QPointF moved = place - pressedAt_;
  if (grip_ == Grip::Target) model_.setTarget(view_, at, true);
  if (grip_ == Grip::Entry) model_.setEntry(view_, at, true);
  if (grip_ == Grip::CalibrationFrom || grip_ == Grip::CalibrationTo) {
    Calibration changed = *model_.marked(view_)->calibration;
    (grip_ == Grip::CalibrationFrom ? changed.from : changed.to) = at;
    model_.setCalibration(view_, changed, true);
  }
  if (grip_ == Grip::Move) shift_ = shiftAtPress_ + moved;
  if (grip_ == Grip::Window) {
    Look look = lookAtPress_;
    double& width = look.mask ? look.subtractedWidth : look.windowWidth;
    double& centre = look.mask ? look.subtractedCentre : look.windowCentre;
    const double step = std::max(1.0, width) / 200;
    width = std::max(1.0, width + moved.x() * step);
    centre += moved.y() * step;
    setLook(look);
  }
  update();
}

void FrameView::mouseMoveEvent(QMouseEvent* event) {
  if (grip_ != Grip::None && run_) drag(event->position());
}

void FrameView::mouseReleaseEvent(QMouseEvent* event) {
  if (grip_ != Grip::None && run_) drag(event->position());
  model_.document().endDrag();
  grip_ = Grip::None;
}

void FrameView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && tool_ == MarkTool::Look) Q_EMIT fillAsked();
}

void FrameView::wheelEvent(QWheelEvent* event) {
  if (!run_ || event->angleDelta().y() == 0) return event->ignore();
  model_.setCurrentView(view_);
  const int up = event->angleDelta().y() > 0 ? 1 : -1;
  event->accept();
  if (!(event->modifiers() & Qt::ControlModifier)) return step(-up);
  const ImagePoint under = toFrame(event->position());
  zoom_ = std::clamp(zoom_ * (up > 0 ? 1.25 : 0.8), 0.5, kMostZoom);
  shift_ += event->position() - toWidget(under);
  update();
}

void FrameView::nudge(double columns, double rows) {
  const auto* marked = model_.marked(view_);
  if (!marked || marked->frame != model_.frame(view_)) return;
  const bool entry = lastMark_ == Grip::Entry;
  auto mark = entry ? marked->entry : marked->target;
  if (!mark) return;
  mark->column += columns;
  mark->row += rows;
  entry ? model_.setEntry(view_, mark) : model_.setTarget(view_, mark);
}

void FrameView::keyPressEvent(QKeyEvent* event) {
  const double pixels = event->modifiers() & Qt::ShiftModifier ? 0.2 : 1.0;
  switch (event->key()) {
    case Qt::Key_Left:
      return nudge(-pixels, 0);
    case Qt::Key_Right:
      return nudge(pixels, 0);
    case Qt::Key_Up:
      return nudge(0, -pixels);
    case Qt::Key_Down:
      return nudge(0, pixels);
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace app::fluoroscopy
