#include "app/review/record_panel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/look/quiet_combo.h"
#include "app/panels/findings_panel.h"
#include "app/review/review_words.h"
#include "app/text/words.h"

namespace app::review {
namespace {

constexpr const char* kContrastTests[] = {"", "epidural", "articular", "vascular", "intrathecal"};

}  // namespace

ControlFindingsPanel::ControlFindingsPanel(ReviewCase& review, QWidget* parent)
    : Section(tr("Findings"), false, parent), review_(review), text_(new QLabel) {
  text_->setObjectName("reviewFindings");
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::RichText);
  body()->addWidget(text_);
  connect(&review_, &ReviewCase::changed, this, &ControlFindingsPanel::refresh);
  refresh();
}

void ControlFindingsPanel::refresh() {
  const auto* result = review_.result();
  const bool shown = result && !review_.isWorking() && !review_.isRejected();
  text_->setText(shown ? panels::findingsTable(result->control.actual.assessment.findings) : QString());
  setVisible(!text_->text().isEmpty());
}

RecordPanel::RecordPanel(ReviewCase& review, QWidget* parent)
    : QWidget(parent),
      review_(review),
      route_(new QLabel),
      saved_(panels::caption({})),
      contrast_(new panels::QuietCombo("reviewContrast")),
      timePoint_(new QLineEdit),
      save_(new QPushButton(tr("Save the control"))) {
  route_->setObjectName("reviewRoute");
  route_->setWordWrap(true);
  timePoint_->setObjectName("reviewTimePoint");
  save_->setObjectName("reviewSave");
  saved_->setObjectName("reviewSaved");
  for (const char* test : kContrastTests) contrast_->addItem(contrastWord(test), QString(test));
  setObjectName("reviewRecord");
  setAttribute(Qt::WA_StyledBackground);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 8, 12, 8);
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const auto& [text, widget] : {std::pair<QString, QWidget*>(tr("Route"), route_),
                                     {tr("Contrast test"), contrast_},
                                     {tr("Time point"), timePoint_}}) {
    auto* name = new QLabel(text);
    name->setProperty("role", "caption");
    grid->addWidget(name, row, 0);
    grid->addWidget(widget, row++, 1);
  }
  layout->addLayout(grid);
  for (QWidget* widget : std::initializer_list<QWidget*>{save_, saved_}) layout->addWidget(widget);
  connect(contrast_, &QComboBox::activated, this,
          [this](int at) { review_.setContrastTest(contrast_->itemData(at).toString().toStdString()); });
  connect(timePoint_, &QLineEdit::editingFinished, this, [this] { review_.setTimePoint(timePoint_->text()); });
  connect(save_, &QPushButton::clicked, this, &RecordPanel::saveAsked);
  connect(&review_, &ReviewCase::changed, this, &RecordPanel::refresh);
  refresh();
}

void RecordPanel::refresh() {
  const auto* route = planning::procedure::routesInUse().find(review_.site().routeId);
  route_->setText(route ? inLanguage(route->name) : tr("none chosen"));
  const QSignalBlocker quiet(contrast_);
  contrast_->setCurrentIndex(contrast_->findData(QString::fromStdString(review_.marks().contrastTest)));
  if (!timePoint_->hasFocus() || timePoint_->text().isEmpty())
    timePoint_->setText(QString::fromStdString(review_.marks().timePoint));
  const auto* result = review_.result();
  const bool shown = result && !review_.isWorking() && !review_.isRejected();
  save_->setEnabled(shown);
  const bool kept = !review_.savedFile().isEmpty();
  saved_->setText(!kept                       ? QString()
                  : review_.hasUnsavedMarks() ? tr("Changed since it was saved")
                                              : tr("Saved: %1").arg(QFileInfo(review_.savedFile()).fileName()));
  saved_->setVisible(kept);
}

}  // namespace app::review
