#pragma once

#include <QString>

#include <optional>
#include <utility>

#include "io/reading/scan.h"
#include "planning/plan/plan.h"

namespace app {

/// A plan, or a draft of one that a crash left, as it was read behind the window: its file is parsed this once.
struct PlanFile {
  QString file;
  planning::Plan plan;
  bool recovers = false;  ///< a draft
};

/// What is being opened: the path that is scanned, and the plan that waits for its scan to be found there.
class Opening {
 public:
  /// What waited before is given up.
  void begin(const QString& path, std::optional<PlanFile> waiting = std::nullopt) {
    path_ = path;
    waiting_ = std::move(waiting);
    scan_ = Scan::Opens;
  }
  /// More has come to the same path: it is scanned again for the list alone. `listed`: what was known of it before.
  void beginListing(io::dicom::ScanResult listed) {
    listed_ = std::move(listed);
    scan_ = Scan::Lists;
  }
  bool isScanning() const { return scan_ != Scan::None; }
  /// True when it was for the list alone.
  bool endScan() { return std::exchange(scan_, Scan::None) == Scan::Lists; }
  const QString& path() const { return path_; }  ///< that was begun last; empty before the first
  io::dicom::ScanResult takeListed() { return std::exchange(listed_, {}); }
  std::optional<PlanFile> takeWaiting() { return std::exchange(waiting_, std::nullopt); }

 private:
  enum class Scan { None, Opens, Lists };

  QString path_;
  std::optional<PlanFile> waiting_;
  io::dicom::ScanResult listed_;
  Scan scan_ = Scan::None;
};

}  // namespace app
