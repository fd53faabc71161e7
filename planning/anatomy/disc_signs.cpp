#include "planning/anatomy/disc_signs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "planning/anatomy/course.h"
#include "planning/anatomy/hu_sample.h"

namespace planning::anatomy {
namespace {

using Values = std::vector<double>;

constexpr double kWallHu = 140, kInFrontHu = 60;
constexpr double kLeastDepthMm = 12, kMostDepthMm = 42;
constexpr double kDarkestHu = -50, kBrightestHu = 450;  ///< fat and dense plates count no further
constexpr int kLargestTiltDegrees = 25, kTiltStepDegrees = 5;

double part(Values values, double fraction) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(fraction * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// Each value the median of those within `reach` places; at the ends the last value goes on.
Values medians(const Values& values, long reach) {
  const long last = static_cast<long>(values.size()) - 1;
  Values all;
  for (long n = 0; n <= last; ++n) {
    Values around;
    for (long off = -reach; off <= reach; ++off)
      around.push_back(values[static_cast<std::size_t>(std::clamp(n + off, 0L, last))]);
    all.push_back(part(std::move(around), 0.5));
  }
  return all;
}

/// The bodies' back and their depth in front of the canal's middle, mm, at each place.
struct Bodies {
  Values backMm, depthMm;
};

Bodies bodiesAlong(const Volume::Image& hu, const Canal& canal) {
  constexpr double kFrom = 3, kFarthestBack = 22, kTo = 60;
  std::vector<Values> rays;
  std::vector<std::optional<double>> backs;
  Values seen;
  for (const CanalPlace& at : canal) {
    Values ray;
    std::optional<double> back;
    for (double front = kFrom; front < kTo; ++front) {
      double sum = 0;
      for (const double left : {-5.0, 0.0, 5.0}) sum += huNear(hu, at.centre + at.front * front + at.left * left);
      ray.push_back(sum / 3);
      if (!back && front < kFarthestBack && ray.back() > kWallHu) back = front;
    }
    if (back) seen.push_back(*back);
    rays.push_back(std::move(ray));
    backs.push_back(back);
  }
  const double usual = seen.empty() ? 9 : part(seen, 0.5);
  Bodies bodies;
  for (const auto& back : backs) bodies.backMm.push_back(back.value_or(usual));
  bodies.backMm = medians(bodies.backMm, 12);
  for (std::size_t n = 0; n < rays.size(); ++n) {
    // The front is where neither bone nor disc goes on for 4 mm.
    auto m = static_cast<std::size_t>(std::max(0.0, bodies.backMm[n] - kFrom));
    const auto goesOn = [&] {
      for (std::size_t i = m; i < m + 4; ++i)
        if (rays[n][i] > kInFrontHu) return true;
      return false;
    };
    while (m + 4 < rays[n].size() && goesOn()) ++m;
    bodies.depthMm.push_back(kFrom + static_cast<double>(m) - bodies.backMm[n]);
  }
  bodies.depthMm = medians(bodies.depthMm, 30);
  for (double& depth : bodies.depthMm) depth = std::clamp(depth, kLeastDepthMm, kMostDepthMm);
  return bodies;
}

/// A place in the plane that is tilted about the bodies' middle; `depth` 0 is the bodies' back, 1 their front.
struct Plane {
  const CanalPlace& at;
  double backMm, depthMm, slope;

  Point place(double depth, double leftMm, double frontMm = 0) const {
    return at.centre + at.front * (backMm + depth * depthMm + frontMm) + at.left * leftMm +
           at.up * (slope * (depth - 0.5) * depthMm);
  }
};

double inside(const Volume::Image& hu, const Plane& plane) {
  constexpr int kDepths = 8;
  double sum = 0;
  int count = 0;
  for (int n = 0; n < kDepths; ++n)
    for (double left = -8; left <= 8; left += 4, ++count)
      sum += std::clamp(huNear(hu, plane.place(0.2 + 0.65 * n / (kDepths - 1), left)), kDarkestHu, kBrightestHu);
  return sum / count;
}

/// The brightest across the ring at the bodies' front and sides: cortical bone, where there is some.
double ring(const Volume::Image& hu, const Plane& plane) {
  struct Where {
    double depth, left;
    bool side;
  };
  constexpr std::array<Where, 5> kRing{
      {{1, 0, false}, {0.9, -8, false}, {0.9, 8, false}, {0.5, -17, true}, {0.5, 17, true}}};
  double sum = 0;
  for (const Where& where : kRing) {
    double brightest = kDarkestHu;
    for (double off = -4; off <= 4; off += 2)
      brightest = std::max(brightest, huNear(hu, where.side ? plane.place(where.depth, where.left + off)
                                                            : plane.place(where.depth, where.left, off)));
    sum += std::min(brightest, 500.0);
  }
  return sum / kRing.size();
}

/// Darker than the plates on both sides; a little more where one of them is brighter still.
Values darkness(const Values& means) {
  const long last = static_cast<long>(means.size()) - 1;
  Values dark;
  for (long n = 0; n <= last; ++n) {
    double below = kDarkestHu, above = kDarkestHu;
    for (long off = 2; off <= 6; ++off) {
      below = std::max(below, means[static_cast<std::size_t>(std::max(0L, n - off))]);
      above = std::max(above, means[static_cast<std::size_t>(std::min(last, n + off))]);
    }
    const double more = std::clamp(std::abs(above - below), 0.0, 60.0);
    dark.push_back(std::min(below, above) - means[static_cast<std::size_t>(n)] + 0.25 * more);
  }
  return dark;
}

}  // namespace

std::vector<DiscSign> discSigns(const Volume::Image& hu, const Canal& canal) {
  const Bodies bodies = bodiesAlong(hu, canal);
  std::vector<DiscSign> signs(canal.size());
  for (std::size_t n = 0; n < canal.size(); ++n) {
    const double middle = bodies.backMm[n] + bodies.depthMm[n] / 2;
    signs[n] = {canal[n].centre + canal[n].front * middle, bodies.depthMm[n], 0, std::numeric_limits<double>::lowest()};
  }
  for (int degrees = -kLargestTiltDegrees; degrees <= kLargestTiltDegrees; degrees += kTiltStepDegrees) {
    const double tilt = Angle::degrees(degrees).radians();
    Values means, rings;
    for (std::size_t n = 0; n < canal.size(); ++n) {
      const Plane plane{canal[n], bodies.backMm[n], bodies.depthMm[n], std::tan(tilt)};
      means.push_back(inside(hu, plane));
      rings.push_back(ring(hu, plane));
    }
    const Values dark = darkness(smoothed(means, 0.6));
    const double clear = std::max(40.0, part(dark, 0.92));
    rings = smoothed(rings, 1);
    const Values usual = medians(rings, 20);
    for (std::size_t n = 0; n < canal.size(); ++n) {
      const double score = dark[n] / clear + 0.5 * std::clamp((usual[n] - rings[n]) / 60, -1.2, 1.2);
      if (score > signs[n].score) signs[n].score = score, signs[n].tilt = tilt;
    }
  }
  return signs;
}

}  // namespace planning::anatomy
