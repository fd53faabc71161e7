#include "app/fluoroscopy/frame_feeder.h"

#include <QtConcurrent>

#include <utility>

namespace app::fluoroscopy {
namespace {

constexpr int kAhead = 8;  ///< frames read in one go: enough for the decoders of every core

}  // namespace

FrameFeeder::FrameFeeder(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
  connect(&watcher_, &QFutureWatcher<void>::finished, this, &FrameFeeder::finish);
}

FrameFeeder::~FrameFeeder() {
  watcher_.disconnect();
  pool_.waitForDone();
}

void FrameFeeder::setRun(std::shared_ptr<io::FluoroscopyRun> run) {
  run_ = std::move(run);
  wanted_.reset();
}

std::shared_ptr<const io::FramePixels> FrameFeeder::want(int frame) {
  if (!run_) return nullptr;
  auto pixels = run_->kept(frame);
  const int next = frame + kAhead / 2 < run_->frames() ? frame + kAhead / 2 : 0;
  const bool fitsAhead = run_->frames() > 1 && !run_->kept(next);
  if (!pixels) wanted_ = frame;
  if (!watcher_.isRunning() && (!pixels || fitsAhead)) start(pixels ? next : frame);
  return pixels;
}

void FrameFeeder::start(int frame) {
  reading_ = frame;
  readFrom_ = run_;
  result_ = std::make_shared<planning::Expected<void>>();
  watcher_.setFuture(QtConcurrent::run(&pool_, [run = run_, frame, result = result_] {
    planning::Progress progress;
    *result = run->load(frame, kAhead, progress);
  }));
}

void FrameFeeder::finish() {
  const bool sameRun = std::exchange(readFrom_, nullptr) == run_;
  if (sameRun && !*result_) {
    const bool asked = wanted_ && wanted_ == reading_;
    if (asked) wanted_.reset();
    if (asked) Q_EMIT failed(result_->error());
  }
  if (!run_ || !wanted_) return;
  const int frame = *wanted_;
  if (!run_->kept(frame)) return start(frame);
  wanted_.reset();
  Q_EMIT arrived(frame);
}

}  // namespace app::fluoroscopy
