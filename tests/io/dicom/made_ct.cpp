#include "tests/io/dicom/made_ct.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace made_ct {

namespace {

std::string decimals(std::initializer_list<double> numbers) {
  std::string text;
  for (const double number : numbers) {
    char one[32];
    std::snprintf(one, sizeof one, "%.10g", number);
    text += (text.empty() ? "" : "\\") + std::string(one);
  }
  return text;
}

void must(const OFCondition& condition) {
  if (condition.bad()) throw std::runtime_error(condition.text());
}

}  // namespace

std::unique_ptr<DcmFileFormat> Ct::slice(int k) const {
  auto file = std::make_unique<DcmFileFormat>();
  auto& d = *file->getDataset();
  const auto text = [&](const DcmTagKey& tag, const std::string& value) {
    must(d.putAndInsertString(tag, value.c_str()));
  };
  const auto number = [&](const DcmTagKey& tag, int value) {
    must(d.putAndInsertUint16(tag, static_cast<Uint16>(value)));
  };
  text(DCM_SOPClassUID, UID_CTImageStorage);
  text(DCM_SOPInstanceUID, seriesUid + "." + std::to_string(k + 1));
  text(DCM_StudyInstanceUID, studyUid);
  text(DCM_SeriesInstanceUID, seriesUid);
  text(DCM_FrameOfReferenceUID, frameOfReference);
  text(DCM_Modality, "CT");
  text(DCM_PatientID, patientId);
  text(DCM_PatientName, "Test^Case");
  text(DCM_PatientPosition, "HFS");
  text(DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL");
  text(DCM_SeriesNumber, "3");
  text(DCM_InstanceNumber, std::to_string(k + 1));
  text(DCM_SliceThickness, decimals({step.GetNorm()}));
  const auto at = position(k);
  text(DCM_SliceLocation, decimals({at[2]}));
  text(DCM_ImagePositionPatient, decimals({at[0], at[1], at[2]}));
  text(DCM_ImageOrientationPatient, decimals({row[0], row[1], row[2], column[0], column[1], column[2]}));
  text(DCM_PixelSpacing, decimals({rowSpacing, columnSpacing}));
  text(DCM_RescaleSlope, decimals({slope}));
  text(DCM_RescaleIntercept, decimals({intercept}));
  text(DCM_RescaleType, "HU");
  text(DCM_PhotometricInterpretation, "MONOCHROME2");
  number(DCM_SamplesPerPixel, 1);
  number(DCM_Rows, rows);
  number(DCM_Columns, columns);
  number(DCM_BitsAllocated, bitsAllocated);
  number(DCM_BitsStored, bitsStored);
  number(DCM_HighBit, highBit);
  number(DCM_PixelRepresentation, isSigned ? 1 : 0);
  std::vector<Uint16> words;
  for (int j = 0; j < rows; ++j)
    for (int i = 0; i < columns; ++i) {
      const auto mask = static_cast<Uint16>((1u << bitsStored) - 1);
      words.push_back(static_cast<Uint16>((stored(i, j, k) & mask) << (highBit + 1 - bitsStored)));
    }
  if (bitsAllocated == 8) {
    const std::vector<Uint8> bytes(words.begin(), words.end());
    must(d.putAndInsertUint8Array(DCM_PixelData, bytes.data(), bytes.size()));
  } else {
    must(d.putAndInsertUint16Array(DCM_PixelData, words.data(), words.size()));
  }
  return file;
}

void save(DcmFileFormat& file, const std::filesystem::path& path, E_TransferSyntax syntax) {
  must(file.saveFile(path.c_str(), syntax));
}

void write(const Ct& ct, const std::filesystem::path& folder, const Spoil& spoil, E_TransferSyntax syntax) {
  std::filesystem::create_directories(folder);
  for (int k = 0; k < ct.slices; ++k) {
    const auto file = ct.slice(k);
    if (spoil) spoil(*file->getDataset(), k);
    save(*file, folder / (std::to_string(k) + ".dcm"), syntax);
  }
}

std::vector<char> bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void putBytes(const std::filesystem::path& file, const std::vector<char>& bytes) {
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace made_ct
