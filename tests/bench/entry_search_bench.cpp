#include <benchmark/benchmark.h>
#include <itkImageRegionIteratorWithIndex.h>
#include <vtkIdList.h>
#include <vtkImplicitPolyDataDistance.h>
#include <vtkModifiedBSPTree.h>
#include <vtkNew.h>
#include <vtkPoints.h>

#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "bench_surface.h"
#include "planning/needle/entry_search.h"

// All entries of a skin against six structures of about 737 000 surface voxels in all, 512 x 512 x 300 voxels of
// 0.8 x 0.8 x 1 mm; beside it one pass over that volume, the slow twin, and the peers' ways, one structure each.

namespace bench {
namespace {

using namespace planning;
using anatomy::Mask;
using anatomy::Surface;
using needle::EntryProblem;

constexpr double kWidthMm = 410, kLengthMm = 300;
const Point kTarget = makePoint(0, 30, 0);

/// A wavy upright cylinder, as bowels, vessels and bones are.
struct Column {
  double x, y, radius, wave;
  bool holds(const Point& p) const {
    const double around = std::hypot(p[0] - x, p[1] - y);
    return around < radius + wave * std::sin(p[2] / 7) * std::cos(3 * std::atan2(p[1] - y, p[0] - x));
  }
};
constexpr Column kColumns[] = {{0, -20, 24, 5},  {-18, -70, 14, 2}, {22, -72, 13, 2},
                               {-75, 10, 48, 8}, {80, 5, 50, 8},    {10, 75, 22, 4}};

/// On voxels `coarser` times as wide as the full-size scene's.
std::shared_ptr<const Surface> surfaceOf(const Column& column, double coarser = 1) {
  const auto mask = Mask::New();
  const auto size = [coarser](int full) { return static_cast<itk::SizeValueType>(std::lround(full / coarser)); };
  mask->SetRegions(Mask::SizeType{{size(512), size(512), size(300)}});
  mask->SetSpacing(makeVector(0.8, 0.8, 1.0) * coarser);
  mask->SetOrigin(makePoint(-kWidthMm / 2, -kWidthMm / 2, -kLengthMm / 2));
  mask->Allocate(true);
  for (itk::ImageRegionIteratorWithIndex<Mask> voxel(mask, mask->GetBufferedRegion()); !voxel.IsAtEnd(); ++voxel) {
    Point p;
    mask->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
    voxel.Set(std::abs(p[2]) < 140 && column.holds(p));
  }
  return std::make_shared<const Surface>(anatomy::extractSurface(*mask));
}

const std::vector<std::shared_ptr<const Surface>>& surfaces() {
  static const auto all = [] {
    std::vector<std::shared_ptr<const Surface>> made;
    for (const Column& column : kColumns) made.push_back(surfaceOf(column));
    return made;
  }();
  return all;
}

const std::vector<std::shared_ptr<const anatomy::DistanceField>>& fields() {
  static const auto all = [] {
    std::vector<std::shared_ptr<const anatomy::DistanceField>> made;
    for (const auto& surface : surfaces()) made.push_back(makeDistanceField(surface));
    return made;
  }();
  return all;
}

EntryProblem problemWith(std::size_t structures, double marginMm) {
  EntryProblem problem;
  problem.target = kTarget;
  problem.limits.needle = {22, 300, 0.718};
  for (std::size_t i = 0; i < structures; ++i) problem.obstacles.push_back({fields()[i], marginMm, 0});
  return problem;
}

/// On an upright elliptic skin.
std::vector<Point> entriesOnSkin(int count) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> turn(0, 6.283185), height(-130, 130);
  std::vector<Point> entries;
  for (int i = 0; i < count; ++i) {
    const double a = turn(random);
    entries.push_back(makePoint(180 * std::cos(a), 125 * std::sin(a), height(random)));
  }
  return entries;
}

void onePass(benchmark::State& state) {
  const std::vector<std::int16_t> volume(512UL * 512 * 300, 40);
  for (auto _ : state) benchmark::DoNotOptimize(std::accumulate(volume.begin(), volume.end(), 0L));
}
BENCHMARK(onePass)->Name("OnePass/512x512x300 voxels")->Unit(benchmark::kMillisecond);

void decideAll(benchmark::State& state) {
  const auto entries = entriesOnSkin(int(state.range(0)));
  const EntryProblem problem = problemWith(std::size_t(state.range(1)), double(state.range(2)));
  Progress progress;
  std::size_t allowed = 0;
  for (auto _ : state) {
    const auto decisions = decideEntries(problem, entries, progress);
    allowed = std::size_t(std::count_if(decisions.begin(), decisions.end(), [](const auto& d) { return d.allowed(); }));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["allowed"] = double(allowed);
  for (const auto& surface : surfaces()) state.counters["vertices"] += double(surface->vertices.size());
}
BENCHMARK(decideAll)
    ->Name("Entries/decided, by count, structures, margin mm")
    ->Args({100000, 6, 3})
    ->Args({100000, 6, 1})
    ->Args({100000, 6, 6})
    ->Args({100000, 3, 3})
    ->Args({100000, 1, 3})
    ->Args({25000, 6, 3})
    ->Args({400000, 6, 3})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The same bodies on finer and finer grids: what planning costs when the scan has more voxels.
void decideByVoxels(benchmark::State& state) {
  const double coarser = double(state.range(0)) / 100;
  const auto entries = entriesOnSkin(100000);
  EntryProblem problem;
  problem.target = kTarget;
  problem.limits.needle = {22, 300, 0.718};
  for (const Column& column : kColumns)
    problem.obstacles.push_back({makeDistanceField(surfaceOf(column, coarser)), 3, 0});
  Progress progress;
  for (auto _ : state) benchmark::DoNotOptimize(decideEntries(problem, entries, progress));
  state.counters["voxels"] = 512.0 * 512 * 300 / std::pow(coarser, 3);
}
BENCHMARK(decideByVoxels)
    ->Name("Entries/100000 decided, 6 structures, 3 mm, by voxel width in % of 0.8 x 0.8 x 1 mm")
    ->Arg(100)
    ->Arg(126)
    ->Arg(159)
    ->Arg(200)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void slowTwin(benchmark::State& state) {
  const auto entries = entriesOnSkin(5000);
  const EntryProblem problem = problemWith(6, 3);
  for (auto _ : state)
    for (const Point& entry : entries)
      for (const auto& obstacle : problem.obstacles) {
        const bool barred = obstacle.field->comesNearerThan({entry, problem.target}, obstacle.keepMm + 0.359);
        benchmark::DoNotOptimize(barred);
        if (barred) break;
      }
  state.SetItemsProcessed(state.iterations() * 5000);
}
BENCHMARK(slowTwin)->Name("Entries/slow twin, 6 structures, one thread")->Unit(benchmark::kMillisecond);

void room(benchmark::State& state) {
  const auto entries = entriesOnSkin(100000);
  const EntryProblem problem = problemWith(6, 3);
  Progress progress;
  const auto decisions = decideEntries(problem, entries, progress);
  for (auto _ : state) benchmark::DoNotOptimize(roomOfEntries(problem, entries, decisions, 10, progress));
  state.SetItemsProcessed(state.iterations() * 100000);
}
BENCHMARK(room)
    ->Name("Entries/room up to 10 mm, 6 structures")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// Slicer's PercutaneousApproachAnalysis: one structure, does the line cross it?
void modifiedBspTree(benchmark::State& state) {
  const auto entries = entriesOnSkin(300);
  vtkNew<vtkModifiedBSPTree> tree;
  tree->SetDataSet(toVtk(*surfaces()[0]));
  tree->BuildLocator();
  vtkNew<vtkPoints> points;
  vtkNew<vtkIdList> cells;
  for (auto _ : state)
    for (const Point& entry : entries)
      benchmark::DoNotOptimize(
          tree->IntersectWithLine(entry.GetDataPointer(), kTarget.GetDataPointer(), 1e-6, points, cells));
  state.SetItemsProcessed(state.iterations() * 300);
}
BENCHMARK(modifiedBspTree)->Name("Entries/vtkModifiedBSPTree, crossing of 1 structure")->Unit(benchmark::kMillisecond);

void implicitDistance(benchmark::State& state) {
  const auto entries = entriesOnSkin(20);
  vtkNew<vtkImplicitPolyDataDistance> distance;
  distance->SetInput(toVtk(*surfaces()[0]));
  for (auto _ : state)
    for (const Point& entry : entries) {
      const Segment path{entry, kTarget};
      double least = 1e9;
      for (double mm = 0; mm < path.lengthMm(); ++mm) {
        Point p = path.at(mm);
        least = std::min(least, distance->EvaluateFunction(p.GetDataPointer()));
      }
      benchmark::DoNotOptimize(least);
    }
  state.SetItemsProcessed(state.iterations() * 20);
}
BENCHMARK(implicitDistance)
    ->Name("Entries/vtkImplicitPolyDataDistance each mm, 1 structure")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bench
