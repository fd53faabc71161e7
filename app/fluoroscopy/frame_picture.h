#pragma once

#include <QImage>

#include <optional>

#include "io/reading/fluoroscopy_run.h"

namespace app::fluoroscopy {

/// How a frame is looked at; nothing is measured with it.
struct Look {
  double windowCentre = 128, windowWidth = 256;       ///< of stored values
  bool inverse = false;                               ///< the other way round than the file wants it
  int edges = 0;                                      ///< 0 to 3: how strongly fine detail is raised
  std::optional<int> mask;                            ///< the frame that is taken away, from 0
  double maskShiftColumns = 0, maskShiftRows = 0;     ///< of the mask against the frame, pixels
  double subtractedCentre = 0, subtractedWidth = 64;  ///< the window while a mask is taken away
};

/// The file's own window, else the range that holds all but the lowest and highest half percent of the frame.
Look usualLook(const io::FluoroscopyRun& run, const io::FramePixels& frame);
/// The window that shows the difference to the mask: all but its lowest and highest half percent.
void fitSubtraction(Look& look, const io::FramePixels& frame, const io::FramePixels& mask,
                    const std::string& intensity);

/// Grey picture of a frame, pixel for pixel. `mask` null: nothing is taken away. Pixels that are linear in intensity
/// (`intensity` "LIN") are subtracted as logarithms, others as they are. No pixel is black.
QImage pictureOf(const io::FramePixels& frame, const io::FramePixels* mask, const Look& look,
                 const planning::fluoroscopy::Presentation& presentation);

}  // namespace app::fluoroscopy
