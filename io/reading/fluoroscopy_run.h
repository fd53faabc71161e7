#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "io/dicom/instance.h"
#include "planning/error.h"
#include "planning/fluoroscopy/view.h"
#include "planning/progress.h"

namespace io {

/// Stored values of one frame, row by row. A stored value is `values[i] + offset`; planning::kOutsideScan is no pixel.
/// Colours have become brightness, 0 to 255. Of 16-bit unsigned pixels the value 0 reads as 1.
struct FramePixels {
  int columns = 0, rows = 0, offset = 0;
  std::vector<std::int16_t> values;
};

/// A fluoroscopy file that is looked at frame by frame: frames are read when asked for, compressed ones decoded in the
/// sandbox's children, and the last used are kept, up to a number of bytes. Safe in any thread.
class FluoroscopyRun {
 public:
  static constexpr std::size_t kUsualCacheBytes = 192u << 20;

  /// Reads the header. Errors: those of readProjectionHeader(), and of the pixels: "pixel-data-cut", "no-pixel-data",
  /// "unsupported-pixel-format", "unsupported-transfer-syntax".
  static planning::Expected<std::shared_ptr<FluoroscopyRun>> open(const std::filesystem::path& file,
                                                                  std::size_t cacheBytes = kUsualCacheBytes);

  const planning::fluoroscopy::View& view() const { return view_; }
  const std::filesystem::path& file() const { return header_.file; }
  int frames() const { return view_.frames; }
  int bitsStored() const { return header_.format.bitsStored; }
  bool isSigned() const { return header_.format.isSigned; }
  bool inColour() const { return header_.format.samples > 1; }
  const std::vector<planning::Finding>& findings() const { return findings_; }  ///< as scan() gives them

  /// The frame (from 0) if it is kept, else null.
  std::shared_ptr<const FramePixels> kept(int frame) const;
  /// The frame, read if need be. Errors: "no-such-frame", "pixel-data-cut", "decoding-failed", "file-changed",
  /// "reader-failed", "no-memory".
  planning::Expected<std::shared_ptr<const FramePixels>> frame(int frame);
  /// Reads what is not kept of the frames from `first`, fewer than `count` where they would not fit. Errors as frame(),
  /// and "cancelled".
  planning::Expected<void> load(int first, int count, planning::Progress& progress);
  std::size_t keptBytes() const;

 private:
  struct Kept {
    std::shared_ptr<const FramePixels> pixels;
    std::list<int>::iterator use;
  };

  FluoroscopyRun(dicom::Instance header, std::size_t cacheBytes);
  std::size_t frameBytes() const;
  void keep(int frame, std::shared_ptr<const FramePixels> pixels);
  dicom::Slice sliceOf(int frame) const;

  dicom::Instance header_;
  planning::fluoroscopy::View view_;
  std::vector<planning::Finding> findings_;
  std::size_t mostFrames_;       ///< that are kept
  mutable std::mutex guard_;     ///< of what follows
  mutable std::list<int> uses_;  ///< the last used first
  mutable std::unordered_map<int, Kept> kept_;
};

}  // namespace io
