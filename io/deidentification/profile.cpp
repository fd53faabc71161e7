#include "io/deidentification/profile.h"

#include <algorithm>

namespace io::deidentification {

ProfileRow profileOf(std::uint16_t group, std::uint16_t element) {
  const std::uint32_t tag = static_cast<std::uint32_t>(group) << 16 | element;
  const bool repeating = (group & 0xff00) == 0x5000 || (group & 0xff00) == 0x6000;
  if (group % 2 == 1 || repeating) return {tag, Action::Remove};
  const auto rows = profileRows();
  const auto row = std::ranges::lower_bound(rows, tag, {}, &ProfileRow::tag);
  return row != rows.end() && row->tag == tag ? *row : ProfileRow{tag, Action::Keep};
}

}  // namespace io::deidentification
