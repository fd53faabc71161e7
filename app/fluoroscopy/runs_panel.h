#pragma once

#include <vector>

#include "app/look/section.h"
#include "planning/fluoroscopy/view.h"

class QLabel;
class QListWidget;

namespace app {
class ScanWork;
}

namespace app::fluoroscopy {

class FluoroscopyCase;

/// Whose fluoroscopy is open: never leaves the screen.
class FluoroscopyBanner : public QWidget {
  Q_OBJECT

 public:
  explicit FluoroscopyBanner(FluoroscopyCase& model, QWidget* parent = nullptr);

 private:
  void refresh();

  FluoroscopyCase& model_;
  QLabel *name_, *details_, *study_;
};

/// The runs that the last scan found; a double click opens one where there is room, else in the current view.
class RunsPanel : public panels::Section {
  Q_OBJECT

 public:
  RunsPanel(ScanWork& work, FluoroscopyCase& model, QWidget* parent = nullptr);

 Q_SIGNALS:
  void openFolderAsked();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Row {
    QString file;
    planning::fluoroscopy::View view;
  };
  void list();
  void mark();
  void open(int row, int view);
  void fitHeight();

  ScanWork& work_;
  FluoroscopyCase& model_;
  QListWidget* list_;
  QLabel* none_;
  std::vector<Row> rows_;
};

}  // namespace app::fluoroscopy
