#include "io/dicom/rle.h"

#include <algorithm>
#include <array>

namespace io::dicom {

namespace {

constexpr std::size_t kHeaderBytes = 64;

std::uint32_t header(std::span<const std::byte> frame, std::size_t i) {
  std::uint32_t number = 0;
  for (std::size_t byte = 4; byte-- > 0;) number = (number << 8) | static_cast<std::uint32_t>(frame[4 * i + byte]);
  return number;
}

/// Unpacks one segment into the high or low byte of every word; false where it ends before the last word.
bool unpack(std::span<const std::byte> segment, std::span<std::uint16_t> words, int shift) {
  std::size_t at = 0, done = 0;
  const auto put = [&](std::byte value) {
    words[done] = static_cast<std::uint16_t>(words[done] | (static_cast<unsigned>(value) << shift));
    ++done;
  };
  while (done < words.size()) {
    if (at >= segment.size()) return false;
    const auto control = static_cast<std::size_t>(segment[at++]);
    if (control == 128) continue;
    const bool literal = control < 128;
    const auto count = std::min(literal ? control + 1 : 257 - control, words.size() - done);
    const auto needed = literal ? count : 1;
    if (segment.size() - at < needed) return false;
    for (std::size_t i = 0; i < count; ++i) put(segment[literal ? at + i : at]);
    at += needed;
  }
  return true;
}

}  // namespace

planning::Expected<void> decodeRle(std::span<const std::byte> frame, const PixelFormat& format,
                                   std::span<std::uint16_t> words, const std::string& subject) {
  const auto broken = [&](const char* why) { return planning::refuse("decoding-failed", subject, why); };
  const auto segments = static_cast<std::size_t>(format.bitsAllocated / 8);
  if (frame.size() < kHeaderBytes) return broken("an RLE frame without its header");
  if (header(frame, 0) != segments) return broken("another number of RLE segments than bytes in a pixel");
  std::fill(words.begin(), words.end(), std::uint16_t{0});
  for (std::size_t i = 0; i < segments; ++i) {
    const std::size_t start = header(frame, i + 1);
    const std::size_t end = i + 1 < segments ? header(frame, i + 2) : frame.size();
    if (start < kHeaderBytes || end < start || end > frame.size()) return broken("an RLE segment outside its frame");
    const int shift = static_cast<int>(8 * (segments - 1 - i));  // the most significant byte comes first
    if (!unpack(frame.subspan(start, end - start), words, shift)) return broken("an RLE segment ends early");
  }
  return {};
}

}  // namespace io::dicom
