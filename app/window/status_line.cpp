#include "app/window/status_line.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "app/case/shown_scan.h"
#include "app/text/numbers.h"
#include "app/work/reporter.h"

namespace app {
namespace {

constexpr int kMessageMs = 8000;

QLabel* label(const char* objectName) {
  auto* made = new QLabel;
  made->setObjectName(objectName);
  return made;
}

}  // namespace

StatusLine::StatusLine(const ShownScan& scan, Reporter& reporter, QWidget* parent)
    : QStatusBar(parent),
      scan_(scan),
      hover_(label("hover")),
      reason_(label("reason")),
      position_(label("patientPosition")),
      working_(label("working")),
      progress_(new QProgressBar),
      cancel_(new QToolButton) {
  progress_->setObjectName("progress");
  progress_->setMaximumWidth(180);
  progress_->setTextVisible(true);
  cancel_->setObjectName("cancel");
  cancel_->setText(tr("Cancel"));
  reason_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long sentence widens no window
  addWidget(hover_);
  addWidget(reason_, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{working_, progress_, cancel_, position_})
    addPermanentWidget(widget);
  connect(cancel_, &QToolButton::clicked, &reporter, &Reporter::cancelled);
  connect(&reporter, &Reporter::workProgress, this, &StatusLine::showProgress);
  connect(&reporter, &Reporter::message, this, [this](const QString& text) { showMessage(text, kMessageMs); });
  connect(&scan_, &ShownScan::planChanged, this, &StatusLine::showScanFacts);
  showProgress({}, 2);
}

void StatusLine::showHovered(const planning::Point& where, std::optional<int> hu) {
  const QString value = hu ? tr("HU %1").arg(number(*hu, 0)) : tr("no HU");
  hover_->setText(value + QStringLiteral("   ") + place(where));
}

void StatusLine::endHover() {
  hover_->clear();
}

void StatusLine::explain(const QString& reason) {
  reason_->setText(reason);
}

void StatusLine::showScanFacts() {
  const auto volume = scan_.volume();
  if (!volume) return position_->clear();
  const QString lies = QString::fromStdString(volume->identity.patientPosition);
  position_->setText(tr("Position %1").arg(lies.isEmpty() ? tr("unknown") : lies) + QStringLiteral("   ") +
                     tr("Gantry tilt %1").arg(degrees(volume->gantryTilt)));
}

void StatusLine::showProgress(const QString& what, double fraction) {
  const bool ended = fraction > 1;
  for (QWidget* widget : std::initializer_list<QWidget*>{working_, progress_, cancel_}) widget->setVisible(!ended);
  if (ended) return;
  working_->setText(what);
  progress_->setRange(0, fraction < 0 ? 0 : 100);
  progress_->setValue(static_cast<int>(fraction * 100));
}

}  // namespace app
