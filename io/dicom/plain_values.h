#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/dicom/dataset_walker.h"

namespace io::dicom {

/// What a header says of a plain CT slice, copied out while the pre-scan passes over it, so that nothing parses the
/// header again: half of the time that finding a series takes. Whatever is unusual about one of these elements (its VR,
/// its length, bytes that are no ASCII) makes them incomplete; then DCMTK reads the file.
class PlainValues {
 public:
  static bool isListed(Tag tag);

  /// An element of the list starts; its value comes next, or it is incomplete. `vr`: two letters, 0 where implicit.
  void expect(Tag tag, std::uint16_t vr);
  void add(Tag tag, std::string_view bytes);
  void spoil() { complete_ = false; }

  bool complete() const { return complete_ && !expected_; }
  /// Numbers as decimals, as DCMTK gives them; empty when absent. Only of listed elements.
  std::string_view value(Tag tag) const;

 private:
  std::vector<std::pair<Tag, std::string>> values_;
  std::optional<Tag> expected_;
  bool complete_ = true;
};

}  // namespace io::dicom
