#pragma once

#include "app/look/section.h"
#include "io/reading/scan.h"

class QListWidget;
class QListWidgetItem;

namespace app {
class ScanWork;
class ShownScan;
}  // namespace app

namespace app::panels {

/// What was found in the folder: series that open with a double click, and those that do not, with the reason.
class SeriesPanel : public Section {
  Q_OBJECT

 public:
  SeriesPanel(ShownScan& scan, ScanWork& work, QWidget* parent = nullptr);

 Q_SIGNALS:
  void openAsked(const io::dicom::SeriesInfo& series);

 protected:
  void resizeEvent(QResizeEvent* event) override;  ///< texts wrap otherwise, so the list is of another height

 private:
  void list(const io::dicom::ScanResult& result);
  void mark();
  void fitHeight();

  ShownScan& scan_;
  ScanWork& work_;
  QListWidget* list_;
};

/// Modalities whose files hold structures.
bool holdsStructures(const io::dicom::SeriesInfo& series);

}  // namespace app::panels
