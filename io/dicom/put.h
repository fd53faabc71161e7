#pragma once

#include <dcmtk/dcmdata/dctagkey.h>

#include <cstdint>
#include <string>

#include "planning/anatomy/structure.h"

class DcmItem;

namespace io::dicom {

/// Writes one attribute; BrokenContract when DCMTK refuses it, for then we made it wrong.
void put(DcmItem& item, const DcmTagKey& tag, const std::string& value);
void putUnlessEmpty(DcmItem& item, const DcmTagKey& tag, const std::string& value);
void putNumber(DcmItem& item, const DcmTagKey& tag, std::uint16_t value);

/// A new item at the end of a sequence.
DcmItem& addItem(DcmItem& item, const DcmTagKey& sequence);
/// A code (PS3.3 8.8) as a new item of a sequence; a value of more than 16 characters goes to Long Code Value.
DcmItem& addCode(DcmItem& item, const DcmTagKey& sequence, const planning::anatomy::Code& code);

}  // namespace io::dicom
