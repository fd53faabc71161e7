#include "app/pacs/pacs_page.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "app/look/quiet_combo.h"
#include "app/look/style.h"
#include "app/pacs/fetch_order.h"
#include "app/pacs/search_form.h"
#include "app/pacs/sites_dialog.h"
#include "app/pacs/studies_model.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "app/work/pacs_sites.h"
#include "app/work/reporter.h"

namespace app::pacs {
namespace {

using planning::needle::Verdict;

constexpr int kSettleMs = 250;
constexpr int kSideWidth = 300;
constexpr const char* kChosenSite = "pacs/site";

QString textOf(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QPushButton* button(const char* name, const QString& text) {
  auto* made = new QPushButton(text);
  made->setObjectName(name);
  made->setAutoDefault(false);
  return made;
}

QLabel* wrapped(const char* name) {
  auto* made = new QLabel;
  made->setObjectName(name);
  made->setWordWrap(true);
  made->setTextFormat(Qt::PlainText);
  return made;
}

}  // namespace

PacsPage::PacsPage(Reporter& reporter, QWidget* parent)
    : Page(parent),
      reporter_(reporter),
      work_(reporter),
      site_(new panels::QuietCombo("pacsSite")),
      form_(new SearchForm),
      model_(new StudiesModel(this)),
      table_(new QTableView),
      series_(new QListWidget),
      state_(wrapped("pacsState")),
      details_(wrapped("pacsDetails")),
      fetchState_(wrapped("pacsFetchState")),
      progress_(new QProgressBar),
      search_(button("pacsSearch", tr("Search"))),
      today_(button("pacsToday", tr("Today"))),
      cancel_(button("pacsCancel", tr("Cancel"))),
      settings_(button("pacsSettings", tr("Archives"))),
      act_(button("pacsFetch", {})),
      stop_(button("pacsStop", tr("Cancel"))),
      open_(button("pacsOpen", tr("Open what came"))) {
  setObjectName("pacsPage");
  auto* split = new QSplitter;
  split->setObjectName("pacsSplit");
  split->setChildrenCollapsible(false);
  split->addWidget(makeTable());
  split->addWidget(makeSide());
  split->setStretchFactor(0, 1);
  split->setSizes({1000, kSideWidth});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->addWidget(makeTop());
  layout->addWidget(form_);
  layout->addWidget(split, 1);
  settled_.setSingleShot(true);
  settled_.setInterval(kSettleMs);
  connect(&settled_, &QTimer::timeout, this, &PacsPage::lookNow);
  connectWork();
  showFetching();
  enable();
}

PacsPage::~PacsPage() = default;

QString PacsPage::title() const {
  return tr("PACS");
}

void PacsPage::leave() {
  work_.cancelWork();
}

QWidget* PacsPage::makeTop() {
  auto* top = new QWidget;
  auto* layout = new QHBoxLayout(top);
  layout->setContentsMargins(0, 0, 0, 0);
  site_->setAccessibleName(tr("Archive"));
  site_->setToolTip(tr("The archive that is asked"));
  site_->setMinimumContentsLength(16);
  today_->setToolTip(tr("Today's worklist, or today's studies where the archive has none"));
  settings_->setToolTip(tr("Add, change, remove and test the archives"));
  for (QWidget* widget : std::initializer_list<QWidget*>{site_, search_, today_, cancel_, state_, settings_})
    layout->addWidget(widget, widget == state_ ? 1 : 0);
  connect(form_, &SearchForm::searchAsked, this, [this] { search(false); });
  connect(search_, &QPushButton::clicked, this, [this] { search(false); });
  connect(today_, &QPushButton::clicked, this, [this] { search(true); });
  connect(settings_, &QPushButton::clicked, this, &PacsPage::askSites);
  connect(cancel_, &QPushButton::clicked, this, [this] {
    work_.cancelSearch();
    say(tr("Cancelled"));
    enable();
  });
  connect(site_, &QComboBox::activated, this, [this] {
    QSettings().setValue(kChosenSite, site_->currentText());
    showNothing();
  });
  return top;
}

QWidget* PacsPage::makeTable() {
  table_->setObjectName("pacsTable");
  table_->setAccessibleName(tr("Studies"));
  table_->setModel(model_);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->setWordWrap(false);
  table_->setAlternatingRowColors(true);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);  // thousands of rows: none is measured
  table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 10);
  const int em = table_->fontMetrics().horizontalAdvance('m');
  const double widths[] = {12.5, 8, 8, 6.5, 10.5, 8, 12, 5};
  for (int column = 0; column < StudiesModel::ColumnCount; ++column)
    table_->setColumnWidth(column, static_cast<int>(widths[column] * em));
  table_->horizontalHeader()->setSectionResizeMode(StudiesModel::Description, QHeaderView::Stretch);
  table_->horizontalHeader()->setMinimumSectionSize(3 * em);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSortIndicatorShown(true);
  table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  table_->setSortingEnabled(true);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PacsPage::choose);
  connect(table_, &QTableView::doubleClicked, this, &PacsPage::act);
  connect(form_, &SearchForm::listAsked, this, [this] {
    if (model_->rowCount() == 0) return;
    table_->setFocus();
    if (!chosenRow()) table_->selectRow(0);
  });
  for (QWidget* list : std::initializer_list<QWidget*>{table_, series_})
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
      connect(new QShortcut(key, list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
              &PacsPage::act);
  return table_;
}

QWidget* PacsPage::makeSide() {
  auto* side = new QWidget;
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(8, 0, 0, 0);
  series_->setObjectName("pacsSeries");
  series_->setAccessibleName(tr("Series of the study"));
  series_->setTextElideMode(Qt::ElideMiddle);
  series_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  progress_->setObjectName("pacsProgress");
  progress_->setRange(0, 100);
  auto* running = new QHBoxLayout;
  running->addWidget(progress_, 1);
  running->addWidget(stop_);
  layout->addWidget(details_);
  layout->addWidget(series_, 1);
  layout->addWidget(act_);
  layout->addLayout(running);
  layout->addWidget(fetchState_);
  layout->addWidget(open_);
  connect(series_, &QListWidget::itemDoubleClicked, this, &PacsPage::act);
  connect(act_, &QPushButton::clicked, this, &PacsPage::act);
  connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(folder_); });
  connect(stop_, &QPushButton::clicked, this, [this] {
    work_.cancelFetch();
    fetchState_->setText(tr("Cancelled: what came whole stays."));
    showFetching();
  });
  return side;
}

void PacsPage::connectWork() {
  connect(&work_, &PacsWork::found, this, [this](const io::pacs::StudyAnswer& study) {
    model_->add(study);
    say(tr("%n found so far", nullptr, model_->rowCount()));
  });
  connect(&work_, &PacsWork::searched, this, &PacsPage::showSearched);
  connect(&work_, &PacsWork::seriesKnown, this, &PacsPage::showSeries);
  connect(&work_, &PacsWork::ready, this, &PacsPage::takeReady);
  connect(&work_, &PacsWork::fetched, this, &PacsPage::showFetched);
  connect(&work_, &PacsWork::fetchProgress, progress_, [this](double fraction) {
    progress_->setRange(0, fraction < 0 ? 0 : 100);
    progress_->setValue(static_cast<int>(fraction * 100));
  });
  connect(&work_, &PacsWork::cancelled, this, [this] {
    if (cancel_->isEnabled()) say(tr("Cancelled"));
    showFetching();
    enable();
  });
}

void PacsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  readSites();
  if (!table_->hasFocus()) form_->setFocus();
}

void PacsPage::readSites() {
  const auto read = pacsSites();
  const QString former = site_->count() > 0 ? site_->currentText() : QSettings().value(kChosenSite).toString();
  sites_ = read.value_or(std::vector<io::pacs::Site>());
  site_->clear();
  for (const auto& site : sites_) site_->addItem(textOf(site.name));
  site_->setCurrentIndex(std::max(0, site_->findText(former)));
  if (site_->currentText() != former) showNothing();
  if (!read) say(sentence(read.error()), true);
  if (read && sites_.empty()) say(tr("No archive is set up yet: add one with “Archives”."));
  enable();
}

/// What is listed is of one archive.
void PacsPage::showNothing() {
  work_.cancelSearch();
  model_->clear();
  say({});
  choose();
}

void PacsPage::askSites() {
  SitesDialog dialog(pacsSitesFile(), this);
  dialog.exec();
  say({});
  readSites();
}

const io::pacs::Site* PacsPage::site() const {
  const auto place = static_cast<std::size_t>(site_->currentIndex());
  return place < sites_.size() ? &sites_[place] : nullptr;
}

void PacsPage::say(const QString& text, bool refused) {
  state_->setText(refused ? verdictSign(Verdict::Breach) + ' ' + text : text);
}

void PacsPage::search(bool today) {
  if (!site()) return;
  auto query = form_->query();
  if (!query) return say(tr("A date is written as 2026, 2026-11 or 2026-11-25."), true);
  if (!today && *query == io::pacs::StudyQuery{})
    return say(tr("Say what to look for: a name, an ID, a date, a modality or an accession number."), true);
  model_->clear();
  table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  showsSteps_ = today && site()->worklist;
  say(tr("Asking %1").arg(textOf(site()->name)));
  work_.search(*site(), {std::move(*query), today});
  choose();
}

void PacsPage::showSearched(const std::optional<planning::Error>& error) {
  if (error)
    say(sentence(*error), true);
  else
    say(tr("%n found", nullptr, model_->rowCount()));
  enable();
}

std::optional<int> PacsPage::chosenRow() const {
  const auto rows = table_->selectionModel()->selectedRows();
  return rows.isEmpty() ? std::nullopt : std::optional(rows.first().row());
}

/// What is chosen, and what the archive has of it.
void PacsPage::choose() {
  series_->clear();
  details_->clear();
  settled_.stop();
  if (const auto row = chosenRow()) {
    const auto& [patient, study, modalities, station, instances, textSure] = model_->at(*row);
    QStringList lines{personName(patient.name), tr("ID %1").arg(textOf(patient.id)),
                      tr("Issuer %1").arg(patient.issuer.empty() ? "–" : textOf(patient.issuer)),
                      tr("Born %1").arg(patient.birthDate.empty() ? "–" : date(patient.birthDate)),
                      whenOf(study) + ' ' + textOf(study.description)};
    if (!study.accessionNumber.empty()) lines += tr("Accession %1").arg(textOf(study.accessionNumber));
    if (!station.empty()) lines += tr("Station %1").arg(textOf(station));
    if (model_->sharesId(*row))
      lines += verdictSign(Verdict::Near) + ' ' +
               tr("Another patient of this list has the same Patient ID: compare name, issuer and birth date.");
    details_->setText(lines.join('\n'));
    if (!showsSteps_) settled_.start();
  }
  enable();
}

void PacsPage::lookNow() {
  if (const auto row = chosenRow(); row && site()) work_.look(*site(), model_->at(*row).study.uid);
}

void PacsPage::showSeries(const StudyContent& content) {
  const auto row = chosenRow();
  if (!row || model_->at(*row).study.uid != content.studyUid) return;
  if (content.error) return say(sentence(*content.error), true);
  series_->clear();  // two answers for one choice
  const std::string likely = likelyScan(content.series);
  for (const auto& one : content.series) {
    auto* item = new QListWidgetItem(
        QStringLiteral("%1 · %2 · %3").arg(textOf(one.modality)).arg(one.instances.size()).arg(textOf(one.description)),
        series_);
    item->setToolTip(textOf(one.description));
    item->setData(Qt::UserRole, textOf(one.uid));
    if (one.uid == likely) series_->setCurrentItem(item);
  }
}

/// Enter, a double click, the button: fetches a study; of a step of the worklist, looks for the patient's studies.
void PacsPage::act() {
  const auto row = chosenRow();
  if (!row || !site() || !act_->isEnabled()) return;
  if (!showsSteps_) return fetch();
  form_->askPatient(model_->at(*row).patient.id);
  search(false);
}

void PacsPage::fetch() {
  const auto* item = series_->currentItem();
  const std::string wanted = item ? item->data(Qt::UserRole).toString().toStdString() : std::string();
  const auto study = model_->at(*chosenRow());
  folder_.clear();
  fetchState_->setText(tr("Fetching %1 from %2").arg(personName(study.patient.name), textOf(site()->name)));
  work_.fetch(*site(), study, wanted);
  showFetching();
}

/// Who still looks at this page wants the scan; who went on is not interrupted.
void PacsPage::takeReady(const QString& folder) {
  folder_ = folder;
  fetchState_->setText(tr("The scan is here; the rest of the study still arrives."));
  showFetching();
  if (isVisible())
    Q_EMIT openAsked(folder);
  else
    Q_EMIT reporter_.message(tr("The fetched scan can be opened on the page PACS."));
}

void PacsPage::showFetched(const FetchedStudy& study) {
  if (study.error) {
    fetchState_->setText(sentence(*study.error));
    showFetching();
    return void(Q_EMIT reporter_.refused(*study.error));
  }
  QStringList lines{tr("%n object(s) came.", nullptr, study.files)};
  if (study.missing > 0) {
    lines += verdictSign(Verdict::Breach) + ' ' +
             tr("%n object(s) that the archive lists did not come.", nullptr, study.missing);
    Q_EMIT reporter_.message(lines.last());  // who looks at the scan already must hear it too
    folder_ = study.folder;                  // opened only when a person says so
  }
  if (folder_.isEmpty()) lines += tr("Nothing among it can be opened as a scan.");
  fetchState_->setText(lines.join('\n'));
  showFetching();
  Q_EMIT moreArrived(study.folder);
}

void PacsPage::showFetching() {
  const bool running = work_.isFetching();
  progress_->setVisible(running);
  stop_->setVisible(running);
  open_->setVisible(!folder_.isEmpty());
  fetchState_->setVisible(!fetchState_->text().isEmpty());
  enable();
}

void PacsPage::enable() {
  const bool searching = work_.isSearching();
  for (QWidget* widget : std::initializer_list<QWidget*>{site_, search_, today_, form_}) widget->setEnabled(site());
  cancel_->setVisible(searching);
  act_->setText(showsSteps_ ? tr("Studies of this patient") : tr("Fetch and open"));
  act_->setEnabled(site() && chosenRow() && (showsSteps_ || !work_.isFetching()));
}

}  // namespace app::pacs
