#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

#include "io/reading/fluoroscopy_run.h"

namespace app::fluoroscopy {

/// Reads frames of one run behind the window's thread, some ahead of the one that is wanted. Only the last wish counts.
class FrameFeeder : public QObject {
  Q_OBJECT

 public:
  explicit FrameFeeder(QObject* parent = nullptr);
  ~FrameFeeder() override;

  /// Null: none. Wishes for the former run are forgotten.
  void setRun(std::shared_ptr<io::FluoroscopyRun> run);
  /// The frame if it is at hand; else null, and arrived() or failed() follows.
  std::shared_ptr<const io::FramePixels> want(int frame);

 Q_SIGNALS:
  void arrived(int frame);
  void failed(const planning::Error& error);

 private:
  void start(int frame);
  void finish();

  std::shared_ptr<io::FluoroscopyRun> run_;
  std::shared_ptr<io::FluoroscopyRun> readFrom_;  ///< by the reading under way
  std::optional<int> wanted_;
  std::optional<int> reading_;  ///< the frame asked of readFrom_
  std::shared_ptr<planning::Expected<void>> result_;
  QFutureWatcher<void> watcher_;
  QThreadPool pool_;
};

}  // namespace app::fluoroscopy
