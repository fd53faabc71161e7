#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>
#include <gtest/gtest.h>
#include <openjpeg-2.5/openjpeg.h>

#include <array>
#include <fstream>
#include <memory>
#include <random>

#include "io/reading/ct_reader.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

using made_ct::Ct;
using support::TemporaryFolder;

struct Encoders {
  Encoders() {
    DcmRLEEncoderRegistration::registerCodecs();
    DJEncoderRegistration::registerCodecs();
    DJLSEncoderRegistration::registerCodecs();
  }
  ~Encoders() {
    DJLSEncoderRegistration::cleanup();
    DJEncoderRegistration::cleanup();
    DcmRLEEncoderRegistration::cleanup();
  }
};

/// JPEG 2000 code stream of one slice, reversible.
std::vector<char> jpeg2000(const Ct& ct, const std::vector<int>& values) {
  opj_cparameters_t parameters;
  opj_set_default_encoder_parameters(&parameters);
  parameters.numresolution = 2;
  opj_image_cmptparm_t part{};
  part.dx = part.dy = 1;
  part.w = static_cast<OPJ_UINT32>(ct.columns), part.h = static_cast<OPJ_UINT32>(ct.rows);
  part.prec = static_cast<OPJ_UINT32>(ct.bitsStored);
  part.sgnd = ct.isSigned ? 1 : 0;
  opj_image_t* image = opj_image_create(1, &part, OPJ_CLRSPC_GRAY);
  image->x1 = part.w, image->y1 = part.h;
  std::copy(values.begin(), values.end(), image->comps[0].data);
  opj_codec_t* codec = opj_create_compress(OPJ_CODEC_J2K);
  opj_setup_encoder(codec, &parameters, image);
  const TemporaryFolder folder;
  const auto file = folder.path() / "j2k";
  opj_stream_t* stream = opj_stream_create_default_file_stream(file.c_str(), OPJ_FALSE);
  const bool done =
      opj_start_compress(codec, image, stream) && opj_encode(codec, stream) && opj_end_compress(codec, stream);
  opj_stream_destroy(stream);
  opj_destroy_codec(codec);
  opj_image_destroy(image);
  if (!done) throw std::runtime_error("JPEG 2000 encoder");
  auto bytes = made_ct::bytesOf(file);
  if (bytes.size() % 2 != 0) bytes.push_back(0);
  return bytes;
}

std::vector<int> storedValues(const Ct& ct, int k) {
  std::vector<int> values;
  for (int j = 0; j < ct.rows; ++j)
    for (int i = 0; i < ct.columns; ++i) values.push_back(ct.stored(i, j, k));
  return values;
}

void writeJpeg2000(const Ct& ct, const std::filesystem::path& folder) {
  for (int k = 0; k < ct.slices; ++k) {
    const auto file = ct.slice(k);
    const auto bytes = jpeg2000(ct, storedValues(ct, k));
    auto* sequence = new DcmPixelSequence(DcmTag(DCM_PixelData, EVR_OB));
    sequence->insert(new DcmPixelItem(DcmTag(DCM_Item, EVR_OB)));
    auto* item = new DcmPixelItem(DcmTag(DCM_Item, EVR_OB));
    item->putUint8Array(reinterpret_cast<const Uint8*>(bytes.data()), bytes.size());
    sequence->insert(item);
    auto* pixels = new DcmPixelData(DCM_PixelData);
    pixels->putOriginalRepresentation(EXS_JPEG2000LosslessOnly, nullptr, sequence);
    file->getDataset()->insert(pixels, OFTrue);
    made_ct::save(*file, folder / (std::to_string(k) + ".dcm"), EXS_JPEG2000LosslessOnly);
  }
}

void writeCompressed(const Ct& ct, const std::filesystem::path& folder, E_TransferSyntax syntax,
                     const DcmRepresentationParameter& parameter) {
  for (int k = 0; k < ct.slices; ++k) {
    const auto file = ct.slice(k);
    const auto result = file->getDataset()->chooseRepresentation(syntax, &parameter);
    if (result.bad()) throw std::runtime_error(result.text());
    made_ct::save(*file, folder / (std::to_string(k) + ".dcm"), syntax);
  }
}

void expectTheSameValues(const Ct& ct, const std::filesystem::path& folder, const std::string& what) {
  planning::Progress progress;
  const auto found = io::dicom::scan(folder, progress);
  ASSERT_TRUE(found) << what << found.error().code << found.error().detail;
  ASSERT_EQ(found->series.size(), 1u) << what;
  const auto volume = io::readCt(found->series[0], progress);
  ASSERT_TRUE(volume) << what << " " << volume.error().code << " " << volume.error().detail;
  for (int k = 0; k < ct.slices; ++k)
    for (int j = 0; j < ct.rows; ++j)
      for (int i = 0; i < ct.columns; ++i)
        ASSERT_EQ(volume->hu->GetPixel({{i, j, k}}), ct.stored(i, j, k) * ct.slope + ct.intercept) << what;
}

/// Pixel formats that scanners write. Not tiny: DCMTK's JPEG-LS encoder writes beyond its buffer where a code stream is
/// longer than the picture.
std::vector<Ct> formats() {
  std::vector<Ct> all(5);
  for (auto& ct : all) ct.columns = 61, ct.rows = 47, ct.slices = 3;
  all[1].bitsStored = 12, all[1].highBit = 11, all[1].isSigned = false, all[1].intercept = -1024;
  all[2].bitsStored = 12, all[2].highBit = 11;
  all[3].isSigned = false, all[3].intercept = -1000, all[3].slope = 2;
  all[4].bitsAllocated = 8, all[4].bitsStored = 8, all[4].highBit = 7, all[4].isSigned = false, all[4].slices = 1;
  all[4].columns = 25, all[4].rows = 23;  // an odd number of bytes
  return all;
}

TEST(TransferSyntax, everyUncompressedOneGivesTheSameValues) {
  for (const auto syntax :
       {EXS_LittleEndianImplicit, EXS_LittleEndianExplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit})
    for (const auto& ct : formats()) {
      const TemporaryFolder folder;
      made_ct::write(ct, folder.path(), {}, syntax);
      expectTheSameValues(ct, folder.path(), DcmXfer(syntax).getXferName());
    }
}

TEST(TransferSyntax, everyLosslessCompressionGivesTheSameValues) {
  const Encoders encoders;
  const DcmRLERepresentationParameter rle;
  const DJ_RPLossless jpeg;
  const DJLSRepresentationParameter jpegLs(0, OFTrue);
  const std::array<std::pair<E_TransferSyntax, const DcmRepresentationParameter*>, 4> kinds{
      {{EXS_RLELossless, &rle},
       {EXS_JPEGProcess14, &jpeg},
       {EXS_JPEGProcess14SV1, &jpeg},
       {EXS_JPEGLSLossless, &jpegLs}}};
  for (const auto& [syntax, parameter] : kinds)
    for (const auto& ct : formats()) {
      const TemporaryFolder folder;
      writeCompressed(ct, folder.path(), syntax, *parameter);
      expectTheSameValues(ct, folder.path(), DcmXfer(syntax).getXferName());
    }
}

TEST(TransferSyntax, jpeg2000GivesTheSameValues) {
  for (const auto& ct : formats()) {
    const TemporaryFolder folder;
    writeJpeg2000(ct, folder.path());
    expectTheSameValues(ct, folder.path(), "JPEG 2000");
  }
}

TEST(TransferSyntax, refusesOneItCannotDecode) {
  const TemporaryFolder folder;
  writeJpeg2000(Ct{}, folder.path());
  for (int k = 0; k < 6; ++k) {  // HTJ2K has the same length of UID but one
    const auto file = folder.path() / (std::to_string(k) + ".dcm");
    auto bytes = made_ct::bytesOf(file);
    const std::string from = "1.2.840.10008.1.2.4.90", to = "1.2.840.10008.1.2.4.92";
    const auto at = std::search(bytes.begin(), bytes.end(), from.begin(), from.end());
    ASSERT_NE(at, bytes.end());
    std::copy(to.begin(), to.end(), at);
    made_ct::putBytes(file, bytes);
  }
  planning::Progress progress;
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found);
  ASSERT_TRUE(found->series[0].refusal);
  EXPECT_EQ(found->series[0].refusal->code, "unsupported-transfer-syntax");
  EXPECT_NE(found->series[0].refusal->subject.find("(0002,0010)"), std::string::npos);
}

/// No volume, and a reason, from a file cut anywhere.
void expectEveryCutRefused(const std::filesystem::path& whole, std::size_t from, const std::string& what) {
  const auto bytes = made_ct::bytesOf(whole);
  for (int part = 0; part < 64; ++part) {
    const TemporaryFolder folder;
    const auto length = from + (bytes.size() - from) * static_cast<std::size_t>(part) / 64;
    made_ct::putBytes(folder.path() / "cut.dcm", {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)});
    planning::Progress progress;
    const auto found = io::dicom::scan(folder.path(), progress);
    if (!found) {
      EXPECT_FALSE(found.error().code.empty());
      continue;
    }
    const auto volume = io::readCt(found->series.at(0), progress);
    EXPECT_FALSE(volume) << what << ": cut to " << length << " of " << bytes.size();
  }
}

TEST(CutFile, isRefusedWhereverItIsCut) {
  const Encoders encoders;
  Ct ct;
  ct.columns = 61, ct.rows = 47, ct.slices = 1;
  const DcmRLERepresentationParameter rle;
  const DJ_RPLossless jpeg;
  const DJLSRepresentationParameter jpegLs(0, OFTrue);
  const std::array<std::pair<E_TransferSyntax, const DcmRepresentationParameter*>, 3> kinds{
      {{EXS_RLELossless, &rle}, {EXS_JPEGProcess14SV1, &jpeg}, {EXS_JPEGLSLossless, &jpegLs}}};
  for (const auto syntax :
       {EXS_LittleEndianImplicit, EXS_LittleEndianExplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit}) {
    const TemporaryFolder folder;
    made_ct::write(ct, folder.path(), {}, syntax);
    expectEveryCutRefused(folder.path() / "0.dcm", 0, DcmXfer(syntax).getXferName());
  }
  for (const auto& [syntax, parameter] : kinds) {
    const TemporaryFolder folder;
    writeCompressed(ct, folder.path(), syntax, *parameter);
    expectEveryCutRefused(folder.path() / "0.dcm", 0, DcmXfer(syntax).getXferName());
  }
  const TemporaryFolder folder;
  writeJpeg2000(ct, folder.path());
  expectEveryCutRefused(folder.path() / "0.dcm", 0, "JPEG 2000");
}

/// Code streams cut inside a whole file: the fragment is shorter and well-formed, the picture is not.
TEST(CutFile, isRefusedWhereOnlyTheCodeStreamIsCut) {
  const Encoders encoders;
  Ct ct;
  ct.columns = 61, ct.rows = 47, ct.slices = 1;
  const DcmRLERepresentationParameter rle;
  const DJ_RPLossless jpeg;
  const DJLSRepresentationParameter jpegLs(0, OFTrue);
  const std::array<std::pair<E_TransferSyntax, const DcmRepresentationParameter*>, 3> kinds{
      {{EXS_RLELossless, &rle}, {EXS_JPEGProcess14SV1, &jpeg}, {EXS_JPEGLSLossless, &jpegLs}}};
  for (int kind = 0; kind < 4; ++kind) {
    const TemporaryFolder whole;
    const auto syntax = kind == 3 ? EXS_JPEG2000LosslessOnly : kinds[static_cast<std::size_t>(kind)].first;
    if (kind == 3) {
      writeJpeg2000(ct, whole.path());
    } else {
      writeCompressed(ct, whole.path(), syntax, *kinds[static_cast<std::size_t>(kind)].second);
    }
    for (std::size_t part = 1; part < 16; ++part) {
      const TemporaryFolder folder;
      DcmFileFormat file;
      ASSERT_TRUE(file.loadFile((whole.path() / "0.dcm").c_str()).good());
      file.loadAllDataIntoMemory();
      DcmElement* element = nullptr;
      file.getDataset()->findAndGetElement(DCM_PixelData, element);
      DcmPixelSequence* sequence = nullptr;
      ASSERT_TRUE(
          dynamic_cast<DcmPixelData&>(*element).getEncapsulatedRepresentation(syntax, nullptr, sequence).good());
      DcmPixelItem* item = nullptr;
      sequence->getItem(item, 1);
      Uint8* bytes = nullptr;
      item->getUint8Array(bytes);
      const auto length = item->getLength() * part / 16 / 2 * 2;
      const std::vector<Uint8> shorter(bytes, bytes + length);
      item->putUint8Array(shorter.data(), shorter.size());
      made_ct::save(file, folder.path() / "cut.dcm", syntax);
      planning::Progress progress;
      const auto found = io::dicom::scan(folder.path(), progress);
      ASSERT_TRUE(found);
      EXPECT_FALSE(io::readCt(found->series.at(0), progress)) << DcmXfer(syntax).getXferName() << " " << part << "/16";
    }
  }
}

}  // namespace
