#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

#include "io/reading/scan.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/skin.h"
#include "planning/progress.h"

namespace app {

class Background;
class PlanDocument;
class Reporter;
class ShownScan;

/// Which scan is open: looks for series, opens one slice by slice, finds its skin, and closes it, behind the window.
class ScanWork : public QObject {
  Q_OBJECT

 public:
  ScanWork(ShownScan& shown, PlanDocument& document, Background& background, Reporter& reporter);

  const io::dicom::ScanResult& lastScan() const { return found_; }  ///< of the last scanPath()
  const std::string& openedPart() const { return openedPart_; }     ///< SeriesInfo::part of the last openSeries()
  const QString& scannedPath() const { return scannedPath_; }       ///< where it looked

  void scanPath(const QString& path);    ///< scanned()
  void scanDemo(const QString& folder);  ///< writes the demo case there if it is not, then as scanPath()
  void openSeries(const io::dicom::SeriesInfo& series);  ///< the scan's slices arrive, then its skin; or refused
  /// Shows a scan that is already in memory (practice, tests), as if it had just been opened with its skin found and
  /// its structures loaded; skin may be null.
  void adoptScan(std::shared_ptr<const planning::Volume> volume, std::shared_ptr<const planning::anatomy::Skin> skin,
                 std::vector<planning::anatomy::MeasuredStructure> structures);
  void cancel();  ///< all that runs behind the window for this case
  void close();   ///< back to no scan; unsaved changes are lost (the window asks), their draft goes with them

 Q_SIGNALS:
  void scanned(const io::dicom::ScanResult& result);
  void opened();     ///< the scan is there whole
  void cancelled();  ///< what was wished for will not be done
  void closing();    ///< the scan goes, and all that was made on it

 private:
  void scan(const QString& path, const QString& what,
            std::function<planning::Expected<io::dicom::ScanResult>(planning::Progress&)> job);
  void begin(std::shared_ptr<const planning::Volume> opened);
  void takeFirstSlice(std::shared_ptr<const planning::Volume> partial);
  void take(planning::Expected<planning::Volume> result);
  void findSkin();
  void clear();
  void announce();

  ShownScan& shown_;
  PlanDocument& document_;
  Background& background_;
  Reporter& reporter_;
  int readNumber_ = 0;  ///< slices of another reading are not ours
  io::dicom::ScanResult found_;
  std::string openedPart_;
  QString scannedPath_;
};

}  // namespace app
