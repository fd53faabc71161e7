#include "app/audit/audit_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

#include "app/archive/reports_model.h"
#include "app/audit/chart_widget.h"
#include "app/audit/report_pdf.h"
#include "app/audit/site_placement.h"
#include "app/look/file_dialogs.h"
#include "app/look/quiet_combo.h"
#include "app/text/numbers.h"
#include "app/work/reporter.h"
#include "app/work/site_routes.h"

namespace app::audit {
namespace {

using planning::review::Grouping;
using planning::review::kGroupings;
using planning::review::kMeasures;
using planning::review::Measure;

QTableView* table(const QString& name, QAbstractItemModel* model) {
  auto* view = new QTableView;
  view->setObjectName(name);
  view->setModel(model);
  view->verticalHeader()->hide();
  view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
  view->setShowGrid(false);
  view->setAlternatingRowColors(true);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
  view->setSelectionMode(QAbstractItemView::SingleSelection);
  view->horizontalHeader()->setHighlightSections(false);
  return view;
}

/// As wide as what they hold, but a long name leaves room for the numbers.
void fitColumns(QTableView& view) {
  view.resizeColumnsToContents();
  const int most = 17 * view.fontMetrics().horizontalAdvance('m');
  for (int column = 0; column < view.model()->columnCount(); ++column)
    if (view.columnWidth(column) > most) view.setColumnWidth(column, most);
}

std::filesystem::path fileOf(const QString& path) {
  return path.toStdU16String();
}

}  // namespace

AuditPage::AuditPage(Reporter& reporter, QWidget* parent)
    : Page(parent),
      reporter_(reporter),
      words_(new QLabel),
      counts_(new QLabel),
      blind_(new QCheckBox(tr("Blind the operators"))),
      measure_(new panels::QuietCombo("auditMeasure")),
      grouping_(new panels::QuietCombo("auditGrouping")),
      groups_(new GroupsModel(this)),
      outliers_(new OutliersModel(this)),
      groupsTable_(table("auditGroups", groups_)),
      outliersTable_(table("auditOutliers", outliers_)),
      histogram_(new ChartWidget(ChartWidget::What::Histogram, report_)),
      chart_(new ChartWidget(ChartWidget::What::ControlChart, report_)),
      means_(new ChartWidget(ChartWidget::What::Means, report_)),
      breaches_(new ChartWidget(ChartWidget::What::Breaches, report_)),
      csv_(new QPushButton(tr("Save CSV"))),
      pdf_(new QPushButton(tr("Save PDF"))),
      placement_(new QPushButton(tr("Use for planning"))) {
  setObjectName("auditPage");
  words_->setObjectName("auditWords");
  counts_->setObjectName("auditCounts");
  counts_->setWordWrap(true);
  counts_->setProperty("role", "caption");
  blind_->setObjectName("auditBlind");
  chart_->setObjectName("auditChart");
  histogram_->setObjectName("auditHistogram");
  csv_->setObjectName("auditCsv");
  pdf_->setObjectName("auditPdf");
  placement_->setObjectName("auditPlacement");
  placement_->setToolTip(tr("Choose a route in the table: its errors become the site's own placement error"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->addWidget(makeTop());
  layout->addWidget(counts_);
  layout->addWidget(makeMiddle(), 1);
  reporter_.follow(&background_);
  connect(blind_, &QCheckBox::toggled, this, &AuditPage::compute);
  for (auto* combo : {measure_, grouping_}) connect(combo, &QComboBox::currentIndexChanged, this, &AuditPage::refresh);
  connect(chart_, &ChartWidget::needleClicked, this, &AuditPage::openNeedle);
  connect(outliersTable_, &QTableView::clicked, this,
          [this](const QModelIndex& at) { openNeedle(outliers_->needle(at.row())); });
  connect(csv_, &QPushButton::clicked, this, &AuditPage::saveCsv);
  connect(pdf_, &QPushButton::clicked, this, &AuditPage::savePdf);
  connect(placement_, &QPushButton::clicked, this, &AuditPage::usePlacement);
  connect(groupsTable_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          [this] { placement_->setEnabled(!chosenRoute().empty()); });
  refresh();
}

QWidget* AuditPage::makeTop() {
  for (const Measure measure : kMeasures) measure_->addItem(measureName(measure));
  for (const Grouping grouping : kGroupings) grouping_->addItem(groupingTitle(grouping));
  measure_->setMinimumContentsLength(18);
  grouping_->setMinimumContentsLength(12);
  auto* fromArchive = new QPushButton(tr("From the archive"));
  auto* folder = new QPushButton(tr("From a folder"));
  fromArchive->setObjectName("auditArchive");
  folder->setObjectName("auditFolder");
  words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* top = new QWidget;
  auto* layout = new QHBoxLayout(top);
  layout->setContentsMargins(0, 0, 0, 0);
  for (QWidget* widget : std::initializer_list<QWidget*>{fromArchive, folder, words_, measure_, grouping_, blind_, csv_,
                                                         pdf_, placement_})
    layout->addWidget(widget, widget == words_ ? 1 : 0);
  connect(fromArchive, &QPushButton::clicked, this, &AuditPage::archiveAsked);
  connect(folder, &QPushButton::clicked, this, &AuditPage::chooseFolder);
  return top;
}

QWidget* AuditPage::makeMiddle() {
  auto* plots = new QWidget;
  auto* grid = new QGridLayout(plots);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(6);
  grid->addWidget(chart_, 0, 0);
  grid->addWidget(histogram_, 0, 1);
  grid->addWidget(means_, 1, 0);
  grid->addWidget(breaches_, 1, 1);
  grid->setColumnStretch(0, 3);
  grid->setColumnStretch(1, 2);
  auto* tables = new QSplitter;
  tables->setChildrenCollapsible(false);
  tables->addWidget(groupsTable_);
  tables->addWidget(outliersTable_);
  tables->setSizes({600, 500});
  auto* middle = new QSplitter(Qt::Vertical);
  middle->setChildrenCollapsible(false);
  middle->addWidget(plots);
  middle->addWidget(tables);
  middle->setStretchFactor(0, 3);
  middle->setStretchFactor(1, 2);
  middle->setSizes({430, 230});
  return middle;
}

void AuditPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!source_) Q_EMIT archiveAsked();
}

void AuditPage::show(Source source) {
  source_ = std::move(source);
  compute();
}

void AuditPage::compute() {
  if (source_) report_ = reportOf(*source_, blind_->isChecked());
  refresh();
}

Measure AuditPage::measure() const {
  return kMeasures[static_cast<std::size_t>(std::max(0, measure_->currentIndex()))];
}
Grouping AuditPage::grouping() const {
  return kGroupings[static_cast<std::size_t>(std::max(0, grouping_->currentIndex()))];
}

void AuditPage::refresh() {
  words_->setText(report_.words);
  QStringList lines{
      tr("%n needle(s), each as its last control shows it.", nullptr, static_cast<int>(report_.audit.needles.size()))};
  const QStringList left = leftOut(report_);
  if (!left.isEmpty()) lines += tr("Left out: %1").arg(left.join(QStringLiteral(" ")));
  counts_->setText(lines.join(QStringLiteral(" ")));
  groups_->show(report_, grouping());
  outliers_->show(report_);
  for (auto* view : {groupsTable_, outliersTable_}) fitColumns(*view);
  for (auto* plot : {histogram_, chart_, means_, breaches_}) plot->show(measure(), grouping());
  for (auto* button : {csv_, pdf_}) button->setEnabled(!report_.audit.needles.empty());
  placement_->setEnabled(!chosenRoute().empty());
}

void AuditPage::chooseFolder() {
  const QString folder = folderFromDialog(this, tr("Folder of plans and controls"));
  if (folder.isEmpty()) return;
  background_.run<Source>(
      Background::Kind::Archive, tr("Reading the controls"),
      [path = fileOf(folder)](planning::Progress& progress) { return sourceOf(path, progress); },
      [this](planning::Expected<Source> source) {
        if (source)
          show(std::move(*source));
        else
          Q_EMIT reporter_.refused(source.error());
      });
}

void AuditPage::openNeedle(std::size_t needle) {
  const auto& chosen = report_.counts.needles[needle];  // not blinded: its plan is known
  const auto plan = source_->files.find(chosen.planUid);
  if (plan != source_->files.end())
    Q_EMIT openAsked(QString::fromStdU16String(plan->second.u16string()));
  else
    Q_EMIT reporter_.refused({"plan-not-in-archive", {}, {}});
}

void AuditPage::saveTo(const QString& file, const planning::Expected<void>& written) {
  if (written)
    Q_EMIT reporter_.message(tr("Saved: %1").arg(file));
  else
    Q_EMIT reporter_.refused(written.error());
}

void AuditPage::saveCsv() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString file = newFileFromDialog(this, tr("Save CSV"), folder + "/audit.csv", "CSV (*.csv)");
  if (!file.isEmpty()) saveTo(file, audit::save(toCsv(report_), fileOf(file)));
}

void AuditPage::savePdf() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString file = newFileFromDialog(this, tr("Save PDF"), folder + "/audit.pdf", "PDF (*.pdf)");
  if (!file.isEmpty()) saveTo(file, writePdf(report_, QDate::currentDate().toString(Qt::ISODate), fileOf(file)));
}

std::string AuditPage::chosenRoute() const {
  const auto rows = groupsTable_->selectionModel()->selectedRows();
  const auto routes = report_.audit.groups.find(Grouping::Route);
  if (grouping() != Grouping::Route || rows.isEmpty() || routes == report_.audit.groups.end()) return {};
  const auto row = static_cast<std::size_t>(rows.front().row());
  return row < routes->second.size() ? routes->second[row].name : std::string();
}

void AuditPage::usePlacement() {
  const std::string route = chosenRoute();
  const auto error = sitePlacementError(report_, route, QDate::currentDate().toString(Qt::ISODate).toStdString());
  if (!error) return void(Q_EMIT reporter_.refused(error.error()));
  QMessageBox question(QMessageBox::Question, tr("Use for planning"),
                       tr("Planning on the route “%1” shall take %2 ± %3 at the tip and %4 ± %5 in angle as this "
                          "site's placement error, from the next start on?")
                           .arg(archive::routeName(route), number(error->meanTipMm), mm(*error->deviationTipMm),
                                number(error->meanAngle->degrees()), degrees(*error->deviationAngle)),
                       QMessageBox::Yes | QMessageBox::Cancel, this);
  question.setObjectName("placementQuestion");
  if (question.exec() == QMessageBox::Yes)
    saveTo(QString::fromStdString(siteRoutesFile()), keepSitePlacementError(siteRoutesFile(), route, *error));
}

QString AuditPage::title() const {
  return tr("Audit");
}

}  // namespace app::audit
