#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "planning/geometry.h"

namespace made_ct {

/// A tiny CT, written by hand through DCMTK: oblique, anisotropic, non-square unless told otherwise, every pixel
/// different.
struct Ct {
  int columns = 7, rows = 5, slices = 6;
  planning::Point origin = planning::makePoint(-11.5, 22.25, -300.75);
  planning::Vector row = planning::makeVector(0.8, 0.6, 0);
  planning::Vector column = planning::makeVector(-0.36, 0.48, 0.8);
  planning::Vector step = planning::makeVector(0.96, -1.28, 1.2);  ///< 2 mm along row x column
  double columnSpacing = 0.4, rowSpacing = 1.6;
  int bitsAllocated = 16, bitsStored = 16, highBit = 15;
  bool isSigned = true;
  double slope = 1, intercept = 0;
  std::string seriesUid = "1.2.3.30", studyUid = "1.2.3.20", patientId = "P1", frameOfReference = "1.2.3.40";

  planning::Point position(int slice) const { return origin + step * slice; }
  /// Stored value of a pixel.
  int stored(int i, int j, int k) const { return 100 * k + 10 * j + i; }
  std::unique_ptr<DcmFileFormat> slice(int k) const;
};

using Spoil = std::function<void(DcmDataset& dataset, int slice)>;

/// Writes every slice, as "0.dcm" ..., after `spoil` had it.
void write(const Ct& ct, const std::filesystem::path& folder, const Spoil& spoil = {},
           E_TransferSyntax syntax = EXS_LittleEndianExplicit);
void save(DcmFileFormat& file, const std::filesystem::path& path, E_TransferSyntax syntax = EXS_LittleEndianExplicit);

std::vector<char> bytesOf(const std::filesystem::path& file);
void putBytes(const std::filesystem::path& file, const std::vector<char>& bytes);

}  // namespace made_ct
