#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "planning/progress.h"

namespace io::pacs {

/// Why a watched socket was shut.
enum class Shut { No, TooSlow, Cancelled };

/// Shuts a socket when its time is over or the person asked to stop, from a thread of its own: every call that is
/// blocked on it, TLS or not, returns at once. DCMTK's own timeouts count silence alone, so that a peer that drips a
/// byte now and then holds on without end.
class WireWatch {
 public:
  explicit WireWatch(const planning::Progress& progress);
  WireWatch(const WireWatch&) = delete;
  WireWatch& operator=(const WireWatch&) = delete;
  ~WireWatch();

  /// The socket to shut. A duplicate is kept, so that no number that was used again is shut.
  void take(int socket);
  /// From now on, so long until the next call.
  void allow(std::chrono::milliseconds time);
  Shut shut() const;

 private:
  void run();

  const planning::Progress& progress_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::chrono::steady_clock::time_point deadline_;
  int socket_ = -1;
  Shut shut_ = Shut::No;
  bool over_ = false;
  std::thread thread_;
};

/// That kStepBytes may take, or a peer's next object or answer.
inline constexpr std::chrono::seconds kStepTime{20};

/// Bytes under way in either direction: each quarter of a megabyte gives kStepTime more, so that a dripping peer ends.
class Flow {
 public:
  explicit Flow(WireWatch& watch) : watch_(watch) { watch.allow(kStepTime); }
  /// So many in all.
  void passed(unsigned long bytes) {
    if (bytes < seen_ + kStepBytes) return;
    seen_ = bytes;
    watch_.allow(kStepTime);
  }

 private:
  static constexpr unsigned long kStepBytes = 256UL * 1024;

  WireWatch& watch_;
  unsigned long seen_ = 0;
};

}  // namespace io::pacs
