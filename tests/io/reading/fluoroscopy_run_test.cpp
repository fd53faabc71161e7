#include "io/reading/fluoroscopy_run.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "io/dicom/put.h"
#include "io/reading/scan.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

namespace io {
namespace {

using dicom::put;
using dicom::putNumber;

struct Made {
  int columns = 6, rows = 4, frames = 5, bits = 8;
  bool colour = false;
  E_TransferSyntax syntax = EXS_LittleEndianExplicit;
};

/// Every pixel of every frame another value: 40 frame + 10 row + column.
int stored(int frame, int row, int column) {
  return 40 * frame + 10 * row + column;
}

void putHeader(DcmDataset& dataset, const Made& made) {
  put(dataset, DCM_SOPClassUID, made.colour ? UID_SecondaryCaptureImageStorage : UID_XRayAngiographicImageStorage);
  put(dataset, DCM_SOPInstanceUID, "2.25.77");
  put(dataset, DCM_Modality, made.colour ? "OT" : "XA");
  put(dataset, DCM_PatientID, "P1");
  put(dataset, DCM_StudyInstanceUID, "2.25.75");
  put(dataset, DCM_SeriesInstanceUID, "2.25.76");
  put(dataset, DCM_NumberOfFrames, std::to_string(made.frames));
  putNumber(dataset, DCM_SamplesPerPixel, made.colour ? 3 : 1);
  put(dataset, DCM_PhotometricInterpretation, made.colour ? "RGB" : "MONOCHROME2");
  if (made.colour) putNumber(dataset, DCM_PlanarConfiguration, 0);
  putNumber(dataset, DCM_Rows, static_cast<std::uint16_t>(made.rows));
  putNumber(dataset, DCM_Columns, static_cast<std::uint16_t>(made.columns));
  putNumber(dataset, DCM_BitsAllocated, static_cast<std::uint16_t>(made.bits));
  putNumber(dataset, DCM_BitsStored, static_cast<std::uint16_t>(made.bits));
  putNumber(dataset, DCM_HighBit, static_cast<std::uint16_t>(made.bits - 1));
  putNumber(dataset, DCM_PixelRepresentation, 0);
}

std::filesystem::path write(const support::TemporaryFolder& folder, const Made& made) {
  DcmFileFormat file;
  DcmDataset& dataset = *file.getDataset();
  putHeader(dataset, made);
  std::vector<Uint8> bytes;
  std::vector<Uint16> words;
  for (int frame = 0; frame < made.frames; ++frame)
    for (int row = 0; row < made.rows; ++row)
      for (int column = 0; column < made.columns; ++column) {
        const int value = stored(frame, row, column);
        if (made.colour)
          bytes.insert(bytes.end(), {static_cast<Uint8>(value), 10, 20});
        else if (made.bits == 8)
          bytes.push_back(static_cast<Uint8>(value));
        else
          words.push_back(static_cast<Uint16>(value + 40000));
      }
  if (made.bits == 16)
    dataset.putAndInsertUint16Array(DCM_PixelData, words.data(), static_cast<unsigned long>(words.size()));
  else
    dataset.putAndInsertUint8Array(DCM_PixelData, bytes.data(), static_cast<unsigned long>(bytes.size()));
  if (made.syntax == EXS_RLELossless) {
    DcmRLEEncoderRegistration::registerCodecs();
    EXPECT_TRUE(dataset.chooseRepresentation(made.syntax, nullptr).good());
  }
  const auto path = folder / "run.dcm";
  EXPECT_TRUE(file.saveFile(path.c_str(), made.syntax).good());
  return path;
}

void expectEveryPixel(FluoroscopyRun& run, int extra) {
  for (const int frame : {0, 3, 1}) {
    const auto pixels = run.frame(frame);
    ASSERT_TRUE(pixels) << pixels.error().code << " " << pixels.error().detail;
    for (int row = 0; row < 4; ++row)
      for (int column = 0; column < 6; ++column)
        EXPECT_EQ((*pixels)->values[static_cast<std::size_t>(row * 6 + column)] + (*pixels)->offset,
                  stored(frame, row, column) + extra);
  }
}

}  // namespace

TEST(FluoroscopyRun, readsTheFrameThatIsAskedFor) {
  const support::TemporaryFolder folder;
  const auto run = FluoroscopyRun::open(write(folder, {}));
  ASSERT_TRUE(run) << run.error().code;
  EXPECT_EQ((*run)->frames(), 5);
  expectEveryPixel(**run, 0);
  EXPECT_EQ((*run)->frame(5).error().code, "no-such-frame");
  EXPECT_EQ((*run)->frame(-1).error().code, "no-such-frame");
}

TEST(FluoroscopyRun, decodesFrameByFrame) {
  const support::TemporaryFolder folder;
  Made made;
  made.syntax = EXS_RLELossless;
  const auto run = FluoroscopyRun::open(write(folder, made));
  ASSERT_TRUE(run) << run.error().code;
  expectEveryPixel(**run, 0);
}

TEST(FluoroscopyRun, keepsSixteenUnsignedBits) {
  const support::TemporaryFolder folder;
  Made made;
  made.bits = 16;
  const auto run = FluoroscopyRun::open(write(folder, made));
  ASSERT_TRUE(run) << run.error().code;
  expectEveryPixel(**run, 40000);
}

TEST(FluoroscopyRun, showsColourAsItsBrightness) {
  const support::TemporaryFolder folder;
  Made made;
  made.colour = true;
  const auto run = FluoroscopyRun::open(write(folder, made));
  ASSERT_TRUE(run) << run.error().code << run.error().detail;
  const auto pixels = (*run)->frame(1);
  ASSERT_TRUE(pixels);
  EXPECT_EQ((*pixels)->values[0], (299 * 40 + 587 * 10 + 114 * 20 + 500) / 1000);
  EXPECT_EQ((*run)->findings().front().code, "colour-as-grey");
}

TEST(FluoroscopyRun, keepsNoMoreFramesThanTheirBytesAllow) {
  const support::TemporaryFolder folder;
  Made made;
  made.frames = 500;
  made.columns = 64;
  made.rows = 32;
  const std::size_t frameBytes = 64 * 32 * 2, most = 10 * frameBytes;
  const auto run = FluoroscopyRun::open(write(folder, made), most);
  ASSERT_TRUE(run);
  for (int frame = 0; frame < 500; ++frame) {
    ASSERT_TRUE((*run)->frame(frame));
    ASSERT_LE((*run)->keptBytes(), most);
  }
  EXPECT_TRUE((*run)->kept(499));
  EXPECT_FALSE((*run)->kept(0));
  EXPECT_TRUE((*run)->frame(490));  // used again: it outlives the others
  planning::Progress progress;
  ASSERT_TRUE((*run)->load(0, 9, progress));
  EXPECT_TRUE((*run)->kept(490));
  EXPECT_FALSE((*run)->kept(499));
  ASSERT_TRUE((*run)->load(0, 500, progress));
  EXPECT_LE((*run)->keptBytes(), most);
}

TEST(FluoroscopyRun, refusesPixelsThatAreCut) {
  const support::TemporaryFolder folder;
  const auto path = write(folder, {});
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 20);
  const auto run = FluoroscopyRun::open(path);
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().code, "pixel-data-cut");
}

TEST(FluoroscopyRun, playsTheRealRunsAndScanTellsWhatTheyLack) {
  const auto shared = std::filesystem::path(NEEDLEPLAN_SHARED_DATA) / "real/xa_rf_fluoroscopy";
  if (!std::filesystem::exists(shared)) GTEST_SKIP() << "SKIPPED: " << shared << " is not there";
  planning::Progress progress;
  const auto found = dicom::scan(shared, progress);
  ASSERT_TRUE(found);
  int runs = 0;
  for (const auto& series : found->series) {
    if (series.views.empty()) continue;
    EXPECT_TRUE(series.loadable) << series.refusal->code;
    for (std::size_t i = 0; i < series.files.size(); ++i, ++runs) {
      const auto run = FluoroscopyRun::open(series.files[i], 8u << 20);
      ASSERT_TRUE(run) << run.error().code;
      EXPECT_EQ((*run)->frames(), series.views[i].frames);
      for (const int frame : {0, (*run)->frames() / 2, (*run)->frames() - 1}) {
        const auto pixels = (*run)->frame(frame);
        ASSERT_TRUE(pixels) << pixels.error().code;
        const auto [least, most] = std::minmax_element((*pixels)->values.begin(), (*pixels)->values.end());
        EXPECT_GT(*most - *least, 100);  // a picture, not a blank
      }
      EXPECT_LE((*run)->keptBytes(), 8u << 20);
    }
    const auto lacks = [&](const char* code) {
      return std::any_of(series.findings.begin(), series.findings.end(), [&](const auto& f) { return f.code == code; });
    };
    EXPECT_TRUE(lacks("no-imager-spacing"));
    EXPECT_TRUE(lacks("no-source-to-isocentre"));
    EXPECT_EQ(lacks("no-positioner-angles"), series.identity.modality == "RF");
    EXPECT_EQ(lacks("lossy-compression"), series.identity.modality == "XA");
  }
  EXPECT_GE(runs, 2);
}

}  // namespace io
