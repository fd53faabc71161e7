#include "io/dicom/put.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include "planning/check.h"

namespace io::dicom {

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value) {
  planning::check(item.putAndInsertString(tag, value.c_str()).good(), "an attribute can be written");
}

void putUnlessEmpty(DcmItem& item, const DcmTagKey& tag, const std::string& value) {
  if (!value.empty()) put(item, tag, value);
}

void putNumber(DcmItem& item, const DcmTagKey& tag, std::uint16_t value) {
  planning::check(item.putAndInsertUint16(tag, value).good(), "a number can be written");
}

DcmItem& addItem(DcmItem& item, const DcmTagKey& sequence) {
  constexpr long kAppend = -2;
  DcmItem* added = nullptr;
  planning::check(item.findOrCreateSequenceItem(sequence, added, kAppend).good(), "an item can be added");
  return *added;
}

DcmItem& addCode(DcmItem& item, const DcmTagKey& sequence, const planning::anatomy::Code& code) {
  constexpr std::size_t kLongestCodeValue = 16;
  DcmItem& added = addItem(item, sequence);
  put(added, code.value.size() > kLongestCodeValue ? DCM_LongCodeValue : DCM_CodeValue, code.value);
  put(added, DCM_CodingSchemeDesignator, code.scheme);
  put(added, DCM_CodeMeaning, code.meaning);
  return added;
}

}  // namespace io::dicom
