#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "planning/geometry.h"
#include "planning/identity.h"

/// Small DICOM SEG objects drawn by hand, written with DCMTK alone: no code of the reader or writer under test.
namespace made {

struct SegFrame {
  int segment = 1;
  planning::Point position;
  std::vector<std::uint8_t> pixels;  ///< rows x columns, 0 or 1 (or the fractional value)
};

struct SegSegment {
  int number = 1;
  std::string label = "aorta";
  std::string algorithm = "MANUAL";
  std::array<std::string, 3> type{"15825003", "SCT", "Aorta"};
  std::array<std::string, 3> modifier{};  ///< written when there
};

struct Seg {
  int rows = 5, columns = 7;
  std::array<double, 6> orientation{1, 0, 0, 0, 1, 0};
  std::array<double, 2> spacing{1, 1};  ///< between rows, between columns
  double betweenSlices = 0;             ///< 0: absent
  double sliceThickness = 0;            ///< 0: absent
  bool fractional = false;
  std::vector<SegSegment> segments{{}};
  std::vector<SegFrame> frames;
  std::function<void(DcmDataset&)> change = [](DcmDataset&) {};  ///< last touch before it is written
};

/// Whose scan every made object belongs to.
planning::SeriesIdentity scanIdentity();

/// Writes it into `folder` and returns the file.
std::filesystem::path write(const Seg& seg, const std::filesystem::path& folder,
                            E_TransferSyntax syntax = EXS_LittleEndianExplicit);

/// Fills the attributes that every made object has: SOP class, patient, study, frame of reference.
void putIdentity(DcmDataset& dataset, const char* sopClass, const char* modality);

/// "1.5\2\3" as DS.
std::string decimals(const double* numbers, std::size_t count);

}  // namespace made
