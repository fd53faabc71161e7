#include "io/structures/label_map_reader.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "io/structures/label_image.h"
#include "io/structures/label_names.h"
#include "io/structures/structure_code.h"
#include "io/structures/structure_names.h"
#include "io/uid.h"

namespace io::structures {
namespace {

using planning::Expected;
using planning::refuse;
using planning::Severity;
using planning::anatomy::Mask;
using planning::anatomy::Structure;

constexpr std::size_t kMostLabels = 2000;  // more different values than any label map: a scan, for instance
constexpr std::size_t kLabelValues = 65536;

/// Calls visit(layer, label, column, row, plane) for every voxel that has a label.
template <class Visit>
void forEachLabel(const LabelImage& image, Visit visit) {
  const auto columns = static_cast<std::size_t>(image.lattice.plane.columns);
  const auto rows = static_cast<std::size_t>(image.lattice.plane.rows);
  const auto layers = static_cast<std::size_t>(image.layers);
  for (std::size_t b = 0; b < image.labels.blocks(); ++b) {
    const std::size_t at = b * LabelArray::kBlock, voxel = at / layers;
    std::size_t layer = at % layers, i = voxel % columns, j = voxel / columns % rows, k = voxel / columns / rows;
    for (const std::uint16_t label : image.labels.block(b)) {
      if (label != 0) visit(layer, label, i, j, k);
      if (++layer < layers) continue;
      layer = 0;
      if (++i < columns) continue;
      i = 0;
      if (++j == rows) j = 0, ++k;
    }
  }
}

/// A label of a layer that occurs in the image.
struct Label {
  int layer = 0;
  int value = 0;
  VoxelBox box;
  Mask* mask = nullptr;
};

Expected<std::vector<Label>> labelsOf(const LabelImage& image, const std::filesystem::path& file) {
  std::vector<VoxelBox> boxes(kLabelValues * static_cast<std::size_t>(image.layers));
  forEachLabel(image, [&](std::size_t layer, std::uint16_t value, std::size_t i, std::size_t j, std::size_t k) {
    boxes[layer * kLabelValues + value].include(i, j, k);
  });
  std::vector<Label> labels;
  for (std::size_t n = 0; n < boxes.size(); ++n)
    if (!boxes[n].empty())
      labels.push_back({static_cast<int>(n / kLabelValues), static_cast<int>(n % kLabelValues), boxes[n], nullptr});
  if (labels.empty()) return refuse("not-a-label-map", file.string(), "no label in it");
  if (labels.size() > kMostLabels)
    return refuse("not-a-label-map", file.string(), std::to_string(labels.size()) + " different values");
  return labels;
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
void describe(LabelImage& image, const std::vector<Label>& labels, const std::filesystem::path& file) {
  if (!image.descriptions.empty()) return;
  for (const auto& [value, name] : namesBeside(file)) image.descriptions.push_back({0, value, name, {}, {}});
  if (!image.descriptions.empty())
    image.findings.push_back({"label-names-beside", Severity::Info, {namesFileBeside(file).filename().string()}, {}});
  else if (labels.size() == 1)
    image.descriptions.push_back({labels[0].layer, labels[0].value, stemOf(file), {}, {}});
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
  s.source = "label map " + file.filename().string();
  s.sourceNumber = label.value;
  return s;
}

void fillMasks(const LabelImage& image, const std::vector<Label>& labels) {
  std::vector<const Label*> byValue(kLabelValues * static_cast<std::size_t>(image.layers));
  for (const Label& label : labels)
    byValue[static_cast<std::size_t>(label.layer) * kLabelValues + static_cast<std::size_t>(label.value)] = &label;
  forEachLabel(image, [&](std::size_t layer, std::uint16_t value, std::size_t i, std::size_t j, std::size_t k) {
    const Label& label = *byValue[layer * kLabelValues + value];
    const auto size = label.mask->GetBufferedRegion().GetSize();
    const auto at = [&](unsigned axis, std::size_t n) { return n - static_cast<std::size_t>(label.box.first[axis]); };
    label.mask->GetBufferPointer()[(at(2, k) * size[1] + at(1, j)) * size[0] + at(0, i)] = 1;
  });
}

/// A name that follows from the labels: the same for the same file.
std::string nameOf(const LabelArray& labels) {
  std::string names = std::to_string(labels.size());
  for (std::size_t b = 0; b < labels.blocks(); ++b)
    if (const auto block = labels.block(b); !block.empty())
      names += " " + std::to_string(b) + " " +
               uidFromName({reinterpret_cast<const char*>(block.data()), block.size_bytes()});
  return uidFromName(names);
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
  reading.progress.advance(0.5);
  auto labels = labelsOf(*image, file);
  if (!labels) return tl::unexpected(labels.error());
  if (reading.progress.stopRequested()) return refuse("cancelled");
  describe(*image, *labels, file);

  StructureSet set;
  set.identity.description = file.filename().string();
  set.findings = std::move(image->findings);
  set.findings.push_back({"label-map-without-patient", Severity::Warning, {file.filename().string()}, {}});
  const std::string content = nameOf(image->labels);
  for (Label& label : *labels) {
    Structure s = structureOf(*image, label, set.structures, file);
    s.trackingUid = uidFromName(content + "#" + std::to_string(label.layer) + "#" + std::to_string(label.value));
    const Mask::Pointer mask = makeMask(image->lattice, label.box, reading.memory);
    label.mask = mask;
    s.shape = mask;
    set.structures.push_back(std::move(s));
  }
  fillMasks(*image, *labels);
  reading.progress.advance(1);
  return set;
}

}  // namespace io::structures
