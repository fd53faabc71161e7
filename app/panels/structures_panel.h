#pragma once

#include <string>
#include <vector>

#include "app/look/section.h"
#include "app/panels/step_place.h"

class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace app {
class ShownScan;
class StructureShop;
}  // namespace app

namespace app::panels {

class StructureEditor;

/// One structure: shown or not, its colour, its verdict for the current needle; unfolds into its properties.
class StructureRow : public QWidget {
  Q_OBJECT

 public:
  StructureRow(ShownScan& scan, StructureShop& shop, int index, QWidget* parent = nullptr);
  void refresh();

 private:
  void unfold(bool unfolded);
  void refreshVerdict();

  ShownScan& scan_;
  StructureShop& shop_;
  int index_;
  QCheckBox* visible_;
  QToolButton* name_;
  QLabel *swatch_, *verdict_;
  StructureEditor* editor_ = nullptr;  ///< made when first unfolded
};

/// All structures of the case, and the way to add some.
class StructuresPanel : public Section, public StepPlace {
  Q_OBJECT

 public:
  StructuresPanel(ShownScan& scan, StructureShop& shop, QWidget* parent = nullptr);
  QWidget* controlFor(const planning::NextStep& step) const override;
  /// What the button that adds structures offers.
  void setAddMenu(QMenu* menu);

 Q_SIGNALS:
  void openAsked();

 private:
  void refresh();
  std::vector<std::string> shownUids() const;

  ShownScan& scan_;
  StructureShop& shop_;
  QVBoxLayout* list_;
  QPushButton* add_;
  std::vector<StructureRow*> rows_;
  std::vector<std::string> uids_;
};

}  // namespace app::panels
