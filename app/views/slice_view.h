#pragma once

#include <memory>
#include <optional>

#include "app/case/shown_scan.h"
#include "app/views/pointing.h"
#include "app/views/slice_overlay.h"
#include "app/views/view_plane.h"
#include "app/views/vtk_widget.h"

class vtkImageResliceMapper;
class vtkImageSlice;

namespace app::views {

class VolumeImage;

/// The nearest place inside the scan.
planning::Point withinScan(const planning::Volume& volume, const planning::Point& place);
/// Does the tool Trace answer this key?
bool isTraceKey(int key);

/// One plane through the scan: axial, coronal, sagittal, along the needle or across it. What it shows is the scan's;
/// its own are only zoom and pan. All drawing of marks is in slice_overlay; this is the plane, the image and the hand.
class SliceView : public VtkWidget {
  Q_OBJECT

 public:
  SliceView(ShownScan& scan, Pointing& pointing, SliceKind kind, QWidget* parent = nullptr);
  ~SliceView() override;

  SliceKind kind() const { return kind_; }
  void setKind(SliceKind kind);
  /// What is on the screen now; absent while there is no scan, or no needle for a plane along it.
  std::optional<ViewPlane> plane() const;
  /// The whole scan, or the whole needle, in the middle.
  void resetView();
  void zoomBy(double factor, const QPointF& fixed);

 Q_SIGNALS:
  void hovered(const planning::Point& place, std::optional<int> hu);
  void hoverEnded();
  void explained(const QString& reason);  ///< of the skin's line under the mouse; empty: none
  void maximiseAsked();

 protected:
  void prepareFrame() override;
  void paintOverlay(QPainter& painter) override;
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;

  // What a view of a scan whose needles are not the case's plan's does in its own way.
  virtual std::optional<planning::needle::Trajectory> trajectory() const;  ///< that planes along the needle follow
  virtual void paintMarks(QPainter& painter, const SliceScene& scene);     ///< needles and their points
  virtual bool useClick(const planning::Point& place);                     ///< true: the left button has done its work
  virtual QString hint() const;  ///< what is missing for a plane along the needle

  ShownScan& scan() const { return scan_; }

 private:
  enum class Drag { None, Point, Pan, Window, Ruler, Vertex, Brush };

  std::optional<ViewAxes> axes() const;
  planning::Point anchor(const ViewAxes& axes) const;
  double fittingMmPerPixel(const ViewAxes& axes) const;
  void takeVolume();
  std::optional<planning::PlannedNeedle> needle() const;

  // slice_hand.cpp
  std::optional<Chosen> pointUnder(const QPointF& screen) const;
  void dragChosen(const QPointF& screen);
  planning::Point onSkinInPlane(const planning::Point& place);
  void beginLeftDrag(const QPointF& screen);
  void endDrag();
  void scroll(int steps);
  void nudge(const QPointF& pixels, double mm);
  void panBy(const QPointF& pixels);
  void windowBy(const QPointF& pixels);
  void hover(const QPointF& screen);
  QString riskUnder(const QPointF& screen);

  // trace_hand.cpp
  bool traces() const;
  std::optional<std::size_t> vertexUnder(const QPointF& screen) const;
  bool grabCourse(const planning::Point& place);
  void beginTraceDrag(const QPointF& screen);
  void dragVertex(const QPointF& screen, bool dragging);
  bool turnRadius(int steps);
  bool endTrace();
  bool traceKey(int key);

  // slice_shapes.cpp
  bool useShapeTool(const QPointF& screen);
  void paintTo(const QPointF& screen);
  void endStroke();

  ShownScan& scan_;
  Pointing& pointing_;
  SliceKind kind_;
  std::unique_ptr<VolumeImage> image_;
  vtkSmartPointer<vtkImageResliceMapper> mapper_;
  vtkSmartPointer<vtkImageSlice> slice_;
  ContourCache contours_;
  std::unique_ptr<SurfaceCut> skinCut_;  ///< of skinSurface_
  ContourCache::Surface skinSurface_;

  double panRightMm_ = 0, panDownMm_ = 0;  ///< of the view's middle from what it follows
  double zoom_ = 1;                        ///< 1: fits
  Drag drag_ = Drag::None;
  QPointF lastMouse_;
  bool mouseInside_ = false;
  QPointF grabOffset_;                  ///< from the mouse to the point that is dragged
  bool vertexMoved_ = false;            ///< since the vertex that is dragged was grabbed
  double grabHeightMm_ = 0;             ///< a point that is dragged keeps its distance from the plane
  std::optional<ViewPlane> heldPlane_;  ///< while a point is dragged, the plane stays, whatever it follows
  int wheel_ = 0;
};

}  // namespace app::views
