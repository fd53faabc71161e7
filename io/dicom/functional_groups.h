#pragma once

#include "io/dicom/attributes.h"

namespace io::dicom {

inline constexpr Tag kSharedGroups = makeTag(0x5200, 0x9229);
inline constexpr Tag kPerFrameGroups = makeTag(0x5200, 0x9230);

/// The functional groups of one frame (PS3.3 C.7.6.16): its own first, then the shared ones. Either may be null.
class FunctionalGroups {
 public:
  FunctionalGroups(DcmItem* own, DcmItem* shared, AttributeFaults& faults)
      : own_(own), shared_(shared), faults_(faults) {}

  /// The first item of a macro's sequence; absent where neither has it.
  std::optional<Attributes> macro(Tag sequence) const {
    for (DcmItem* groups : {own_, shared_}) {
      if (groups == nullptr) continue;
      if (DcmItem* found = Attributes(*groups, faults_).item(sequence)) return Attributes(*found, faults_);
    }
    return std::nullopt;
  }

 private:
  DcmItem* own_;
  DcmItem* shared_;
  AttributeFaults& faults_;
};

}  // namespace io::dicom
