#include "app/practice/session.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

#include "app/case/plan_document.h"
#include "app/case/plan_files.h"
#include "app/case/scan_work.h"
#include "app/case/shown_scan.h"
#include "app/case/skin_risk.h"
#include "app/practice/practice_files.h"
#include "app/work/reporter.h"
#include "planning/practice/hand.h"

namespace app::practice {
namespace {

using planning::practice::Attempt;
using planning::practice::Course;
using planning::practice::Step;

constexpr int kSettledMs = 300;

Step stepOf(Step::Kind kind, const planning::Point& place = planning::makePoint(0, 0, 0), double mm = 0) {
  Step step;
  step.kind = kind;
  step.place = place;
  step.mm = mm;
  return step;
}

/// How far off the hands of this route's operators are.
std::optional<planning::needle::PlacementError> errorOn(const std::string& routeId, const std::string& guidance,
                                                        const planning::needle::Trajectory& aim) {
  const auto* route = planning::procedure::routesInUse().find(routeId);
  if (route == nullptr) return std::nullopt;
  return planning::needle::placementErrorFor(route->placement, guidance, planning::needle::anglesOf(aim));
}

}  // namespace

Session::Session(const Parts& parts, QObject* parent) : QObject(parent), case_(parts) {
  settled_.setSingleShot(true);
  settled_.setInterval(kSettledMs);
  connect(&settled_, &QTimer::timeout, this, &Session::recordPlan);
  connect(&background_, &Background::progress, this, &Session::workProgress);
  connect(&case_.document, &PlanDocument::planChanged, this, [this] {
    if (active_) settled_.start();
  });
  connect(&case_.scan, &ShownScan::volumeChanged, this, [this] {
    opening_ = opening_ && (case_.scan.volume() || case_.scan.isLoading());
    if (active_ && (!case_.scan.volume() || case_.scan.volume()->identity.seriesUid != exercise_->exercise.seriesUid))
      end();
  });
  const auto arrived = [this] {
    if (opening_ && case_.scan.volume() && !case_.scan.isLoading() &&
        case_.scan.volume()->identity.seriesUid == exercise_->exercise.seriesUid)
      begin();
  };
  connect(&case_.document, &PlanDocument::planChanged, this, arrived);
  connect(&case_.reporter, &Reporter::refused, this, [this] { opening_ = opening_ && case_.scan.isLoading(); });
}

Session::~Session() = default;

void Session::start(const io::practice::ExerciseFolder& exercise) {
  Attempt attempt;
  attempt.exerciseUid = exercise.exercise.uid;
  seed_ = fixedSeed_.value_or(std::random_device()());
  attempt.seal = exercise.seal;
  attempt.startedAt = QDateTime::currentDateTimeUtc().toString("yyyy-MM-dd'T'HH:mm:ss'Z'").toStdString();
  open(exercise, std::move(attempt), freshAttemptFile(exercise.exercise));
}

void Session::resume(const io::practice::ExerciseFolder& exercise, const QString& attemptFile) {
  auto attempt = io::practice::readAttempt(attemptFile.toStdU16String());
  if (!attempt) return void(Q_EMIT refused(attempt.error()));
  if (attempt->exerciseUid != exercise.exercise.uid || attempt->seal != exercise.seal)
    return void(Q_EMIT refused(
        {"attempt-of-another-exercise", attemptFile.toStdString(), attempt->seal + " / " + exercise.seal}));
  open(exercise, std::move(*attempt), attemptFile);
}

void Session::open(const io::practice::ExerciseFolder& exercise, Attempt attempt, const QString& file) {
  if (active_) leave();
  auto course = planning::practice::courseOf(attempt);
  if (!course) return void(Q_EMIT refused(course.error()));
  if (course->finished) return void(Q_EMIT refused({"attempt-finished", file.toStdString(), {}}));
  background_.run<io::dicom::SeriesInfo>(
      Background::Kind::Scan, tr("Opening the exercise"),
      [exercise](planning::Progress& progress) { return io::practice::findScan(exercise, progress); },
      [this, exercise, attempt = std::move(attempt), course = std::move(*course),
       file](planning::Expected<io::dicom::SeriesInfo> series) {
        if (!series) return void(Q_EMIT refused(series.error()));
        exercise_ = exercise;
        attempt_ = attempt;
        course_ = course;
        file_ = file;
        case_.work.openSeries(*series);
        opening_ = true;
      });
}

/// The scan is there: the trainee sees it, and the clock runs.
void Session::begin() {
  opening_ = false;
  case_.files.keepElsewhere();
  const auto& exercise = exercise_->exercise;
  case_.document.setRoute(exercise.routeId);
  case_.document.setLevel(QString::fromStdString(exercise.level));
  case_.document.setSide(exercise.side);
  if (!exercise.guidance.empty()) case_.document.setGuidance(exercise.guidance);
  planAsBefore();
  case_.document.undoStack().clear();
  riskWasShown_ = case_.skinRisk.isShown();
  case_.skinRisk.setShown(false);
  secondsBefore_ = course_.seconds;
  clock_.start();
  active_ = true;
  recordPlan();
  Q_EMIT changed();
  Q_EMIT begun();
}

void Session::planAsBefore() {
  if (course_.needle) case_.document.setNeedle(*course_.needle);
  if (course_.target) case_.document.setTarget(*course_.target);
  if (course_.entry) case_.document.setEntry(*course_.entry);
}

double Session::seconds() const {
  return active_ ? secondsBefore_ + static_cast<double>(clock_.elapsed()) / 1000 : course_.seconds;
}

/// What the trainee has planned since the last step.
void Session::recordPlan() {
  settled_.stop();
  if (!active_ || case_.document.plan().choices.needles.empty()) return;
  const auto& planned = case_.document.plan().choices.needles.front();
  if (planned.needle && planned.needle != course_.needle) {
    Step step = stepOf(Step::Kind::Needle);
    step.needle = *planned.needle;
    if (!record(step) && course_.needle) case_.document.setNeedle(*course_.needle);
  }
  if (planned.target && planned.target != course_.target) record(stepOf(Step::Kind::Target, *planned.target));
  if (planned.entry && planned.entry != course_.entry) record(stepOf(Step::Kind::Entry, *planned.entry));
}

bool Session::record(Step step) {
  if (!active_) return false;
  step.atSeconds = std::max(course_.seconds, std::round(seconds() * 10) / 10);
  Course next = course_;
  if (const auto done = planning::practice::take(next, step); !done) return Q_EMIT refused(done.error()), false;
  Attempt longer = attempt_;
  longer.steps.push_back(step);
  if (const auto saved = io::practice::writeAttempt(longer, file_.toStdU16String()); !saved)
    return Q_EMIT refused(saved.error()), false;
  course_ = std::move(next);
  attempt_ = std::move(longer);
  Q_EMIT changed();
  return true;
}

bool Session::insert() {
  if (!active_) return false;
  recordPlan();
  const auto& exercise = exercise_->exercise;
  if (!course_.target || !course_.entry || *course_.target == *course_.entry)
    return Q_EMIT refused({"attempt-not-planned", {}, {}}), false;
  const planning::needle::Trajectory aim{*course_.entry, *course_.target};
  const auto error = errorOn(exercise.routeId, exercise.guidance, aim);
  const int corrections = static_cast<int>(course_.ways.size());
  return record(stepOf(Step::Kind::Insert, planning::practice::whereTheHandAims(aim, error, corrections, seed_)));
}

bool Session::advance(double mm) {
  return record(stepOf(Step::Kind::Advance, planning::makePoint(0, 0, 0), mm));
}

bool Session::takeControlSlice() {
  if (!record(stepOf(Step::Kind::ControlSlice))) return false;
  case_.scan.setCrosshair(course_.ways.back().tip());
  return true;
}

bool Session::handIn() {
  recordPlan();
  if (!record(stepOf(Step::Kind::Finish))) return false;
  const QString file = file_;
  end();
  Q_EMIT finished(file);
  return true;
}

void Session::leave() {
  if (!active_) return;
  recordPlan();
  end();
}

void Session::end() {
  active_ = false;
  settled_.stop();
  case_.skinRisk.setShown(riskWasShown_);
  Q_EMIT changed();
}

}  // namespace app::practice
