#include "io/report/seal.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

#include "io/files/sha256.h"
#include "io/report/codes.h"
#include "io/report/content_item.h"

namespace io::report {
namespace {

using planning::Seal;

bool isNamed(DcmItem& item, const CodedConcept& name) {
  DcmItem* coded = nullptr;
  return item.findAndGetSequenceItem(DCM_ConceptNameCodeSequence, coded).good() &&
         name.is({textOf(*coded, DCM_CodeValue), textOf(*coded, DCM_CodingSchemeDesignator), {}});
}

/// The first item of that name below another; null when there is none.
DcmItem* find(DcmItem& parent, const CodedConcept& name, int depth = 0) {
  DcmItem* item = nullptr;
  for (long i = 0; depth < kDeepestTree && parent.findAndGetSequenceItem(DCM_ContentSequence, item, i).good(); ++i) {
    if (isNamed(*item, name)) return item;
    if (DcmItem* below = find(*item, name, depth + 1)) return below;
  }
  return nullptr;
}

/// A report's elements as a hash takes them: each with its tag and its length, so that no two trees look alike.
class Sealing {
 public:
  explicit Sealing(const DcmItem* sealItem) : sealItem_(sealItem) {}

  void add(DcmItem& item, bool isRoot) {
    for (unsigned long i = 0; i < item.card(); ++i) {
      DcmElement& element = *item.getElement(i);
      const DcmTag& tag = element.getTag();
      const bool own = &item == sealItem_ && tag == DCM_TextValue;
      const bool foreign = isRoot && (tag.isPrivate() || tag == DCM_DataSetTrailingPadding);
      if (tag.getElement() != 0 && !own && !foreign && !element.isEmpty()) addElement(element);
    }
  }

  std::string hex() { return hash_.hex(); }

 private:
  void addElement(DcmElement& element) {
    hash_.add(element.getTag().toString());
    if (element.ident() != EVR_SQ) return addValue(element);
    auto& sequence = static_cast<DcmSequenceOfItems&>(element);
    for (unsigned long n = 0; n < sequence.card(); ++n) {
      hash_.add("{");
      add(*sequence.getItem(n), false);
      hash_.add("}");
    }
  }

  void addValue(DcmElement& element) {
    Float32* singles = nullptr;
    Float64* doubles = nullptr;
    if (element.getVR() == EVR_FL && element.getFloat32Array(singles).good())
      return addBytes(std::as_bytes(std::span(singles, element.getVM())));
    if (element.getVR() == EVR_FD && element.getFloat64Array(doubles).good())
      return addBytes(std::as_bytes(std::span(doubles, element.getVM())));
    OFString text;
    element.getOFStringArray(text);
    const auto last = text.find_last_not_of(" \0", OFString_npos, 2);
    text.resize(last == OFString_npos ? 0 : last + 1);
    addBytes(std::as_bytes(std::span(text.c_str(), text.size())));
  }

  void addBytes(std::span<const std::byte> bytes) {
    hash_.add("=" + std::to_string(bytes.size()) + ":");
    hash_.add(bytes);
  }

  const DcmItem* sealItem_;
  Sha256 hash_;
};

std::string digestOf(DcmItem& dataset, const DcmItem* sealItem) {
  Sealing sealing(sealItem);
  sealing.add(dataset, true);
  return sealing.hex();
}

}  // namespace

void seal(DcmItem& dataset) {
  if (DcmItem* item = find(dataset, kCodes.seal))
    item->putAndInsertString(DCM_TextValue, digestOf(dataset, item).c_str());
}

Seal sealOf(DcmItem& dataset) {
  DcmItem* item = find(dataset, kCodes.seal);
  if (item == nullptr) return find(dataset, kCodes.scanDigest) != nullptr ? Seal::Broken : Seal::Absent;
  return textOf(*item, DCM_TextValue) == digestOf(dataset, item) ? Seal::Holds : Seal::Broken;
}

}  // namespace io::report
