#pragma once

#include "app/look/section.h"

namespace app {
class ShownScan;
class StructureFinder;
}  // namespace app

namespace app::panels {

class NumberBox;

/// The search for thin vessels: which radii, and how far from the crosshair.
class TubesPanel : public Section {
  Q_OBJECT

 public:
  TubesPanel(ShownScan& scan, StructureFinder& finder, QWidget* parent = nullptr);

 private:
  void search();

  ShownScan& scan_;
  StructureFinder& finder_;
  NumberBox *least_, *largest_, *reach_;
};

}  // namespace app::panels
