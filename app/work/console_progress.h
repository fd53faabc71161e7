#pragma once

#include <optional>
#include <string>

#include "planning/progress.h"

namespace app {

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

}  // namespace app
