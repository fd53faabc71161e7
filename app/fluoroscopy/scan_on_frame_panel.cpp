#include "app/fluoroscopy/scan_on_frame_panel.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include "app/fluoroscopy/scan_on_frame.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"

namespace app::fluoroscopy {
namespace {

QPushButton* button(const QString& name, const QString& text, const QString& tip) {
  auto* made = new QPushButton(text);
  made->setObjectName(name);
  made->setToolTip(tip);
  made->setFocusPolicy(Qt::TabFocus);
  return made;
}

}  // namespace

ScanOnFramePanel::ScanOnFramePanel(ScanOnFrame& model, QWidget* parent)
    : Section(tr("Plan of the scan on a frame"), false, parent),
      model_(model),
      state_(panels::caption({})),
      residual_(panels::bigValue("registrationResidual")),
      depth_(panels::caption({})),
      kind_(panels::caption({})),
      clearances_(panels::caption({})),
      blend_(new QSlider(Qt::Horizontal)),
      startOver_(
          button("registrationStartOver", tr("Start over"), tr("The plan's target in the isocentre, not turned"))),
      register_(button("registrationRun", tr("Register"), tr("Fits the scan to the frame by its intensities"))),
      measure_(button("registrationMeasure", tr("Measure"), tr("Measures the residual of the scan as it lies"))),
      cancel_(button("registrationCancel", tr("Cancel"), {})),
      both_(new QCheckBox(tr("Use both views"))),
      limit_(new QDoubleSpinBox),
      progress_(new QProgressBar) {
  makeSteps();
  makeResults();
  connect(&model_, &ScanOnFrame::changed, this, &ScanOnFramePanel::refresh);
  connect(&model_, &ScanOnFrame::progress, this, [this](double fraction) {
    progress_->setRange(0, fraction < 0 ? 0 : 100);
    progress_->setValue(static_cast<int>(fraction * 100));
  });
  refresh();
}

void ScanOnFramePanel::makeSteps() {
  body()->addWidget(state_);
  body()->addWidget(
      panels::caption(tr("Drag: move the scan. Shift and drag: turn it. Wheel: nearer to the detector.")));
  auto* row = new QHBoxLayout;
  row->addWidget(new QLabel(tr("Frame")));
  row->addWidget(blend_, 1);
  row->addWidget(new QLabel(tr("Radiograph")));
  body()->addLayout(row);
  blend_->setRange(0, 100);
  blend_->setValue(50);
  connect(blend_, &QSlider::valueChanged, this, [this](int value) { Q_EMIT blendChosen(value / 100.0); });
  auto* buttons = new QHBoxLayout;
  for (QPushButton* one : {startOver_, register_, measure_}) buttons->addWidget(one);
  body()->addLayout(buttons);
  connect(startOver_, &QPushButton::clicked, &model_, &ScanOnFrame::startOver);
  connect(register_, &QPushButton::clicked, &model_, &ScanOnFrame::registerToFrame);
  connect(measure_, &QPushButton::clicked, &model_, &ScanOnFrame::measure);
  body()->addWidget(both_);
  connect(both_, &QCheckBox::toggled, &model_, &ScanOnFrame::setUsesBoth);
  auto* working = new QHBoxLayout;
  working->addWidget(progress_, 1);
  working->addWidget(cancel_);
  body()->addLayout(working);
  connect(cancel_, &QPushButton::clicked, &model_, &ScanOnFrame::cancel);
}

void ScanOnFramePanel::makeResults() {
  auto* row = new QHBoxLayout;
  row->addWidget(new QLabel(tr("Refuse above")));
  row->addWidget(limit_);
  row->addStretch(1);
  body()->addLayout(row);
  limit_->setObjectName("registrationLimit");
  limit_->setRange(0.2, 10);
  limit_->setDecimals(1);
  limit_->setSingleStep(0.1);
  limit_->setSuffix(QStringLiteral(" mm"));
  limit_->setLocale(QLocale::c());
  limit_->setValue(model_.limitMm());
  connect(limit_, &QDoubleSpinBox::valueChanged, &model_, &ScanOnFrame::setLimitMm);
  for (QLabel* label : {residual_, kind_, depth_, clearances_}) body()->addWidget(label);
  clearances_->setTextFormat(Qt::PlainText);
}

void ScanOnFramePanel::refresh() {
  const bool ready = model_.seenFromScan() && model_.pixels();
  const bool busy = model_.isBusy();
  QString state;
  if (!model_.seenFromScan())
    state = model_.view() ? tr("Open the scan that was planned on.")
                          : tr("Open a run of the same patient in the views; its frame must give the whole geometry.");
  else if (!model_.pixels())
    state = tr("The frame is being read.");
  state_->setText(state);
  state_->setVisible(!state.isEmpty());
  for (QPushButton* one : {startOver_, register_, measure_}) one->setEnabled(ready && !busy);
  both_->setVisible(model_.mayUseBoth());
  both_->setChecked(model_.usesBoth());
  progress_->setVisible(busy);
  cancel_->setVisible(busy);
  showResult();
}

void ScanOnFramePanel::showResult() {
  const auto& result = model_.result();
  residual_->setText(result ? tr("Residual %1").arg(number(result->residualMm, 2) + QStringLiteral(" mm")) : QString());
  residual_->setVisible(result.has_value());
  if (model_.refusal())
    kind_->setText(sentence(*model_.refusal()));
  else if (result)
    kind_->setText(model_.byHand() ? tr("By hand; measured in %n piece(s) of the frame", nullptr, result->pieces)
                                   : tr("By intensity; measured in %n piece(s) of the frame", nullptr, result->pieces));
  else
    kind_->setText(tr("Not measured: the plan is not drawn over the frame."));
  depth_->setVisible(result && result->depthErrorMm);
  if (result && result->depthErrorMm)
    depth_->setText(tr("Along the beam ± %1: one view alone does not see it.").arg(mm(*result->depthErrorMm)));
  QStringList lines;
  int farther = 0;
  for (const auto& clearance : model_.clearances()) {
    if (!clearance.distanceMm || !clearance.verdict) continue;
    if (*clearance.distanceMm > ScanOnFrame::kNearMm)
      ++farther;
    else
      lines << tr("%1 %2: %3 ± %4")
                   .arg(verdictSign(*clearance.verdict), QString::fromStdString(clearance.structure),
                        number(*clearance.distanceMm), mm(clearance.errorBoundMm));
  }
  if (farther > 0)
    lines << tr("%n other(s) more than %1 away", nullptr, farther).arg(number(ScanOnFrame::kNearMm, 0) + " mm");
  clearances_->setVisible(!lines.isEmpty());
  clearances_->setText(tr("Distances, the residual in their bounds:") + '\n' + lines.join('\n'));
}

}  // namespace app::fluoroscopy
