#include "io/structures/label_map_reader.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "io/files/uid.h"
#include "io/structures/guess_kind.h"
#include "io/structures/label_image.h"
#include "io/structures/label_names.h"
#include "io/structures/structure_code.h"
#include "io/structures/structure_names.h"

namespace io::structures {
namespace {

using planning::Expected;
using planning::refuse;
using planning::Severity;
using planning::anatomy::Mask;
using planning::anatomy::Structure;

constexpr std::size_t kMostLabels = 2000;  // more different values than any label map: a scan, for instance
/// Voxels of all masks together. A whole body of 512 x 512 x 1000 has 500 million in the boxes of its 117 structures;
/// its file, packed at best, some 5 MB. Less file for as many voxels is a bomb.
constexpr std::uintmax_t kMostVoxels = 224u << 20, kVoxelsPerByte = 64;

/// Voxels of one row that have one label.
struct Run {
  int layer = 0;
  int label = 0;
  itk::Index<3> start;
  std::size_t length = 1;
};

/// A label of a layer that occurs in the image.
struct Label {
  int layer = 0;
  int value = 0;
  VoxelBox box;
  Mask* mask = nullptr;

  /// 1 into its mask for the voxels of a run, unless they lie outside.
  bool mark(const Run& run) const {
    const auto size = mask->GetBufferedRegion().GetSize();
    std::size_t at[3];
    for (unsigned axis = 0; axis < 3; ++axis) {
      at[axis] = static_cast<std::size_t>(run.start[axis] - box.first[axis]);
      if (at[axis] >= size[axis]) return false;
    }
    if (run.length > size[0] - at[0]) return false;
    std::fill_n(mask->GetBufferPointer() + (at[2] * size[1] + at[1]) * size[0] + at[0], run.length, std::uint8_t{1});
    return true;
  }
};

/// Labels by layer and value, in that order. Neighbours mostly have the same label: the last one is looked at first.
class Labels {
 public:
  Label* find(int layer, int value) {
    if (last_ && last_->layer == layer && last_->value == value) return last_;
    const auto found = all_.find({layer, value});
    return found == all_.end() ? nullptr : last_ = &found->second;
  }
  Label& add(int layer, int value) {
    return *(last_ = &all_.emplace(std::pair(layer, value), Label{layer, value, {}, nullptr}).first->second);
  }
  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }
  std::size_t size() const { return all_.size(); }

 private:
  std::map<std::pair<int, int>, Label> all_;
  Label* last_ = nullptr;
};

/// Where in the image a number stands.
Run placeOf(const LabelImage& image, std::size_t number) {
  const itk::IndexValueType columns = image.lattice.plane.columns, rows = image.lattice.plane.rows;
  const auto layers = static_cast<std::size_t>(image.layers);
  const auto voxel = static_cast<itk::IndexValueType>(number / layers);
  return {static_cast<int>(number % layers), 0, {{voxel % columns, voxel / columns % rows, voxel / columns / rows}}, 1};
}

/// Calls visit(run) for all voxels of the block that have a label, until it answers false.
template <class Visit>
bool forEachRun(const LabelImage& image, std::size_t first, std::span<const std::uint16_t> block, Visit visit) {
  const auto columns = static_cast<std::size_t>(image.lattice.plane.columns);
  for (std::size_t i = 0; i < block.size();) {
    if (block[i] == 0) {
      ++i;
      continue;
    }
    Run run = placeOf(image, first + i);
    run.label = block[i];
    const auto left = std::min(block.size() - i, columns - static_cast<std::size_t>(run.start[0]));
    const auto end = block.begin() + static_cast<std::ptrdiff_t>(image.layers == 1 ? i + left : i + 1);
    const auto other = std::find_if(block.begin() + static_cast<std::ptrdiff_t>(i), end,
                                    [&](std::uint16_t value) { return value != run.label; });
    run.length = static_cast<std::size_t>(other - block.begin()) - i;
    if (!visit(run)) return false;
    i += run.length;
  }
  return true;
}

Expected<void> tooMuch(std::uintmax_t voxels) {
  return refuse("needs-too-much-memory", {}, std::to_string(voxels) + " voxels in masks");
}

std::uintmax_t mostVoxels(const LabelImage& image) {
  return kMostVoxels + kVoxelsPerByte * std::filesystem::file_size(image.numbers.file);
}

Expected<Labels> findLabels(const LabelImage& image) {
  Labels labels;
  std::uintmax_t voxels = 0;
  const auto most = mostVoxels(image);
  const auto note = [&](const Run& run) {
    Label* label = labels.find(run.layer, run.label);
    if (label == nullptr) label = &labels.add(run.layer, run.label);
    label->box.include(run.start);
    label->box.include({{run.start[0] + static_cast<itk::IndexValueType>(run.length) - 1, run.start[1], run.start[2]}});
    voxels += run.length;
    return true;
  };
  const auto read = readLabels(image.numbers, [&](std::size_t first, std::span<const std::uint16_t> block) {
    forEachRun(image, first, block, note);
    if (voxels > most) return tooMuch(voxels);
    if (labels.size() <= kMostLabels) return Expected<void>();
    return Expected<void>(
        refuse("not-a-label-map", {}, "more than " + std::to_string(kMostLabels) + " different values"));
  });
  if (!read) return tl::unexpected(read.error());
  if (labels.size() == 0) return refuse("not-a-label-map", {}, "no label in it");
  return labels;
}

std::uintmax_t voxelsIn(const VoxelBox& box) {
  std::uintmax_t count = 1;
  for (unsigned axis = 0; axis < 3; ++axis) count *= static_cast<std::uintmax_t>(box.last[axis] - box.first[axis] + 1);
  return count;
}

/// Labels of structures lie in one place each, grey values all over the image: the boxes of a whole body's 104
/// structures have 2 % of it on average.
Expected<void> checkLabels(const LabelImage& image, Labels& labels) {
  constexpr std::size_t kMany = 32;
  std::uintmax_t voxels = 0;
  for (const auto& [key, label] : labels) voxels += voxelsIn(label.box);
  const std::uintmax_t all = image.numbers.count / static_cast<std::uintmax_t>(image.layers);
  if (labels.size() >= kMany && voxels / labels.size() > all / 4)
    return refuse("not-a-label-map", {},
                  std::to_string(labels.size()) + " different values, each all over the image: it is a scan");
  return voxels <= mostVoxels(image) ? Expected<void>() : tooMuch(voxels);
}

LabelNames namesBeside(const std::filesystem::path& file) {
  const auto names = namesFileBeside(file);
  if (names.empty()) return {};
  std::ifstream stream(names, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return namesInText(text.str());
}

/// The file's own word, else the names file's, else the file's name for an only label, else "Label 7".
void describe(LabelImage& image, Labels& labels, const std::filesystem::path& file) {
  if (!image.descriptions.empty()) return;
  for (const auto& [value, name] : namesBeside(file)) image.descriptions.push_back({0, value, name, {}, {}});
  if (!image.descriptions.empty())
    image.findings.push_back({"label-names-beside", Severity::Info, {namesFileBeside(file).filename().string()}, {}});
  else if (labels.size() == 1)
    image.descriptions.push_back({labels.begin()->second.layer, labels.begin()->second.value, stemOf(file), {}, {}});
  else
    image.findings.push_back({"label-names-absent", Severity::Warning, {}, {}});
}

Structure structureOf(const LabelImage& image, const Label& label, const std::vector<Structure>& others,
                      const std::filesystem::path& file) {
  const auto found = std::find_if(image.descriptions.begin(), image.descriptions.end(),
                                  [&](const auto& d) { return d.layer == label.layer && d.value == label.value; });
  Structure s;
  s.name = "Label " + std::to_string(label.value);
  if (found != image.descriptions.end()) {
    s.name = found->name;
    s.code = found->code;
    s.colour = found->colour.value_or(s.colour);
  }
  s.name = uniqueName(s.name, others);
  s.kind = guessKind(s.code, s.name);
  s.side = guessSide(s.name);
  s.source = {planning::anatomy::Origin::Kind::LabelMap, file.filename().string()};
  s.sourceNumber = label.value;
  return s;
}

/// Answers a name that follows from the labels: the same for the same file.
Expected<std::string> fillMasks(const LabelImage& image, Labels& labels) {
  std::string names = std::to_string(image.numbers.count);
  const auto mark = [&](const Run& run) {
    const Label* label = labels.find(run.layer, run.label);
    return label != nullptr && label->mark(run);
  };
  const auto read = readLabels(image.numbers, [&](std::size_t first, std::span<const std::uint16_t> block) {
    names += " " + std::to_string(first) + " " +
             uidFromName({reinterpret_cast<const char*>(block.data()), block.size_bytes()});
    return forEachRun(image, first, block, mark) ? Expected<void>() : refuse("file-changed", {}, "while it was read");
  });
  if (!read) return tl::unexpected(read.error());
  return uidFromName(names);
}

Expected<StructureSet> read(const Reading& reading, LabelImage& image) {
  const auto& file = reading.file;
  auto labels = findLabels(image);
  if (!labels) return tl::unexpected(labels.error());
  reading.progress.advance(0.5);
  if (reading.progress.stopRequested()) return refuse("cancelled");
  if (auto sound = checkLabels(image, *labels); !sound) return tl::unexpected(sound.error());
  describe(image, *labels, file);

  StructureSet set;
  set.identity.description = file.filename().string();
  set.findings = std::move(image.findings);
  set.findings.push_back({"label-map-without-patient", Severity::Warning, {file.filename().string()}, {}});
  for (auto& [key, label] : *labels) {
    Structure s = structureOf(image, label, set.structures, file);
    const Mask::Pointer mask = makeMask(image.lattice, label.box, reading.memory);
    label.mask = mask;
    s.shape = mask;
    s.lookedIn = wholeLattice(image.lattice, label.box);
    set.structures.push_back(std::move(s));
  }
  const auto content = fillMasks(image, *labels);
  if (!content) return tl::unexpected(content.error());
  auto structure = set.structures.begin();
  for (const auto& [key, label] : *labels)
    (structure++)->trackingUid =
        uidFromName(*content + "#" + std::to_string(label.layer) + "#" + std::to_string(label.value));
  reading.progress.advance(1);
  return set;
}

}  // namespace

bool isLabelMap(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  char start[348] = {};
  stream.read(start, sizeof start);
  const std::string_view bytes(start, sizeof start);
  const auto starts = [&](std::initializer_list<unsigned char> magic) {
    return std::equal(magic.begin(), magic.end(), bytes.begin(),
                      [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); });
  };
  return bytes.starts_with("NRRD000") || starts({0x1f, 0x8b}) || bytes.substr(344, 3) == "n+1" ||
         starts({0x5c, 1, 0, 0}) || starts({0, 0, 1, 0x5c}) || starts({0x1c, 2, 0, 0});
}

Expected<StructureSet> readLabelMap(const Reading& reading) {
  const auto& file = reading.file;
  std::ifstream stream(file, std::ios::binary);
  char magic[4] = {};
  stream.read(magic, sizeof magic);
  auto image = std::string_view(magic, 4) == "NRRD" ? readNrrd(file) : readNifti(file);
  if (!image) return tl::unexpected(image.error());
  auto set = read(reading, *image);
  if (!set && set.error().subject.empty()) set.error().subject = file.string();
  return set;
}

}  // namespace io::structures
