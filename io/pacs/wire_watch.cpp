#include "io/pacs/wire_watch.h"

#include <sys/socket.h>
#include <unistd.h>

namespace io::pacs {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kLook{100};  // how often somebody's wish to stop is asked for
constexpr std::chrono::seconds kAtFirst{10};     // until allow() says otherwise

}  // namespace

WireWatch::WireWatch(const planning::Progress& progress)
    : progress_(progress), deadline_(Clock::now() + kAtFirst), thread_([this] { run(); }) {}

WireWatch::~WireWatch() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (socket_ >= 0) ::close(socket_);
}

void WireWatch::take(int socket) {
  const std::lock_guard lock(mutex_);
  if (socket_ >= 0) ::close(socket_);
  socket_ = ::dup(socket);
}

void WireWatch::allow(std::chrono::milliseconds time) {
  const std::lock_guard lock(mutex_);
  deadline_ = Clock::now() + time;
}

Shut WireWatch::shut() const {
  const std::lock_guard lock(mutex_);
  return shut_;
}

void WireWatch::run() {
  std::unique_lock lock(mutex_);
  while (!over_) {
    changed_.wait_for(lock, kLook);
    if (shut_ == Shut::No) {
      if (progress_.stopRequested())
        shut_ = Shut::Cancelled;
      else if (Clock::now() > deadline_)
        shut_ = Shut::TooSlow;
    }
    if (shut_ != Shut::No && socket_ >= 0) ::shutdown(socket_, SHUT_RDWR);  // again and again: it may be taken later
  }
}

}  // namespace io::pacs
