#include "app/review/sources_panel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/look/file_dialogs.h"
#include "app/look/quiet_combo.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/work/folders.h"

namespace app::review {
namespace {

QLabel* factsLabel(const char* objectName) {
  auto* label = new QLabel;
  label->setObjectName(objectName);
  label->setWordWrap(true);
  return label;
}

QPushButton* button(const char* objectName, const QString& text) {
  auto* made = new QPushButton(text);
  made->setObjectName(objectName);
  return made;
}

QString routeText(const planning::OwnSite& site) {
  QStringList parts;
  if (const auto* route = planning::procedure::routesInUse().find(site.routeId)) parts += inLanguage(route->name);
  if (!site.level.empty()) parts += QString::fromStdString(site.level);
  if (site.side) parts += sideWord(*site.side);
  return parts.join(QStringLiteral(", "));
}

QString planText(const ReviewCase& review) {
  const auto& plan = review.planned()->plan;
  QStringList lines;
  const QString route = routeText(review.site());
  lines += route.isEmpty() ? PlanSourcePanel::tr("no route chosen") : route;
  for (const auto& needle : plan.choices.needles)
    if (needle.needle)
      lines += QStringLiteral("%1: %2 G × %3")
                   .arg(QString::fromStdString(needle.label))
                   .arg(needle.needle->gauge)
                   .arg(mm(needle.needle->lengthMm));
  if (!plan.report.savedDate.empty()) lines += PlanSourcePanel::tr("saved %1").arg(date(plan.report.savedDate));
  if (!plan.choices.operatorName.empty()) lines += personName(plan.choices.operatorName);
  lines +=
      review.reviewsOpenPlan() ? PlanSourcePanel::tr("the plan that is open") : QFileInfo(review.planFile()).fileName();
  return lines.join('\n');
}

QString controlText(const planning::Volume& control) {
  const auto size = control.hu->GetLargestPossibleRegion().GetSize();
  const auto spacing = control.hu->GetSpacing();
  QStringList lines{
      QString::fromStdString(control.identity.description),
      ControlSourcePanel::tr("%n slice(s)", nullptr, static_cast<int>(size[2])) + QStringLiteral(", ") +
          QStringLiteral("%1 × %2 × %3 mm").arg(number(spacing[0], 2), number(spacing[1], 2), number(spacing[2], 2)),
      date(control.identity.study.date)};
  lines.removeAll(QString());
  return lines.join('\n');
}

}  // namespace

PlanSourcePanel::PlanSourcePanel(ReviewCase& review, const ShownScan& scan, const PlanDocument& document,
                                 QWidget* parent)
    : Section(tr("1  Plan"), false, parent),
      review_(review),
      scan_(scan),
      document_(document),
      facts_(factsLabel("reviewPlanFacts")),
      open_(button("reviewOpenPlan", tr("Open a plan"))),
      take_(button("reviewTakePlan", tr("Take the open plan"))),
      structures_(button("reviewStructures", tr("Open its structures"))) {
  for (QWidget* widget : std::initializer_list<QWidget*>{facts_, open_, take_, structures_}) body()->addWidget(widget);
  connect(open_, &QPushButton::clicked, this, [this] {
    const QString file = fileFromDialog(this, tr("Open the plan that was carried out"), archiveFolder(),
                                        tr("Plans (*.dcm);;All files (*)"));
    if (!file.isEmpty()) review_.openPlan(file);
  });
  connect(take_, &QPushButton::clicked, this, [this] { review_.takePlan(scan_, document_); });
  connect(structures_, &QPushButton::clicked, this, [this] {
    const QString file = fileFromDialog(this, tr("Open the structures of the planned scan"));
    if (!file.isEmpty()) review_.openStructures(file);
  });
  connect(&review_, &ReviewCase::changed, this, &PlanSourcePanel::refresh);
  connect(&scan_, &ShownScan::planChanged, this, &PlanSourcePanel::refresh);
  refresh();
}

void PlanSourcePanel::refresh() {
  const auto side = review_.planned();
  facts_->setText(side ? planText(review_) : tr("None is open yet."));
  take_->setEnabled(scan_.volume() != nullptr && !scan_.isLoading());
  structures_->setVisible(side && !side->missing.empty());
}

ControlSourcePanel::ControlSourcePanel(ReviewCase& review, QWidget* parent)
    : Section(tr("2  Control CT"), false, parent),
      review_(review),
      facts_(factsLabel("reviewControlFacts")),
      open_(button("reviewOpenControl", tr("Open the folder"))),
      record_(button("reviewOpenRecord", tr("Open a saved control…"))),
      series_(new panels::QuietCombo("reviewSeries")) {
  for (QWidget* widget : std::initializer_list<QWidget*>{facts_, open_, series_, record_}) body()->addWidget(widget);
  connect(open_, &QPushButton::clicked, this, [this] {
    const QString folder = folderFromDialog(this, tr("Open the folder of the control CT"));
    if (!folder.isEmpty()) review_.openControl(folder);
  });
  connect(record_, &QPushButton::clicked, this, &ControlSourcePanel::recordAsked);
  connect(series_, &QComboBox::activated, this, [this](int row) {
    if (series_->itemData(row).isValid()) review_.chooseControl(series_->itemData(row).toULongLong());
  });
  connect(&review_, &ReviewCase::changed, this, &ControlSourcePanel::refresh);
  refresh();
}

void ControlSourcePanel::refresh() {
  const auto control = review_.control();
  const auto* awaited = review_.awaited();
  facts_->setText(control   ? controlText(*control)
                  : awaited ? tr("Open the folder of the saved control's scan.")
                            : tr("None is open yet."));
  const QSignalBlocker quiet(series_);
  series_->clear();
  series_->setVisible(review_.choices().size() > 1);
  if (!control) series_->addItem(tr("Choose the series"));
  for (qulonglong n = 0; n < review_.choices().size(); ++n) {
    const auto& series = review_.choices()[n];
    const int slices = series.dimensions.size() > 2 ? series.dimensions[2] : static_cast<int>(series.files.size());
    const QString part = series.part.empty() ? QString() : QStringLiteral(" · ") + QString::fromStdString(series.part);
    series_->addItem(QString::fromStdString(series.identity.description) + part + QStringLiteral(" · ") +
                         tr("%n slice(s)", nullptr, slices),
                     n);
    if (control && control->identity.seriesUid == series.identity.seriesUid && review_.controlPart() == series.part)
      series_->setCurrentIndex(series_->count() - 1);
  }
}

}  // namespace app::review
