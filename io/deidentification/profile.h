#pragma once

#include <cstdint>
#include <span>

namespace io::deidentification {

/// What the Basic Application Level Confidentiality Profile does with an attribute (PS3.15 E.3). Where the table leaves
/// a choice by the attribute's type in its object, the one that is right for every type: X/Z is Empty, X/D, Z/D and
/// X/Z/D are Dummy.
enum class Action {
  Keep,
  Remove,     ///< X
  Empty,      ///< Z
  Dummy,      ///< D
  MapUid,     ///< U
  KeepItems,  ///< X/Z/U*: the references stay, their UIDs mapped
};

struct ProfileRow {
  std::uint32_t tag = 0;  ///< group and element: 0x00100010
  Action action = Action::Keep;
  bool dated = false;  ///< falls under the options that retain longitudinal temporal information
};

/// PS3.15 table E.1-1 (edition 2025a), without its rows of repeating groups and private attributes; sorted by tag.
std::span<const ProfileRow> profileRows();

/// The row of an attribute: that of the table; for private attributes, curves (50xx) and overlays (60xx), which are
/// removed whole, Remove; for all others Keep.
ProfileRow profileOf(std::uint16_t group, std::uint16_t element);

}  // namespace io::deidentification
