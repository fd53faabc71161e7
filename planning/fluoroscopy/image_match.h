#pragma once

#include <cstdint>
#include <vector>

namespace planning::fluoroscopy {

/// A picture as two are compared: its slopes, and where it can be trusted.
struct Slopes {
  int columns = 0, rows = 0;
  std::vector<float> across, down;    ///< central differences; 0 at the rim
  std::vector<std::uint8_t> trusted;  ///< 1 where the pixel and its neighbours count
};

/// `trusted` one a pixel; a pixel next to one that is not trusted is not trusted either.
Slopes slopesOf(const std::vector<float>& picture, int columns, int rows, const std::vector<std::uint8_t>& trusted);

/// Gradient correlation: the mean of the two slopes' normalised cross-correlations over the pixels that both trust, in
/// [-1, 1]. 0 where they share less than `leastShare` of what `fixed` trusts. Brightness and contrast make no
/// difference; an inverted picture changes the sign.
double gradientCorrelation(const Slopes& fixed, const Slopes& moving, double leastShare = 0.3);

/// How far pieces of one picture lie from where the other shows them.
struct LocalShifts {
  int pieces = 0;            ///< that show enough to be compared
  int found = 0;             ///< of these, the ones that the other picture shows within reach
  double rmsPx = 0;          ///< of the found ones' shifts
  double rmsDistancePx = 0;  ///< of the found ones from the picture's middle: the lever that tells a depth error
};

/// Cuts `fixed` into overlapping squares of `sidePx`, and looks for each in `moving` up to `reachPx` away, to parts of
/// a pixel. `sign` is +1, or -1 where one picture is inverted. A piece counts as found where the gradient correlation
/// reaches 0.3 and its best place is not at the reach's end.
LocalShifts localShifts(const Slopes& fixed, const Slopes& moving, double sign, int sidePx, int reachPx);

}  // namespace planning::fluoroscopy
