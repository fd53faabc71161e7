#include "app/archive/archive_page.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

#include "app/archive/compare_view.h"
#include "app/archive/comparison.h"
#include "app/archive/reports_model.h"
#include "app/archive/search_fields.h"
#include "app/look/file_dialogs.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "app/work/folders.h"
#include "app/work/reporter.h"
#include "io/reading/report_reader.h"

namespace app::archive {
namespace {

constexpr int kSettleMs = 400;      // a save writes, renames and syncs: one reading for all of it
constexpr int kMostWatched = 1000;  // folders; deeper changes are seen when the page is shown again
constexpr int kDetailsWidth = 270;

QString pathOf(const std::filesystem::path& file) {
  return QString::fromStdU16String(file.u16string());
}
std::filesystem::path fileOf(const QString& path) {
  return path.toStdU16String();
}

/// In a thread of its own, so with an index of its own.
planning::Expected<Followed> followIn(const QString& indexFile, const QString& folder, planning::Progress& progress) {
  auto index = Index::open(indexFile);
  if (!index) return tl::unexpected(index.error());
  return (*index)->follow(fileOf(folder), progress);
}

planning::Expected<std::vector<Version>> readVersions(const std::vector<Record>& records,
                                                      const planning::Progress& progress) {
  std::vector<Version> versions;
  for (const auto& record : records) {
    if (progress.stopRequested()) return planning::refuse("cancelled");
    auto plan = io::report::readPlan(record.file);
    versions.push_back({record, plan ? std::optional(std::move(*plan)) : std::nullopt});
  }
  return versions;
}

QString line(const QString& what, const QString& value) {
  return "<tr><td style='color:#9aa1a8; padding-right:12px'>" + what + "</td><td>" + value.toHtmlEscaped() +
         "</td></tr>";
}

}  // namespace

ArchivePage::ArchivePage(Reporter& reporter, QWidget* parent)
    : Page(parent),
      reporter_(reporter),
      stack_(new QStackedWidget),
      fields_(new SearchFields),
      model_(new ReportsModel(this)),
      table_(new QTableView),
      details_(new QTextBrowser),
      comparison_(new CompareView),
      folder_(new QLabel),
      count_(new QLabel),
      compare_(new QPushButton(tr("Compare two plans"))),
      open_(new QPushButton(tr("Open in the planner"))),
      review_(new QPushButton(tr("Review"))),
      showRefused_(new QPushButton) {
  setObjectName("archivePage");
  stack_->addWidget(makeList());
  stack_->addWidget(comparison_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(stack_);
  settled_.setSingleShot(true);
  settled_.setInterval(kSettleMs);
  connect(&settled_, &QTimer::timeout, this, &ArchivePage::follow);
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settled_, qOverload<>(&QTimer::start));
  reporter_.follow(&background_);
  connect(fields_, &SearchFields::changed, this, &ArchivePage::search);
  connect(comparison_, &CompareView::closed, this, [this] { stack_->setCurrentIndex(0); });
  select();
}

ArchivePage::~ArchivePage() = default;

QWidget* ArchivePage::makeTop() {
  auto* top = new QWidget;
  auto* layout = new QHBoxLayout(top);
  layout->setContentsMargins(0, 0, 0, 0);
  auto* choose = new QPushButton(tr("Folder"));
  auto* again = new QPushButton(tr("Read all again"));
  auto* audit = new QPushButton(tr("Audit what is found"));
  choose->setObjectName("archiveChoose");
  again->setObjectName("archiveAgain");
  audit->setObjectName("archiveAudit");
  showRefused_->setObjectName("archiveRefused");
  folder_->setObjectName("archiveFolder");
  count_->setObjectName("archiveCount");
  folder_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  folder_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  for (QWidget* widget : std::initializer_list<QWidget*>{choose, folder_, count_, showRefused_, again, audit})
    layout->addWidget(widget, widget == folder_ ? 1 : 0);
  connect(choose, &QPushButton::clicked, this, &ArchivePage::chooseFolder);
  connect(audit, &QPushButton::clicked, this, &ArchivePage::auditAsked);
  connect(showRefused_, &QPushButton::clicked, fields_, &SearchFields::askRefused);
  connect(again, &QPushButton::clicked, this, [this] {
    if (index() && !index_->forget()) {  // a broken one is thrown away
      index_.reset();
      QFile::remove(Index::fileFor(archiveFolder()));
    }
    follow();
  });
  return top;
}

QWidget* ArchivePage::makeList() {
  table_->setObjectName("archiveTable");
  table_->setModel(model_);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setShowGrid(false);
  table_->setWordWrap(false);
  table_->setAlternatingRowColors(true);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);  // thousands of rows: none is measured
  table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 10);
  const int em = table_->fontMetrics().horizontalAdvance('m');
  const double widths[] = {9.9, 8.5, 6.5, 5.5, 12, 4.5, 5, 8, 6.5, 8.5};
  for (int column = 0; column < ReportsModel::ColumnCount; ++column)
    table_->setColumnWidth(column, static_cast<int>(widths[column] * em));
  table_->horizontalHeader()->setSectionResizeMode(ReportsModel::Route, QHeaderView::Stretch);
  table_->horizontalHeader()->setMinimumSectionSize(3 * em);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSortIndicator(ReportsModel::Saved, Qt::DescendingOrder);
  table_->setSortingEnabled(true);
  details_->setObjectName("archiveDetails");
  details_->setOpenLinks(false);
  details_->setFrameShape(QFrame::NoFrame);
  compare_->setObjectName("archiveCompare");
  compare_->setToolTip(tr("Choose two plans of one patient with Ctrl"));
  open_->setObjectName("archiveOpen");
  review_->setObjectName("archiveReview");
  review_->setToolTip(tr("Measure a control CT against this plan, or take this control up again"));
  auto* side = new QWidget;
  auto* sideLayout = new QVBoxLayout(side);
  sideLayout->setContentsMargins(8, 0, 0, 0);
  for (QWidget* widget : std::initializer_list<QWidget*>{details_, open_, review_, compare_})
    sideLayout->addWidget(widget);
  auto* split = new QSplitter;
  split->setObjectName("archiveSplit");
  split->setChildrenCollapsible(false);
  split->addWidget(table_);
  split->addWidget(side);
  split->setStretchFactor(0, 1);
  split->setSizes({1000, kDetailsWidth});
  auto* list = new QWidget;
  auto* layout = new QVBoxLayout(list);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->addWidget(makeTop());
  layout->addWidget(fields_);
  layout->addWidget(split, 1);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ArchivePage::select);
  connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& at) {
    model_->at(at.row()).kind == Kind::Control ? reviewRow(at.row()) : openRow(at.row());
  });
  connect(compare_, &QPushButton::clicked, this, &ArchivePage::compareSelected);
  connect(open_, &QPushButton::clicked, this, [this] { openRow(selectedRows().at(0)); });
  connect(review_, &QPushButton::clicked, this, [this] { reviewRow(selectedRows().at(0)); });
  connect(details_, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
    const auto place = static_cast<std::size_t>(link.path().toUInt());
    if (place < versions_.size()) Q_EMIT openAsked(pathOf(versions_[place].record.file));
  });
  return list;
}

template <class T>
std::optional<T> ArchivePage::take(planning::Expected<T> result) {
  if (result) return std::move(*result);
  Q_EMIT reporter_.refused(result.error());
  return std::nullopt;
}

Index* ArchivePage::index() {
  if (index_) return index_.get();
  if (auto opened = take(Index::open(Index::fileFor(archiveFolder())))) index_ = std::move(*opened);
  return index_.get();
}

void ArchivePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  useFolder(archiveFolder());
}

void ArchivePage::chooseFolder() {
  const QString folder = folderFromDialog(this, tr("Folder of the archive"), archiveFolder());
  if (folder.isEmpty()) return;
  setArchiveFolder(folder);
  index_.reset();
  useFolder(folder);
}

void ArchivePage::useFolder(const QString& folder) {
  makeOwnFolder(folder);
  folder_->setText(QDir::toNativeSeparators(folder));
  folder_->setToolTip(folder_->text());
  search();
  follow();
}

void ArchivePage::follow() {
  const QString folder = archiveFolder(), file = Index::fileFor(folder);
  watch();
  background_.run<Followed>(
      Background::Kind::Archive, tr("Reading the archive"),
      [file, folder](planning::Progress& progress) { return followIn(file, folder, progress); },
      [this](planning::Expected<Followed> result) {
        const auto done = take(std::move(result));
        search();
        if (done) Q_EMIT followed();
      });
}

void ArchivePage::watch() {
  const QString folder = archiveFolder();
  if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
  QStringList folders{folder};
  QDirIterator below(folder, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
  while (below.hasNext() && folders.size() < kMostWatched) folders += below.next();
  watcher_.addPaths(folders);
}

void ArchivePage::search() {
  if (!index()) return;
  auto records = take(index_->search(fields_->query()));
  const auto unread = take(index_->refusedCount());
  if (!records || !unread) return;
  count_->setText(tr("%n found", nullptr, static_cast<int>(records->size())));
  showRefused_->setText(verdictSign(planning::needle::Verdict::Breach) + ' ' +
                        tr("%n file(s) not read", nullptr, static_cast<int>(*unread)));
  showRefused_->setVisible(*unread > 0);
  std::vector<std::filesystem::path> chosen;
  for (const int row : selectedRows()) chosen.push_back(model_->at(row).file);
  model_->show(std::move(*records));
  for (int row = 0; row < model_->rowCount() && !chosen.empty(); ++row)
    if (std::find(chosen.begin(), chosen.end(), model_->at(row).file) != chosen.end())
      table_->selectionModel()->select(model_->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  select();
}

std::vector<int> ArchivePage::selectedRows() const {
  std::vector<int> rows;
  for (const auto& at : table_->selectionModel()->selectedRows()) rows.push_back(at.row());
  std::sort(rows.begin(), rows.end());
  return rows;
}

void ArchivePage::select() {
  const auto rows = selectedRows();
  const auto isPlan = [this](int row) { return model_->at(row).kind == Kind::Plan; };
  open_->setEnabled(rows.size() == 1 && model_->at(rows[0]).kind != Kind::Refused);
  review_->setEnabled(open_->isEnabled());
  compare_->setEnabled(rows.size() == 2 && isPlan(rows[0]) && isPlan(rows[1]) &&
                       samePatient(model_->at(rows[0]).patient, model_->at(rows[1]).patient));
  reading_.cancel(Background::Kind::Report);
  versions_.clear();
  details_->clear();
  if (rows.size() != 1) return;
  const Record record = model_->at(rows[0]);
  QString facts = "<table>" + line(tr("File"), pathOf(record.file.filename()));
  if (record.kind == Kind::Refused)
    facts += line(tr("Not read"), sentence(planning::Error{record.refusal.code, {}, record.refusal.detail}));
  if (!record.label.empty()) facts += line(tr("Label"), QString::fromStdString(record.label));
  if (record.tipMm) facts += line(tr("Tip error"), mm(*record.tipMm));
  facts_ = facts + "</table>";
  details_->setHtml(facts_);
  if (record.kind != Kind::Plan || !index()) return;
  const auto versions = take(index_->versionsOf(record));
  if (!versions) return;
  reading_.run<std::vector<Version>>(
      Background::Kind::Report, tr("Reading the versions"),
      [list = *versions](planning::Progress& progress) { return readVersions(list, progress); },
      [this](planning::Expected<std::vector<Version>> read) {
        if (auto list = take(std::move(read))) showVersions(std::move(*list));
      });
}

void ArchivePage::showVersions(std::vector<Version> versions) {
  versions_ = std::move(versions);
  details_->setHtml(facts_ + versionsText(versions_));
}

void ArchivePage::compareSelected() {
  const auto rows = selectedRows();
  if (rows.size() != 2) return;
  // The older one first.
  const bool swapped = model_->at(rows[0]).saved > model_->at(rows[1]).saved;
  const auto first = take(io::report::readPlan(model_->at(rows[swapped ? 1 : 0]).file));
  const auto second = take(io::report::readPlan(model_->at(rows[swapped ? 0 : 1]).file));
  if (!first || !second || !sameCase(*first, *second)) return;
  comparison_->show(*first, *second);
  stack_->setCurrentWidget(comparison_);
}

void ArchivePage::openRow(int row) {
  if (const QString plan = planOf(row); !plan.isEmpty()) Q_EMIT openAsked(plan);
}

void ArchivePage::reviewRow(int row) {
  const Record record = model_->at(row);
  if (record.kind == Kind::Plan) Q_EMIT reviewAsked(pathOf(record.file), record.scanSeriesUid);
  if (record.kind == Kind::Control) Q_EMIT controlAsked(pathOf(record.file));
}

/// The file of a row's plan, or of the plan that a row's control is of; empty where there is none, and then it was
/// said.
QString ArchivePage::planOf(int row) {
  const Record record = model_->at(row);
  if (record.kind == Kind::Plan) return pathOf(record.file);
  if (record.kind != Kind::Control || !index()) return {};
  if (const auto plan = report(record.planUid)) return pathOf(plan->file);
  Q_EMIT reporter_.refused({"plan-not-in-archive", pathOf(record.file.filename()).toStdString(), {}});
  return {};
}

QString ArchivePage::title() const {
  return tr("Archive");
}

QString ArchivePage::scanFolder(const std::string& seriesUid) {
  const auto folder = index() ? take(index_->scanFolder(seriesUid)) : std::nullopt;
  return folder && QFileInfo::exists(*folder) ? *folder : QString();
}

std::optional<Record> ArchivePage::report(const std::string& uid) {
  return index() ? take(index_->report(uid)).value_or(std::nullopt) : std::nullopt;
}

void ArchivePage::rememberScan(const std::string& seriesUid, const QString& folder) {
  if (folder.isEmpty() || !index()) return;
  if (const auto kept = index_->rememberScan(seriesUid, folder); !kept) Q_EMIT reporter_.refused(kept.error());
}

planning::Expected<ArchivePage::Found> ArchivePage::found() {
  Found all;
  all.words = fields_->words();
  auto opened = Index::open(Index::fileFor(archiveFolder()));
  if (!opened) return tl::unexpected(opened.error());
  auto needles = (*opened)->needles(fields_->query());
  Query every;
  every.latestOnly = false;
  const auto records = (*opened)->search(every);
  if (!needles) return tl::unexpected(needles.error());
  if (!records) return tl::unexpected(records.error());
  all.needles = std::move(*needles);
  for (const auto& record : *records) {
    if (record.kind == Kind::Refused)
      all.refused.push_back(record);
    else
      all.files.emplace(record.uid, record.file);
  }
  return all;
}

}  // namespace app::archive
