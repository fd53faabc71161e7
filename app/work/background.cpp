#include "app/work/background.h"

#include <QPromise>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace app {
namespace {

constexpr int kProgressSteps = 1000;

class PromiseProgress : public planning::Progress {
 public:
  explicit PromiseProgress(QPromise<void>& promise) : promise_(promise) {
    promise_.setProgressRange(0, kProgressSteps);
  }
  void advance(double fraction) override { promise_.setProgressValue(static_cast<int>(fraction * kProgressSteps)); }
  bool stopRequested() const override { return promise_.isCanceled(); }

 private:
  QPromise<void>& promise_;
};

}  // namespace

Background::Background(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(4);  // a job that is slow to notice its cancelling must not hold up the next one
}

Background::~Background() {
  for (const Job& job : jobs_) job.watcher->cancel();
  pool_.waitForDone();
}

void Background::start(Kind kind, const QString& what, std::function<void(planning::Progress&)> work,
                       std::function<void()> done) {
  cancel(kind);
  auto* watcher = new QFutureWatcher<void>(this);
  jobs_.push_back({kind, what, watcher});
  connect(watcher, &QFutureWatcher<void>::progressValueChanged, this, [this, watcher, what](int value) {
    if (!watcher->isCanceled()) Q_EMIT progress(what, static_cast<double>(value) / kProgressSteps);
  });
  connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher, done] { finish(watcher, done); });
  watcher->setFuture(QtConcurrent::run(&pool_, [work = std::move(work)](QPromise<void>& promise) {
    PromiseProgress handle(promise);
    work(handle);
  }));
  Q_EMIT progress(what, -1);
}

void Background::finish(QFutureWatcher<void>* watcher, const std::function<void()>& done) {
  const bool wanted = !watcher->isCanceled();
  std::erase_if(jobs_, [watcher](const Job& job) { return job.watcher == watcher; });
  watcher->deleteLater();
  if (wanted) done();
  const auto live = std::find_if(jobs_.begin(), jobs_.end(), [](const Job& job) { return !job.watcher->isCanceled(); });
  if (live == jobs_.end()) Q_EMIT progress({}, 2);
}

void Background::cancel(Kind kind) {
  for (const Job& job : jobs_)
    if (job.kind == kind) job.watcher->cancel();
}

bool Background::cancelAll() {
  bool any = false;
  for (const Job& job : jobs_) {
    any = any || !job.watcher->isCanceled();
    job.watcher->cancel();
  }
  return any;
}

bool Background::isBusy(Kind kind) const {
  return std::any_of(jobs_.begin(), jobs_.end(),
                     [kind](const Job& job) { return job.kind == kind && !job.watcher->isCanceled(); });
}

}  // namespace app
