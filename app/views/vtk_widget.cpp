#include "app/views/vtk_widget.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QOpenGLPaintDevice>
#include <QPainter>
#include <QSurfaceFormat>

#include <vtkAutoInit.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

#include <cstring>

// Named here and not by vtk_module_autoinit(), which would tell every file where the build folder lies: no compiler
// cache could then serve two checkouts.
VTK_MODULE_INIT(vtkInteractionStyle)
VTK_MODULE_INIT(vtkRenderingFreeType)
VTK_MODULE_INIT(vtkRenderingOpenGL2)
VTK_MODULE_INIT(vtkRenderingVolumeOpenGL2)

namespace app::views {

void setUpDefaultFormat() {
  QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
  QSurfaceFormat format;
  format.setRenderableType(QSurfaceFormat::OpenGL);
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setRedBufferSize(8);
  format.setGreenBufferSize(8);
  format.setBlueBufferSize(8);
  format.setAlphaBufferSize(8);
  format.setDepthBufferSize(24);
  format.setSamples(0);
  QSurfaceFormat::setDefaultFormat(format);
}

VtkWidget::VtkWidget(QWidget* parent)
    : QOpenGLWidget(parent),
      window_(vtkSmartPointer<vtkGenericOpenGLRenderWindow>::New()),
      renderer_(vtkSmartPointer<vtkRenderer>::New()) {
  window_->SetReadyForRendering(false);
  window_->SetOwnContext(false);
  window_->SetFrameBlitModeToBlitToCurrent();
  window_->SetMultiSamples(0);
  window_->AddRenderer(renderer_);
  for (auto event : {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
                     vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent})
    window_->AddObserver(event, this, &VtkWidget::answer);
  setMinimumSize(80, 80);
}

VtkWidget::~VtkWidget() {
  release();
  window_->RemoveAllObservers();
}

vtkRenderer& VtkWidget::renderer() {
  return *renderer_;
}

/// VTK asks; Qt answers. The context is bound to the surface it was made for, never by makeCurrent(): that would bind
/// Qt's framebuffer in the middle of a VTK frame.
void VtkWidget::answer(vtkObject*, unsigned long event, void* reply) {
  const bool current = context() != nullptr && QOpenGLContext::currentContext() == context();
  switch (event) {
    case vtkCommand::WindowMakeCurrentEvent:
      if (context() != nullptr && surface_ != nullptr && !current) context()->makeCurrent(surface_);
      break;
    case vtkCommand::WindowIsCurrentEvent:
      *static_cast<bool*>(reply) = current;
      break;
    default:
      *static_cast<int*>(reply) = 1;
  }
}

void VtkWidget::initializeGL() {
  connect(
      context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { release(); }, Qt::DirectConnection);
  surface_ = context()->surface();
  window_->GetState()->Reset();
  window_->GetState()->vtkglDepthFunc(GL_LEQUAL);
  window_->SetForceMaximumHardwareLineWidth(1);
  window_->SetReadyForRendering(true);
  window_->OpenGLInitContext();
  const auto* name = reinterpret_cast<const char*>(context()->functions()->glGetString(GL_RENDERER));
  const bool onProcessor = name == nullptr || std::strstr(name, "llvmpipe") != nullptr;
  window_->SetMultiSamples(onProcessor ? 0 : samples_);
}

void VtkWidget::release() {
  if (surface_ == nullptr) return;
  makeCurrent();
  window_->Finalize();
  window_->SetReadyForRendering(false);
  surface_ = nullptr;
  doneCurrent();
}

void VtkWidget::resizeGL(int width, int height) {
  const double ratio = devicePixelRatioF();
  const int w = qRound(width * ratio);
  const int h = qRound(height * ratio);
  window_->SetDPI(qRound(72 * ratio));
  window_->SetScreenSize(w, h);
  window_->SetSize(w, h);
}

void VtkWidget::paintGL() {
  QElapsedTimer clock;
  clock.start();
  auto* state = window_->GetState();
  state->Reset();
  state->Push();
  prepareFrame();
  window_->Render();
  makeCurrent();
  auto* gl = context()->functions();
  gl->glDisable(GL_SCISSOR_TEST);
  gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
  gl->glClearColor(0, 0, 0, 1);
  gl->glClear(GL_COLOR_BUFFER_BIT);  // opaque, whatever VTK left in alpha
  gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  state->Reset();
  state->Pop();
  drawOverlay();
  gl->glFinish();  // else the time is only that of asking
  lastFrameMs_ = static_cast<double>(clock.nsecsElapsed()) / 1e6;
  ++framesPainted_;
  Q_EMIT framePainted();
}

/// By the raster engine into an image: anti-aliased without multisampling, and the same on every driver.
void VtkWidget::drawOverlay() {
  const double ratio = devicePixelRatioF();
  QImage image(size() * ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::transparent);
  {
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setFont(font());
    paintOverlay(painter);
  }
  auto* gl = context()->functions();
  gl->glDisable(GL_DEPTH_TEST);
  gl->glDisable(GL_CULL_FACE);
  // Not QPainter(this): QWidget::grab() would send that elsewhere.
  QOpenGLPaintDevice device(image.size());
  QPainter painter(&device);
  image.setDevicePixelRatio(1);
  painter.drawImage(QPoint(0, 0), image);
}

}  // namespace app::views
