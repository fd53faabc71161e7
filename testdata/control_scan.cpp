#include "testdata/control_scan.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "planning/identity.h"
#include "testdata/spine.h"

namespace testdata {
namespace {

using planning::Point;
using planning::Vector;
using planning::Volume;

constexpr double kStepMm = 0.1;
constexpr int kStreaks = 9;
constexpr double kStreakReachMm = 60, kStreakDecayMm = 30;
constexpr double kLeastHu = -1024, kLargestHu = 3071;

using Field = std::vector<float>;

std::size_t offsetOf(const itk::Size<3>& size, long i, long j, long k) {
  return (static_cast<std::size_t>(k) * size[1] + static_cast<std::size_t>(j)) * size[0] + static_cast<std::size_t>(i);
}

double voxelMm3(const Volume::Image& scan) {
  const auto spacing = scan.GetSpacing();
  const auto d = scan.GetDirection();
  const auto column = [&](unsigned axis) { return planning::makeVector(d(0, axis), d(1, axis), d(2, axis)); };
  return spacing[0] * spacing[1] * spacing[2] *
         std::abs(planning::dot(planning::cross(column(0), column(1)), column(2)));
}

/// Shares a small amount of metal among the eight voxels around a place.
void splat(Field& metal, const Volume::Image& scan, const Point& place, double hu) {
  const auto size = scan.GetBufferedRegion().GetSize();
  const auto index = scan.TransformPhysicalPointToContinuousIndex<double>(place);
  for (int corner = 0; corner < 8; ++corner) {
    long at[3];
    double weight = 1;
    for (unsigned axis = 0; axis < 3; ++axis) {
      const double low = std::floor(index[axis]), part = index[axis] - low;
      const bool up = (corner >> axis & 1) != 0;
      at[axis] = static_cast<long>(low) + up;
      weight *= up ? part : 1 - part;
    }
    const bool inside = at[0] >= 0 && at[1] >= 0 && at[2] >= 0 && at[0] < long(size[0]) && at[1] < long(size[1]) &&
                        at[2] < long(size[2]);
    if (inside) metal[offsetOf(size, at[0], at[1], at[2])] += static_cast<float>(weight * hu);
  }
}

/// The needle's metal, HU above nothing: thin pieces of its axis and of six lines within its circle.
Field metalOf(const Volume::Image& scan, const DrawnNeedle& needle) {
  Field metal(scan.GetBufferedRegion().GetNumberOfPixels());
  const Vector way = (needle.tip - needle.entry) / needle.lengthMm();
  const Vector u =
      planning::cross(way, std::abs(way[2]) < 0.7 ? planning::makeVector(0, 0, 1) : planning::makeVector(1, 0, 0));
  const Vector across[2] = {u / u.GetNorm(), planning::cross(way, u / u.GetNorm())};
  constexpr int kLines = 7;
  const double area = std::numbers::pi * needle.diameterMm * needle.diameterMm / 4;
  const double hu = needle.steelHu * area * kStepMm / voxelMm3(scan) / kLines;
  for (double mm = -needle.outsideMm + kStepMm / 2; mm < needle.lengthMm(); mm += kStepMm)
    for (int line = 0; line < kLines; ++line) {
      const double turn = 2 * std::numbers::pi * line / (kLines - 1), radius = line == 6 ? 0 : needle.diameterMm / 3;
      const Vector off = across[0] * (radius * std::cos(turn)) + across[1] * (radius * std::sin(turn));
      splat(metal, scan, needle.at(mm) + off, hu);
    }
  return metal;
}

/// 1-2-1 along the rows and the columns of the slices.
void blur(Field& field, const itk::Size<3>& size) {
  const auto pass = [&](std::size_t step, std::size_t count, std::size_t start) {
    float before = 0, here = field[start];
    for (std::size_t n = 0; n < count; ++n) {
      const float after = n + 1 < count ? field[start + (n + 1) * step] : 0;
      field[start + n * step] = (before + 2 * here + after) / 4;
      before = here, here = after;
    }
  };
  for (std::size_t k = 0; k < size[2]; ++k) {
    for (std::size_t j = 0; j < size[1]; ++j) pass(1, size[0], (k * size[1] + j) * size[0]);
    for (std::size_t i = 0; i < size[0]; ++i) pass(size[0], size[1], k * size[1] * size[0] + i);
  }
}

/// One source of streaks in a slice.
struct Source {
  Point place;
  Vector along;  ///< the way in, in the slice; 0 but at the tip
  double angles[kStreaks], heights[kStreaks];
};

/// Streaks start at the ends and the middle of the metal in a slice.
std::vector<Source> sourcesIn(const std::vector<Point>& metal, const DrawnNeedle& needle, std::mt19937& random) {
  std::uniform_real_distribution<double> turn(0, 2 * std::numbers::pi), height(-1, 1);
  std::vector<Source> sources;
  for (const std::size_t which : {std::size_t{0}, metal.size() / 2, metal.size() - 1}) {
    Source source{metal[which], planning::makeVector(0, 0, 0), {}, {}};
    if ((metal[which] - needle.tip).GetNorm() < 1) source.along = needle.tip - needle.at(needle.lengthMm() - 10);
    for (int n = 0; n < kStreaks; ++n) source.angles[n] = turn(random), source.heights[n] = height(random);
    sources.push_back(source);
  }
  return sources;
}

double streakAt(const Source& source, const Vector& way, double streakHu) {
  const double r = std::hypot(way[0], way[1]);
  if (r > kStreakReachMm || r < 1.5) return 0;
  const double fade = std::exp(-r / kStreakDecayMm), theta = std::atan2(way[1], way[0]);
  const auto band = [&](double angle, double widthMm) {
    const double aside = r * std::sin(theta - angle);
    return std::cos(theta - angle) > 0 ? std::exp(-aside * aside / (2 * widthMm * widthMm)) : 0.0;
  };
  double hu = 0;
  for (int n = 0; n < kStreaks; ++n) hu += source.heights[n] * band(source.angles[n], 0.8);
  if (source.along.GetNorm() > 0) hu -= 2 * band(std::atan2(source.along[1], source.along[0]), 1.5);
  return streakHu * fade * hu;
}

void addStreaks(Field& values, const Volume::Image& scan, const DrawnNeedle& needle, const Artefacts& artefacts) {
  const auto size = scan.GetBufferedRegion().GetSize();
  std::vector<std::vector<Point>> metal(size[2]);
  for (double mm = -needle.outsideMm; mm <= needle.lengthMm(); mm += kStepMm) {
    const auto index = scan.TransformPhysicalPointToContinuousIndex<double>(needle.at(mm));
    const long k = std::lround(index[2]);
    if (k >= 0 && k < long(size[2])) metal[static_cast<std::size_t>(k)].push_back(needle.at(mm));
  }
  forEachSlice(size[2], [&](std::size_t k) {
    if (metal[k].empty()) return;
    std::mt19937 random(artefacts.seed * 7919U + static_cast<unsigned>(k));
    const auto sources = sourcesIn(metal[k], needle, random);
    Volume::Image::IndexType index{{0, 0, static_cast<long>(k)}};
    for (index[1] = 0; index[1] < long(size[1]); ++index[1])
      for (index[0] = 0; index[0] < long(size[0]); ++index[0]) {
        Point place;
        scan.TransformIndexToPhysicalPoint(index, place);
        double hu = 0;
        for (const Source& source : sources) hu += streakAt(source, place - source.place, artefacts.streakHu);
        values[offsetOf(size, index[0], index[1], index[2])] += static_cast<float>(hu);
      }
  });
}

/// The slices between two of a scan, on its own lattice.
Volume::Image::Pointer slicesOf(const Volume::Image& scan, long first, long last) {
  const auto part = Volume::Image::New();
  auto size = scan.GetBufferedRegion().GetSize();
  size[2] = static_cast<std::size_t>(last - first + 1);
  part->SetRegions(size);
  part->SetSpacing(scan.GetSpacing());
  part->SetDirection(scan.GetDirection());
  Point origin;
  scan.TransformIndexToPhysicalPoint({{0, 0, first}}, origin);
  part->SetOrigin(origin);
  part->Allocate();
  const auto pixels = size[0] * size[1];
  std::copy_n(scan.GetBufferPointer() + static_cast<std::size_t>(first) * pixels, pixels * size[2],
              part->GetBufferPointer());
  return part;
}

}  // namespace

Point DrawnNeedle::at(double mm) const {
  const double length = lengthMm(), t = mm / length;
  const Vector way = tip - entry;
  if (t <= 0) return entry + (way + bend * 4) * t;  // the parabola's own direction at the entry
  return entry + way * t + bend * (4 * t * (1 - t));
}

Volume::Image::Pointer withNeedle(const Volume::Image& scan, const DrawnNeedle& needle, const Artefacts& artefacts) {
  const auto size = scan.GetBufferedRegion().GetSize();
  Field values = metalOf(scan, needle);
  blur(values, size);
  if (artefacts.streakHu > 0) addStreaks(values, scan, needle, artefacts);
  const auto made = slicesOf(scan, 0, static_cast<long>(size[2]) - 1);
  const std::size_t pixels = size[0] * size[1];
  forEachSlice(size[2], [&](std::size_t k) {
    std::mt19937 random(artefacts.seed * 104729U + static_cast<unsigned>(k));
    std::normal_distribution<float> noise(0, static_cast<float>(std::max(artefacts.noiseHu, 1e-6)));
    for (std::size_t n = k * pixels; n < (k + 1) * pixels; ++n) {
      const float hu = static_cast<float>(scan.GetBufferPointer()[n]) + values[n] + noise(random);
      made->GetBufferPointer()[n] =
          static_cast<std::int16_t>(std::lround(std::clamp(hu, float(kLeastHu), float(kLargestHu))));
    }
  });
  return made;
}

Volume makeLumbarPart(const Lattice& lattice, double noiseHu, unsigned seed) {
  static const Anatomy anatomy = makeLumbarAnatomy(false);
  Volume volume;
  volume.hu = render(anatomy.layers, lattice, noiseHu, seed);
  volume.identity.patient = {planning::kDemoId, planning::kDemoIssuer, "Phantom^Lumbar", "19600229", "O"};
  volume.identity.frameOfReferenceUid = "2.25.171";
  volume.identity.seriesUid = "2.25.172";
  volume.identity.study.uid = "2.25.173";
  volume.identity.modality = "CT";
  volume.identity.patientPosition = "HFP";
  volume.sliceThicknessMm = std::abs(lattice.step[2]);
  return volume;
}

Volume makeControlScan(const Volume& scan, const DrawnNeedle& needle, const Artefacts& artefacts, double marginMm) {
  const auto entry = scan.hu->TransformPhysicalPointToContinuousIndex<double>(needle.entry);
  const auto tip = scan.hu->TransformPhysicalPointToContinuousIndex<double>(needle.tip);
  const double margin = marginMm / scan.hu->GetSpacing()[2];
  const long last = static_cast<long>(scan.hu->GetBufferedRegion().GetSize(2)) - 1;
  const long low = std::clamp(std::lround(std::floor(std::min(entry[2], tip[2]) - margin)), 0L, last);
  const long high = std::clamp(std::lround(std::ceil(std::max(entry[2], tip[2]) + margin)), 0L, last);
  Volume control = scan;
  control.hu = withNeedle(*slicesOf(*scan.hu, low, high), needle, artefacts);
  control.identity.seriesUid = scan.identity.seriesUid + "9";
  control.identity.description = "Control with the needle in place";
  control.identity.instances.clear();
  control.sliceLocationsMm.clear();
  for (long k = low; k <= high; ++k) {
    const auto n = static_cast<std::size_t>(k);
    if (n < scan.identity.instances.size()) {
      auto instance = scan.identity.instances[n];
      instance.sopInstanceUid += "9";
      control.identity.instances.push_back(instance);
    }
    if (n < scan.sliceLocationsMm.size()) control.sliceLocationsMm.push_back(scan.sliceLocationsMm[n]);
  }
  return control;
}

}  // namespace testdata
