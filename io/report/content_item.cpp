#include "io/report/content_item.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>

namespace io::report {
namespace {

using planning::anatomy::Code;

/// Item `index` of a sequence; null when it is not there.
DcmItem* itemOf(DcmItem& item, const DcmTagKey& sequence, long index = 0) {
  DcmItem* found = nullptr;
  return item.findAndGetSequenceItem(sequence, found, index).good() ? found : nullptr;
}

Code codeOf(DcmItem& item, const DcmTagKey& sequence) {
  DcmItem* coded = itemOf(item, sequence);
  if (coded == nullptr) return {};
  std::string value = textOf(*coded, DCM_CodeValue);
  if (value.empty()) value = textOf(*coded, DCM_LongCodeValue);
  if (value.empty()) value = textOf(*coded, DCM_URNCodeValue);
  return {value, textOf(*coded, DCM_CodingSchemeDesignator), textOf(*coded, DCM_CodeMeaning)};
}

void readNumber(DcmItem& item, ContentItem& content) {
  DcmItem* measured = itemOf(item, DCM_MeasuredValueSequence);
  if (measured == nullptr) return;
  content.unit = codeOf(*measured, DCM_MeasurementUnitsCodeSequence);
  double value = 0;
  const bool there = measured->findAndGetFloat64(DCM_FloatingPointValue, value).good() ||
                     measured->findAndGetFloat64(DCM_NumericValue, value).good();
  if (there && std::isfinite(value)) content.number = value;
}

void readCoordinates(DcmItem& item, ContentItem& content) {
  content.graphicType = textOf(item, DCM_GraphicType);
  content.frameOfReferenceUid = textOf(item, DCM_ReferencedFrameOfReferenceUID);
  const Float32* data = nullptr;
  unsigned long count = 0;
  if (item.findAndGetFloat32Array(DCM_GraphicData, data, &count).bad() || data == nullptr) return;
  if (!std::all_of(data, data + count, [](Float32 value) { return std::isfinite(value); })) return;  // no place
  if (content.valueType == "SCOORD3D")
    for (unsigned long i = 0; i + 2 < count; i += 3)
      content.points.push_back(planning::makePoint(data[i], data[i + 1], data[i + 2]));
  else
    for (unsigned long i = 0; i + 1 < count; i += 2) content.pixels.push_back({data[i], data[i + 1]});
}

void readReference(DcmItem& item, ContentItem& content) {
  DcmItem* referenced = itemOf(item, DCM_ReferencedSOPSequence);
  if (referenced == nullptr) return;
  content.reference = {textOf(*referenced, DCM_ReferencedSOPClassUID),
                       textOf(*referenced, DCM_ReferencedSOPInstanceUID)};
  Uint16 segment = 0;
  for (unsigned long i = 0; referenced->findAndGetUint16(DCM_ReferencedSegmentNumber, segment, i).good(); ++i)
    content.segments.push_back(segment);
  Sint32 frame = 0;
  if (referenced->findAndGetSint32(DCM_ReferencedFrameNumber, frame).good()) content.frame = frame;
}

void readValue(DcmItem& item, ContentItem& content) {
  const std::string& type = content.valueType;
  if (type == "CODE") content.code = codeOf(item, DCM_ConceptCodeSequence);
  if (type == "TEXT") content.text = textOf(item, DCM_TextValue);
  if (type == "UIDREF") content.text = textOf(item, DCM_UID);
  if (type == "DATETIME") content.text = textOf(item, DCM_DateTime);
  if (type == "PNAME") content.text = textOf(item, DCM_PersonName);
  if (type == "NUM") readNumber(item, content);
  if (type == "SCOORD" || type == "SCOORD3D") readCoordinates(item, content);
  if (type == "IMAGE" || type == "COMPOSITE") readReference(item, content);
  if (DcmItem* used = type == "CONTAINER" ? itemOf(item, DCM_ContentTemplateSequence) : nullptr)
    content.templateId = textOf(*used, DCM_TemplateIdentifier);
}

bool readItem(DcmItem& item, ContentItem& content, int depth) {
  if (depth > kDeepestTree) return false;
  content.relationship = textOf(item, DCM_RelationshipType);
  content.valueType = textOf(item, DCM_ValueType);
  content.name = codeOf(item, DCM_ConceptNameCodeSequence);
  readValue(item, content);
  DcmSequenceOfItems* children = nullptr;
  if (item.findAndGetSequence(DCM_ContentSequence, children).bad() || children == nullptr) return true;
  content.children.reserve(children->card());
  for (DcmObject* child = children->nextInContainer(nullptr); child != nullptr;
       child = children->nextInContainer(child))
    if (!readItem(*static_cast<DcmItem*>(child), content.children.emplace_back(), depth + 1)) return false;
  return true;
}

bool areBounded(std::initializer_list<const std::string*> texts) {
  return std::all_of(texts.begin(), texts.end(), [](const auto* text) { return text->size() <= kLongestText; });
}

bool isBounded(const Code& code) {
  return areBounded({&code.value, &code.scheme, &code.meaning});
}

bool isBounded(const ContentItem& item, int depth, std::size_t& items) {
  if (depth > kDeepestTree || ++items > kMostItems) return false;
  const bool texts =
      areBounded({&item.relationship, &item.valueType, &item.text, &item.graphicType, &item.templateId,
                  &item.frameOfReferenceUid, &item.reference.sopClassUid, &item.reference.sopInstanceUid});
  return texts && isBounded(item.name) && isBounded(item.code) && isBounded(item.unit) &&
         std::all_of(item.children.begin(), item.children.end(),
                     [&](const auto& child) { return isBounded(child, depth + 1, items); });
}

}  // namespace

bool isBounded(const ContentItem& root) {
  std::size_t items = 0;
  return isBounded(root, 0, items);
}

std::string textOf(DcmItem& item, const DcmTagKey& tag) {
  OFString value;
  item.findAndGetOFStringArray(tag, value);
  return {value.c_str(), value.size()};
}

std::string textOf(const ContentItem& parent, const CodedConcept& name) {
  const auto* item = parent.child(name);
  return item != nullptr ? item->text : std::string();
}

const ContentItem* ContentItem::child(const CodedConcept& wanted) const {
  for (const auto& item : children)
    if (item.is(wanted)) return &item;
  return nullptr;
}

const ContentItem* ContentItem::child(const CodedConcept& wanted, const std::string& type) const {
  for (const auto& item : children)
    if (item.is(wanted) && item.valueType == type) return &item;
  return nullptr;
}

std::vector<const ContentItem*> ContentItem::childrenNamed(const CodedConcept& wanted) const {
  std::vector<const ContentItem*> found;
  for (const auto& item : children)
    if (item.is(wanted)) found.push_back(&item);
  return found;
}

planning::Expected<ContentItem> contentOf(DcmItem& dataset) {
  ContentItem root;
  if (!readItem(dataset, root, 0)) return planning::refuse("broken-report", {}, "nested too deep");
  return root;
}

}  // namespace io::report
