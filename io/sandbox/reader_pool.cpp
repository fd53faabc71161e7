#include "io/sandbox/reader_pool.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "io/sandbox/reader_process.h"

namespace io::sandbox {

namespace {

using Clock = std::chrono::steady_clock;
/// A reader without an answer for so long waits for a dead disk or is asleep; what it computes is limited by itself.
constexpr auto kLongestSilence = std::chrono::seconds(60);
constexpr int kPollMs = 50;
constexpr std::size_t kAhead = 4;  ///< questions under way in one reader, so that it never waits for us
/// A longer question waits until its reader is idle: both sides writing into full sockets would wait for each other.
constexpr std::size_t kSmall = 16384;

struct Settings {
  std::mutex guard;
  std::filesystem::path program;
  std::vector<ReaderProcess> idle;  ///< readers that wait for the next questions
};

Settings& settings() {
  static Settings all;
  return all;
}

std::filesystem::path readerProgram() {
  auto& all = settings();
  const std::lock_guard lock(all.guard);
  if (!all.program.empty()) return all.program;
  std::error_code failed;
  const auto here = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
  const auto installed = here.parent_path() / "libexec/needleplan/needleplan-reader";
  return std::filesystem::exists(installed, failed) ? installed : here / "needleplan-reader";
}

planning::Expected<ReaderProcess> anyReader() {
  auto& all = settings();
  {
    const std::lock_guard lock(all.guard);
    while (!all.idle.empty()) {
      auto reader = std::move(all.idle.back());
      all.idle.pop_back();
      pollfd alive{reader.socket(), POLLIN, 0};
      if (::poll(&alive, 1, 0) == 0) return reader;  // one that has something to say unasked has died
    }
  }
  return ReaderProcess::start(readerProgram());
}

std::size_t mostReaders() {
  return std::max(1u, std::thread::hardware_concurrency());
}

void keepForLater(ReaderProcess reader) {
  if (!sendMessage(reader.socket(), {})) return;  // forget the shared memory
  auto& all = settings();
  const std::lock_guard lock(all.guard);
  if (all.idle.size() < mostReaders()) all.idle.push_back(std::move(reader));
}

/// A reader at work, and the questions it has not answered, in order.
struct Worker {
  ReaderProcess reader;
  bool hasSharedMemory = false;
  std::deque<std::size_t> open;
  Clock::time_point lastAnswer = Clock::now();
};

class Asking {
 public:
  Asking(const Questions& questions, planning::Progress& progress) : questions_(questions), progress_(progress) {}

  planning::Expected<void> run() {
    const auto wanted = std::min<std::size_t>(questions_.count, mostReaders());
    for (std::size_t i = 0; i < wanted; ++i)
      if (auto started = addWorker(); !started) return started;
    while (goOn_ && answered_ < questions_.count) {
      if (progress_.stopRequested()) return planning::refuse("cancelled");
      for (auto& worker : workers_) feed(worker);
      if (auto waited = wait(); !waited) return waited;
    }
    for (auto& worker : workers_)
      if (worker.open.empty()) keepForLater(std::move(worker.reader));
    return {};
  }

 private:
  planning::Expected<void> addWorker() {
    auto reader = anyReader();
    if (!reader) return tl::unexpected(reader.error());
    workers_.push_back(Worker{std::move(*reader), false, {}, Clock::now()});
    return {};
  }

  bool nothingLeft() const { return next_ >= questions_.count && again_.empty(); }

  std::size_t takeNext() {
    if (again_.empty()) return next_++;
    const auto i = again_.front();
    again_.pop_front();
    return i;
  }

  void feed(Worker& worker) {
    while (worker.open.size() < kAhead && !nothingLeft()) {
      const auto i = takeNext();
      const auto message = questions_.question(i);
      const bool share = questions_.sharedMemory >= 0 && !worker.hasSharedMemory;
      if (!worker.open.empty() && message.size() > kSmall) {
        again_.push_front(i);
        return;
      }
      if (worker.open.empty()) worker.lastAnswer = Clock::now();
      worker.open.push_back(i);
      worker.hasSharedMemory = worker.hasSharedMemory || share;
      // A reader that is gone does not take it; that is seen when its answer is waited for.
      sendMessage(worker.reader.socket(), message, share ? questions_.sharedMemory : -1);
    }
  }

  planning::Expected<void> wait() {
    std::vector<pollfd> sockets;
    for (const auto& worker : workers_) sockets.push_back({worker.reader.socket(), POLLIN, 0});
    ::poll(sockets.data(), sockets.size(), kPollMs);
    for (std::size_t i = 0; i < workers_.size() && goOn_; ++i) {
      auto& worker = workers_[i];
      if (worker.open.empty()) continue;
      const bool silent = Clock::now() - worker.lastAnswer > kLongestSilence;
      const bool speaks = sockets[i].revents != 0;
      if (!speaks && !silent) continue;
      if (auto done = speaks ? takeAnswer(worker) : replace(worker, "no answer for a minute"); !done) return done;
    }
    return {};
  }

  planning::Expected<void> takeAnswer(Worker& worker) {
    const auto received = receiveMessage(worker.reader.socket());
    if (!received) return replace(worker, {});
    if (received->descriptor >= 0) ::close(received->descriptor);  // nobody asked for one
    const auto taken = questions_.answered(worker.open.front(), received->message);
    if (taken == Taken::NotAnAnswer) return replace(worker, {});
    worker.lastAnswer = Clock::now();
    worker.open.pop_front();
    ++answered_;
    goOn_ = taken == Taken::GoOn;
    return {};
  }

  /// A reader failed at its oldest question; the others it had go to the new one.
  planning::Expected<void> replace(Worker& worker, std::string why) {
    const auto ended = worker.reader.end();
    if (why.empty()) why = ended;
    const auto failed = worker.open.front();
    worker.open.pop_front();
    again_.insert(again_.end(), worker.open.begin(), worker.open.end());
    worker.open.clear();
    auto fresh = ReaderProcess::start(readerProgram());
    if (!fresh) return tl::unexpected(fresh.error());
    worker.reader = std::move(*fresh);
    worker.hasSharedMemory = false;
    ++answered_;
    goOn_ = questions_.failed(failed, why);
    return {};
  }

  const Questions& questions_;
  planning::Progress& progress_;
  std::vector<Worker> workers_;
  std::deque<std::size_t> again_;  ///< questions whose reader failed before it came to them
  std::size_t next_ = 0;
  std::size_t answered_ = 0;
  bool goOn_ = true;
};

}  // namespace

void useProgram(const std::filesystem::path& program) {
  auto& all = settings();
  const std::lock_guard lock(all.guard);
  all.program = program;
  all.idle.clear();
}

void startAhead() {
  std::vector<ReaderProcess> started;
  while (started.size() < mostReaders()) {
    auto reader = ReaderProcess::start(readerProgram());
    if (!reader) return;
    started.push_back(std::move(*reader));
  }
  for (auto& reader : started) keepForLater(std::move(reader));
}

planning::Expected<void> ask(const Questions& questions, planning::Progress& progress) {
  return Asking(questions, progress).run();
}

}  // namespace io::sandbox
