#pragma once

#include <QFrame>

#include "app/case/shown_scan.h"
#include "app/views/pointing.h"
#include "app/views/slice_scene.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QStackedLayout;

namespace app {
class SkinRisk;
}

namespace app::views {

class CArmBar;
class RadiographView;
class SliceView;
class View3D;

/// One place of the views area: a thin header that says and chooses what is shown, the view, and under the
/// needle's-eye view the slider of its depth, under the radiograph those of the C-arm.
class ViewTile : public QFrame {
  Q_OBJECT

 public:
  /// What a tile can show: a slice of some kind, 3D, or the radiograph.
  static constexpr int k3D = static_cast<int>(SliceKind::NeedlesEye) + 1, kRadiograph = k3D + 1;

  ViewTile(ShownScan& scan, SkinRisk& skinRisk, Pointing& pointing, int content, QWidget* parent = nullptr);

  int content() const;
  void setContent(int content);
  void resetView();

 Q_SIGNALS:
  void hovered(const planning::Point& place, std::optional<int> hu);
  void hoverEnded();
  void explained(const QString& reason);
  void maximiseAsked();

 private:
  void showContent();
  void makeDepthBar();
  void showDepth();
  SliceView& slice();
  View3D& bodies();
  RadiographView& radiograph();

  ShownScan& scan_;
  SkinRisk& skinRisk_;
  Pointing& pointing_;
  QComboBox* chooser_;
  QCheckBox *risk_, *skin_;
  QStackedLayout* stack_;
  QWidget* depthBar_ = nullptr;
  QSlider* depth_ = nullptr;
  QLabel* depthText_ = nullptr;
  SliceView* slice_ = nullptr;  ///< made when first shown, as is bodies_
  View3D* bodies_ = nullptr;
  CArmBar* carmBar_;
  RadiographView* radiograph_ = nullptr;
};

}  // namespace app::views
