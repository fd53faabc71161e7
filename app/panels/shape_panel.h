#pragma once

#include <array>
#include <functional>

#include "app/case/shape_edit.h"
#include "app/look/section.h"
#include "app/views/pointing.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace app {
class ShapeWork;
class ShownScan;
}  // namespace app

namespace app::panels {

class NumberBox;

/// The tools for the shape of the current structure, where that is a mask: brush, millimetres, pieces, other
/// structures. What it is, where it came from and how exact it is stands above them.
class ShapePanel : public Section {
  Q_OBJECT

 public:
  ShapePanel(ShownScan& scan, ShapeWork& shapes, QWidget* parent = nullptr);
  void showBrushRadius(double mm);

 Q_SIGNALS:
  void brushRadiusChosen(double mm);
  void toolAsked(views::Tool tool);

 private:
  void build();
  QPushButton* button(const char* name, const QString& text, const std::function<void()>& act);
  void refresh();
  void refreshOthers();
  void edit(const ShapeEdit& edit);
  void combine(Combination how);
  QString factsText() const;

  ShownScan& scan_;
  ShapeWork& shapes_;
  QLabel* facts_;
  NumberBox *brush_, *amount_;
  QComboBox* other_;
  std::array<QPushButton*, 3> withOther_{};
  mutable const void* measured_ = nullptr;  ///< the mask whose volume is known
  mutable double volumeMm3_ = 0;
};

}  // namespace app::panels
