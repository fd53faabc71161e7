#include "app/work/console_progress.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <utility>

namespace app {
namespace {

volatile std::sig_atomic_t stopAsked = 0;

}  // namespace

void stopOnSignals() {
  struct sigaction action {};
  action.sa_handler = [](int) { stopAsked = 1; };
  action.sa_flags = SA_RESETHAND | SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

ConsoleProgress::ConsoleProgress(std::string what) : what_(std::move(what)), watched_(isatty(STDERR_FILENO) != 0) {}

ConsoleProgress::~ConsoleProgress() {
  if (watched_ && percent_) std::fprintf(stderr, "\r\033[K");
}

void ConsoleProgress::advance(double fraction) {
  const int percent = static_cast<int>(fraction * 100);
  if (!watched_ || (percent_ && percent <= *percent_)) return;
  percent_ = percent;
  std::fprintf(stderr, "\r%s %d %%", what_.c_str(), percent);
}

bool ConsoleProgress::stopRequested() const {
  return stopAsked != 0;
}

}  // namespace app
