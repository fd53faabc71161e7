#include "planning/review/bone_registration.h"

#include <itkEuler3DTransform.h>
#include <itkLinearInterpolateImageFunction.h>
#include <itkMeanSquaresImageToImageMetricv4.h>
#include <itkRegistrationParameterScalesFromPhysicalShift.h>
#include <itkRegularStepGradientDescentOptimizerv4.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "planning/review/bone_image.h"

namespace planning::review {
namespace {

constexpr double kLeastBoneMm3 = 5000, kLeastAcrossMm = 25, kLeastAlongMm = 8;
constexpr double kStartEveryMm = 8;
constexpr std::size_t kStartsTried = 6;
constexpr double kLeastShared = 0.6;  ///< of the places that must lie in the planned scan
constexpr double kAnotherPlaceMm = 8;
constexpr double kClearlyWorse = 1.3;  ///< by this factor
constexpr double kLargestResidualMm = 3;
constexpr std::size_t kLeastEdges = 50;

using Motion = itk::Euler3DTransform<double>;
using Metric = itk::MeanSquaresImageToImageMetricv4<BoneImage, BoneImage>;
using Optimizer = itk::RegularStepGradientDescentOptimizerv4<double>;
using Interpolator = itk::LinearInterpolateImageFunction<BoneImage, double>;
using Scales = itk::RegistrationParameterScalesFromPhysicalShift<Metric>;

/// One fineness of both scans.
struct Level {
  BoneImage::Pointer control, plan;
  std::vector<Point> places;  ///< of the control, to be compared
};

struct Fit {
  Motion::ParametersType parameters;
  double value = std::numeric_limits<double>::infinity();  ///< mean squared difference
};

Level levelOf(const Volume& control, const Volume& plan, double cellMm, std::size_t count) {
  Level level{boneImageOf(*control.hu, cellMm), boneImageOf(*plan.hu, cellMm), {}};
  level.places = thinned(bonePlacesOf(*control.hu, *level.control).places, count);
  return level;
}

Motion::Pointer motionAround(const Point& centre, const Motion::ParametersType& parameters) {
  const auto motion = Motion::New();
  motion->SetCenter(centre);
  motion->SetParameters(parameters);
  return motion;
}

Metric::Pointer metricOn(const Level& level, Motion& motion) {
  const auto places = Metric::FixedSampledPointSetType::New();
  const auto points = Metric::FixedSampledPointSetType::PointsContainer::New();
  for (std::size_t n = 0; n < level.places.size(); ++n) {
    Metric::FixedSampledPointSetType::PointType point;
    for (unsigned axis = 0; axis < 3; ++axis) point[axis] = static_cast<float>(level.places[n][axis]);
    points->InsertElement(n, point);
  }
  places->SetPoints(points);
  const auto metric = Metric::New();
  metric->SetFixedImage(level.control);
  metric->SetMovingImage(level.plan);
  metric->SetMovingTransform(&motion);
  metric->SetFixedSampledPointSet(places);
  metric->SetUseSampledPointSet(true);
  metric->SetUseFixedImageGradientFilter(false);
  metric->SetUseMovingImageGradientFilter(false);  // of the whole scan: at the places is enough
  metric->Initialize();
  return metric;
}

/// Infinite where too little of the control comes to lie in the planned scan.
double valueOf(Metric& metric, const Level& level) {
  const double value = metric.GetValue();
  const auto shared = static_cast<double>(metric.GetNumberOfValidPoints());
  return shared < kLeastShared * static_cast<double>(level.places.size()) ? std::numeric_limits<double>::infinity()
                                                                          : value;
}

Fit valueAt(const Level& level, const Point& centre, const Motion::ParametersType& parameters) {
  const auto motion = motionAround(centre, parameters);
  const auto metric = metricOn(level, *motion);
  return {parameters, valueOf(*metric, level)};
}

Fit improved(const Level& level, const Point& centre, const Fit& start, double stepMm, unsigned steps) {
  const auto motion = motionAround(centre, start.parameters);
  const auto metric = metricOn(level, *motion);
  const auto scales = Scales::New();
  scales->SetMetric(metric);
  scales->SetTransformForward(true);
  const auto optimizer = Optimizer::New();
  optimizer->SetMetric(metric);
  optimizer->SetScalesEstimator(scales);
  optimizer->SetDoEstimateLearningRateOnce(false);
  optimizer->SetDoEstimateLearningRateAtEachIteration(false);
  optimizer->SetLearningRate(stepMm);
  optimizer->SetMinimumStepLength(stepMm / 400);
  optimizer->SetRelaxationFactor(0.6);
  optimizer->SetNumberOfIterations(steps);
  optimizer->SetReturnBestParametersAndValue(true);
  optimizer->StartOptimization();
  motion->SetParameters(optimizer->GetCurrentPosition());
  return {motion->GetParameters(), valueOf(*metric, level)};
}

Point middleOf(const std::vector<Point>& places) {
  Vector sum = makeVector(0, 0, 0);
  for (const Point& place : places) sum += place.GetVectorFromOrigin();
  return makePoint(0, 0, 0) + sum / static_cast<double>(std::max<std::size_t>(1, places.size()));
}

struct Span {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  double length() const { return high - low; }
};

Span spanOf(const std::vector<Point>& places, unsigned axis) {
  Span span;
  for (const Point& place : places) {
    span.low = std::min(span.low, place[axis]);
    span.high = std::max(span.high, place[axis]);
  }
  return span;
}

bool isTooLittle(const BonePlaces& bones) {
  if (bones.boneMm3 < kLeastBoneMm3) return true;
  double spans[3];
  for (unsigned axis = 0; axis < 3; ++axis) spans[axis] = spanOf(bones.places, axis).length();
  std::sort(std::begin(spans), std::end(spans));
  return spans[0] < kLeastAlongMm || spans[1] < kLeastAcrossMm;
}

Motion::ParametersType shift(const Vector& by) {
  Motion::ParametersType parameters(6);
  parameters.Fill(0);
  for (unsigned axis = 0; axis < 3; ++axis) parameters[3 + axis] = by[axis];
  return parameters;
}

/// Where it is; and for every height that the control may have along the planned scan, its bones' middle on that of
/// the planned bones there.
std::vector<Motion::ParametersType> startsOf(const BonePlaces& control, const BonePlaces& plan) {
  std::vector<Motion::ParametersType> starts{shift(makeVector(0, 0, 0))};
  const Point middle = middleOf(control.boneCells);
  const Span own = spanOf(control.boneCells, 2), all = spanOf(plan.boneCells, 2);
  const double shared = kLeastShared * std::min(own.length(), all.length());
  for (double up = all.low - own.high + shared; up <= all.high - own.low - shared; up += kStartEveryMm) {
    std::vector<Point> there;
    for (const Point& place : plan.boneCells)
      if (place[2] >= own.low + up && place[2] <= own.high + up) there.push_back(place);
    if (there.empty()) continue;
    Vector by = middleOf(there) - middle;
    by[2] = up;
    starts.push_back(shift(by));
  }
  return starts;
}

double apartMm(const Fit& a, const Fit& b) {
  return std::hypot(a.parameters[3] - b.parameters[3], a.parameters[4] - b.parameters[4],
                    a.parameters[5] - b.parameters[5]);
}

/// The best start, and the best other one that ended elsewhere.
struct Contest {
  Fit best, other;
};

Contest contestAt(const Level& level, const Point& centre, const std::vector<Motion::ParametersType>& starts) {
  std::vector<Fit> fits;
  for (const auto& start : starts) fits.push_back(valueAt(level, centre, start));
  const auto better = [](const Fit& a, const Fit& b) { return a.value < b.value; };
  std::sort(fits.begin(), fits.end(), better);
  fits.resize(std::min(fits.size(), kStartsTried));
  for (Fit& fit : fits)
    if (std::isfinite(fit.value)) fit = improved(level, centre, fit, 4, 60);
  std::sort(fits.begin(), fits.end(), better);
  Contest contest{fits.front(), {}};
  for (const Fit& fit : fits)
    if (apartMm(fit, contest.best) > kAnotherPlaceMm && fit.value < contest.other.value) contest.other = fit;
  return contest;
}

RigidMotion rigidOf(const Motion& motion) {
  std::array<double, 12> rows{};
  for (unsigned row = 0; row < 3; ++row) {
    for (unsigned i = 0; i < 3; ++i) rows[row * 4 + i] = motion.GetMatrix()(row, i);
    rows[row * 4 + 3] = motion.GetOffset()[row];
  }
  return RigidMotion(rows);
}

/// The shift along the planned bone's gradient that a difference of brightness stands for; absent where there is no
/// edge.
std::optional<double> edgeApartMm(const Interpolator& control, const Interpolator& plan, const Point& place,
                                  const Point& there) {
  constexpr double kReachMm = 1.5, kEdgePerMm = 40;
  if (!control.IsInsideBuffer(place) || !plan.IsInsideBuffer(there)) return std::nullopt;
  Vector gradient;
  for (unsigned axis = 0; axis < 3; ++axis) {
    Point above = there, below = there;
    above[axis] += kReachMm, below[axis] -= kReachMm;
    if (!plan.IsInsideBuffer(above) || !plan.IsInsideBuffer(below)) return std::nullopt;
    gradient[axis] = (plan.Evaluate(above) - plan.Evaluate(below)) / (2 * kReachMm);
  }
  const double steep = gradient.GetNorm();
  if (steep < kEdgePerMm) return std::nullopt;
  return std::abs(control.Evaluate(place) - plan.Evaluate(there)) / steep;
}

double residualMm(const Level& level, const RigidMotion& controlToPlan) {
  const auto control = Interpolator::New(), plan = Interpolator::New();
  control->SetInputImage(level.control);
  plan->SetInputImage(level.plan);
  std::vector<double> apart;
  for (const Point& place : level.places)
    if (const auto mm = edgeApartMm(*control, *plan, place, controlToPlan(place))) apart.push_back(*mm);
  if (apart.size() < kLeastEdges) return std::numeric_limits<double>::infinity();
  std::sort(apart.begin(), apart.end());
  apart.resize(apart.size() * 9 / 10);
  double sum = 0;
  for (const double mm : apart) sum += mm * mm;
  return std::sqrt(sum / static_cast<double>(apart.size()));
}

Expected<BoneFit> registered(const Volume& control, const Volume& plan, Progress& progress) {
  const auto stopped = [&](double fraction) {
    progress.advance(fraction);
    return progress.stopRequested();
  };
  const Level coarse = levelOf(control, plan, 6, 2000);
  const BonePlaces bones = bonePlacesOf(*control.hu, *boneImageOf(*control.hu, 2));
  if (isTooLittle(bones)) return refuse("bone-too-little");
  const Point centre = middleOf(bones.boneCells);
  if (stopped(0.15)) return refuse("cancelled");
  auto [best, other] = contestAt(
      coarse, centre, startsOf(bonePlacesOf(*control.hu, *coarse.control), bonePlacesOf(*plan.hu, *coarse.plan)));
  if (!std::isfinite(best.value)) return refuse("registration-failed", {}, "no common part");
  if (stopped(0.5)) return refuse("cancelled");
  const Level middle = levelOf(control, plan, 3, 6000);
  best = improved(middle, centre, best, 2, 80);
  if (std::isfinite(other.value)) other = improved(middle, centre, other, 2, 80);
  if (other.value < best.value && apartMm(other, best) > kAnotherPlaceMm) std::swap(best, other);
  if (std::isfinite(other.value) && apartMm(other, best) > kAnotherPlaceMm && other.value < kClearlyWorse * best.value)
    return refuse("registration-ambiguous", {}, mmText(apartMm(other, best)));
  if (stopped(0.7)) return refuse("cancelled");
  const Level fine = levelOf(control, plan, 1.5, 12000);
  best = improved(fine, centre, best, 1, 100);
  if (stopped(0.95)) return refuse("cancelled");
  BoneFit fit{rigidOf(*motionAround(centre, best.parameters)), 0};
  fit.residualMm = residualMm(fine, fit.controlToPlan);
  if (!(fit.residualMm <= kLargestResidualMm)) return refuse("registration-failed", {}, mmText(fit.residualMm));
  progress.advance(1);
  return fit;
}

}  // namespace

Expected<BoneFit> registerOnBone(const Volume& control, const Volume& plan, Progress& progress) {
  try {
    return registered(control, plan, progress);
  } catch (const itk::ExceptionObject& failure) {
    return refuse("registration-failed", {}, failure.GetDescription());
  }
}

}  // namespace planning::review
