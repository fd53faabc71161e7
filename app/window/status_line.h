#pragma once

#include <QStatusBar>

#include <optional>

#include "planning/geometry.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace app {

class ShownScan;
class Reporter;

/// The line below the pages: what lies under the cursor, what the reporter tells but for refusals, and how the scan
/// lies. Its button cancels all work.
class StatusLine : public QStatusBar {
  Q_OBJECT

 public:
  StatusLine(const ShownScan& scan, Reporter& reporter, QWidget* parent = nullptr);

  void showHovered(const planning::Point& where, std::optional<int> hu);
  void endHover();
  void explain(const QString& reason);  ///< why a place is as it is; empty: nothing to explain
  void showScanFacts();

 private:
  void showProgress(const QString& what, double fraction);

  const ShownScan& scan_;
  QLabel *hover_, *reason_, *position_, *working_;
  QProgressBar* progress_;
  QToolButton* cancel_;
};

}  // namespace app
