#pragma once

#include <QDialog>

#include <set>

class QGridLayout;
class QLabel;
class QPushButton;
class QTabBar;

namespace app {

class ShownScan;

namespace practice {
class SlicePicture;
}

/// The site check before a plan is completed: patient, side, level, entry, target, needle and route beside one picture,
/// the axial slice through the target with the needle. Accepted when the operator confirms it by name, which takes that
/// every needle was looked at; Escape cancels. Changes nothing itself.
class SiteCheckDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SiteCheckDialog(const ShownScan& scan, QWidget* parent = nullptr);

 private:
  QWidget* makeFacts();
  QLabel* fact(QGridLayout* grid, const QString& what, const char* objectName);
  void showNeedle(int index);

  const ShownScan& scan_;
  practice::SlicePicture* picture_;
  QTabBar* needles_;
  QLabel *measured_, *stated_, *level_, *entry_, *target_, *needle_, *route_;
  QPushButton* confirm_;
  std::set<int> seen_;  ///< needles that were shown
};

}  // namespace app
