#include <benchmark/benchmark.h>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <fcntl.h>
#include <itkGDCMImageIO.h>
#include <itkGDCMSeriesFileNames.h>
#include <itkImageSeriesReader.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vtkDICOMDirectory.h>
#include <vtkDICOMReader.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkStringArray.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <vector>

#include "io/files/parallel.h"
#include "io/images/ct_writer.h"
#include "io/reading/ct_reader.h"
#include "io/reading/reading.h"
#include "io/reading/slice_values.h"
#include "testdata/lumbar_phantom.h"
#include "tests/support/temporary_folder.h"

// Loading a full-size series, 512 x 512 x 500, the demo case's, and one of 50 slices: reading the bytes is the floor;
// ITK with GDCM, vtk-dicom and dcm2niix are the peers (tests/README.md: at most 6x the floor, at least 12x faster than
// ITK with GDCM, uncompressed). Warm: the files are in the page cache; cold: they were dropped from it before each run
// (which a memory file system cannot). Compressed: JPEG lossless by dcmcjpeg, for those that read it.

namespace bench {
namespace {

namespace fs = std::filesystem;

/// A series of files in a folder that goes with it.
class Series {
 public:
  explicit Series(const std::function<void(const fs::path&)>& write) {
    write(folder_.path());
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      files.push_back(entry.path());
      bytes += static_cast<double>(fs::file_size(entry.path()));
    }
    std::sort(files.begin(), files.end());
  }
  /// Out of the page cache; what was just written must be on the disk first.
  void drop() const {
    for (const auto& file : files) {
      const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
      ::fdatasync(descriptor);
      ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
      ::close(descriptor);
    }
  }
  fs::path folder() const { return folder_.path(); }

  std::vector<fs::path> files;
  double bytes = 0;

 private:
  support::TemporaryFolder folder_;
};

constexpr int kSlices = 500;

void writePhantom(int slices, const fs::path& folder) {
  testdata::PhantomOptions options;
  options.slices = slices;
  if (!io::writeCt(testdata::makeLumbarScan(options), folder)) throw std::runtime_error("no series written");
}

const Series& uncompressed() {
  static const Series made([](const fs::path& folder) { writePhantom(kSlices, folder); });
  return made;
}

const Series& demo() {
  static const Series made([](const fs::path& folder) { writePhantom(testdata::PhantomOptions{}.slices, folder); });
  return made;
}

const Series& small() {
  static const Series made([](const fs::path& folder) { writePhantom(50, folder); });
  return made;
}

const Series& compressed() {
  static const Series made([](const fs::path& folder) {
    for (const auto& file : uncompressed().files) {
      const auto command = "dcmcjpeg +e1 '" + file.string() + "' '" + (folder / file.filename()).string() + "'";
      if (std::system(command.c_str()) != 0) throw std::runtime_error("no dcmcjpeg (package dcmtk)");
    }
  });
  return made;
}

enum class Cache { Warm, Cold };

/// Runs it again and again; cold: with the files out of the cache each time.
template <class Load>
void run(benchmark::State& state, const Series& series, Cache cache, const Load& load) {
  for (auto _ : state) {
    if (cache == Cache::Cold) {
      state.PauseTiming();
      series.drop();
      state.ResumeTiming();
    }
    load(series);
  }
  state.counters["MB/s"] =
      benchmark::Counter(series.bytes / 1e6 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

/// Into an aligned buffer: elsewhere the kernel's copy is three times slower, and the floor too easy a bar.
void readBytes(const Series& series) {
  alignas(4096) static std::array<char, 1 << 20> buffer;
  for (const auto& file : series.files) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    while (::read(descriptor, buffer.data(), buffer.size()) > 0) benchmark::DoNotOptimize(buffer.data());
    ::close(descriptor);
  }
}

/// The bytes into fresh memory on all cores, and nothing more: what no reader of a whole volume can go below.
void copyBytes(const Series& series) {
  const auto most = fs::file_size(series.files[0]);
  const auto memory = io::VoxelMemory::allocate(series.files.size() * most / 2, false);
  const auto bytes = std::as_writable_bytes(memory->voxels());
  constexpr std::size_t kRun = 4;  // files a thread takes at a time: a huge page of memory
  io::forEachInParallel((series.files.size() + kRun - 1) / kRun, [&](std::size_t run) {
    alignas(4096) static thread_local std::array<char, 128 << 10> buffer;
    for (std::size_t k = run * kRun; k < std::min(series.files.size(), (run + 1) * kRun); ++k) {
      const int descriptor = ::open(series.files[k].c_str(), O_RDONLY | O_CLOEXEC);
      auto to = bytes.subspan(k * most, most);
      for (ssize_t got = 0; !to.empty() && (got = ::read(descriptor, buffer.data(), buffer.size())) > 0;) {
        const auto part = std::min(to.size(), static_cast<std::size_t>(got));
        std::memcpy(to.data(), buffer.data(), part);
        to = to.subspan(part);
      }
      ::close(descriptor);
    }
    return true;
  });
}

void expectWhole(const Series& series, std::size_t slices) {
  if (slices != series.files.size()) throw std::runtime_error("not read");
}

void scanAndRead(const Series& series) {
  planning::Progress progress;
  const auto found = io::dicom::scan(series.folder(), progress);
  const auto volume = io::readCt(found->series.at(0), progress);
  expectWhole(series, volume ? volume->hu->GetLargestPossibleRegion().GetSize()[2] : 0);
}

/// Sorts by place along the normal, as its documentation advises.
void itkWithGdcm(const Series& series) {
  using Image = itk::Image<std::int16_t, 3>;
  auto names = itk::GDCMSeriesFileNames::New();
  names->SetDirectory(series.folder().string());
  auto reader = itk::ImageSeriesReader<Image>::New();
  reader->SetImageIO(itk::GDCMImageIO::New());
  reader->SetFileNames(names->GetInputFileNames());
  reader->Update();
  expectWhole(series, reader->GetOutput()->GetLargestPossibleRegion().GetSize()[2]);
}

void itkWithGdcmSorted(const Series& series) {
  using Image = itk::Image<std::int16_t, 3>;
  auto reader = itk::ImageSeriesReader<Image>::New();
  reader->SetImageIO(itk::GDCMImageIO::New());
  std::vector<std::string> names;
  for (const auto& file : series.files) names.push_back(file.string());
  reader->SetFileNames(names);
  reader->Update();
  benchmark::DoNotOptimize(reader->GetOutput()->GetBufferPointer());
}

void vtkDicom(const Series& series) {
  vtkNew<vtkDICOMDirectory> directory;
  directory->SetDirectoryName(series.folder().c_str());
  directory->Update();
  vtkNew<vtkDICOMReader> reader;
  reader->SetFileNames(directory->GetFileNamesForSeries(0));
  reader->Update();
  expectWhole(series, static_cast<std::size_t>(reader->GetOutput()->GetDimensions()[2]));
}

/// It also writes what it read, uncompressed.
void dcm2niix(const Series& series) {
  const support::TemporaryFolder out;
  const auto command =
      "dcm2niix -z n -b n -f x -o '" + out.path().string() + "' '" + series.folder().string() + "' > /dev/null";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("no dcm2niix");
}

/// Memory that loading takes beyond what the process had, as a share of the int16 volume: the most that was resident in
/// a process of its own, its readers not counted (they share the voxels).
void memory(const Series& series, benchmark::State& state) {
  const pid_t process = fork();
  if (process == 0) {
    io::setReaderProgram({});  // not the readers of the process that forked
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    scanAndRead(series);
    getrusage(RUSAGE_SELF, &after);
    _exit(static_cast<int>((after.ru_maxrss - before.ru_maxrss) * 100 / (kSlices * 512)));  // percent of the volume
  }
  int status = 0;
  waitpid(process, &status, 0);
  state.counters["% of the volume"] = WEXITSTATUS(status);
}

/// Until a window has something to show; the rest is not read.
void firstSlice(benchmark::State& state) {
  struct Stop : planning::Progress {
    bool stopRequested() const override { return stop; }
    std::atomic<bool> stop = false;
  };
  planning::Progress scanning;
  const auto found = io::dicom::scan(uncompressed().folder(), scanning);
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

const int kRegistered = [] {
  struct Loader {
    const char* name;
    void (*load)(const Series&);
  };
  const Loader kLoaders[]{{"reading the bytes (floor)", readBytes},
                          {"the bytes into fresh memory, all cores", copyBytes},
                          {"needleplan, scan and read", scanAndRead},
                          {"ITK with GDCM, sort and read", itkWithGdcm},
                          {"ITK with GDCM, read what is sorted", itkWithGdcmSorted},
                          {"vtk-dicom, sort and read", vtkDicom},
                          {"dcm2niix", dcm2niix}};
  const auto add = [](const std::string& how, const Loader& loader, const Series& (*series)(), Cache cache) {
    benchmark::RegisterBenchmark(("Load/" + how + "/" + loader.name).c_str(),
                                 [=](benchmark::State& state) { run(state, series(), cache, loader.load); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  };
  // First, as in a program that has just started: after a larger series the heap that was left makes ITK twice as fast.
  for (const auto& loader : kLoaders) add("warm, the demo case", loader, demo, Cache::Warm);
  for (const auto& loader : kLoaders) add("warm", loader, uncompressed, Cache::Warm);
  for (const auto& loader : kLoaders) add("warm, 50 slices", loader, small, Cache::Warm);
  for (const auto& loader : kLoaders) add("cold", loader, uncompressed, Cache::Cold);
  for (const auto& loader : kLoaders) add("compressed", loader, compressed, Cache::Warm);
  benchmark::RegisterBenchmark("Load/needleplan, memory", [](benchmark::State& state) {
    for (auto _ : state) memory(uncompressed(), state);
  })->Iterations(1);
  return 0;
}();

}  // namespace
}  // namespace bench
