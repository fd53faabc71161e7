#include "app/commands/console.h"

#include <unistd.h>

#include <QJsonDocument>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <system_error>

#include "app/commands/exit_codes.h"
#include "app/text/sentences.h"
#include "io/files/growing_folder.h"

namespace app::commands {
namespace {

volatile std::sig_atomic_t stopAsked = 0;

}  // namespace

void printJson(const QJsonObject& json) {
  std::cout << QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString() << std::flush;
}

bool outputArrived() {
  errno = 0;
  std::cout.flush();
  const bool flushed = std::fflush(stdout) == 0;
  if (flushed && std::cout.good() && std::ferror(stdout) == 0) return true;
  printRefusal({"output-lost", {}, errno != 0 ? std::generic_category().message(errno) : std::string()});
  return false;
}

int printRefusal(const planning::Error& error) {
  auto line = sentence(error).toStdString();
  for (auto& character : line)
    if (character == '\n' || character == '\r') character = ' ';
  std::cerr << "needleplan: " << line << std::endl;
  return kRefused;
}

std::vector<std::filesystem::path> removeLeftBehind(const std::string& place) {
  auto left = io::removeUnfinished(place);
  for (const auto& folder : left)
    std::cerr << "needleplan: removed " << folder.string() << ", which an earlier run that was killed had left\n";
  return left;
}

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

}  // namespace app::commands
