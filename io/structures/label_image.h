#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/mapped_memory.h"
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

/// Labels, all 0 at first. Blocks that hold nothing else are never touched, so that the empty space, which is most of a
/// label map and all of a bomb, takes no memory.
class LabelArray {
 public:
  static constexpr std::size_t kBlock = 2048;  ///< a page

  LabelArray() = default;
  /// Errors: "no-memory".
  static planning::Expected<LabelArray> allocate(std::size_t count);

  std::size_t size() const { return labels_.size(); }
  std::size_t blocks() const { return used_.size(); }
  /// The labels of a block; empty when all are 0.
  std::span<const std::uint16_t> block(std::size_t n) const {
    if (!used_[n]) return {};
    return labels_.subspan(n * kBlock, std::min(kBlock, labels_.size() - n * kBlock));
  }
  void set(std::size_t i, std::uint16_t label) {
    labels_[i] = label;
    used_[i / kBlock] = true;
  }

 private:
  std::optional<MappedMemory> memory_;
  std::span<std::uint16_t> labels_;
  std::vector<bool> used_;
};

/// Numbers of a label map and their place in the patient.
struct LabelImage {
  PlaneLattice lattice;  ///< any affine grid, left-handed and sheared ones included; LPS mm
  int layers = 1;        ///< labels a voxel (3D Slicer keeps overlapping segments in layers)
  LabelArray labels;     ///< layer fastest, then column, row, plane; 0: nothing
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

/// Makes room for the image's labels. Errors: "file-damaged" when a file of this size cannot hold them, packed as gzip
/// packs at best; "needs-too-much-memory", "no-memory".
planning::Expected<void> allocateLabels(LabelImage& image, std::uintmax_t fileBytes);

/// Makes labels, from the `first`-th on, of numbers in this machine's byte order; false when one is not whole or not
/// from 0 to 65535.
bool copyLabels(NumberType type, std::span<const char> bytes, std::size_t first, LabelArray& labels);

}  // namespace io::structures
