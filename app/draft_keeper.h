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

#include "planning/plan.h"

namespace app {

/// A plan that was never saved, left by a program that ended without being asked.
struct LostDraft {
  QString file;
  QString scanPath;  ///< where its scan was opened from
};

/// Keeps the unsaved plan on disk: written a few seconds after the last change, as the report it would become, in a
/// folder that only its owner may read; gone once the plan is saved. One file a window, held by a lock.
class DraftKeeper : public QObject {
  Q_OBJECT

 public:
  /// What to keep now; absent when nothing is unsaved.
  using Source = std::function<std::optional<planning::Plan>()>;

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
  QTimer wait_;
  QFuture<void> writing_;
};

}  // namespace app
