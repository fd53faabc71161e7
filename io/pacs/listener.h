#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "io/pacs/site.h"
#include "planning/error.h"
#include "planning/progress.h"

struct T_ASC_Association;

namespace io::pacs {

class Intake;
class WireWatch;

/// Listens at site.move, from open() to its destruction, on that one address alone, for what the site sends. Taken are
/// connections of the site's host (or of move.from), that call our AE title, encrypted where the site is. Serves one at
/// a time, in a thread of its own.
class Listener {
 public:
  using Clock = std::chrono::steady_clock;

  /// Errors: "pacs-port-taken" and "pacs-cannot-listen" (address and port), "pacs-tls-files", "pacs-key-readable",
  /// "pacs-unreachable" (the host that is to send, where it has no address).
  static planning::Expected<std::unique_ptr<Listener>> open(const Site& site, const std::set<std::string>& classes,
                                                            Intake& intake, const planning::Progress& progress);
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener();

  Clock::time_point lastHeard() const { return serving_ ? Clock::now() : lastHeard_.load(); }
  /// Waits for what an archive still sends after it said that it is done: until all is there and the connection is
  /// over, or for so long that nothing comes any more.
  void settle();
  /// Shuts what is open. Nothing goes to the intake any more.
  void close();
  const std::string& stranger() const { return stranger_; }  ///< after close(): a host that was turned away, or empty

 private:
  Listener(Site site, std::set<std::string> classes, Intake& intake, const planning::Progress& progress);
  planning::Expected<void> bind();
  planning::Expected<void> resolve();
  void run();
  bool isKnown(int connection);
  void serve(int connection);
  void receiveAll(T_ASC_Association& association, WireWatch& watch);

  class Ending : public planning::Progress {
   public:
    explicit Ending(const Listener& listener) : listener_(listener) {}
    bool stopRequested() const override { return listener_.over_ || listener_.progress_.stopRequested(); }

   private:
    const Listener& listener_;
  };

  Site site_;
  std::set<std::string> classes_;
  Intake& intake_;
  const planning::Progress& progress_;
  std::set<std::string> senders_;  ///< addresses
  int socket_ = -1;
  std::atomic<bool> over_ = false;
  std::atomic<Clock::time_point> lastHeard_ = Clock::now();
  std::atomic<bool> serving_ = false;
  std::string stranger_;
  std::mutex mutex_;
  std::condition_variable idle_;  ///< of a connection's end
  std::thread thread_;
};

}  // namespace io::pacs
