#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <new>
#include <vector>

#include "planning/error.h"
#include "planning/progress.h"

namespace app {

/// Long work behind the window's thread. A job that was cancelled, or superseded by another of its kind, never reports
/// a result. Everything public is called, and every signal and `done` arrives, in the owner's thread.
class Background : public QObject {
  Q_OBJECT

 public:
  enum class Kind {
    Scan,
    Read,
    Skin,
    Structures,
    Segmentation,
    ShapeEdit,
    Spine,
    Undo,
    Archive,
    Report,
    Registration,
    Query,  ///< of an archive in the hospital's network
    Look,   ///< into a study there
    Fetch,
    Opening,
    Nerves,    ///< that are proposed: they hold up nothing that somebody asked for
    Together,  ///< target and entry
    Guides,
  };

  explicit Background(QObject* parent = nullptr);
  ~Background() override;  ///< cancels, and waits for the jobs to notice

  /// Runs `job` in a thread; its result, or an Error when it threw, goes to `done`. Cancels a running job of this kind.
  template <class T>
  void run(Kind kind, const QString& what, std::function<planning::Expected<T>(planning::Progress&)> job,
           std::function<void(planning::Expected<T>)> done) {
    auto result = std::make_shared<planning::Expected<T>>(planning::refuse("cancelled"));
    start(
        kind, what, [job, result](planning::Progress& progress) { *result = guarded<T>(job, progress); },
        [done, result] { done(std::move(*result)); });
  }
  void cancel(Kind kind);
  bool cancelAll();  ///< true when there was something to cancel
  bool isBusy(Kind kind) const;

 Q_SIGNALS:
  void progress(const QString& what, double fraction);  ///< fraction < 0: unknown; > 1: nothing runs any more

 private:
  struct Job {
    Kind kind;
    QString what;
    QFutureWatcher<void>* watcher;
  };

  template <class T>
  static planning::Expected<T> guarded(const std::function<planning::Expected<T>(planning::Progress&)>& job,
                                       planning::Progress& progress) {
    try {
      return job(progress);
    } catch (const std::bad_alloc&) {
      return planning::refuse("out-of-memory");
    } catch (const std::exception& mistake) {
      return planning::refuse("internal-error", {}, mistake.what());
    }
  }
  void start(Kind kind, const QString& what, std::function<void(planning::Progress&)> work, std::function<void()> done);
  void finish(QFutureWatcher<void>* watcher, const std::function<void()>& done);

  std::vector<Job> jobs_;
  QThreadPool pool_;
};

}  // namespace app
