#include <benchmark/benchmark.h>

#include <cmath>
#include <stdexcept>

#include "planning/anatomy/bone.h"
#include "planning/anatomy/contrast_vessels.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/skin.h"
#include "planning/anatomy/vessel.h"
#include "testdata/lumbar_phantom.h"

// What an operator waits for on a full scan, 512 x 512 x 300 voxels: finding, and measuring again after an edit.

namespace bench {
namespace {

using namespace planning;
using namespace planning::anatomy;

const testdata::Phantom& fullCase() {
  static const auto made = testdata::makeLumbarPhantom({.columns = 512, .rows = 512, .slices = 300});
  return made;
}

template <class T>
T must(Expected<T> result) {
  if (!result) throw std::runtime_error(result.error().code);
  return std::move(*result);
}

const Structure& bone() {
  static const Structure made = [] {
    Progress progress;
    return must(findBone(fullCase().volume, progress)).structure;
  }();
  return made;
}

Point inAorta() {
  for (const auto& [structure, shape] : fullCase().structures) {
    if (structure.name != "Aorta") continue;
    const auto& mask = *std::get<Mask::Pointer>(structure.shape);
    const auto field = measure(structure).field;
    Point deepest;
    double depth = 0;
    for (std::size_t n = 0; n < mask.GetBufferedRegion().GetNumberOfPixels(); n += 997) {
      Point p;
      mask.TransformIndexToPhysicalPoint(mask.ComputeIndex(static_cast<itk::OffsetValueType>(n)), p);
      if (const double mm = -field->signedDistance(p); mm > depth) depth = mm, deepest = p;
    }
    return deepest;
  }
  throw std::runtime_error("no aorta");
}

template <class Work>
void timed(benchmark::State& state, Work work) {
  fullCase();
  for (auto _ : state) {
    Progress progress;
    benchmark::DoNotOptimize(work(progress));
  }
}

void skinFound(benchmark::State& state) {
  timed(state, [](Progress& p) { return must(findSkin(fullCase().volume, p)).cutTriangles; });
}
BENCHMARK(skinFound)->Name("Find/skin")->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void boneFound(benchmark::State& state) {
  timed(state, [](Progress& p) { return must(findBone(fullCase().volume, p)).findings.size(); });
}
BENCHMARK(boneFound)->Name("Find/bone")->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void vesselGrown(benchmark::State& state) {
  const Point seed = inAorta();
  timed(state, [&](Progress& p) { return must(findVessels(fullCase().volume, {seed}, p)).findings.size(); });
}
BENCHMARK(vesselGrown)->Name("Find/vessel from a click")->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void tubesFound(benchmark::State& state) {
  TubeSearch search;
  search.centre = inAorta();
  timed(state, [&](Progress& p) { return findTubularVessels(fullCase().volume, search, p).has_value(); });
}
BENCHMARK(tubesFound)
    ->Name("Find/thin vessels within 40 mm")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->UseRealTime();

void allVesselsFound(benchmark::State& state) {
  const auto& mask = *std::get<Mask::Pointer>(bone().shape);
  timed(state, [&](Progress& p) { return must(findContrastVessels(fullCase().volume, &mask, p)).size(); });
}
BENCHMARK(allVesselsFound)->Name("Find/all vessels")->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void boneMeasured(benchmark::State& state) {
  bone();
  timed(state, [](Progress&) { return measure(bone()).errorBoundMm; });
}
BENCHMARK(boneMeasured)
    ->Name("Measure/bone, after an edit")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->UseRealTime();

void boneGrown(benchmark::State& state) {
  const auto& mask = *std::get<Mask::Pointer>(bone().shape);
  timed(state, [&](Progress& p) { return must(grown(mask, 2, p)).GetPointer(); });
}
BENCHMARK(boneGrown)->Name("Edit/grow bone by 2 mm")->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void bonePainted(benchmark::State& state) {
  const auto& mask = *std::get<Mask::Pointer>(bone().shape);
  const std::vector<Point> stroke{inAorta()};
  timed(state, [&](Progress&) { return painted(mask, stroke, 5, true).GetPointer(); });
}
BENCHMARK(bonePainted)->Name("Edit/paint on bone")->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

}  // namespace
}  // namespace bench
