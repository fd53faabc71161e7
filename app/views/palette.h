#pragma once

#include <QColor>

#include <array>
#include <cstdint>

#include "planning/needle/clearance.h"

namespace app::views {

/// Okabe and Ito's colours on near-black. A colour never says anything alone: a sign, a word or a shape goes with it.
namespace palette {
inline const QColor kBackground{12, 13, 15};
inline const QColor kText{226, 226, 222};
inline const QColor kFaint{150, 152, 156};
inline const QColor kOutline{0, 0, 0, 200};
inline const QColor kOrange{230, 159, 0};
inline const QColor kSkyBlue{86, 180, 233};
inline const QColor kGreen{0, 158, 115};
inline const QColor kYellow{240, 228, 66};
inline const QColor kBlue{0, 114, 178};
inline const QColor kVermillion{213, 94, 0};
inline const QColor kPurple{204, 121, 167};

inline const QColor kTarget = kYellow;
inline const QColor kEntry = kSkyBlue;
inline const QColor kNeedle{245, 245, 245};
inline const QColor kCrosshair{86, 180, 233, 110};
inline const QColor kSkin{190, 170, 150, 150};
inline const QColor kRuler = kOrange;
}  // namespace palette

inline QColor colourOf(const std::array<std::uint8_t, 3>& rgb) {
  return {rgb[0], rgb[1], rgb[2]};
}

/// Sign and colour of a verdict, as procedures.md gives the sign.
struct VerdictMark {
  const char* sign;
  QColor colour;
};

inline VerdictMark markOf(planning::needle::Verdict verdict) {
  using planning::needle::Verdict;
  switch (verdict) {
    case Verdict::Breach:
      return {"\u2717", QColor{255, 118, 40}};
    case Verdict::Unknown:
      return {"?", palette::kPurple};
    case Verdict::Near:
      return {"!", palette::kYellow};
    case Verdict::Clear:
      break;
  }
  return {"\u2713", QColor{40, 200, 150}};
}

}  // namespace app::views
