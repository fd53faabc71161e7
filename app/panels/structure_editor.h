#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSlider;

namespace app {
class ShownScan;
class StructureShop;
}  // namespace app

namespace app::panels {

class NumberBox;

/// The properties of one structure, edited in place.
class StructureEditor : public QWidget {
  Q_OBJECT

 public:
  StructureEditor(ShownScan& scan, StructureShop& shop, int index, QWidget* parent = nullptr);
  void refresh();

 private:
  void build();
  void connectAll();
  QWidget* swatches();

  ShownScan& scan_;
  StructureShop& shop_;
  int index_;
  QLineEdit* name_;
  QComboBox *kind_, *role_, *side_;
  NumberBox* margin_;
  QSlider* opacity_;
  QCheckBox* confirmed_;
};

}  // namespace app::panels
