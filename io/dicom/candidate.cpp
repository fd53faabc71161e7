#include "io/dicom/candidate.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace io::dicom {

namespace {

bool sameBytes(const InputFile& a, const InputFile& b, const ByteRange& inA, const ByteRange& inB) {
  if (inA.length != inB.length) return false;
  std::vector<std::byte> bytesA(1 << 16), bytesB(1 << 16);
  for (std::uint64_t done = 0; done < inA.length; done += bytesA.size()) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(bytesA.size(), inA.length - done));
    if (!a.readAt(inA.offset + done, bytesA.data(), count) || !b.readAt(inB.offset + done, bytesB.data(), count))
      return false;
    if (std::memcmp(bytesA.data(), bytesB.data(), count) != 0) return false;
  }
  return true;
}

std::vector<ByteRange> rangesOf(const Slice& slice) {
  return slice.fragments.empty() ? std::vector<ByteRange>{slice.bytes} : slice.fragments;
}

/// The fragments of one frame (PS3.5 A.4): one each where the counts agree; all of them for a single frame; else each
/// frame starts with the fragment that starts a code stream. Offset tables are often absent, sometimes wrong, and not
/// asked. Empty where the frames cannot be told apart.
std::vector<ByteRange> fragmentsOf(const Instance& instance, int frame) {
  const auto& all = instance.map.fragments;
  const auto& starts = instance.map.frameStarts;
  if (all.size() < 2) return {};
  if (instance.frames == 1) return {all.begin() + 1, all.end()};
  const auto index = static_cast<std::size_t>(frame);
  if (all.size() - 1 == static_cast<std::size_t>(instance.frames)) return {all[index + 1]};
  if (starts.size() != static_cast<std::size_t>(instance.frames)) return {};
  const auto end = index + 1 < starts.size() ? starts[index + 1] : all.size();
  return {all.begin() + static_cast<std::ptrdiff_t>(starts[index]), all.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

bool isPlaced(const Candidate& candidate) {
  const auto* plane = candidate.plane;
  return plane != nullptr && plane->position && plane->orientation && plane->spacing && (*plane->spacing)[0] > 0 &&
         (*plane->spacing)[1] > 0 && orientationFrom(*plane->orientation, {}).has_value();
}

PlacedSlice placeOf(const Candidate& candidate) {
  const auto& plane = *candidate.plane;
  const auto& format = candidate.instance->format;
  const auto axes = orientationFrom(*plane.orientation, {});
  const auto& spacing = *plane.spacing;
  return {*plane.position, candidate.instance->file.string(),
          axes->row * (spacing[1] * std::max(format.columns - 1, 0)),
          axes->column * (spacing[0] * std::max(format.rows - 1, 0))};
}

Slice frameOf(const Instance& instance, int frame) {
  Slice slice;
  slice.file = instance.file;
  slice.stamp = instance.map.stamp;
  slice.transferSyntaxUid = instance.map.transferSyntaxUid;
  slice.dataSetOffset = instance.map.dataSetOffset;
  slice.frame = frame;
  slice.frames = instance.frames;
  slice.format = instance.format;
  if (instance.map.pixels) {
    const auto& format = instance.format;
    const auto length = static_cast<std::uint64_t>(format.rows) * static_cast<std::uint64_t>(format.columns) *
                        static_cast<std::uint64_t>(format.samples * format.bitsAllocated / 8);
    slice.bytes = {instance.map.pixels->offset + length * static_cast<std::uint64_t>(frame), length};
  }
  slice.fragments = fragmentsOf(instance, frame);
  return slice;
}

Slice sliceOf(const Candidate& candidate) {
  Slice slice = frameOf(*candidate.instance, candidate.frame);
  const auto& plane = *candidate.plane;
  slice.rescale = {plane.slope.value_or(1), plane.intercept.value_or(0)};
  if (plane.position) slice.position = *plane.position;
  slice.locationMm = plane.locationMm;
  slice.thicknessMm = plane.thicknessMm;
  return slice;
}

bool samePixels(const Candidate& a, const Candidate& b, const SameValues& sameValues) {
  const auto sliceA = sliceOf(a), sliceB = sliceOf(b);
  if (sliceA.format != sliceB.format || sliceA.rescale != sliceB.rescale) return false;
  if (sliceA.transferSyntaxUid != sliceB.transferSyntaxUid) return sameValues(sliceA, sliceB);
  const auto fileA = InputFile::open(sliceA.file), fileB = InputFile::open(sliceB.file);
  const auto rangesA = rangesOf(sliceA), rangesB = rangesOf(sliceB);
  if (!fileA || !fileB || rangesA.size() != rangesB.size()) return false;
  for (std::size_t i = 0; i < rangesA.size(); ++i)
    if (!sameBytes(*fileA, *fileB, rangesA[i], rangesB[i])) return false;
  return true;
}

}  // namespace io::dicom
