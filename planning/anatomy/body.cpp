#include "planning/anatomy/body.h"

#include <itkConnectedComponentImageFilter.h>
#include <itkHistogram.h>
#include <itkOtsuThresholdCalculator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

#include "planning/anatomy/flood.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/surroundings.h"
#include "planning/parallel.h"

namespace planning::anatomy {
namespace {

constexpr std::int16_t kTissueHu = -300;  ///< skin and all below is above it; foam, clothes and air are under it
constexpr double kTableCutMm = 3.0;  ///< half the thickness of what is cut off: table tops, wires, folds of a blanket
constexpr double kLeastBodyMm3 = 1000.0;
constexpr double kHollowPart = 0.4;  ///< a body that is less than this part of all that tissue encloses is hollow

using Step = std::array<unsigned, 3>;

Step stepOf(const Volume::Image& hu) {
  const auto size = hu.GetBufferedRegion().GetSize();
  Step step{1, 1, 1};
  for (unsigned axis = 0; axis < 2; ++axis)
    if (hu.GetSpacing()[axis] < 1.0 && size[axis] >= 256) step[axis] = 2;
  return step;
}

Mask::Pointer emptyMask(const Volume::Image& hu, const Step& step) {
  const auto mask = Mask::New();
  auto size = hu.GetBufferedRegion().GetSize();
  auto spacing = hu.GetSpacing();
  for (unsigned axis = 0; axis < 3; ++axis) {
    size[axis] = (size[axis] + step[axis] - 1) / step[axis];
    spacing[axis] *= step[axis];
  }
  Point origin;
  hu.TransformIndexToPhysicalPoint(hu.GetBufferedRegion().GetIndex(), origin);
  mask->SetRegions(size);
  mask->SetSpacing(spacing);
  mask->SetDirection(hu.GetDirection());
  mask->SetOrigin(origin);
  mask->Allocate(true);
  return mask;
}

std::size_t voxelsOf(const Mask& mask) {
  return mask.GetBufferedRegion().GetNumberOfPixels();
}
std::size_t countOf(const Mask& mask) {
  return voxelsOf(mask) - std::size_t(std::count(mask.GetBufferPointer(), mask.GetBufferPointer() + voxelsOf(mask), 0));
}

/// Calls use(value) for the voxels of the coarser grid, in order.
template <class Use>
void eachValue(const Volume::Image& hu, const Step& step, const Use& use) {
  const auto size = hu.GetBufferedRegion().GetSize();
  for (std::size_t k = 0; k < size[2]; k += step[2])
    for (std::size_t j = 0; j < size[1]; j += step[1]) {
      const std::int16_t* row = hu.GetBufferPointer() + (k * size[1] + j) * size[0];
      for (std::size_t i = 0; i < size[0]; i += step[0]) use(row[i]);
    }
}

std::int16_t otsuThreshold(const Volume::Image& hu, const Step& step) {
  using Histogram = itk::Statistics::Histogram<float>;
  const auto histogram = Histogram::New();
  histogram->SetMeasurementVectorSize(1);
  Histogram::SizeType bins(1);
  bins.Fill(256);
  Histogram::MeasurementVectorType low(1), high(1);
  low.Fill(float(kLeastMeasuredHu)), high.Fill(4096);
  histogram->Initialize(bins, low, high);
  eachValue(hu, step, [&](std::int16_t value) {
    if (isUnmeasured(value)) return;
    const auto bin = std::clamp((long(value) - kLeastMeasuredHu) * 256 / (4096 - kLeastMeasuredHu), 0L, 255L);
    histogram->IncreaseFrequency(Histogram::InstanceIdentifier(bin), 1);
  });
  const auto calculator = itk::OtsuThresholdCalculator<Histogram, float>::New();
  calculator->SetInput(histogram);
  calculator->Compute();
  return std::int16_t(calculator->GetThreshold());
}

std::int16_t tissueThreshold(const Volume& volume, const Step& step) {
  return volume.isHu ? kTissueHu : otsuThreshold(*volume.hu, step);
}

/// 1 where `rule(value)` holds.
template <class Rule>
Mask::Pointer maskWhere(const Volume::Image& hu, const Step& step, const Rule& rule) {
  const auto mask = emptyMask(hu, step);
  std::uint8_t* out = mask->GetBufferPointer();
  eachValue(hu, step, [&](std::int16_t value) { *out++ = rule(value); });
  return mask;
}

template <class Rule>
void combine(Mask& mask, const Mask& other, const Rule& rule) {
  std::transform(mask.GetBufferPointer(), mask.GetBufferPointer() + voxelsOf(mask), other.GetBufferPointer(),
                 mask.GetBufferPointer(), [&](std::uint8_t a, std::uint8_t b) { return std::uint8_t(rule(a, b)); });
}
void keepWithin(Mask& mask, const Mask& limits) {
  combine(mask, limits, std::bit_and<>());
}

Mask::Pointer copyOf(const Mask& mask) {
  const auto copy = Mask::New();
  copy->CopyInformation(&mask);
  copy->SetRegions(mask.GetBufferedRegion());
  copy->Allocate();
  std::copy_n(mask.GetBufferPointer(), voxelsOf(mask), copy->GetBufferPointer());
  return copy;
}

/// A disc of the slice's plane: how many pixels it reaches along the columns, at each distance along the rows.
std::vector<int> discOf(const Mask& mask, double radiusMm) {
  const auto pixels = [&](unsigned axis) { return std::max(1L, std::lround(radiusMm / mask.GetSpacing()[axis])); };
  const double wide = static_cast<double>(pixels(0)) + 0.5, high = static_cast<double>(pixels(1)) + 0.5;
  std::vector<int> reach;
  for (long i = 0; i <= pixels(0); ++i)
    reach.push_back(static_cast<int>(high * std::sqrt(1 - static_cast<double>(i * i) / (wide * wide))));
  return reach;
}

/// One slice: sets `to` where the disc around a pixel holds one of `value`; beyond the slice there is none.
void setNear(const std::uint8_t* from, std::uint8_t value, std::uint8_t* to, std::size_t columns, std::size_t rows,
             const std::vector<int>& disc) {
  std::vector<std::uint8_t> away(columns * rows);  // along the column, to the next pixel of that value
  for (std::size_t n = 0; n < away.size(); ++n)
    away[n] =
        from[n] == value ? 0 : static_cast<std::uint8_t>(n < columns ? 250 : std::min(250, away[n - columns] + 1));
  for (std::size_t n = away.size() - columns; n-- > 0;)
    away[n] = std::min(away[n], static_cast<std::uint8_t>(std::min(250, away[n + columns] + 1)));
  std::fill_n(to, columns * rows, std::uint8_t{0});
  const auto reach = static_cast<long>(disc.size()) - 1;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint8_t* const line = away.data() + row * columns;
    std::uint8_t* const out = to + row * columns;
    for (long shift = -reach; shift <= reach; ++shift) {
      const auto most = static_cast<std::uint8_t>(disc[static_cast<std::size_t>(std::abs(shift))]);
      const auto begin = static_cast<std::size_t>(std::max(0L, -shift));
      const auto end = static_cast<std::size_t>(static_cast<long>(columns) - std::max(0L, shift));
      for (std::size_t i = begin; i < end; ++i)
        out[i] = static_cast<std::uint8_t>(out[i] | (line[static_cast<long>(i) + shift] <= most));
    }
  }
}

/// Where the disc around a pixel holds a pixel in (`grows`), or holds none out.
Mask::Pointer filtered(const Mask& mask, double radiusMm, bool grows) {
  const auto made = copyOf(mask);
  const auto size = mask.GetBufferedRegion().GetSize();
  const auto disc = discOf(mask, radiusMm);
  const std::size_t slice = size[0] * size[1];
  forEachInParallel(size[2], [&](std::size_t k) {
    std::uint8_t* const out = made->GetBufferPointer() + k * slice;
    setNear(mask.GetBufferPointer() + k * slice, grows, out, size[0], size[1], disc);
    if (!grows) std::transform(out, out + slice, out, [](std::uint8_t nearOut) { return std::uint8_t(!nearOut); });
    return true;
  });
  return made;
}

void keepLargestPiece(Mask& mask) {
  using Labels = itk::Image<std::uint32_t, 3>;
  const auto filter = itk::ConnectedComponentImageFilter<Mask, Labels>::New();
  filter->SetInput(&mask);
  filter->Update();
  const std::uint32_t* label = filter->GetOutput()->GetBufferPointer();
  std::vector<std::size_t> sizes(std::size_t(filter->GetObjectCount()) + 1, 0);
  for (std::size_t i = 0; i < voxelsOf(mask); ++i) ++sizes[label[i]];
  sizes[0] = 0;
  const auto largest = std::uint32_t(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  std::transform(label, label + voxelsOf(mask), mask.GetBufferPointer(),
                 [largest](std::uint32_t value) { return std::uint8_t(value != 0 && value == largest); });
}

/// Fills what the outside cannot reach within one slice from its border.
void fillHoles(std::uint8_t* slice, std::size_t columns, std::size_t rows) {
  constexpr std::uint8_t kOutside = 2;
  const auto take = [&](std::size_t pixel) {
    if (slice[pixel] != 0) return false;
    slice[pixel] = kOutside;
    return true;
  };
  std::vector<std::size_t> border;
  const auto start = [&](std::size_t pixel) {
    if (take(pixel)) border.push_back(pixel);
  };
  for (std::size_t i = 0; i < columns; ++i) start(i), start((rows - 1) * columns + i);
  for (std::size_t j = 0; j < rows; ++j) start(j * columns), start(j * columns + columns - 1);
  flood({{columns, rows, 1}}, std::move(border), take);
  std::transform(slice, slice + columns * rows, slice, [](std::uint8_t v) { return std::uint8_t(v != kOutside); });
}

void fillHoles(Mask& mask) {
  const auto size = mask.GetBufferedRegion().GetSize();
  forEachInParallel(size[2], [&](std::size_t k) {
    fillHoles(mask.GetBufferPointer() + k * size[0] * size[1], size[0], size[1]);
    return true;
  });
}

/// The largest piece that is thick everywhere, with its own edge given back and its holes filled. Where nothing was
/// measured the body may go on: that is no edge.
Mask::Pointer largestThickPiece(const Mask& solid, const Mask& unmeasured) {
  const auto open = copyOf(solid);
  combine(*open, unmeasured, std::bit_or<>());
  const auto core = filtered(*open, kTableCutMm, false);
  keepWithin(*core, solid);
  keepLargestPiece(*core);
  const auto piece = filtered(*core, kTableCutMm + solid.GetSpacing()[0], true);
  keepWithin(*piece, solid);
  fillHoles(*piece);
  return piece;
}

/// A dry skull or a phantom's shell is thin everywhere: what it encloses is the body, if the piece found is part of
/// that.
Mask::Pointer unlessHollow(const Mask::Pointer& body, const Mask& tissue, const Mask& unmeasured) {
  const auto enclosed = copyOf(tissue);
  fillHoles(*enclosed);
  const std::size_t found = countOf(*body);
  if (double(found) >= kHollowPart * double(countOf(*enclosed))) return body;
  const auto whole = largestThickPiece(*enclosed, unmeasured);
  const auto common = copyOf(*body);
  keepWithin(*common, *whole);
  return 2 * countOf(*common) > found ? whole : body;
}

/// Leaves of what was not measured only where the body may go on.
void keepWhatHides(Mask& unmeasured, const Surroundings& around, const Step& step) {
  const auto size = unmeasured.GetBufferedRegion().GetSize();
  std::uint8_t* voxel = unmeasured.GetBufferPointer();
  for (long k = 0; k < static_cast<long>(size[2]); ++k)
    for (long j = 0; j < static_cast<long>(size[1]); ++j)
      for (long i = 0; i < static_cast<long>(size[0]); ++i, ++voxel)
        if (*voxel != 0) *voxel = around.mayHideBody({i * long(step[0]), j * long(step[1]), k * long(step[2])});
}

double voxelMm3(const Mask& mask) {
  return mask.GetSpacing()[0] * mask.GetSpacing()[1] * mask.GetSpacing()[2];
}

}  // namespace

Expected<Mask::Pointer> findBody(const Volume& volume, Progress& progress) try {
  const Volume::Image& hu = *volume.hu;
  const Step step = stepOf(hu);
  const std::int16_t threshold = tissueThreshold(volume, step);
  Mask::Pointer tissue, unmeasured, body;
  const std::vector<std::function<void()>> work{
      [&] { tissue = maskWhere(hu, step, [threshold](std::int16_t value) { return value > threshold; }); },
      [&] { unmeasured = maskWhere(hu, step, isUnmeasured); }, [&] { body = largestThickPiece(*tissue, *unmeasured); },
      [&] { body = unlessHollow(body, *tissue, *unmeasured); },
      [&] {  // padding that is air has an edge, which cuts tables off like any other
        const Surroundings around(hu, *body);
        if (!around.arePadding()) return;
        keepWhatHides(*unmeasured, around, step);
        body = unlessHollow(largestThickPiece(*tissue, *unmeasured), *tissue, *unmeasured);
      }};
  for (std::size_t i = 0; i < work.size(); ++i) {
    if (progress.stopRequested()) return refuse("cancelled");
    work[i]();
    progress.advance(double(i + 1) / double(work.size()));
  }
  if (double(countOf(*body)) * voxelMm3(*body) < kLeastBodyMm3) return refuse("no-body");
  return body;
} catch (const itk::ExceptionObject& exception) {
  return refuse("no-body", {}, exception.GetDescription());
}

Mask::Pointer bodyOnEveryVoxel(const Volume& volume, const Mask& body) {
  const Volume::Image& hu = *volume.hu;
  const Step step = stepOf(hu);
  const std::int16_t threshold = tissueThreshold(volume, step);
  const Mask::Pointer fine = emptyMask(hu, Step{1, 1, 1});
  const auto size = hu.GetBufferedRegion().GetSize(), coarse = body.GetBufferedRegion().GetSize();
  forEachInParallel(size[2], [&](std::size_t k) {
    const std::uint8_t* slice = body.GetBufferPointer() + k * coarse[0] * coarse[1];
    for (std::size_t j = 0; j < size[1]; ++j)
      for (std::size_t i = 0; i < size[0]; ++i) {
        const std::size_t x = i / step[0], y = j / step[1];
        const std::size_t right = std::min(x + (i % step[0] != 0), coarse[0] - 1);
        const std::size_t below = std::min(y + (j % step[1] != 0), coarse[1] - 1);
        const int in = slice[y * coarse[0] + x] + slice[y * coarse[0] + right] + slice[below * coarse[0] + x] +
                       slice[below * coarse[0] + right];
        const std::size_t voxel = (k * size[1] + j) * size[0] + i;
        fine->GetBufferPointer()[voxel] = in == 4 || (in > 0 && hu.GetBufferPointer()[voxel] > threshold);
      }
    return true;
  });
  return fine;
}

Mask::Pointer outsideBody(const Volume& volume, const Mask& body) {
  Mask::Pointer outside = bodyOnEveryVoxel(volume, body);
  std::uint8_t* voxel = outside->GetBufferPointer();
  std::transform(voxel, voxel + outside->GetBufferedRegion().GetNumberOfPixels(), voxel,
                 [](std::uint8_t in) { return static_cast<std::uint8_t>(in == 0); });
  return outside;
}

Expected<Segmented> findSkinStructure(const Volume& volume, Progress& progress) {
  const auto body = findBody(volume, progress);
  if (!body) return tl::unexpected(body.error());
  const Surroundings around(*volume.hu, **body);
  if (around.showNoSkin()) return refuse("no-skin");
  Segmented found;
  if (around.arePadding()) found.findings.push_back({"skin-against-padding", Severity::Error, {}, {}});
  Structure& skin = found.structure;
  skin.name = "Skin";
  skin.kind = Kind::Skin;
  skin.kindGuessed = false;
  skin.role = Role::Crossable;
  skin.code = Code{"39937001", "SCT", "Skin"};
  skin.source = {Origin::Kind::Found};
  const Mask::Pointer kept = cropped(*bodyOnEveryVoxel(volume, **body));
  skin.shape = kept;
  skin.lookedIn = regionIn(*kept, *volume.hu);
  return found;
}

}  // namespace planning::anatomy
