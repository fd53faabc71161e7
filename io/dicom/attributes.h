#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/dicom/dataset_walker.h"
#include "io/dicom/plain_values.h"
#include "planning/error.h"
#include "planning/finding.h"
#include "planning/geometry.h"

class DcmItem;

namespace io::dicom {

/// What went wrong while the attributes of one file were read; shared by the readers of its nested items.
struct AttributeFaults {
  std::string file;
  std::optional<planning::Error> first;     ///< "bad-value": a value that is there and is none
  std::vector<planning::Finding> findings;  ///< "undecodable-text"
  bool beyondPlain = false;                 ///< something was asked that PlainValues cannot answer
};

/// A number as DS and IS write it: finite, with '.' only, nothing after it but padding. Absent for anything else.
std::optional<double> parseDecimal(std::string_view text);

/// Careful reading of one data set or item. An absent or empty value is absent; a broken one is absent and goes into
/// the faults, so that a caller may read everything first and look once.
class Attributes {
 public:
  Attributes(DcmItem& item, AttributeFaults& faults);
  Attributes(const PlainValues& values, AttributeFaults& faults);

  std::string text(
      Tag tag) const;  ///< UTF-8 by the item's character sets; '?' for what cannot be decoded, with a finding
  std::string code(Tag tag) const;                ///< UI, CS, DA, TM: all values, without padding
  std::vector<std::string> codes(Tag tag) const;  ///< the values one by one
  std::optional<double> decimal(Tag tag) const;   ///< the first value
  /// Exactly `count` values, or a fault.
  std::optional<std::vector<double>> decimals(Tag tag, std::size_t count) const;
  std::optional<int> integer(Tag tag) const;
  std::optional<int> word(Tag tag,
                          bool isSigned) const;  ///< US or SS, whichever the file says, taken as 16 bits of this sign
  std::optional<planning::Point> point(Tag tag) const;
  /// Of FL and FD: exactly `count` finite values, at their full precision; else absent.
  std::optional<std::vector<double>> floats(Tag tag, std::size_t count) const;
  /// The n-th item of a sequence; null when absent.
  DcmItem* item(Tag sequence, unsigned long n = 0) const;
  unsigned long items(Tag sequence) const;  ///< how many
  bool has(Tag tag) const;                  ///< present and not empty

  AttributeFaults& faults() const { return faults_; }

 private:
  std::string raw(Tag tag) const;
  bool isBeyondPlain() const;
  void fault(Tag tag, const std::string& why) const;
  DcmItem* item_ = nullptr;
  const PlainValues* plain_ = nullptr;  ///< instead of the item
  AttributeFaults& faults_;
};

}  // namespace io::dicom
