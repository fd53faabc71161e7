#pragma once

#include <QTimer>

#include <map>
#include <memory>
#include <optional>

#include "app/case/shown_scan.h"
#include "app/views/orbit_camera.h"
#include "app/views/pointing.h"
#include "app/views/vtk_widget.h"

class vtkActor;
class vtkLineSource;
class vtkTubeFilter;

namespace app::views {

class SurfaceProp;

/// Structures, skin and needle as bodies. Left drag turns (or places, with the target or entry tool, on what is seen
/// under the mouse), middle drag pans, wheel and right drag zoom.
class View3D : public VtkWidget {
  Q_OBJECT

 public:
  View3D(ShownScan& scan, Pointing& pointing, QWidget* parent = nullptr);
  ~View3D() override;

  const OrbitCamera& camera() const { return camera_; }
  /// The whole scan, from the side of the patient that lies upward.
  void resetView();
  bool isSkinShown() const { return skinShown_; }
  void showSkin(bool shown);
  /// Where the skin, or the nearest visible structure, is first met under a pixel.
  std::optional<planning::Point> skinUnder(const QPointF& screen) const;
  std::optional<planning::Point> structureUnder(const QPointF& screen) const;
  /// What the risk map says of the skin under a pixel; empty where there is none.
  QString riskUnder(const QPointF& screen) const;
  /// For a test: the map's numbers in place of its colours.
  void probeRisk(bool on);

 Q_SIGNALS:
  void maximiseAsked();
  void explained(const QString& reason);  ///< of the skin under the mouse; empty: none

 protected:
  void prepareFrame() override;
  void paintOverlay(QPainter& painter) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  using Surface = std::shared_ptr<const planning::anatomy::Surface>;
  enum class Drag { None, Turn, Pan, Zoom, Target, Entry };

  void move();
  void takeSurfaces();
  void styleSurfaces();
  void placeNeedle();
  void paintPoints(QPainter& painter);
  void paintNearest(QPainter& painter, const planning::PlannedNeedle& needle);
  void placeUnder(const QPointF& screen);
  std::optional<Drag> markUnder(const QPointF& screen) const;
  void zoomBy(double factor);
  double nearBandMm() const;
  std::optional<planning::PlannedNeedle> needle() const;

  ShownScan& scan_;
  Pointing& pointing_;
  OrbitCamera camera_;
  std::map<Surface, std::unique_ptr<SurfaceProp>> props_;
  Surface skinSurface_;
  bool skinShown_ = true, riskProbed_ = false;
  vtkSmartPointer<vtkLineSource> needleLine_;
  vtkSmartPointer<vtkTubeFilter> needleTube_;
  vtkSmartPointer<vtkActor> needleActor_, needleCore_;
  Drag drag_ = Drag::None;
  QTimer rest_;  ///< runs while something moves; at its end the surfaces are drawn in full
  double fullFrameMs_ = 0;
  QPointF lastMouse_;
};

/// A small cross of the patient's axes with letters, nearer ones brighter.
void paintCompass(QPainter& painter, const ViewAxes& axes, const QPointF& middle);

}  // namespace app::views
