#include "tests/io/report/report_items.h"

#include <gtest/gtest.h>

#include "io/report/plan_document.h"
#include "tests/io/report/sample_plan.h"

namespace sample {

std::unique_ptr<DcmFileFormat> richDocument() {
  auto document = io::report::documentOf(io::report::prepared(sample::richPlan()));
  EXPECT_TRUE(document) << document.error().detail;
  return std::move(*document);
}

std::string conceptOf(DcmItem& item) {
  DcmItem* coded = nullptr;
  OFString value;
  if (item.findAndGetSequenceItem(DCM_ConceptNameCodeSequence, coded).good())
    coded->findAndGetOFString(DCM_CodeValue, value);
  return value.c_str();
}

DcmSequenceOfItems* childrenOf(DcmItem& item) {
  DcmSequenceOfItems* children = nullptr;
  item.findAndGetSequence(DCM_ContentSequence, children);
  return children;
}

DcmItem* find(DcmItem& item, const std::string& value, int depth) {
  auto* children = childrenOf(item);
  for (unsigned long i = 0; children != nullptr && depth > 0 && i < children->card(); ++i) {
    if (conceptOf(*children->getItem(i)) == value) return children->getItem(i);
    if (auto* found = find(*children->getItem(i), value, depth - 1)) return found;
  }
  return nullptr;
}

bool removeFrom(DcmItem& item, const std::string& value) {
  auto* children = childrenOf(item);
  for (unsigned long i = 0; children != nullptr && i < children->card(); ++i) {
    if (conceptOf(*children->getItem(i)) == value) return delete children->remove(i), true;
    if (removeFrom(*children->getItem(i), value)) return true;
  }
  return false;
}

DcmItem& group(DcmItem& dataset, unsigned long index) {
  return *childrenOf(*find(dataset, "126010"))->getItem(index);
}

void setNested(DcmItem& item, const DcmTagKey& sequence, const DcmTagKey& tag, const char* value) {
  DcmItem* nested = nullptr;
  ASSERT_TRUE(item.findAndGetSequenceItem(sequence, nested).good());
  ASSERT_TRUE(nested->putAndInsertString(tag, value).good());
}

void setNumber(DcmItem& item, double value) {
  DcmItem* measured = nullptr;
  ASSERT_TRUE(item.findAndGetSequenceItem(DCM_MeasuredValueSequence, measured).good());
  ASSERT_TRUE(measured->putAndInsertFloat64(DCM_FloatingPointValue, value).good());
}

void setFirstCoordinate(DcmItem& item, Float32 value) {
  const Float32* data = nullptr;
  unsigned long count = 0;
  ASSERT_TRUE(item.findAndGetFloat32Array(DCM_GraphicData, data, &count).good());
  std::vector<Float32> changed(data, data + count);
  changed[0] = value;
  ASSERT_TRUE(item.putAndInsertFloat32Array(DCM_GraphicData, changed.data(), count).good());
}

void copyChild(DcmItem& parent, const std::string& value) {
  childrenOf(parent)->append(new DcmItem(*find(parent, value, 1)));
}

}  // namespace sample
