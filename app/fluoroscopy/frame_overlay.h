#pragma once

class QPainter;

namespace app::fluoroscopy {

class FluoroscopyCase;
class FrameView;

/// What is drawn over a frame: marks, the line that guides the second one, the error of a place seen twice,
/// calibration, side letters where the file tells them, and what is known of the frame. `whole`: the frame itself is on
/// the screen.
void paintOverlay(QPainter& painter, const FrameView& view, const FluoroscopyCase& model, int which, bool whole);

}  // namespace app::fluoroscopy
