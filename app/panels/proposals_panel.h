#pragma once

#include "app/look/section.h"

class QLabel;
class QVBoxLayout;

namespace app {
class PlanDocument;
class ShownScan;
class SkinRisk;
}  // namespace app

namespace app::panels {

/// The short list of ways in that no other beats, as `needleplan propose` gives it, each with its trade-offs in words
/// and a button that takes it: one undo step.
class ProposalsPanel : public Section {
  Q_OBJECT

 public:
  ProposalsPanel(ShownScan& scan, PlanDocument& document, SkinRisk& skinRisk, QWidget* parent = nullptr);

 private:
  void refresh();

  ShownScan& scan_;
  PlanDocument& document_;
  SkinRisk& skinRisk_;
  QLabel* note_;
  QVBoxLayout* list_;
};

}  // namespace app::panels
