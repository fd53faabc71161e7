#pragma once

#include <QColor>

#include <array>
#include <cstdint>

#include "app/look/style.h"

namespace app::views {

inline QColor colourOf(const std::array<std::uint8_t, 3>& rgb) {
  return {rgb[0], rgb[1], rgb[2]};
}

/// What the views draw with: Okabe and Ito's colours by the part they play. A colour never says anything alone: a sign,
/// a word or a shape goes with it.
namespace ink {
inline const QColor kBackground{12, 13, 15};
inline const QColor kText{226, 226, 222};
inline const QColor kFaint{150, 152, 156};
inline const QColor kOutline{0, 0, 0, 200};
inline const QColor kLetters = colourOf(palette::kOrange);
inline const QColor kTarget = colourOf(palette::kYellow);
inline const QColor kEntry = colourOf(palette::kSky);
inline const QColor kNeedle{245, 245, 245};
inline const QColor kMargin = colourOf(palette::kOrange);
inline const QColor kRuler = colourOf(palette::kOrange);
inline const QColor kCrosshair{86, 180, 233, 110};
inline const QColor kGuide{205, 200, 185};
inline const QColor kSkin{190, 170, 150, 150};
inline const QColor kError{176, 0, 32};  ///< under kOnError: 7.3 to 1 (WCAG 2.1's formula), over any picture
inline const QColor kOnError{255, 255, 255};
}  // namespace ink

}  // namespace app::views
