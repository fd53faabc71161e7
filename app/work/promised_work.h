#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <mutex>
#include <vector>

#include "planning/error.h"

namespace app {

/// Work behind the window that somebody relies on: one job after the other, each to its end, whatever is opened next
/// and also when the program closes. Nothing cancels it.
class PromisedWork : public QObject {
  Q_OBJECT

 public:
  explicit PromisedWork(QObject* parent = nullptr);
  ~PromisedWork() override;  ///< waits for all of it

  /// From any thread. What goes wrong is told by refused(), or by finish().
  void start(std::function<planning::Expected<void>()> job);
  /// Waits for all that was started; what of it went wrong and was not told yet.
  std::vector<planning::Error> finish();

 Q_SIGNALS:
  void refused(const planning::Error& error);

 private:
  void tell();

  std::mutex mutex_;
  std::vector<planning::Error> untold_;
  QThreadPool pool_;
};

}  // namespace app
