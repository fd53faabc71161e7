#pragma once

#include <QJsonObject>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/progress.h"

namespace app::commands {

/// One JSON object on standard output.
void printJson(const QJsonObject& json);

/// Whether all that was printed on standard output arrived there; else says why in one line on standard error.
bool outputArrived();

/// The refusal as one line on standard error; returns the exit code for it.
int printRefusal(const planning::Error& error);

/// Removes what killed runs left beside `place` (io::removeUnfinished), says so on standard error, and returns it.
std::vector<std::filesystem::path> removeLeftBehind(const std::string& place);

/// From now on SIGINT, SIGTERM and SIGHUP ask the work to stop, so that it removes what it has begun; a second one ends
/// the process.
void stopOnSignals();

/// Progress on standard error, on one line, only where a person watches.
class ConsoleProgress : public planning::Progress {
 public:
  explicit ConsoleProgress(std::string what);
  ~ConsoleProgress() override;
  void advance(double fraction) override;
  bool stopRequested() const override;  ///< see stopOnSignals

 private:
  std::string what_;
  bool watched_;
  std::optional<int> percent_;  ///< shown last
};

}  // namespace app::commands
