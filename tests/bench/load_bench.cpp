#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <itkGDCMImageIO.h>
#include <itkGDCMSeriesFileNames.h>
#include <itkImageSeriesReader.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <vector>

#include "io/ct_reader.h"
#include "io/ct_writer.h"
#include "testdata/lumbar_phantom.h"
#include "tests/support/temporary_folder.h"

// Loading a full-size series, 512 x 512 x 300, uncompressed and in page cache: reading the bytes is the floor, ITK with
// GDCM the peer (performance.md: at most 6x the floor, at least 12x faster than the peer).

namespace bench {
namespace {

namespace fs = std::filesystem;

struct Series {
  Series() {
    testdata::PhantomOptions options;
    options.slices = 300;
    const auto written = io::writeCt(testdata::makeLumbarScan(options), folder.path());
    if (!written) throw std::runtime_error(written.error().detail);
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      files.push_back(entry.path());
      bytes += static_cast<double>(fs::file_size(entry.path()));
    }
  }

  support::TemporaryFolder folder;
  std::vector<fs::path> files;
  double bytes = 0;
};

const Series& series() {
  static const Series made;
  return made;
}

void readBytes(benchmark::State& state) {
  std::vector<char> buffer(1 << 20);
  const auto& files = series().files;
  for (auto _ : state)
    for (const auto& file : files) {
      const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
      while (::read(descriptor, buffer.data(), buffer.size()) > 0) benchmark::DoNotOptimize(buffer.data());
      ::close(descriptor);
    }
  state.counters["MB/s"] =
      benchmark::Counter(series().bytes / 1e6 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(readBytes)->Name("Load/reading the bytes (floor)")->Unit(benchmark::kMillisecond)->UseRealTime();

void scanAndRead(benchmark::State& state) {
  const auto folder = series().folder.path();
  for (auto _ : state) {
    planning::Progress progress;
    const auto found = io::dicom::scan(folder, progress);
    const auto volume = io::readCt(found->series.at(0), progress);
    if (!volume) state.SkipWithError(volume.error().code.c_str());
  }
}
BENCHMARK(scanAndRead)->Name("Load/needleplan, scan and read")->Unit(benchmark::kMillisecond)->UseRealTime();

/// Until a window has something to show; the rest is not read.
void firstSlice(benchmark::State& state) {
  struct Stop : planning::Progress {
    bool stopRequested() const override { return stop; }
    std::atomic<bool> stop = false;
  };
  planning::Progress scanning;
  const auto found = io::dicom::scan(series().folder.path(), scanning);
  for (auto _ : state) {
    Stop progress;
    int slices = 0;
    const auto volume = io::readCt(found->series.at(0), progress, [&](const planning::Volume&, int) {
      ++slices;
      progress.stop = true;
    });
    state.counters["slices read"] = slices;
  }
}
BENCHMARK(firstSlice)->Name("Load/needleplan, until the first slice")->Unit(benchmark::kMillisecond)->UseRealTime();

void itkWithGdcm(benchmark::State& state) {
  using Image = itk::Image<std::int16_t, 3>;
  const auto folder = series().folder.path().string();
  for (auto _ : state) {
    auto names = itk::GDCMSeriesFileNames::New();
    names->SetDirectory(folder);
    auto reader = itk::ImageSeriesReader<Image>::New();
    reader->SetImageIO(itk::GDCMImageIO::New());
    reader->SetFileNames(names->GetInputFileNames());
    reader->Update();
    benchmark::DoNotOptimize(reader->GetOutput()->GetBufferPointer());
    state.counters["slices"] = static_cast<double>(reader->GetOutput()->GetLargestPossibleRegion().GetSize()[2]);
  }
}
BENCHMARK(itkWithGdcm)->Name("Load/ITK with GDCM, sort and read")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace bench
