#pragma once

#include <QFuture>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/case/made_structures.h"
#include "planning/plan/plan.h"

namespace app {

/// A plan that was never saved, left by a program that ended without being asked.
struct LostDraft {
  QString file;
  QString scanPath;  ///< where its scan was opened from
};

/// Keeps the unsaved plan on disk: written a few seconds after the last change, as the report it would become, in a
/// folder that only its owner may read, with a SEG of what was made beside it; gone once the plan is saved. One draft a
/// window, held by a lock.
class DraftKeeper : public QObject {
  Q_OBJECT

 public:
  /// What is kept: a plan, and the structures made for it that are in no file yet.
  struct Unsaved {
    planning::Plan plan;
    std::vector<planning::anatomy::Structure> made;
    std::shared_ptr<const planning::Volume> scan;
  };
  /// What to keep now; absent when nothing is unsaved.
  using Source = std::function<std::optional<Unsaved>()>;

  explicit DraftKeeper(Source source, QObject* parent = nullptr);
  ~DraftKeeper() override;

  void keepIn(const QString& folder, int waitMs);  ///< off before
  void setScanPath(const QString& path) { scanPath_ = path; }
  void changed();                   ///< starts the wait anew
  void adopt(const QString& file);  ///< a lost draft becomes this window's own
  void forget();                    ///< removes the draft

  /// Drafts in the folder that no running program holds, newest first.
  static std::vector<LostDraft> lost(const QString& folder);
  static void discard(const QString& file);

 Q_SIGNALS:
  void kept(const QString& file);

 private:
  void keepNow();
  bool holdFile();

  Source source_;
  QString folder_, file_, scanPath_;
  std::unique_ptr<QLockFile> lock_;
  std::optional<MadeStructures> kept_;  ///< in the draft's SEG; of the writing thread
  QTimer wait_;
  QFuture<void> writing_;
};

}  // namespace app
