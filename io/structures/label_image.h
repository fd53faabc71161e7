#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/structures/plane_lattice.h"
#include "io/structures/voxel_stream.h"
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

/// How a file writes a voxel's number.
enum class NumberType { U8, I8, U16, I16, U32, I32, U64, I64, F32, F64 };
std::size_t bytesOf(NumberType type);

/// Where the numbers of a label map lie. They are never all in memory: who wants them reads the file again.
struct LabelNumbers {
  std::filesystem::path file;
  std::uint64_t offset = 0;  ///< where they, or their gzip stream, start in the file
  std::uint64_t skip = 0;    ///< bytes before them in the unpacked stream
  VoxelStream::Packing packing = VoxelStream::Packing::None;
  NumberType type = NumberType::U8;
  bool swapped = false;   ///< in the other byte order than this machine's
  std::size_t count = 0;  ///< layer fastest, then column, row, plane; 0: nothing
};

/// Labels one behind the other, from the `first`-th of the map on, not all 0.
using TakeLabels = std::function<planning::Expected<void>(std::size_t first, std::span<const std::uint16_t> labels)>;

/// Passes once over the file, from front to back; hands on blocks of 2048 labels, but not the empty ones, which are
/// most of a label map and all of a bomb. Errors: "file-damaged" when the file ends before its voxels do, or its gzip
/// stream was cut; "not-a-label-map" for values that are no whole numbers from 0 to 65535; what `take` answers.
planning::Expected<void> readLabels(const LabelNumbers& numbers, const TakeLabels& take);

/// Labels of a file and their place in the patient.
struct LabelImage {
  PlaneLattice lattice;  ///< any affine grid, left-handed and sheared ones included; LPS mm
  int layers = 1;        ///< labels a voxel (3D Slicer keeps overlapping segments in layers)
  LabelNumbers numbers;
  std::vector<LabelDescription> descriptions;
  std::vector<planning::Finding> findings;
};

/// A single-file NIfTI-1 image, gzipped or not. Its place comes from the header alone: qform or sform, whichever is
/// set; both must agree. Errors: "file-damaged", "geometry-absent", "ambiguous-geometry" when qform and sform differ by
/// more than 0.1 mm anywhere in the image, "another-frame" for a template's space, "bad-geometry",
/// "unsupported-label-map", "not-a-label-map" for numbers that are no labels.
/// Findings: "label-map-units-assumed".
planning::Expected<LabelImage> readNifti(const std::filesystem::path& file);

/// An NRRD file, 3D, or 4D with a list of layers first; its voxels behind the header, or in a file of its folder that
/// the header names. Errors: as above.
planning::Expected<LabelImage> readNrrd(const std::filesystem::path& file);

/// Steps and origin of the lattice from an index-to-patient matrix in LPS mm (its last row is understood). Errors:
/// "bad-geometry" when it is flat, not finite or implausible.
planning::Expected<PlaneLattice> latticeFrom(const std::array<std::array<double, 4>, 3>& lps,
                                             const std::array<int, 3>& size);

/// How many numbers the image has. Errors: "file-damaged" when a file of this size cannot hold them, packed as gzip
/// packs at best; "needs-too-much-memory" beyond 512 x 512 x 2048, or 512 MB where the file is small.
planning::Expected<std::size_t> countNumbers(const LabelImage& image, NumberType type, std::uintmax_t fileBytes);

}  // namespace io::structures
