#include <benchmark/benchmark.h>
#include <vtkGenericCell.h>
#include <vtkImplicitPolyDataDistance.h>
#include <vtkNew.h>
#include <vtkStaticCellLocator.h>

#include <algorithm>
#include <cmath>

#include "bench_surface.h"
#include "planning/anatomy/distance.h"

// One needle against one structure of about 300 000 triangles, ours and the peers', the peers sampling each millimetre.

namespace bench {
namespace {

constexpr int kNeedles = 200;

template <class Measure>
void eachNeedle(benchmark::State& state, const Measure& measure) {
  const auto surface = wavyBall();
  static const auto needles = needlesPast(*surface, kNeedles);
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(measure(needles[i++ % needles.size()]));
  state.counters["triangles"] = double(surface->triangles.size());
}

void exact(benchmark::State& state) {
  const auto field = makeDistanceField(wavyBall());
  eachNeedle(state, [&](const planning::Segment& needle) { return field->distance(needle).distanceMm; });
}
BENCHMARK(exact)->Name("OneNeedle/exact")->Unit(benchmark::kMicrosecond);

void capped(benchmark::State& state) {
  const auto field = makeDistanceField(wavyBall());
  eachNeedle(state, [&](const planning::Segment& needle) { return field->distanceWithin(needle, 3.0).has_value(); });
}
BENCHMARK(capped)->Name("OneNeedle/within 3 mm")->Unit(benchmark::kMicrosecond);

void place(benchmark::State& state) {
  const auto field = makeDistanceField(wavyBall());
  eachNeedle(state, [&](const planning::Segment& needle) { return field->signedDistance(needle.end); });
}
BENCHMARK(place)->Name("OnePlace/signed")->Unit(benchmark::kMicrosecond);

void entering(benchmark::State& state) {
  const auto field = makeDistanceField(wavyBall());
  eachNeedle(state, [&](const planning::Segment& needle) {
    return field->distance({needle.start, planning::makePoint(0, 0, 0)}).distanceMm;
  });
}
BENCHMARK(entering)->Name("OneNeedle/entering, deepest place")->Unit(benchmark::kMicrosecond);

template <class Sample>
double sampledEachMillimetre(const planning::Segment& needle, const Sample& sample) {
  double least = 1e9;
  for (double mm = 0; mm <= needle.lengthMm(); ++mm) least = std::min(least, sample(needle.at(mm)));
  return least;
}

void cellLocator(benchmark::State& state) {
  vtkNew<vtkStaticCellLocator> locator;
  locator->SetDataSet(toVtk(*wavyBall()));
  locator->BuildLocator();
  vtkNew<vtkGenericCell> cell;
  eachNeedle(state, [&](const planning::Segment& needle) {
    return sampledEachMillimetre(needle, [&](const planning::Point& p) {
      double closest[3], squared = 0;
      vtkIdType id = 0;
      int part = 0;
      locator->FindClosestPoint(p.GetDataPointer(), closest, cell, id, part, squared);
      return std::sqrt(squared);
    });
  });
}
BENCHMARK(cellLocator)->Name("OneNeedle/vtkStaticCellLocator each mm")->Unit(benchmark::kMicrosecond);

void implicitDistance(benchmark::State& state) {
  vtkNew<vtkImplicitPolyDataDistance> distance;
  distance->SetInput(toVtk(*wavyBall()));
  eachNeedle(state, [&](const planning::Segment& needle) {
    return sampledEachMillimetre(needle,
                                 [&](planning::Point p) { return distance->EvaluateFunction(p.GetDataPointer()); });
  });
}
BENCHMARK(implicitDistance)->Name("OneNeedle/vtkImplicitPolyDataDistance each mm")->Unit(benchmark::kMicrosecond);

void build(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(makeDistanceField(wavyBall()));
}
BENCHMARK(build)->Name("Build/distance field")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bench
