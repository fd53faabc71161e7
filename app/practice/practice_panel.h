#pragma once

#include <QTimer>

#include <vector>

#include "app/look/section.h"

class QLabel;
class QPushButton;

namespace app {
class ShownScan;
}

namespace app::practice {

class Session;
class SlicePicture;

/// The exercise that is going on, above the plan's steps: what to aim at, the clock, the needle's steps and the last
/// control slice. Seen only during an attempt.
class PracticePanel : public panels::Section {
  Q_OBJECT

 public:
  PracticePanel(ShownScan& scan, Session& session, QWidget* parent = nullptr);

 private:
  void refresh();
  void tick();
  QPushButton* button(const QString& objectName, const QString& text);

  ShownScan& scan_;
  Session& session_;
  QLabel *task_, *clock_, *depth_, *counts_;
  QPushButton *insert_, *slice_, *handIn_, *leave_;
  std::vector<QPushButton*> steps_;
  SlicePicture* picture_;
  QTimer second_;
  std::size_t slicesShown_ = 0;
};

}  // namespace app::practice
