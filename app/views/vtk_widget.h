#pragma once

#include <QOpenGLWidget>

#include <vtkSmartPointer.h>

class QPainter;
class QSurface;
class vtkGenericOpenGLRenderWindow;
class vtkObject;
class vtkRenderer;

namespace app::views {

/// Before QApplication: shared contexts and the surface format that VTK 9.1 needs (OpenGL 3.2 core, no samples).
void setUpDefaultFormat();

/// The only bridge between Qt and VTK: one VTK renderer below, marks and text painted by QPainter above. Draws only
/// when Qt asks for a frame; call update() after any change. VTK's world is the patient frame (LPS, mm).
class VtkWidget : public QOpenGLWidget {
  Q_OBJECT

 public:
  explicit VtkWidget(QWidget* parent = nullptr);
  ~VtkWidget() override;

  /// Counts the frames drawn; tests wait for it.
  int framesPainted() const { return framesPainted_; }
  /// How long the last frame took to draw, ms.
  double lastFrameMs() const { return lastFrameMs_; }

 Q_SIGNALS:
  void framePainted();

 protected:
  vtkRenderer& renderer();
  /// Samples a pixel where OpenGL has a graphics card; none where it runs on the processor (llvmpipe). Before show().
  void setSamples(int samples) { samples_ = samples; }

  /// Called before VTK draws: place the camera, switch props.
  virtual void prepareFrame() {}
  /// Called after VTK drew: marks and text, in the widget's logical pixels, anti-aliased at the screen's own pixels.
  virtual void paintOverlay(QPainter&) {}

  void initializeGL() override;
  void resizeGL(int width, int height) override;
  void paintGL() override;

 private:
  void answer(vtkObject*, unsigned long event, void* data);
  void release();
  void drawOverlay();

  vtkSmartPointer<vtkGenericOpenGLRenderWindow> window_;
  vtkSmartPointer<vtkRenderer> renderer_;
  QSurface* surface_ = nullptr;  ///< kept from initializeGL: see answer()
  int framesPainted_ = 0;
  double lastFrameMs_ = 0;
  int samples_ = 0;
};

}  // namespace app::views
