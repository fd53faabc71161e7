#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "io/dicom/byte_source.h"
#include "planning/error.h"

namespace io::dicom {

/// (group << 16) | element.
using Tag = std::uint32_t;
constexpr Tag makeTag(unsigned group, unsigned element) {
  return (group << 16) | element;
}
inline constexpr Tag kPixelData = makeTag(0x7fe0, 0x0010);

/// "(gggg,eeee)".
std::string tagText(Tag tag);

/// How the elements of a data set are written.
struct Encoding {
  bool explicitVr = true;
  bool bigEndian = false;
};

/// What no honest file reaches; beyond it a file is refused rather than parsed (io/dicom/README.md: the libraries'
/// stack, memory and time have no bounds of their own).
inline constexpr int kDeepestNesting = 64;
inline constexpr std::uint64_t kMostElements = 500'000;  ///< elements and items together

/// Told what the walker passes. Depth 0 is the data set itself, 1 an item of one of its sequences.
class WalkListener {
 public:
  virtual ~WalkListener() = default;
  /// An element starts; true asks for its value (only given when at most 1024 bytes).
  virtual bool wants(Tag tag, int depth) = 0;
  virtual void value(Tag /*tag*/, int /*depth*/, std::string_view /*bytes*/) {}
  virtual void itemStarts(int /*depth*/) {}
  virtual void itemEnds(int /*depth*/) {}
  /// (7fe0,0010) at depth 0: where its value starts and how long it is; length absent (all ones): encapsulated.
  virtual void pixelDataStarts(std::uint64_t /*offset*/, std::uint32_t /*length*/) {}
  virtual void fragment(std::uint64_t /*offset*/, std::uint32_t /*length*/) {
  }  ///< of that pixel data, the offset table first
};

/// How a walk that did not fail ended.
enum class WalkEnd {
  WholeFile,
  InPixelData,     ///< the file ends inside the pixel data: its header is whole, its pixels are not
  AfterPixelData,  ///< what follows the pixel data is no DICOM; the image is whole
};

/// Passes once over a data set without recursion, reading no value that nobody wants, and proves that every length lies
/// inside the file and inside what encloses it. Errors: "malformed" (with the tag), "nested-too-deep",
/// "too-many-elements", "truncated".
planning::Expected<WalkEnd> walkDataset(ByteSource& bytes, Encoding encoding, const std::string& file,
                                        WalkListener& listener);

/// Told each element's VR before the listener is asked whether it wants it: two letters, high byte first; 0 where
/// implicit.
using HearVr = std::function<void(Tag tag, std::uint16_t vr, int depth)>;
planning::Expected<WalkEnd> walkDataset(ByteSource& bytes, Encoding encoding, const std::string& file,
                                        WalkListener& listener, const HearVr& hear);

}  // namespace io::dicom
