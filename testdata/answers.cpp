#include "testdata/answers.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "planning/check.h"

namespace testdata {

using planning::Point;
using planning::Segment;
using planning::Vector;

namespace {

constexpr double kCertainMm = 1e-3;

/// Golden-section search for the least value of `f` in [low, high].
double refine(const std::function<double(double)>& f, double low, double high) {
  const double golden = (std::sqrt(5.0) - 1) / 2;
  double a = high - golden * (high - low), b = low + golden * (high - low);
  double atA = f(a), atB = f(b);
  for (int n = 0; n < 60; ++n) {
    if (atA < atB) {
      high = b, b = a, atB = atA, a = high - golden * (high - low), atA = f(a);
    } else {
      low = a, a = b, atA = atB, b = low + golden * (high - low), atB = f(b);
    }
  }
  return std::min(atA, atB);
}

const PhantomStructure& skinOf(const std::vector<PhantomStructure>& structures) {
  const auto skin = std::find_if(structures.begin(), structures.end(), [](const PhantomStructure& s) {
    return s.structure.kind == planning::anatomy::Kind::Skin;
  });
  planning::check(skin != structures.end(), "the phantom has a skin");
  return *skin;
}

PhantomAnswer answer(const Wish& wish, const std::vector<PhantomStructure>& structures) {
  const double left = planning::Angle::degrees(wish.leftDegrees).radians();
  const double up = planning::Angle::degrees(wish.upDegrees).radians();
  const Vector back = planning::makeVector(std::sin(left) * std::cos(up), std::cos(left) * std::cos(up), std::sin(up));
  PhantomAnswer made{wish.route, wish.level, wish.side, wish.needle, wish.crosses, wish.target, {}, 0, {}};
  made.depthMm = skinDepthMm(*skinOf(structures).shape, {wish.target + back, wish.target});
  made.entry = wish.target + back * made.depthMm;
  for (const PhantomStructure& s : structures)
    if (s.structure.role != planning::anatomy::Role::Crossable)
      made.distancesMm.emplace_back(s.structure.name,
                                    leastDistanceMm(*s.shape, {made.entry, made.target}) - wish.radiusMm);
  return made;
}

}  // namespace

double leastDistanceMm(const Shape& shape, const Segment& axis) {
  const double length = axis.lengthMm();
  const std::function<double(double)> at = [&](double mm) { return shape.signedDistance(axis.at(mm)); };
  double least = at(0), leastAt = 0;
  const std::function<void(double, double, double, double)> search = [&](double low, double high, double atLow,
                                                                         double atHigh) {
    const double atBest = (atLow + atHigh - (high - low)) / 2;  // steepness is at most 1
    if (atBest > least - kCertainMm / 2 || high - low < kCertainMm / 4) return;
    const double middle = (low + high) / 2, atMiddle = at(middle);
    if (atMiddle < least) least = atMiddle, leastAt = middle;
    search(low, middle, atLow, atMiddle);
    search(middle, high, atMiddle, atHigh);
  };
  const double atEnd = at(length);
  if (atEnd < least) least = atEnd, leastAt = length;
  search(0, length, at(0), atEnd);
  constexpr double kAroundMm = 0.5;
  return std::min(least, refine(at, std::max(0.0, leastAt - kAroundMm), std::min(length, leastAt + kAroundMm)));
}

double skinDepthMm(const Shape& skin, const Segment& axis) {
  const Segment outward{axis.end, axis.start};
  planning::check(skin.signedDistance(axis.end) < 0, "the target lies in the body");
  double inside = 0, outside = 0;
  constexpr double kStepMm = 0.25, kFarMm = 500;
  while (skin.signedDistance(outward.at(outside)) <= 0 && outside < kFarMm) inside = outside, outside += kStepMm;
  for (int n = 0; n < 60; ++n) {
    const double middle = (inside + outside) / 2;
    (skin.signedDistance(outward.at(middle)) <= 0 ? inside : outside) = middle;
  }
  return inside;
}

std::vector<PhantomAnswer> makeAnswers(const std::vector<Wish>& wishes,
                                       const std::vector<PhantomStructure>& structures) {
  std::vector<PhantomAnswer> answers;
  for (const Wish& wish : wishes) answers.push_back(answer(wish, structures));
  return answers;
}

}  // namespace testdata
