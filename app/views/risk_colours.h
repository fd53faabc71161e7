#pragma once

#include <QColor>

#include <array>

#include "app/views/ink.h"
#include "planning/needle/clearance.h"

namespace app::views {

/// What the risk map says by colour, always with a word or a shape beside it: Okabe and Ito's, told apart by
/// colour-blind readers. "Near" is yellow here as everywhere.
namespace risk {
inline const QColor kForbidden = colourOf(palette::kVermillion);  ///< hatched
inline const QColor kNear = colourOf(palette::kYellow);
inline const QColor kNarrow = colourOf(palette::kGreen);
inline const QColor kMiddle = colourOf(palette::kSky);
inline const QColor kWide = colourOf(palette::kBlue);

/// Room up to which near, narrow and middle reach, mm. The first is that of the verdict "near".
inline std::array<double, 3> bandsMm(double nearBandMm) {
  return {nearBandMm, nearBandMm + 3, nearBandMm + 7};
}
inline const QColor& colourOfRoom(double roomMm, const std::array<double, 3>& bands) {
  return roomMm < bands[0] ? kNear : roomMm < bands[1] ? kNarrow : roomMm < bands[2] ? kMiddle : kWide;
}
}  // namespace risk

}  // namespace app::views
