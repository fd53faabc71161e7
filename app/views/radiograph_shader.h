#pragma once

#include <memory>

#include "planning/fluoroscopy/radiograph.h"

class QOffscreenSurface;

namespace app::views {

/// OpenGL runs on a graphics card here. Where it runs on the processor (llvmpipe), makeRadiograph() is faster. Asked
/// once; call it in the window's thread.
bool hasGraphicsCard();

/// Radiographs by shaders/radiograph.frag, off screen. Made, used and destroyed in one thread, whichever; the surface,
/// which must have been created, lives longer, in the window's thread.
class RadiographShader {
 public:
  explicit RadiographShader(QOffscreenSurface& surface);
  ~RadiographShader();

  /// As planning::fluoroscopy::makeRadiograph(). The scan stays on the card until another one comes. Errors:
  /// "no-graphics" where OpenGL cannot do it (no context, the scan too large for it).
  planning::Expected<planning::fluoroscopy::Radiograph> render(const std::shared_ptr<const planning::Volume>& volume,
                                                               const planning::fluoroscopy::CArmGeometry& view,
                                                               double stepMm);

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

}  // namespace app::views
