#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace app::views {

class Pointing;

/// Two sliders that turn the simulated C-arm, in terms of the patient: primary (RAO to LAO), secondary (CAU to CRA).
class CArmBar : public QWidget {
  Q_OBJECT

 public:
  explicit CArmBar(Pointing& pointing, QWidget* parent = nullptr);

 private:
  void refresh();
  void turn();

  Pointing& pointing_;
  QSlider *primary_, *secondary_;
  QLabel *primaryText_, *secondaryText_;
};

}  // namespace app::views
