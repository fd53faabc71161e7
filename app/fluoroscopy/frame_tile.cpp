#include "app/fluoroscopy/frame_tile.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/look/quiet_combo.h"
#include "app/text/numbers.h"

namespace app::fluoroscopy {
namespace {

constexpr double kShiftStepPx = 0.5;

QHBoxLayout* bar(QWidget* holder) {
  auto* layout = new QHBoxLayout(holder);
  layout->setContentsMargins(6, 1, 6, 1);
  layout->setSpacing(4);
  return layout;
}

}  // namespace

FrameTile::FrameTile(FluoroscopyCase& model, int view, QWidget* parent)
    : QFrame(parent), model_(model), view_(view), frame_(new FrameView(model, view)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(frame_, 1);
  column->addWidget(makeCine());
  column->addWidget(makeLook());
  connect(frame_, &FrameView::lookChanged, this, &FrameTile::refresh);
  connect(frame_, &FrameView::playingChanged, this, &FrameTile::refresh);
  connect(&model_, &FluoroscopyCase::viewsChanged, this, &FrameTile::refresh);
  connect(&model_, &FluoroscopyCase::frameChanged, this, &FrameTile::refresh);
  refresh();
}

QToolButton* FrameTile::button(const QString& name, const QString& text, const QString& tip) {
  auto* made = new QToolButton;
  made->setObjectName(name + QChar('A' + view_));
  made->setText(text);
  made->setToolTip(tip);
  made->setFocusPolicy(Qt::NoFocus);
  return made;
}

QWidget* FrameTile::makeCine() {
  cine_ = new QWidget;
  auto* layout = bar(cine_);
  auto* back = button("stepBack", QStringLiteral("◀"), tr("One frame back"));
  auto* on = button("stepOn", QStringLiteral("▶"), tr("One frame on"));
  play_ = button("play", tr("Play"), tr("Play the run (Space)"));
  play_->setCheckable(true);
  frames_ = new QSlider(Qt::Horizontal);
  frames_->setObjectName(QStringLiteral("frames") + QChar('A' + view_));
  frames_->setFocusPolicy(Qt::NoFocus);
  count_ = new QLabel;
  speed_ = new panels::QuietCombo(QStringLiteral("speed") + QChar('A' + view_));
  speed_->setFocusPolicy(Qt::NoFocus);
  speed_->setMinimumContentsLength(3);
  for (const double factor : {0.25, 0.5, 1.0, 2.0})
    speed_->addItem(QStringLiteral("×") + QString::number(factor), factor);
  speed_->setCurrentIndex(2);
  speed_->setToolTip(tr("Speed, of the frame rate in the file; 15 frames a second where it gives none"));
  for (QWidget* part : std::initializer_list<QWidget*>{back, play_, on}) layout->addWidget(part);
  layout->addWidget(frames_, 1);
  layout->addWidget(count_);
  layout->addWidget(speed_);
  connect(back, &QToolButton::clicked, this, [this] { model_.setFrame(view_, model_.frame(view_) - 1); });
  connect(on, &QToolButton::clicked, this, [this] { model_.setFrame(view_, model_.frame(view_) + 1); });
  connect(play_, &QToolButton::clicked, frame_, &FrameView::setPlaying);
  connect(frames_, &QSlider::valueChanged, this, [this](int frame) { model_.setFrame(view_, frame); });
  connect(speed_, &QComboBox::activated, this, [this] { frame_->setSpeed(speed_->currentData().toDouble()); });
  return cine_;
}

QWidget* FrameTile::makeLook() {
  lookBar_ = new QWidget;
  auto* layout = bar(lookBar_);
  invert_ = button("invert", tr("Invert"), tr("Black for white (I)"));
  invert_->setCheckable(true);
  edges_ = new panels::QuietCombo(QStringLiteral("edges") + QChar('A' + view_));
  edges_->setFocusPolicy(Qt::NoFocus);
  edges_->addItems({tr("Edges 0"), tr("Edges 1"), tr("Edges 2"), tr("Edges 3")});
  edges_->setToolTip(tr("How strongly fine detail is raised"));
  subtract_ = button("subtract", tr("Subtract"), tr("Take this frame away from all others"));
  subtract_->setCheckable(true);
  shiftButtons_ = new QWidget;
  auto* shifts = new QHBoxLayout(shiftButtons_);
  shifts->setContentsMargins(0, 0, 0, 0);
  shifts->setSpacing(1);
  const QString tip = tr("Shift the mask by half a pixel");
  for (const auto& [name, text, columns, rows] : {std::tuple("maskLeft", "←", -1, 0),
                                                  {"maskRight", "→", 1, 0},
                                                  {"maskUp", "↑", 0, -1},
                                                  {"maskDown", "↓", 0, 1}}) {
    auto* arrow = button(name, QString::fromUtf8(text), tip);
    arrow->setAutoRepeat(true);
    connect(arrow, &QToolButton::clicked, this,
            [this, columns = columns, rows = rows] { shiftMask(columns * kShiftStepPx, rows * kShiftStepPx); });
    shifts->addWidget(arrow);
  }
  shift_ = new QLabel;
  shifts->addWidget(shift_);
  for (QWidget* part : std::initializer_list<QWidget*>{invert_, edges_, subtract_, shiftButtons_})
    layout->addWidget(part);
  layout->addStretch(1);
  connect(invert_, &QToolButton::clicked, this, [this](bool on) {
    Look look = frame_->look();
    look.inverse = on;
    frame_->setLook(look);
  });
  connect(edges_, &QComboBox::activated, this, [this](int edges) {
    Look look = frame_->look();
    look.edges = edges;
    frame_->setLook(look);
  });
  connect(subtract_, &QToolButton::clicked, this, [this](bool on) {
    if (on) return frame_->setMaskHere();
    Look look = frame_->look();
    look.mask.reset();
    frame_->setLook(look);
  });
  return lookBar_;
}

void FrameTile::shiftMask(double columns, double rows) {
  Look look = frame_->look();
  look.maskShiftColumns += columns;
  look.maskShiftRows += rows;
  frame_->setLook(look);
}

void FrameTile::refresh() {
  const auto run = model_.run(view_);
  const bool many = run && run->frames() > 1;
  cine_->setVisible(many);
  lookBar_->setVisible(run != nullptr);
  if (!run) return;
  const QSignalBlocker quiet(frames_);
  frames_->setRange(0, run->frames() - 1);
  frames_->setValue(model_.frame(view_));
  const QString last = QString::number(run->frames());
  count_->setText(QStringLiteral("%1 / %2").arg(model_.frame(view_) + 1).arg(last));
  count_->setMinimumWidth(fontMetrics().horizontalAdvance(last + " / " + last));
  play_->setChecked(frame_->isPlaying());
  play_->setText(frame_->isPlaying() ? tr("Stop") : tr("Play"));
  const Look& look = frame_->look();
  invert_->setChecked(look.inverse);
  edges_->setCurrentIndex(look.edges);
  subtract_->setVisible(many);
  subtract_->setChecked(look.mask.has_value());
  shiftButtons_->setVisible(look.mask.has_value());
  shift_->setText(QStringLiteral(" %1 / %2 px").arg(number(look.maskShiftColumns), number(look.maskShiftRows)));
}

}  // namespace app::fluoroscopy
