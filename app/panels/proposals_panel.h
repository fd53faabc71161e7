#pragma once

#include "app/look/section.h"

class QLabel;
class QVBoxLayout;

namespace app {
class Case;
}

namespace app::panels {

/// The short list of ways in that no other beats, as `needleplan propose` gives it, each with its trade-offs in words
/// and a button that takes it: one undo step.
class ProposalsPanel : public Section {
  Q_OBJECT

 public:
  explicit ProposalsPanel(Case& openCase, QWidget* parent = nullptr);

 private:
  void refresh();

  Case& case_;
  QLabel* note_;
  QVBoxLayout* list_;
};

}  // namespace app::panels
