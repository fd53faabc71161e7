#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <filesystem>
#include <string>
#include <vector>

#include "io/dicom/library.h"

namespace support {

/// A small CT slice of "Durand^Marie", ready to be changed.
class Slice {
 public:
  Slice() {
    io::dicom::useDcmtk();
    put(DCM_SOPClassUID, UID_CTImageStorage);
    put(DCM_SOPInstanceUID, "1.2.826.0.1.9.1");
    put(DCM_StudyInstanceUID, "1.2.826.0.1.9.2");
    put(DCM_SeriesInstanceUID, "1.2.826.0.1.9.3");
    put(DCM_FrameOfReferenceUID, "1.2.826.0.1.9.4");
    put(DCM_Modality, "CT");
    put(DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL");
    put(DCM_PatientName, "Durand^Marie");
    put(DCM_PatientID, "X123456");
    put(DCM_PatientBirthDate, "19511224");
    put(DCM_StudyDate, "20240308");
    put(DCM_SeriesDate, "20240310");
    put(DCM_StudyTime, "101112");
    put(DCM_ManufacturerModelName, "Scanner of Marie");
    for (const auto& tag : {DCM_Rows, DCM_Columns}) number(tag, 4);
    number(DCM_BitsAllocated, 16);
    number(DCM_BitsStored, 12);
    number(DCM_HighBit, 11);
    number(DCM_SamplesPerPixel, 1);
    number(DCM_PixelRepresentation, 0);
    put(DCM_PhotometricInterpretation, "MONOCHROME2");
    pixels(std::vector<Uint16>(16, 7));
  }
  void put(const DcmTagKey& tag, const char* value) { dataset().putAndInsertString(tag, value); }
  void number(const DcmTagKey& tag, Uint16 value) { dataset().putAndInsertUint16(tag, value); }
  void pixels(const std::vector<Uint16>& values) {
    dataset().putAndInsertUint16Array(DCM_PixelData, values.data(), values.size());
  }
  DcmDataset& dataset() { return *file_.getDataset(); }
  void save(const std::filesystem::path& file, E_TransferSyntax syntax = EXS_LittleEndianExplicit);

 private:
  DcmFileFormat file_;
};

/// Puts an identifier into every attribute of table E.1-1 that a data set can hold, into all of them again inside a
/// sequence that stays, and into private attributes of both. Returns what must not be found afterwards.
std::vector<std::string> plantIdentifiers(Slice& slice);

}  // namespace support
