#include "app/views/radiograph_shader.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QOpenGLFunctions_3_2_Core>
#include <QOpenGLShaderProgram>
#include <QOpenGLVersionFunctionsFactory>
#include <QOpenGLVertexArrayObject>
#include <QVector2D>
#include <QVector3D>

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

#include "app/look/shader_source.h"

namespace app::views {
namespace {

using planning::Expected;
using planning::Point;
using planning::refuse;
using planning::Vector;
using planning::Volume;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::Projection;
using planning::fluoroscopy::Radiograph;

/// What 1.0 of an unsigned 16-bit sample absorbs, 1/mm: it holds 1000 + HU.
constexpr double kAttenuationPerMm = 65535.0 / 1000.0 * planning::fluoroscopy::kWaterAttenuationPerMm;

QVector3D vector3D(const Vector& v) {
  return {static_cast<float>(v[0]), static_cast<float>(v[1]), static_cast<float>(v[2])};
}

QString source(const char* name) {
  const auto text = shaderSource(name);
  return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

Vector indexOf(const Volume& volume, const Point& place) {
  const auto index = volume.hu->TransformPhysicalPointToContinuousIndex<double>(place);
  return planning::makeVector(index[0], index[1], index[2]);
}

/// The slice as the shader wants it: 1000 + HU, nothing below air.
void convert(const std::int16_t* hu, std::vector<std::uint16_t>& samples) {
  std::transform(hu, hu + samples.size(), samples.begin(),
                 [](std::int16_t value) { return static_cast<std::uint16_t>(std::max<int>(value, -1000) + 1000); });
}

bool askForGraphicsCard() {
  QOffscreenSurface surface;
  surface.create();
  QOpenGLContext context;
  if (!QOpenGLContext::supportsThreadedOpenGL() || !context.create() || !context.makeCurrent(&surface)) return false;
  const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
  const QByteArray renderer = QByteArray(name).toLower();
  context.doneCurrent();
  constexpr std::array kOnProcessor{"llvmpipe", "softpipe", "swrast", "software", "svga3d"};
  return !renderer.isEmpty() && std::none_of(kOnProcessor.begin(), kOnProcessor.end(),
                                             [&](const char* known) { return renderer.contains(known); });
}

}  // namespace

bool hasGraphicsCard() {
  static const bool has = askForGraphicsCard();
  return has;
}

struct RadiographShader::Private {
  explicit Private(QOffscreenSurface& given) : surface(given) {}

  QOffscreenSurface& surface;
  QOpenGLContext context;
  QOpenGLFunctions_3_2_Core* gl = nullptr;
  std::unique_ptr<QOpenGLShaderProgram> program;
  std::unique_ptr<QOpenGLVertexArrayObject> noVertices;
  GLuint samples = 0, target = 0, frame = 0;
  int columns = 0, rows = 0;
  std::shared_ptr<const Volume> onCard;
  bool tried = false;

  ~Private();
  bool begin();
  bool prepare();
  bool upload(const std::shared_ptr<const Volume>& volume);
  bool makeTarget(int wantedColumns, int wantedRows);
  void setUniforms(const CArmGeometry& view, double stepMm);
  Radiograph draw();
};

RadiographShader::RadiographShader(QOffscreenSurface& surface) : d(std::make_unique<Private>(surface)) {}

RadiographShader::~RadiographShader() = default;

RadiographShader::Private::~Private() {
  if (gl == nullptr || !context.makeCurrent(&surface)) return;
  gl->glDeleteTextures(1, &samples);
  gl->glDeleteTextures(1, &target);
  gl->glDeleteFramebuffers(1, &frame);
  program.reset();
  noVertices.reset();
  context.doneCurrent();
}

/// The context is made where it is first used: it belongs to that thread.
bool RadiographShader::Private::begin() {
  if (!tried) {
    tried = true;
    context.setFormat(surface.format());
    if (context.create() && context.makeCurrent(&surface)) {
      gl = QOpenGLVersionFunctionsFactory::get<QOpenGLFunctions_3_2_Core>(&context);
      if (gl != nullptr && !prepare()) gl = nullptr;
    }
  }
  return gl != nullptr && context.makeCurrent(&surface);
}

bool RadiographShader::Private::prepare() {
  program = std::make_unique<QOpenGLShaderProgram>();
  if (!program->addShaderFromSourceCode(QOpenGLShader::Vertex, source("radiograph.vert")) ||
      !program->addShaderFromSourceCode(QOpenGLShader::Fragment, source("radiograph.frag")) || !program->link())
    return false;
  noVertices = std::make_unique<QOpenGLVertexArrayObject>();
  if (!noVertices->create()) return false;
  gl->glGenTextures(1, &samples);
  gl->glGenTextures(1, &target);
  gl->glGenFramebuffers(1, &frame);
  return true;
}

bool RadiographShader::Private::upload(const std::shared_ptr<const Volume>& volume) {
  if (onCard == volume) return true;
  onCard.reset();
  const auto size = volume->hu->GetLargestPossibleRegion().GetSize();
  GLint most = 0;
  gl->glGetIntegerv(GL_MAX_3D_TEXTURE_SIZE, &most);
  if (std::max({size[0], size[1], size[2]}) > static_cast<itk::SizeValueType>(most)) return false;
  const auto [width, height, depth] =
      std::tuple(static_cast<GLsizei>(size[0]), static_cast<GLsizei>(size[1]), static_cast<GLsizei>(size[2]));
  gl->glBindTexture(GL_TEXTURE_3D, samples);
  for (const GLenum edge : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T, GL_TEXTURE_WRAP_R})
    gl->glTexParameteri(GL_TEXTURE_3D, edge, GL_CLAMP_TO_EDGE);
  gl->glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  gl->glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  while (gl->glGetError() != GL_NO_ERROR) continue;
  gl->glTexImage3D(GL_TEXTURE_3D, 0, GL_R16, width, height, depth, 0, GL_RED, GL_UNSIGNED_SHORT, nullptr);
  gl->glPixelStorei(GL_UNPACK_ALIGNMENT, 2);
  std::vector<std::uint16_t> slice(size[0] * size[1]);
  for (GLint k = 0; k < depth; ++k) {
    convert(volume->hu->GetBufferPointer() + static_cast<std::size_t>(k) * slice.size(), slice);
    gl->glTexSubImage3D(GL_TEXTURE_3D, 0, 0, 0, k, width, height, 1, GL_RED, GL_UNSIGNED_SHORT, slice.data());
  }
  if (gl->glGetError() != GL_NO_ERROR) return false;
  onCard = volume;
  return true;
}

bool RadiographShader::Private::makeTarget(int wantedColumns, int wantedRows) {
  gl->glBindFramebuffer(GL_FRAMEBUFFER, frame);
  if (columns == wantedColumns && rows == wantedRows) return true;
  columns = wantedColumns, rows = wantedRows;
  gl->glBindTexture(GL_TEXTURE_2D, target);
  gl->glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, columns, rows, 0, GL_RED, GL_FLOAT, nullptr);
  gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  gl->glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target, 0);
  return gl->glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

void RadiographShader::Private::setUniforms(const CArmGeometry& view, double stepMm) {
  const Projection projection(view);
  const Point& origin = projection.source();
  const Vector start = indexOf(*onCard, origin);
  const auto turned = [&](const Vector& mm) { return indexOf(*onCard, origin + mm) - start; };
  const auto principal =
      view.principalPoint.value_or(planning::fluoroscopy::ImagePoint{(view.columns - 1) / 2.0, (view.rows - 1) / 2.0});
  const Vector right = projection.columnDirection() * view.columnSpacingMm;
  const Vector down = projection.rowDirection() * view.rowSpacingMm;
  const Vector corner =
      projection.towardDetector() * view.sourceToDetectorMm - right * principal.column - down * principal.row;
  const auto size = onCard->hu->GetLargestPossibleRegion().GetSize();
  program->bind();
  program->setUniformValue("samples", 0);
  program->setUniformValue(
      "size", QVector3D(static_cast<float>(size[0]), static_cast<float>(size[1]), static_cast<float>(size[2])));
  program->setUniformValue("source", vector3D(start));
  program->setUniformValue("toFirstPixel", vector3D(turned(corner)));
  program->setUniformValue("perColumn", vector3D(turned(right)));
  program->setUniformValue("perRow", vector3D(turned(down)));
  program->setUniformValue("principalPoint",
                           QVector2D(static_cast<float>(principal.column), static_cast<float>(principal.row)));
  program->setUniformValue("detectorMm",
                           QVector3D(static_cast<float>(view.columnSpacingMm), static_cast<float>(view.rowSpacingMm),
                                     static_cast<float>(view.sourceToDetectorMm)));
  program->setUniformValue("stepMm", static_cast<float>(stepMm));
  program->setUniformValue("attenuationPerMm", static_cast<float>(kAttenuationPerMm));
}

Radiograph RadiographShader::Private::draw() {
  gl->glViewport(0, 0, columns, rows);
  gl->glDisable(GL_DEPTH_TEST);
  gl->glDisable(GL_BLEND);
  gl->glActiveTexture(GL_TEXTURE0);
  gl->glBindTexture(GL_TEXTURE_3D, samples);
  noVertices->bind();
  gl->glDrawArrays(GL_TRIANGLES, 0, 3);
  Radiograph made{columns, rows,
                  std::vector<float>(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))};
  gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
  gl->glReadPixels(0, 0, columns, rows, GL_RED, GL_FLOAT, made.attenuation.data());
  noVertices->release();
  return made;
}

Expected<Radiograph> RadiographShader::render(const std::shared_ptr<const Volume>& volume, const CArmGeometry& view,
                                              double stepMm) {
  if (!d->begin() || !d->upload(volume) || !d->makeTarget(view.columns, view.rows)) return refuse("no-graphics");
  d->setUniforms(view, stepMm);
  auto made = d->draw();
  if (d->gl->glGetError() != GL_NO_ERROR) return refuse("no-graphics");
  return made;
}

}  // namespace app::views
