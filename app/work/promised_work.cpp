#include "app/work/promised_work.h"

#include <exception>
#include <utility>

namespace app {
namespace {

planning::Expected<void> guarded(const std::function<planning::Expected<void>()>& job) {
  try {
    return job();
  } catch (const std::bad_alloc&) {
    return planning::refuse("out-of-memory");
  } catch (const std::exception& mistake) {
    return planning::refuse("internal-error", {}, mistake.what());
  }
}

}  // namespace

PromisedWork::PromisedWork(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
}

PromisedWork::~PromisedWork() {
  for (const auto& error : finish())  // nobody is left to be told otherwise
    qWarning("%s: %s %s", error.code.c_str(), error.subject.c_str(), error.detail.c_str());
}

void PromisedWork::start(std::function<planning::Expected<void>()> job) {
  pool_.start([this, job = std::move(job)] {
    const auto done = guarded(job);
    if (done) return;
    {
      const std::lock_guard lock(mutex_);
      untold_.push_back(done.error());
    }
    QMetaObject::invokeMethod(this, &PromisedWork::tell, Qt::QueuedConnection);
  });
}

std::vector<planning::Error> PromisedWork::finish() {
  pool_.waitForDone();
  const std::lock_guard lock(mutex_);
  return std::exchange(untold_, {});
}

void PromisedWork::tell() {
  std::vector<planning::Error> errors;
  {
    const std::lock_guard lock(mutex_);
    errors = std::exchange(untold_, {});
  }
  for (const auto& error : errors) Q_EMIT refused(error);
}

}  // namespace app
