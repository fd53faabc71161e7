#include "app/practice/practice_page.h"

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/scan_work.h"
#include "app/case/shown_scan.h"
#include "app/demo/demo_exercises.h"
#include "app/look/file_dialogs.h"
#include "app/look/section.h"
#include "app/practice/learning_curve.h"
#include "app/practice/score_sheet.h"
#include "app/practice/score_words.h"
#include "app/practice/session.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "app/work/reporter.h"
#include "io/files/growing_folder.h"
#include "io/practice/exercise_maker.h"
#include "io/reading/report_reader.h"

namespace app::practice {
namespace {

using io::practice::ExerciseFolder;
using planning::Expected;

constexpr int kListWidth = 310, kNameWidth = 180, kCurveHeight = 170;

QPushButton* button(const QString& objectName, const QString& text) {
  auto* made = new QPushButton(text);
  made->setObjectName(objectName);
  return made;
}

std::optional<double> bestOf(const std::vector<const SavedAttempt*>& attempts) {
  std::optional<double> best;
  for (const auto* one : attempts)
    if (one->total) best = std::max(*one->total, best.value_or(0));
  return best;
}

/// "2026-11-25 18:00, 87.5"
QString attemptName(const SavedAttempt& saved) {
  const auto begun = QDateTime::fromString(QString::fromStdString(saved.attempt.startedAt), Qt::ISODate);
  const QString when = begun.toLocalTime().toString("yyyy-MM-dd HH:mm");
  return saved.total ? when + QStringLiteral(", ") + number(*saved.total) : when;
}

}  // namespace

PracticePage::PracticePage(const ShownScan& scan, const ScanWork& work, Session& session, Reporter& reporter,
                           QWidget* parent)
    : Page(parent),
      scan_(scan),
      work_(work),
      session_(session),
      reporter_(reporter),
      list_(new QTreeWidget),
      hint_(panels::caption(tr("Make the exercises of the demo case, choose a folder with exercises, or make one of a "
                               "plan. An exercise shows a scan without its structures; plan the needle, put it in step "
                               "by step, and hand it in to see how it compares with an expert's."))),
      attempt_(new QComboBox),
      start_(button("practiceStart", tr("Start"))),
      resume_(button("practiceResume", tr("Go on"))),
      demo_(button("practiceDemo", tr("Make the demo exercises"))),
      folder_(button("practiceFolder", tr("Other folder"))),
      make_(button("practiceMake", tr("Make one of a plan"))),
      stack_(new QStackedWidget),
      sheet_(new ScoreSheet),
      curve_(new LearningCurve) {
  setObjectName("practicePage");
  curve_->setFixedHeight(kCurveHeight);
  hint_->setAlignment(Qt::AlignCenter);
  hint_->setObjectName("practiceHint");
  attempt_->setObjectName("practiceAttempt");
  stack_->addWidget(hint_);
  stack_->addWidget(sheet_);
  auto* right = new QVBoxLayout;
  right->addWidget(stack_, 1);
  right->addWidget(curve_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->addWidget(makeList());
  layout->addLayout(right, 1);
  reporter_.follow(&session_);
  reporter_.follow(&background_);
  connect(&session_, &Session::finished, this, [this](const QString& file) {
    refresh();
    score(file);
  });
  connect(&session_, &Session::changed, this, &PracticePage::choose);
  choose();
}

PracticePage::~PracticePage() = default;

QWidget* PracticePage::makeList() {
  auto* holder = new QWidget;
  holder->setFixedWidth(kListWidth);
  list_->setObjectName("exercises");
  list_->setRootIsDecorated(false);
  list_->setWordWrap(true);
  list_->setUniformRowHeights(false);
  list_->setHeaderLabels({tr("Exercise"), tr("Best"), tr("Tries")});
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  for (int column : {1, 2}) list_->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
  auto* layout = new QVBoxLayout(holder);
  layout->setContentsMargins(0, 0, 0, 0);
  auto* work = new QHBoxLayout;
  work->addWidget(start_);
  work->addWidget(resume_);
  auto* more = new QHBoxLayout;
  more->addWidget(folder_);
  more->addWidget(make_);
  layout->addWidget(list_, 1);
  layout->addLayout(work);
  layout->addWidget(panels::caption(tr("Scored attempts at this exercise")));
  layout->addWidget(attempt_);
  layout->addWidget(demo_);
  layout->addLayout(more);
  connect(list_, &QTreeWidget::currentItemChanged, this, &PracticePage::choose);
  connect(list_, &QTreeWidget::itemActivated, start_, &QPushButton::click);
  connect(start_, &QPushButton::clicked, this, [this] {
    if (chosen()) Q_EMIT startAsked(ExerciseFolder(*chosen()));
  });
  connect(resume_, &QPushButton::clicked, this, [this] {
    if (chosen() && unfinished()) Q_EMIT resumeAsked(ExerciseFolder(*chosen()), QString(unfinished()->file));
  });
  connect(attempt_, &QComboBox::activated, this, [this] { score(attempt_->currentData().toString()); });
  connect(demo_, &QPushButton::clicked, this, &PracticePage::makeDemo);
  connect(folder_, &QPushButton::clicked, this, &PracticePage::chooseFolder);
  connect(make_, &QPushButton::clicked, this, &PracticePage::makeFromPlan);
  return holder;
}

void PracticePage::showEvent(QShowEvent* event) {
  refresh();
  QWidget::showEvent(event);
}

QString PracticePage::title() const {
  return tr("Practice");
}

void PracticePage::leave() {
  session_.leave();
}

void PracticePage::chooseFolder() {
  const QString folder = folderFromDialog(this, tr("Folder with exercises"), exercisesFolder());
  if (folder.isEmpty()) return;
  setExercisesFolder(folder);
  refresh();
}

void PracticePage::make(std::function<Expected<std::vector<ExerciseFolder>>(planning::Progress&)> job) {
  background_.run<std::vector<ExerciseFolder>>(
      Background::Kind::Scan, tr("Making exercises"), std::move(job),
      [this](Expected<std::vector<ExerciseFolder>> made) {
        if (!made) return void(Q_EMIT reporter_.refused(made.error()));
        refresh();
        Q_EMIT reporter_.message(tr("%n exercise(s) made", nullptr, static_cast<int>(made->size())));
      });
}

void PracticePage::makeDemo() {
  QDir().mkpath(exercisesFolder());
  make([folder = std::filesystem::path(exercisesFolder().toStdU16String())](planning::Progress& progress) {
    return makeDemoExercises(folder, {}, progress);
  });
}

/// Of a saved plan whose scan's folder is open; its structures are those of that folder which it cites.
void PracticePage::makeFromPlan() {
  const QString file = fileFromDialog(this, tr("The expert's plan"), {}, tr("Plans (*.dcm);;All files (*)"));
  if (file.isEmpty()) return;
  const auto plan = io::report::readPlan(file.toStdU16String());
  if (!plan) return void(Q_EMIT reporter_.refused(plan.error()));
  io::practice::CaseFiles files;
  if (const auto* scan = io::dicom::seriesOf(work_.lastScan().series, plan->choices.scan)) files.scan = scan->files;
  for (const auto& series : work_.lastScan().series) {
    for (const auto& cited : plan->choices.structureEvidence)
      if (series.identity.seriesUid == cited.seriesUid)
        files.structures.insert(files.structures.end(), series.files.begin(), series.files.end());
  }
  if (files.scan.empty())
    return void(Q_EMIT reporter_.refused({"plan-of-another-series", file.toStdString(), plan->choices.scan.seriesUid}));
  const QString folder = newFileFromDialog(this, tr("The exercise's folder"), exercisesFolder() + "/exercise");
  if (folder.isEmpty()) return;
  bool told = false;
  const QString task = QInputDialog::getText(this, tr("The exercise's task"),
                                             tr("What to aim at, in words; empty: the target of the plan's route"),
                                             QLineEdit::Normal, {}, &told);
  if (!told) return;
  io::practice::ExerciseWish wish;
  wish.task = {task.trimmed().toStdString(), task.trimmed().toStdString()};
  wish.folder = folder.toStdU16String();
  wish.plans = {file.toStdU16String()};
  for (const auto& left : io::removeUnfinished(wish.folder)) {
    const QString name = QString::fromStdU16String(left.filename().u16string());
    Q_EMIT reporter_.message(tr("Removed %1, which an earlier run that was ended had left.").arg(name));
  }
  make([files, wish](planning::Progress& progress) { return io::practice::makeExercises(files, {wish}, progress); });
}

void PracticePage::refresh() {
  exercises_.clear();
  unusable_.clear();
  for (auto& listed : io::practice::listExercises(exercisesFolder().toStdU16String())) {
    if (listed.exercise)
      exercises_.push_back(std::move(*listed.exercise));
    else
      unusable_.push_back({QString::fromStdU16String(listed.folder.filename().u16string()), listed.exercise.error()});
  }
  std::vector<planning::Error> unreadable;
  attempts_ = savedAttempts(unreadable);
  for (const auto& error : unreadable) Q_EMIT reporter_.refused(error);
  fillList();
}

void PracticePage::fillList() {
  const std::string before = chosen() ? chosen()->exercise.uid : std::string{};
  {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const auto& exercise : exercises_) {
      const auto attempts = attemptsAt(exercise.exercise.uid);
      const auto best = bestOf(attempts);
      auto* item = new QTreeWidgetItem(
          list_, {exerciseName(exercise.exercise), best ? number(*best) : QString(), QString::number(attempts.size())});
      item->setData(0, Qt::UserRole, QString::fromStdString(exercise.exercise.uid));
      const QRect lines =
          list_->fontMetrics().boundingRect(QRect(0, 0, kNameWidth, 1000), Qt::TextWordWrap, item->text(0));
      item->setSizeHint(0, {kNameWidth, lines.height() + 8});
      item->setToolTip(0, QString::fromStdString(exercise.folder.string()));
      if (exercise.exercise.uid == before || !list_->currentItem()) list_->setCurrentItem(item);
    }
  }
  for (const auto& [name, error] : unusable_) {
    auto* item = new QTreeWidgetItem(list_, {tr("%1: cannot be used").arg(name), {}, {}});
    item->setToolTip(0, sentence(error));
    item->setFlags(Qt::ItemIsEnabled);
  }
  demo_->setVisible(exercises_.empty());
  choose();
}

const ExerciseFolder* PracticePage::chosen() const {
  const auto* item = list_->currentItem();
  if (!item) return nullptr;
  const std::string uid = item->data(0, Qt::UserRole).toString().toStdString();
  const auto found = std::find_if(exercises_.begin(), exercises_.end(),
                                  [&](const ExerciseFolder& one) { return one.exercise.uid == uid; });
  return found == exercises_.end() ? nullptr : &*found;
}

std::vector<const SavedAttempt*> PracticePage::attemptsAt(const std::string& exerciseUid) const {
  std::vector<const SavedAttempt*> all;
  for (const auto& saved : attempts_)
    if (saved.attempt.exerciseUid == exerciseUid) all.push_back(&saved);
  return all;
}

const SavedAttempt* PracticePage::unfinished() const {
  if (!chosen()) return nullptr;
  const auto all = attemptsAt(chosen()->exercise.uid);
  const auto found = std::find_if(all.rbegin(), all.rend(), [](const auto* one) { return !one->finished; });
  return found == all.rend() ? nullptr : *found;
}

/// What can be done with the chosen exercise, and the scores there are.
void PracticePage::choose() {
  const auto* exercise = chosen();
  start_->setEnabled(exercise && !session_.isActive());
  resume_->setEnabled(unfinished() && !session_.isActive());
  const QSignalBlocker quiet(attempt_);
  attempt_->clear();
  if (exercise)
    for (const auto* saved : attemptsAt(exercise->exercise.uid))
      if (saved->finished) attempt_->insertItem(0, attemptName(*saved), saved->file);
  attempt_->setEnabled(attempt_->count() > 0);
  const auto& shown = sheet_->scored();
  const bool same = exercise && shown && shown->exercise.exercise.uid == exercise->exercise.uid;
  stack_->setCurrentIndex(same ? 1 : 0);
  if (same) attempt_->setCurrentIndex(std::max(0, attempt_->findData(shown->attemptFile)));
  showCurve();
  if (!same && attempt_->count() > 0 && isVisible() && !session_.isActive()) score(attempt_->currentData().toString());
}

void PracticePage::score(const QString& attemptFile) {
  std::string uid;
  for (const auto& saved : attempts_)
    if (saved.file == attemptFile) uid = saved.attempt.exerciseUid;
  const auto exercise = std::find_if(exercises_.begin(), exercises_.end(),
                                     [&](const ExerciseFolder& one) { return one.exercise.uid == uid; });
  if (exercise == exercises_.end()) return;
  background_.run<ScoredAttempt>(
      Background::Kind::Report, tr("Scoring the attempt"),
      [wanted = *exercise, attemptFile, open = scan_.isLoading() ? nullptr : scan_.volume()](
          planning::Progress& progress) { return scoreAttempt(wanted, attemptFile, open, progress); },
      [this](Expected<ScoredAttempt> scored) {
        if (!scored) return void(Q_EMIT reporter_.refused(scored.error()));
        take(*scored);
      });
}

void PracticePage::take(const ScoredAttempt& scored) {
  rememberTotal(scored.attemptFile, scored.score.total());
  sheet_->show(scored);
  for (auto& saved : attempts_)
    if (saved.file == scored.attemptFile) saved.total = scored.score.total();
  for (int row = 0; row < list_->topLevelItemCount(); ++row)
    if (list_->topLevelItem(row)->data(0, Qt::UserRole).toString().toStdString() == scored.exercise.exercise.uid)
      list_->setCurrentItem(list_->topLevelItem(row));
  fillList();
}

void PracticePage::showCurve() {
  std::vector<LearningCurve::Dot> dots;
  const auto* exercise = chosen();
  for (const auto& saved : attempts_) {
    if (!saved.total) continue;
    const bool ofChosen = exercise && saved.attempt.exerciseUid == exercise->exercise.uid;
    const bool shown = stack_->currentIndex() == 1 && sheet_->scored()->attemptFile == saved.file;
    dots.push_back({*saved.total, ofChosen, shown});
  }
  curve_->show(std::move(dots));
}

}  // namespace app::practice
