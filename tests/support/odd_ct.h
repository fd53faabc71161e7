#pragma once

#include <filesystem>
#include <string>

namespace support {

/// A CT of an elliptic body along z, half axes 75 and 55 mm about (0, 0), 40 HU in air: 48 x 48 x 12 pixels of
/// 4 x 4 mm, slices 5 mm apart from z = -60 to -5, the first pixel at (-94, -94). So its volume is about 778 cm3.
inline constexpr int kOddColumns = 48, kOddSlices = 12;
inline constexpr double kOddPixelMm = 4, kOddStepMm = 5, kOddCornerMm = -94, kOddLowestMm = -60;

/// What scanners, exporters and anonymisers make of such a series.
enum class Odd {
  Nothing,
  TurningSlices,         ///< orientations that differ by up to 0.0002 rad from slice to slice
  FrameASlice,           ///< each slice in a frame of reference of its own
  StudyOfOneSlice,       ///< one in the middle in a study of its own
  SpacingOfOneSlice,     ///< one in the middle with pixels a tenth larger
  MatrixOfOneSlice,      ///< one in the middle with half the rows
  PatientOfOneSlice,     ///< one in the middle of another patient
  SeriesOfOneSlice,      ///< one in the middle in a series of its own
  AirIsPadding,          ///< stored 0 is -1000 HU, and the padding value
  FloatingPoint,         ///< Float Pixel Data
  SeveralFramesOnePlace  ///< all in one file of the single-frame class, the place of the first alone
};

/// As 000.dcm ... in a new folder.
void writeOddCt(Odd odd, const std::filesystem::path& folder);

/// One Enhanced CT of two temporal positions at every place, its frames in no order. In the second all is 100 HU more.
void writeTwoPhases(const std::filesystem::path& file);

/// The same body as an X-Ray 3D Angiographic Image of a C-arm: no Hounsfield units.
void writeConeBeam(const std::filesystem::path& file);

/// A rotational run of four frames of 128 x 128 pixels, LAO 0, 20, 40, 60 by its increments; `motion` is Positioner
/// Motion, absent where empty. SID 1000, SOD 700, 1.36 mm at the detector. And the view at RAO 30.
void writeRotation(const std::filesystem::path& file, const std::string& motion,
                   const std::string& increments = "0\\20\\40\\60");
void writeRao30(const std::filesystem::path& file);

}  // namespace support
