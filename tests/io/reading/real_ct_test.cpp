#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "io/reading/ct_reader.h"

#include "tests/paths.h"

namespace {

namespace fs = std::filesystem;

/// One real series and what is true of it, computed from its files by pydicom and numpy, not by this program.
struct Real {
  const char* path;
  std::vector<int> dimensions;
  std::vector<double> spacingMm;
  double tiltDegrees;
  std::vector<double> first, last;  ///< position of the first voxel of the first and of the last slice, from the files
  long long sum;                    ///< of all HU but those outside the scan
  long outside;
};

struct Refused {
  const char* path;
  const char* code;
};

class RealCt : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(root())) GTEST_SKIP() << "NOT TESTED: no real data at " << root();
  }
  static fs::path root() { return fs::path(NEEDLEPLAN_SHARED_DATA); }

  static io::dicom::SeriesInfo ctIn(const char* path) {
    planning::Progress progress;
    const auto result = io::dicom::scan(root() / path, progress);
    if (!result) throw std::runtime_error(result.error().code + " " + result.error().subject);
    for (const auto& series : result->series)
      if (series.identity.modality == "CT") return series;
    throw std::runtime_error(std::string("no CT in ") + path);
  }
};

void expectCorner(const planning::Volume& volume, int slice, const std::vector<double>& truth) {
  planning::Point place;
  volume.hu->TransformIndexToPhysicalPoint({{0, 0, slice}}, place);
  for (unsigned axis = 0; axis < 3; ++axis) EXPECT_NEAR(place[axis], truth[axis], 1e-3) << "slice " << slice;
}

const std::vector<Real> kReal{
    {"real/ct_abdomen_contrast_crlm1006",
     {512, 512, 51},
     {0.804688, 0.804688, 5},
     0.0000,
     {-191, -167.2, -376.44},
     {-191, -167.2, -126.44},
     -5112143330LL,
     2844372},
    {"real/ct_gantry_tilt_phantom_philips",
     {512, 512, 58},
     {0.40625, 0.40625, 2.5},
     16.5000,
     {-104, 6.62546, 657.99},
     {-104, 6.62546, 800.49},
     -11960829091LL,
     0},
    {"real/ct_head_tiny_series", {64, 64, 93}, {3.2, 3.2, 1.5}, 0.0000, {0, 0, 0}, {0, 0, 138}, 193392317LL, 0},
    {"real/ct_lumbar_disc_tilt_one_slice",
     {512, 512, 1},
     {0.253906, 0.253906, 2.5},
     0.0000,
     {-66.3, -69.601, -160.048},
     {-66.3, -69.601, -160.048},
     9609279LL,
     55772},
    {"real/ct_missing_duplicate_slices/dicom2nifti_failing/gantrytilting/001",
     {512, 512, 4},
     {0.417969, 0.417969, 5},
     14.0000,
     {-106.791, -256.619, -61.9519},
     {-106.791, -256.619, -46.9519},
     -940644109LL,
     0},
    {"real/rtstruct_with_ct/sts",
     {249, 215, 70},
     {0.976562, 0.976562, 3.27},
     0.0000,
     {-198.242, -9.76575, -779.03},
     {-198.242, -9.76575, -553.4},
     -1023844273LL,
     0},
    {"real/rtstruct_with_ct/lctsc_one_slice",
     {512, 512, 1},
     {0.976562, 0.976562, 3},
     0.0000,
     {-249.512, -483.012, -640.2},
     {-249.512, -483.012, -640.2},
     -171834576LL,
     0},
    {"real/rtstruct_with_ct/rt_utils/mock_data",
     {512, 512, 2},
     {0.488281, 0.488281, 5},
     0.0000,
     {-125, -125, 60},
     {-125, -125, 65},
     -100739113LL,
     111544},
    {"real/seg_with_ct/dcmqi_ct_liver",
     {512, 512, 3},
     {0.810547, 0.810547, 1},
     0.0000,
     {-235.2, -226.8, -128.69},
     {-235.2, -226.8, -126.69},
     -244987446LL,
     167316},
    {"derived/lumbar_3mm/ct",
     {122, 101, 112},
     {3, 3, 3},
     0.0000,
     {-185.044, -311.319, 94.302},
     {-185.044, -311.319, 427.302},
     -496851173LL,
     0},
};

void expectRight(const io::dicom::SeriesInfo& series, const Real& real) {
  ASSERT_TRUE(series.loadable) << series.refusal->code << series.refusal->detail;
  EXPECT_EQ(series.dimensions, real.dimensions);
  planning::Progress progress;
  const auto volume = io::readCt(series, progress);
  ASSERT_TRUE(volume) << volume.error().code << volume.error().detail;
  for (unsigned axis = 0; axis < 3; ++axis) EXPECT_NEAR(volume->hu->GetSpacing()[axis], real.spacingMm[axis], 1e-3);
  EXPECT_NEAR(volume->gantryTilt.degrees(), real.tiltDegrees, 0.01);
  expectCorner(*volume, 0, real.first);
  expectCorner(*volume, real.dimensions[2] - 1, real.last);
  long long sum = 0;
  long outside = 0;
  const auto* voxels = volume->hu->GetBufferPointer();
  for (std::size_t i = 0; i < volume->hu->GetLargestPossibleRegion().GetNumberOfPixels(); ++i)
    voxels[i] == planning::kOutsideScan ? void(++outside) : void(sum += voxels[i]);
  EXPECT_EQ(sum, real.sum);
  EXPECT_EQ(outside, real.outside);
}

TEST_F(RealCt, isReadRight) {
  for (const auto& real : kReal) {
    SCOPED_TRACE(real.path);
    expectRight(ctIn(real.path), real);
  }
}

TEST_F(RealCt, isRefusedWithATrueReason) {
  const std::vector<Refused> all{
      {"real/ct_missing_duplicate_slices/dicom2nifti_failing/sliceincrement/001", "missing-slices"},
      {"real/ct_missing_duplicate_slices/dicom2nifti_failing/sliceincrement/002", "missing-slices"},
      {"real/ct_missing_duplicate_slices/dicom2nifti_failing/notavolume/001", "single-slice-no-thickness"},
      {"real/ct_missing_duplicate_slices/dicom_numpy_dupe_positions", "uneven-slices"},
      {"real/rtstruct_with_ct/rt_utils/one_slice_data", "single-slice-no-thickness"},
      {"real/transfer_syntaxes/pydicom_data/explicit_VR-UN.dcm", "single-slice-no-thickness"},
  };
  for (const auto& refused : all) {
    SCOPED_TRACE(refused.path);
    const auto series = ctIn(refused.path);
    ASSERT_TRUE(series.refusal);
    EXPECT_EQ(series.refusal->code, refused.code) << series.refusal->detail;
    EXPECT_FALSE(series.refusal->subject.empty());
  }
}

/// The same slice in ten encodings, and the same two frames in nine, lossless all.
TEST_F(RealCt, isTheSameInEveryLosslessEncoding) {
  for (const char* folder :
       {"derived/transfer_syntax_matrix", "real/transfer_syntaxes/ct1", "real/enhanced_ct/CT0012_variants"}) {
    std::vector<std::int16_t> reference;
    int compared = 0;
    for (const auto& entry : fs::directory_iterator(root() / folder)) {
      planning::Progress progress;
      const auto found = io::dicom::scan(entry.path(), progress);
      if (!found) continue;  // the licence and the manifest
      const auto volume = io::readCt(found->series.at(0), progress);
      ASSERT_TRUE(volume) << entry.path() << volume.error().code << volume.error().detail;
      const bool lossy = std::any_of(volume->findings.begin(), volume->findings.end(),
                                     [](const auto& finding) { return finding.code == "lossy-compression"; });
      const auto name = entry.path().filename().string();
      EXPECT_EQ(lossy, name.find(".51.") != std::string::npos || name.find(".81.") != std::string::npos) << name;
      if (lossy) continue;
      const auto* voxels = volume->hu->GetBufferPointer();
      const std::vector<std::int16_t> values(voxels,
                                             voxels + volume->hu->GetLargestPossibleRegion().GetNumberOfPixels());
      if (reference.empty()) reference = values;
      EXPECT_TRUE(values == reference) << entry.path();
      ++compared;
    }
    EXPECT_GE(compared, 7) << folder;
  }
}

}  // namespace
