#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/structures/plane_lattice.h"
#include "planning/error.h"
#include "planning/finding.h"

namespace io::structures {

/// What a label stands for, as far as the file says.
struct LabelDescription {
  int layer = 0;
  int value = 0;
  std::string name;
  std::optional<planning::anatomy::Code> code;
  std::optional<std::array<std::uint8_t, 3>> colour;
};

/// Numbers of a label map and their place in the patient.
struct LabelImage {
  PlaneLattice lattice;               ///< any affine grid, left-handed and sheared ones included; LPS mm
  int layers = 1;                     ///< labels a voxel (3D Slicer keeps overlapping segments in layers)
  std::vector<std::uint16_t> labels;  ///< layer fastest, then column, row, plane; 0: nothing
  std::vector<LabelDescription> descriptions;
  std::vector<planning::Finding> findings;
};

/// A single-file NIfTI-1 image, gzipped or not. Its place comes from the header alone: qform or sform, whichever is
/// set; both must agree. Errors: "file-damaged", "geometry-absent", "ambiguous-geometry" when qform and sform differ by
/// more than 0.1 mm anywhere in the image, "another-frame" for a template's space, "bad-geometry",
/// "unsupported-label-map", "not-a-label-map" for values that are no whole numbers from 0 to 65535.
/// Findings: "label-map-units-assumed".
planning::Expected<LabelImage> readNifti(const std::filesystem::path& file);

/// An NRRD file with its data attached, 3D, or 4D with a list of layers first. Errors: as above.
planning::Expected<LabelImage> readNrrd(const std::filesystem::path& file);

/// Steps and origin of the lattice from an index-to-patient matrix in LPS mm (its last row is understood). Errors:
/// "bad-geometry" when it is flat, not finite or implausible.
planning::Expected<PlaneLattice> latticeFrom(const std::array<std::array<double, 4>, 3>& lps,
                                             const std::array<int, 3>& size);

/// How a file writes a voxel's number.
enum class NumberType { U8, I8, U16, I16, U32, I32, U64, I64, F32, F64 };
std::size_t bytesOf(NumberType type);

/// How many numbers the image holds; absent when a file of this size cannot hold them, packed as gzip packs at best.
std::optional<std::size_t> plausibleCount(const LabelImage& image, std::uintmax_t fileBytes);

/// Makes labels of numbers in this machine's byte order; false when one is not whole or not from 0 to 65535.
bool copyLabels(NumberType type, const std::vector<char>& bytes, std::vector<std::uint16_t>& labels);

}  // namespace io::structures
