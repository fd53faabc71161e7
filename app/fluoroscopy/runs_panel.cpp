#include "app/fluoroscopy/runs_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/scan_work.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/view_words.h"
#include "app/panels/patient_banner.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"

namespace app::fluoroscopy {
namespace {

constexpr int kMostHeight = 420;

QLabel* line(const char* name, QVBoxLayout* layout) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  layout->addWidget(label);
  return label;
}

QString textOf(const planning::fluoroscopy::View& view, int number) {
  planning::fluoroscopy::MarkedView marked;
  marked.view = view;
  QString text = runTitle(view);
  if (number > 1) text += QStringLiteral("  %1").arg(number);
  text += '\n' + anglesText(marked) + '\n' + QStringLiteral("%1×%2").arg(view.columns).arg(view.rows);
  if (view.frames > 1) text += QStringLiteral("  ") + RunsPanel::tr("%n frame(s)", nullptr, view.frames);
  return text;
}

}  // namespace

FluoroscopyBanner::FluoroscopyBanner(FluoroscopyCase& model, QWidget* parent) : QWidget(parent), model_(model) {
  setObjectName("fluoroscopyBanner");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(2);
  name_ = line("fluoroscopyPatient", layout);
  details_ = line("fluoroscopyPatientDetails", layout);
  study_ = line("fluoroscopyStudy", layout);
  name_->setProperty("role", "patientName");
  connect(&model_, &FluoroscopyCase::viewsChanged, this, &FluoroscopyBanner::refresh);
  connect(&model_, &FluoroscopyCase::currentViewChanged, this, &FluoroscopyBanner::refresh);
  refresh();
}

void FluoroscopyBanner::refresh() {
  setVisible(!model_.isEmpty());
  if (model_.isEmpty()) return;
  const auto patient = model_.patient();
  name_->setText(panels::patientTitle(patient));
  details_->setText(panels::patientDetails(patient));
  const auto* view = model_.marked(model_.currentView());
  if (!view) view = model_.marked(1 - model_.currentView());
  const auto& study = view->view.identity.study;
  study_->setText(date(study.date) + QStringLiteral("  ") + QString::fromStdString(study.description));
}

RunsPanel::RunsPanel(ScanWork& work, FluoroscopyCase& model, QWidget* parent)
    : Section(tr("Fluoroscopy runs"), false, parent),
      work_(work),
      model_(model),
      list_(new QListWidget),
      none_(panels::caption(tr("No fluoroscopy in the folder that is open."))) {
  list_->setObjectName("runs");
  list_->setWordWrap(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setSpacing(2);
  auto* folder = new QPushButton(tr("Open folder"));
  folder->setObjectName("runsOpenFolder");
  auto* places = new QHBoxLayout;
  for (int view = 0; view < FluoroscopyCase::kViews; ++view) {
    auto* into = new QPushButton(view == 0 ? tr("Open as A") : tr("Open as B"));
    into->setObjectName(QStringLiteral("openAs") + QChar('A' + view));
    connect(into, &QPushButton::clicked, this, [this, view] { open(list_->currentRow(), view); });
    connect(list_, &QListWidget::currentRowChanged, into, [into](int row) { into->setEnabled(row >= 0); });
    into->setEnabled(false);
    places->addWidget(into);
  }
  body()->addWidget(none_);
  body()->addWidget(list_);
  body()->addLayout(places);
  body()->addWidget(folder);
  connect(folder, &QPushButton::clicked, this, &RunsPanel::openFolderAsked);
  connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const bool firstFree = !model_.marked(0), secondFree = !model_.marked(1);
    open(list_->row(item), firstFree ? 0 : secondFree ? 1 : model_.currentView());
  });
  connect(&work_, &ScanWork::scanned, this, &RunsPanel::list);
  connect(&model_, &FluoroscopyCase::viewsChanged, this, &RunsPanel::mark);
  list();
}

void RunsPanel::list() {
  rows_.clear();
  list_->clear();
  for (const auto& series : work_.lastScan().series)
    for (std::size_t i = 0; i < std::min(series.views.size(), series.files.size()); ++i) {
      rows_.push_back({QString::fromStdU16String(series.files[i].u16string()), series.views[i]});
      auto* item = new QListWidgetItem(textOf(series.views[i], static_cast<int>(i) + 1), list_);
      QStringList tip{personName(series.identity.patient.name), date(series.identity.study.date)};
      for (const auto& finding : series.findings) tip += sentence(finding);
      item->setToolTip(tip.join('\n'));
    }
  none_->setVisible(rows_.empty());
  list_->setVisible(!rows_.empty());
  mark();
  fitHeight();
}

void RunsPanel::mark() {
  for (int row = 0; row < list_->count(); ++row) {
    QFont font = list_->font();
    for (int view = 0; view < FluoroscopyCase::kViews; ++view) {
      const auto run = model_.run(view);
      if (run && QString::fromStdU16String(run->file().u16string()) == rows_[static_cast<std::size_t>(row)].file)
        font.setBold(true);
    }
    list_->item(row)->setFont(font);
  }
}

void RunsPanel::open(int row, int view) {
  if (row >= 0 && row < static_cast<int>(rows_.size())) model_.open(rows_[static_cast<std::size_t>(row)].file, view);
}

void RunsPanel::resizeEvent(QResizeEvent* event) {
  Section::resizeEvent(event);
  list_->doItemsLayout();
  fitHeight();
}

void RunsPanel::fitHeight() {
  int height = 4;
  for (int row = 0; row < list_->count(); ++row) height += list_->sizeHintForRow(row) + 4;
  list_->setFixedHeight(std::min(height, kMostHeight));
}

}  // namespace app::fluoroscopy
