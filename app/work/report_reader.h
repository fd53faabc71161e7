#pragma once

#include <QObject>
#include <QString>

#include <deque>
#include <functional>

#include "app/work/background.h"
#include "io/reading/report_reader.h"

namespace app {

/// Reads reports behind the window's thread, each once, in the order they were asked for. Lives in the window's thread.
class ReportReader : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(planning::Expected<io::report::ReadReport>)>;

  explicit ReportReader(QObject* parent = nullptr);

  /// `done` gets what readReport() says, in the window's thread; never after cancel().
  void read(const QString& file, Done done);
  bool isBusy() const { return !wanted_.empty(); }
  void cancel();

 Q_SIGNALS:
  void progress(const QString& what, double fraction);  ///< as Background's

 private:
  void next();

  std::deque<std::pair<QString, Done>> wanted_;  ///< the first one is being read
  Background background_;
};

}  // namespace app
