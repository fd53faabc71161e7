// CGAL's AABB tree as a peer. That package is under the GPL (version 3 or later): it is used here only, in a benchmark
// that is built on demand where libcgal-dev is installed, and is never linked into the program or its tests, nor given
// away.
#if __has_include(<CGAL/AABB_tree.h>)

#include <CGAL/AABB_traits.h>
#include <CGAL/AABB_tree.h>
#include <CGAL/AABB_triangle_primitive.h>
#include <CGAL/Simple_cartesian.h>
#include <benchmark/benchmark.h>

#include <cmath>

#include "bench_surface.h"

namespace bench {
namespace {

using Kernel = CGAL::Simple_cartesian<double>;
using Triangles = std::vector<Kernel::Triangle_3>;
using Primitive = CGAL::AABB_triangle_primitive<Kernel, Triangles::iterator>;
using Tree = CGAL::AABB_tree<CGAL::AABB_traits<Kernel, Primitive>>;

Kernel::Point_3 toCgal(const planning::Point& p) {
  return {p[0], p[1], p[2]};
}

struct Ball {
  Ball() : surface(wavyBall()) {
    for (const auto& t : surface->triangles) {
      Kernel::Point_3 corners[3];
      for (std::size_t i = 0; i < 3; ++i) {
        const auto& v = surface->vertices[t[i]];
        corners[i] = {double(v[0]), double(v[1]), double(v[2])};
      }
      triangles.emplace_back(corners[0], corners[1], corners[2]);
    }
    tree.rebuild(triangles.begin(), triangles.end());
    tree.accelerate_distance_queries();
  }
  std::shared_ptr<const planning::anatomy::Surface> surface;
  Triangles triangles;
  Tree tree;
};

const Ball& wavy() {
  static const Ball one;
  return one;
}

void crossing(benchmark::State& state) {
  const auto needles = needlesPast(*wavy().surface, 200);
  for (auto _ : state)
    for (const auto& axis : needles)
      benchmark::DoNotOptimize(wavy().tree.do_intersect(Kernel::Segment_3(toCgal(axis.start), toCgal(axis.end))));
  state.SetItemsProcessed(state.iterations() * 200);
}
BENCHMARK(crossing)->Name("Needle/CGAL AABB tree, crossing of 1 structure")->Unit(benchmark::kMicrosecond);

void sampledDistance(benchmark::State& state) {
  const auto needles = needlesPast(*wavy().surface, 20);
  for (auto _ : state)
    for (const auto& axis : needles) {
      double least = 1e18;
      for (double mm = 0; mm < axis.lengthMm(); ++mm)
        least = std::min(least, wavy().tree.squared_distance(toCgal(axis.at(mm))));
      benchmark::DoNotOptimize(std::sqrt(least));
    }
  state.SetItemsProcessed(state.iterations() * 20);
}
BENCHMARK(sampledDistance)
    ->Name("Needle/CGAL AABB tree, distance each mm to 1 structure")
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace bench

#endif
