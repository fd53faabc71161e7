#pragma once

#include <QColor>
#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "planning/anatomy/structure.h"
#include "planning/needle/clearance.h"

class QApplication;

namespace app {

/// Okabe and Ito's palette (jfly.uni-koeln.de/color), told apart by colour-blind readers, on near-black.
namespace palette {
inline constexpr std::array<std::uint8_t, 3> kOrange{230, 159, 0}, kSky{86, 180, 233}, kGreen{0, 158, 115},
    kYellow{240, 228, 66}, kBlue{0, 114, 178}, kVermillion{213, 94, 0}, kPurple{204, 121, 167}, kGrey{187, 187, 187};
}  // namespace palette

/// The colour a structure takes when its source gives none: by kind, then in turn.
std::array<std::uint8_t, 3> structureColour(planning::anatomy::Kind kind, std::size_t index);

/// planning/procedure/README.md, "Verdicts": x, ?, !, v, drawn as "✕", "?", "!", "✓". Never the colour without it.
QString verdictSign(planning::needle::Verdict verdict);
QString verdictWord(planning::needle::Verdict verdict);  ///< in the language of the window
QColor verdictColour(planning::needle::Verdict verdict);

/// Dark, quiet, the same on every desktop.
void applyStyle(QApplication& application);

}  // namespace app
