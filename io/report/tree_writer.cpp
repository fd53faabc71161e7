#include "io/report/tree_writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmsr/dsrdoctr.h>
#include <dcmtk/dcmsr/dsrimgvl.h>
#include <dcmtk/dcmsr/dsrnumvl.h>
#include <dcmtk/dcmsr/dsrsc3vl.h>
#include <dcmtk/dcmsr/dsrscovl.h>

#include <cmath>
#include <map>

#include "io/dicom/encode.h"

namespace io::report {
namespace {

using Code = planning::anatomy::Code;
using SR = DSRTypes;

constexpr std::size_t kLongestMeaning = 64;  // characters, LO
constexpr const char* kDcmr = "DCMR";
constexpr const char* kDcmrUid = "1.2.840.10008.8.1.1";

OFString of(const std::string& text) {
  return {text.c_str(), text.size()};
}

SR::E_RelationshipType dcmtk(Relation relation) {
  switch (relation) {
    case Relation::Contains:
      return SR::RT_contains;
    case Relation::ConceptModifier:
      return SR::RT_hasConceptMod;
    case Relation::ObservationContext:
      return SR::RT_hasObsContext;
    case Relation::AcquisitionContext:
      return SR::RT_hasAcqContext;
    case Relation::InferredFrom:
      return SR::RT_inferredFrom;
    case Relation::SelectedFrom:
      return SR::RT_selectedFrom;
  }
  return SR::RT_invalid;
}

/// DCMTK checks neither length nor presence of the meaning.
std::string fitted(const Code& code) {
  std::string meaning = code.meaning.empty() ? code.value : code.meaning;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < meaning.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(meaning[i]) & 0xC0) != 0x80;
    if (starts && ++characters > kLongestMeaning) meaning.resize(i);
  }
  return meaning;
}

DSRCodedEntryValue dcmtk(const Code& code) {
  return {of(code.value), of(code.scheme), of(fitted(code))};
}

}  // namespace

TreeWriter::TreeWriter(DSRDocumentTree& tree, std::string frameOfReferenceUid)
    : tree_(tree), frameOfReferenceUid_(std::move(frameOfReferenceUid)) {}

void TreeWriter::add(Relation relation, const char* valueType, const Code& name,
                     const std::function<bool(DSRContentItem&)>& fill, const Children& children) {
  if (failure_) return;
  const auto type = SR::definedTermToValueType(valueType);
  // below the parent as its last child; the parent stays where the cursor is between two items
  const bool added = tree_.addContentItem(dcmtk(relation), type, SR::AM_belowCurrent) > 0;
  auto& item = tree_.getCurrentContentItem();
  const bool named = added && (name.value.empty() || item.setConceptName(dcmtk(name)).good());
  if (!named || !fill(item)) {
    failure_ = std::string(valueType) + " (" + name.value + "," + name.scheme + ",\"" + name.meaning + "\")";
    return;
  }
  if (children) children();
  if (!failure_) tree_.goUp();
}

void TreeWriter::root(const CodedConcept& title, const char* templateId, const Children& children) {
  const bool made = tree_.addContentItem(SR::RT_isRoot, SR::VT_Container) > 0 &&
                    tree_.getCurrentContentItem().setConceptName(dcmtk(title.code())).good() &&
                    tree_.getCurrentContentItem().setTemplateIdentification(templateId, kDcmr, kDcmrUid).good();
  if (!made) failure_ = "root";
  if (made) children();
}

void TreeWriter::container(Relation relation, const CodedConcept& name, const char* templateId,
                           const Children& children) {
  const auto identify = [&](DSRContentItem& item) {
    return templateId == nullptr || item.setTemplateIdentification(templateId, kDcmr, kDcmrUid).good();
  };
  add(relation, "CONTAINER", name.code(), identify, children);
}

void TreeWriter::code(Relation relation, const Code& name, const Code& value, const Children& children) {
  const auto fill = [&](DSRContentItem& item) { return item.setCodeValue(dcmtk(value)).good(); };
  add(relation, "CODE", name, fill, children);
}

void TreeWriter::code(Relation relation, const CodedConcept& name, const Code& value, const Children& children) {
  code(relation, name.code(), value, children);
}

void TreeWriter::code(Relation relation, const CodedConcept& name, const CodedConcept& value,
                      const Children& children) {
  code(relation, name.code(), value.code(), children);
}

void TreeWriter::answer(Relation relation, const CodedConcept& name, bool yes) {
  code(relation, name, yes ? kCodes.yes : kCodes.no);
}

void TreeWriter::text(Relation relation, const CodedConcept& name, const std::string& value) {
  if (value.empty()) return;
  add(relation, "TEXT", name.code(), [&](DSRContentItem& item) { return item.setStringValue(of(value)).good(); }, {});
}

void TreeWriter::uid(Relation relation, const CodedConcept& name, const std::string& value) {
  if (value.empty()) return;
  add(relation, "UIDREF", name.code(), [&](DSRContentItem& item) { return item.setStringValue(of(value)).good(); }, {});
}

void TreeWriter::person(Relation relation, const CodedConcept& name, const std::string& value) {
  add(relation, "PNAME", name.code(), [&](DSRContentItem& item) { return item.setStringValue(of(value)).good(); }, {});
}

void TreeWriter::day(Relation relation, const CodedConcept& name, const std::string& value) {
  std::string digits = value;
  std::erase(digits, '-');
  add(relation, "DATETIME", name.code(), [&](DSRContentItem& item) { return item.setStringValue(of(digits)).good(); },
      {});
}

void TreeWriter::number(Relation relation, const CodedConcept& name, double value, const CodedConcept& unit,
                        const Children& children) {
  const auto fill = [&](DSRContentItem& item) {
    if (!std::isfinite(value)) return false;
    DSRNumericMeasurementValue measured(of(dicom::decimalString(value)), dcmtk(unit.code()));
    return measured.setFloatingPointRepresentation(value).good() && item.setNumericValue(measured).good();
  };
  add(relation, "NUM", name.code(), fill, children);
}

void TreeWriter::coordinates(Relation relation, const CodedConcept& name, const std::vector<planning::Point>& points,
                             const std::string& fiducialUid, const std::string& frameOfReferenceUid) {
  const auto fill = [&](DSRContentItem& item) {
    DSRSpatialCoordinates3DValue value(points.size() == 1 ? SR::GT3_Point : SR::GT3_Polyline);
    bool good = !points.empty() && value.setFrameOfReferenceUID(of(frameOfReferenceUid)).good();
    for (const auto& p : points) {
      good = good && std::isfinite(p[0]) && std::isfinite(p[1]) && std::isfinite(p[2]);
      value.getGraphicDataList().addItem(static_cast<Float32>(p[0]), static_cast<Float32>(p[1]),
                                         static_cast<Float32>(p[2]));
    }
    if (!fiducialUid.empty()) good = good && value.setFiducialUID(of(fiducialUid)).good();
    return good && item.setSpatialCoordinates3D(value).good();
  };
  add(relation, "SCOORD3D", name.code(), fill, {});
}

void TreeWriter::place(Relation relation, const CodedConcept& name, const planning::Point& point,
                       const std::string& fiducialUid) {
  coordinates(relation, name, {point}, fiducialUid, frameOfReferenceUid_);
}

void TreeWriter::placeIn(const std::string& frameOfReferenceUid, Relation relation, const CodedConcept& name,
                         const planning::Point& point) {
  coordinates(relation, name, {point}, {}, frameOfReferenceUid);
}

void TreeWriter::course(Relation relation, const CodedConcept& name, const std::vector<planning::Point>& points) {
  if (points.size() < 2)
    failure_ = failure_.value_or(std::string("a course of fewer than two points: ") + name.meaning);
  coordinates(relation, name, points, {}, frameOfReferenceUid_);
}

void TreeWriter::image(const planning::InstanceReference& reference, const CodedConcept* name,
                       std::optional<int> segment) {
  const auto fill = [&](DSRContentItem& item) {
    DSRImageReferenceValue value(of(reference.sopClassUid), of(reference.sopInstanceUid));
    if (segment) value.getSegmentList().addItem(static_cast<Uint16>(*segment));
    return item.setImageReference(value).good();
  };
  add(Relation::Contains, "IMAGE", name != nullptr ? name->code() : Code{}, fill, {});
}

void TreeWriter::marks(Relation relation, const CodedConcept& name, const std::vector<std::array<double, 2>>& points,
                       const planning::InstanceReference& image, int frame) {
  constexpr double kCorner = 0.5;  // an SCOORD counts from the corner of the first pixel (PS3.3 C.18.6)
  const auto fill = [&](DSRContentItem& item) {
    DSRSpatialCoordinatesValue value(points.size() == 1 ? SR::GT_Point : SR::GT_Polyline);
    bool good = !points.empty();
    for (const auto& [column, row] : points) {
      good = good && std::isfinite(column) && std::isfinite(row);
      value.getGraphicDataList().addItem(static_cast<Float32>(column + kCorner), static_cast<Float32>(row + kCorner));
    }
    return good && item.setSpatialCoordinates(value).good();
  };
  const auto fillImage = [&](DSRContentItem& item) {
    DSRImageReferenceValue value(of(image.sopClassUid), of(image.sopInstanceUid));
    if (frame > 0) value.getFrameList().addItem(static_cast<Sint32>(frame));
    return item.setImageReference(value).good();
  };
  add(relation, "SCOORD", name.code(), fill, [&] { add(Relation::SelectedFrom, "IMAGE", Code{}, fillImage, {}); });
}

void TreeWriter::composite(const CodedConcept& name, const planning::InstanceReference& reference,
                           const Children& children) {
  const auto fill = [&](DSRContentItem& item) {
    const DSRCompositeReferenceValue value(of(reference.sopClassUid), of(reference.sopInstanceUid));
    return item.setCompositeReference(value).good();
  };
  add(Relation::Contains, "COMPOSITE", name.code(), fill, children);
}

}  // namespace io::report
