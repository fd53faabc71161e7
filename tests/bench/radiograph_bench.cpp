#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "planning/fluoroscopy/radiograph.h"
#include "tests/support/meta_image.h"
#include "tests/support/temporary_folder.h"

// One simulated radiograph, 512 x 512 pixels of 512 x 512 x 500 voxels, ours and plastimatch's. tests/README.md: at
// least five times faster than plastimatch's uniform method. plastimatch tells its time of projecting alone ("Total
// time").

namespace bench {
namespace {

using planning::Volume;

constexpr double kSpacingMm = 0.78;

/// A body of soft tissue with bone in it, in air.
const Volume& body() {
  static const Volume volume = [] {
    Volume made;
    made.hu = Volume::Image::New();
    made.hu->SetRegions(Volume::Image::SizeType{{512, 512, 500}});
    made.hu->SetSpacing(Volume::Image::SpacingType(kSpacingMm));
    made.hu->SetOrigin(planning::makePoint(-255.5 * kSpacingMm, -255.5 * kSpacingMm, -249.5 * kSpacingMm));
    made.hu->Allocate();
    auto* voxel = made.hu->GetBufferPointer();
    unsigned seed = 1;
    for (int k = 0; k < 500; ++k)
      for (int j = 0; j < 512; ++j)
        for (int i = 0; i < 512; ++i) {
          const double x = (i - 255.5) / 220, y = (j - 255.5) / 150, bone = std::hypot(i - 255.5, j - 330.0);
          seed = seed * 1664525U + 1013904223U;
          const int noise = static_cast<int>(seed >> 27) - 16;
          const int tissue = bone < 30 && k % 50 < 40 ? 600 : 40;
          *voxel++ = static_cast<std::int16_t>((x * x + y * y < 1 ? tissue : -1000) + noise);
        }
    return made;
  }();
  return volume;
}

planning::fluoroscopy::CArmGeometry view(double primaryDeg) {
  planning::fluoroscopy::CArmGeometry made;
  made.primary = planning::Angle::degrees(primaryDeg);
  made.sourceToDetectorMm = 1000;
  made.sourceToIsocentreMm = 700;
  made.columns = made.rows = 512;
  made.columnSpacingMm = made.rowSpacingMm = 400.0 / 512;
  return made;
}

void ours(benchmark::State& state) {
  body();
  planning::Progress silent;
  for (auto _ : state)
    benchmark::DoNotOptimize(
        planning::fluoroscopy::makeRadiograph(body(), view(static_cast<double>(state.range(0))), 1.0, silent));
}
BENCHMARK(ours)
    ->Name("Radiograph/trilinear, 1 mm, primary")
    ->Arg(0)
    ->Arg(35)
    ->Arg(90)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

/// What plastimatch prints of its own time, in seconds; negative when it is not installed.
double plastimatchSeconds(const std::string& method) {
  static const support::TemporaryFolder folder;
  const auto scan = folder.path() / "body.mha", said = folder.path() / "said.txt";
  if (!std::filesystem::exists(scan)) support::writeMetaImage(body(), scan);
  const std::string command = "plastimatch drr -i " + method +
                              " -P preprocess -r '512 512' -z '400 400' --sad 700 --sid 1000 -n '0 1 0' --vup '0 0 1' "
                              "-o '0 0 0' -t pfm -O " +
                              (folder.path() / "drr").string() + ' ' + scan.string() + " > " + said.string() + " 2>&1";
  if (std::system(command.c_str()) != 0) return -1;
  std::ifstream lines(said);
  for (std::string line; std::getline(lines, line);)
    if (line.rfind("Total time:", 0) == 0) return std::stod(line.substr(11));
  return -1;
}

void plastimatch(benchmark::State& state, const char* method) {
  for (auto _ : state) {
    const double seconds = plastimatchSeconds(method);
    if (seconds < 0) return state.SkipWithError("plastimatch is not installed");
    state.SetIterationTime(seconds);
  }
}
BENCHMARK_CAPTURE(plastimatch, uniform, "uniform")
    ->Name("Radiograph/plastimatch uniform")
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plastimatch, exact, "exact")
    ->Name("Radiograph/plastimatch exact")
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bench
