#pragma once

#include "app/look/section.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace app {
class ShownScan;
class StructureShop;
class Tracing;
}  // namespace app

namespace app::panels {

class NumberBox;

/// What CT does not show is traced as a tube: what it is, how wide, how sure; of the tube in work, else of the next
/// one.
class TracePanel : public Section {
  Q_OBJECT

 public:
  TracePanel(ShownScan& scan, StructureShop& shop, Tracing& tracing, QWidget* parent = nullptr);

 Q_SIGNALS:
  void toolAsked();

 private:
  void build();
  void connectAll();
  void refresh();
  void offerTubes();
  void chooseKind();
  void chooseSide();
  void takeName();

  ShownScan& scan_;
  StructureShop& shop_;
  Tracing& tracing_;
  QComboBox *which_, *kind_, *side_;
  QLineEdit* name_;
  NumberBox *radius_, *uncertainty_;
  QPushButton *everywhere_, *removePoint_, *end_, *confirm_;
};

}  // namespace app::panels
