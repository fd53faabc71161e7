#include "planning/fluoroscopy/registration.h"

#include <itkPowellOptimizer.h>
#include <itkSingleValuedCostFunction.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "planning/check.h"
#include "planning/fluoroscopy/image_match.h"
#include "planning/fluoroscopy/volume_rays.h"

namespace planning::fluoroscopy {
namespace {

constexpr double kRim = 0.04;  // of the picture's sides: shutters and collimators, not the patient
constexpr int kLeastPieces = 8;

/// One resolution: how many columns the frames have in it, how finely rays are sampled, how the search steps, how often
/// it goes round all six numbers.
struct Level {
  int columns;
  double stepMm, searchStep, tolerance;
  unsigned rounds;
};
constexpr std::array<Level, 3> kLevels{{{48, 4.0, 4.0, 0.1, 4}, {96, 3.0, 1.5, 0.04, 3}, {160, 2.0, 0.5, 0.02, 2}}};
constexpr int kPiecePx = 24, kReachPx = 5;  // of the last level

/// Blocks of `factor` pixels, averaged.
std::vector<float> shrunk(const RegistrationFrame& frame, const CArmGeometry& view, int factor) {
  std::vector<float> made;
  made.reserve(static_cast<std::size_t>(view.columns) * static_cast<std::size_t>(view.rows));
  for (int row = 0; row < view.rows; ++row)
    for (int column = 0; column < view.columns; ++column) {
      double sum = 0;
      for (int y = row * factor; y < (row + 1) * factor; ++y)
        for (int x = column * factor; x < (column + 1) * factor; ++x)
          sum += static_cast<double>(
              frame.values[static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.view.columns) +
                           static_cast<std::size_t>(x)]);
      made.push_back(static_cast<float>(sum / (factor * factor)));
    }
  return made;
}

/// Not the rim, and not what is as dark or as bright as can be: shutters, burnt-out air.
std::vector<std::uint8_t> trustedIn(const std::vector<float>& picture, const CArmGeometry& view) {
  const auto [least, most] = std::minmax_element(picture.begin(), picture.end());
  const int rimX = static_cast<int>(view.columns * kRim) + 1, rimY = static_cast<int>(view.rows * kRim) + 1;
  std::vector<std::uint8_t> trusted(picture.size());
  for (int row = rimY; row < view.rows - rimY; ++row)
    for (int column = rimX; column < view.columns - rimX; ++column) {
      const auto i =
          static_cast<std::size_t>(row) * static_cast<std::size_t>(view.columns) + static_cast<std::size_t>(column);
      trusted[i] = picture[i] > *least && picture[i] < *most;
    }
  return trusted;
}

/// A frame in one resolution.
class Target {
 public:
  Target(const RegistrationFrame& frame, const Level& level)
      : view_(coarser(frame.view, std::max(1, static_cast<int>(std::lround(frame.view.columns / level.columns))))) {
    const int factor = frame.view.columns / view_.columns;
    const auto picture = shrunk(frame, view_, factor);
    slopes_ = slopesOf(picture, view_.columns, view_.rows, trustedIn(picture, view_));
  }

  const CArmGeometry& view() const { return view_; }
  const Slopes& slopes() const { return slopes_; }

  /// Of the radiograph that the C-arm would make of the scan in this pose. Absent when stopped.
  std::optional<Slopes> simulated(const Volume& volume, const RigidPose& pose, double stepMm,
                                  Progress& progress) const {
    const auto view = seenFrom(pose, view_);
    const auto made = makeRadiograph(volume, view, stepMm, progress);
    if (!made) return std::nullopt;
    return slopesOf(made->attenuation, view.columns, view.rows, wholeRays(volume, view));
  }

 private:
  /// The scan ends somewhere: rays that leave through its first or last slice show less body than the frame does.
  static std::vector<std::uint8_t> wholeRays(const Volume& volume, const CArmGeometry& view) {
    const VolumeRays rays(volume);
    const Projection projection(view);
    std::vector<std::uint8_t> whole;
    whole.reserve(static_cast<std::size_t>(view.columns) * static_cast<std::size_t>(view.rows));
    for (int row = 0; row < view.rows; ++row)
      for (int column = 0; column < view.columns; ++column) {
        const auto part = rays.inside(projection.ray({static_cast<double>(column), static_cast<double>(row)}));
        whole.push_back(part.lengthMm > 0 && !rays.cutByEnds(part));
      }
    return whole;
  }

  CArmGeometry view_;
  Slopes slopes_;
};

struct Stopped {};

/// The pose for six numbers: shifts across, down and along the first view's picture (mm, mm, 5 mm), and turns about the
/// same axes (degrees), so that a step of one counts alike in the picture.
class PoseOfNumbers {
 public:
  PoseOfNumbers(const RigidPose& start, const Point& pivot, const CArmGeometry& view)
      : start_(start), centre_(start.apply(pivot)) {
    CArmGeometry bare = view;
    const Projection carm(bare);
    axes_ = {carm.columnDirection(), carm.rowDirection(), carm.towardDetector()};
  }

  template <class Numbers>
  RigidPose at(const Numbers& q) const {
    constexpr double kDepthUnitMm = 5;
    const Vector shift = axes_[0] * q[0] + axes_[1] * q[1] + axes_[2] * (q[2] * kDepthUnitMm);
    const Vector turnDegrees = axes_[0] * q[3] + axes_[1] * q[4] + axes_[2] * q[5];
    return moved(start_, turnDegrees * Angle::degrees(1).radians(), centre_, shift);
  }

 private:
  RigidPose start_;
  Point centre_;
  std::array<Vector, 3> axes_;
};

/// How like the frames the radiographs are; an inverted frame counts as like as one that is not.
class Likeness : public itk::SingleValuedCostFunction {
 public:
  using Self = Likeness;
  using Superclass = itk::SingleValuedCostFunction;
  using Pointer = itk::SmartPointer<Self>;
  itkNewMacro(Self)

      const Volume* volume = nullptr;
  std::vector<Target> targets;
  double stepMm = 1;
  const PoseOfNumbers* poses = nullptr;
  Progress* progress = nullptr;

  double of(const RigidPose& pose) const {
    double sum = 0;
    Progress silent;
    for (const auto& target : targets) {
      if (progress->stopRequested()) throw Stopped();
      const auto made = target.simulated(*volume, pose, stepMm, silent);
      sum += std::abs(gradientCorrelation(target.slopes(), *made));
    }
    return sum / static_cast<double>(targets.size());
  }
  unsigned GetNumberOfParameters() const override { return 6; }
  double GetValue(const ParametersType& parameters) const override { return of(poses->at(parameters)); }
  void GetDerivative(const ParametersType&, DerivativeType&) const override {
    check(false, "Powell's method takes no derivative");
  }
};

Likeness::Pointer likenessOf(const Volume& volume, const std::vector<RegistrationFrame>& frames, const Level& level,
                             Progress& progress) {
  auto likeness = Likeness::New();
  likeness->volume = &volume;
  likeness->stepMm = level.stepMm;
  likeness->progress = &progress;
  for (const auto& frame : frames) likeness->targets.emplace_back(frame, level);
  return likeness;
}

/// The start may lie far off across the picture: the best of a raster of shifts.
RigidPose bestShift(Likeness& likeness, const PoseOfNumbers& poses, double searchMm) {
  constexpr double kRasterMm = 5;
  const int reach = static_cast<int>(searchMm / kRasterMm);
  std::array<double, 6> best{};
  double most = -1;
  for (int y = -reach; y <= reach; ++y)
    for (int x = -reach; x <= reach; ++x) {
      const std::array<double, 6> q{x * kRasterMm, y * kRasterMm, 0, 0, 0, 0};
      if (const double value = likeness.of(poses.at(q)); value > most) most = value, best = q;
    }
  return poses.at(best);
}

RigidPose climb(Likeness& likeness, const PoseOfNumbers& poses, const Level& level) {
  likeness.poses = &poses;
  auto optimizer = itk::PowellOptimizer::New();
  optimizer->SetCostFunction(&likeness);
  optimizer->SetMaximize(true);
  optimizer->SetStepLength(level.searchStep);
  optimizer->SetStepTolerance(level.tolerance);
  optimizer->SetValueTolerance(1e-5);
  optimizer->SetMaximumIteration(level.rounds);
  optimizer->SetMaximumLineIteration(12);
  itk::PowellOptimizer::ParametersType start(6);
  start.Fill(0);
  optimizer->SetInitialPosition(start);
  optimizer->StartOptimization();
  return poses.at(optimizer->GetCurrentPosition());
}

std::string figures(double residualMm, double limitMm) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f mm > %.1f mm", residualMm, limitMm);
  return text.data();
}

Expected<FrameRegistration> measured(const Volume& volume, const std::vector<RegistrationFrame>& frames,
                                     const RigidPose& pose, const RegistrationOptions& options, Progress& progress) {
  FrameRegistration made;
  made.pose = pose;
  const Level& level = kLevels.back();
  const auto likeness = likenessOf(volume, frames, level, progress);
  double squares = 0;
  int found = 0;
  for (const auto& target : likeness->targets) {
    const auto simulated = target.simulated(volume, pose, level.stepMm, progress);
    if (!simulated) return refuse("cancelled");
    const double like = gradientCorrelation(target.slopes(), *simulated);
    made.similarity += std::abs(like) / static_cast<double>(frames.size());
    const auto shifts = localShifts(target.slopes(), *simulated, like < 0 ? -1 : 1, kPiecePx, kReachPx);
    const Projection view(target.view());
    const double mm = (view.mmPerColumnAt(target.view().isocentre) + view.mmPerRowAt(target.view().isocentre)) / 2;
    made.pieces += shifts.pieces;
    found += shifts.found;
    squares += shifts.found * std::pow(shifts.rmsPx * mm, 2);
    if (frames.size() == 1 && shifts.rmsDistancePx > 0)
      made.depthErrorMm = shifts.rmsPx / shifts.rmsDistancePx * target.view().sourceToIsocentreMm;
  }
  if (found < kLeastPieces || 2 * found < made.pieces)
    return refuse("frames-show-too-little", {}, std::to_string(found) + " / " + std::to_string(made.pieces));
  made.residualMm = std::sqrt(squares / found);
  if (made.residualMm > options.largestResidualMm)
    return refuse("residual-too-large", {}, figures(made.residualMm, options.largestResidualMm));
  return made;
}

void checkFrames(const std::vector<RegistrationFrame>& frames) {
  check(!frames.empty(), "a registration has a frame");
  for (const auto& frame : frames)
    check(
        frame.values.size() == static_cast<std::size_t>(frame.view.columns) * static_cast<std::size_t>(frame.view.rows),
        "a frame has a value a pixel");
}

}  // namespace

Expected<FrameRegistration> registerToFrames(const Volume& volume, const std::vector<RegistrationFrame>& frames,
                                             const RigidPose& start, const RegistrationOptions& options,
                                             Progress& progress) {
  checkFrames(frames);
  RigidPose pose = start;
  try {
    double done = 0;
    for (const Level& level : kLevels) {
      const auto likeness = likenessOf(volume, frames, level, progress);
      if (&level == &kLevels.front())
        pose = bestShift(*likeness, PoseOfNumbers(pose, options.pivot, frames.front().view), options.searchMm);
      pose = climb(*likeness, PoseOfNumbers(pose, options.pivot, frames.front().view), level);
      progress.advance(done += 0.3);
    }
  } catch (const Stopped&) {
    return refuse("cancelled");
  }
  return measured(volume, frames, pose, options, progress);
}

Expected<FrameRegistration> checkRegistration(const Volume& volume, const std::vector<RegistrationFrame>& frames,
                                              const RigidPose& pose, const RegistrationOptions& options,
                                              Progress& progress) {
  checkFrames(frames);
  return measured(volume, frames, pose, options, progress);
}

}  // namespace planning::fluoroscopy
