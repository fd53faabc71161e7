#include "io/report/report_checker.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <set>

#include "io/report/coded_values.h"
#include "io/report/content_item.h"
#include "io/report/document_header.h"
#include "io/report/group_reader.h"

namespace io::report {
namespace {

using planning::anatomy::Code;

constexpr double kSamePlaceMm = 1e-3;

bool isPlace(const ContentItem& item) {
  return item.valueType == "SCOORD3D" || item.valueType == "SCOORD";
}

bool hasPlace(const ContentItem& parent) {
  return std::any_of(parent.children.begin(), parent.children.end(), isPlace);
}

bool same(const std::vector<planning::Point>& a, const std::vector<planning::Point>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& p, const auto& q) { return (p - q).GetNorm() <= kSamePlaceMm; });
}

/// The instances of an evidence sequence, and those of every other item for the pertinent one.
void collectEvidence(DcmItem& dataset, const DcmTagKey& tag, std::set<std::string>& instances) {
  DcmItem *study = nullptr, *series = nullptr, *instance = nullptr;
  for (long i = 0; dataset.findAndGetSequenceItem(tag, study, i).good(); ++i)
    for (long j = 0; study->findAndGetSequenceItem(DCM_ReferencedSeriesSequence, series, j).good(); ++j)
      for (long k = 0; series->findAndGetSequenceItem(DCM_ReferencedSOPSequence, instance, k).good(); ++k)
        instances.insert(textOf(*instance, DCM_ReferencedSOPInstanceUID));
}

/// One pass over a report; each rule adds its violations.
class Check {
 public:
  explicit Check(const ContentItem& root) : root_(root) {
    const auto* library = root.child(kCodes.imageLibrary);
    const auto* scan = library != nullptr ? library->child(kCodes.imageLibraryGroup) : nullptr;
    if (scan != nullptr) {
      frameOfReferenceUid_ = textOf(*scan, kCodes.frameOfReference);
      patientPosition_ = textOf(*scan, kCodes.patientPosition);
    }
    if (library == nullptr) return;
    for (const auto* cited : library->childrenNamed(kCodes.imageLibraryGroup))
      if (cited->child(kCodes.reviewedPlan) != nullptr) planFrame_ = textOf(*cited, kCodes.frameOfReference);
  }

  std::vector<std::string> run(DcmItem& dataset) {
    document(dataset);
    if (const auto* measurements = root_.child(kCodes.imagingMeasurements)) {
      for (const auto& item : measurements->children) group(item);
      derivedNumbers(*measurements);
    }
    everyItem(root_, false);
    evidence(dataset);
    return std::move(violations_);
  }

 private:
  void require(bool holds, const std::string& rule, const std::string& place = {}) {
    if (!holds) violations_.push_back(place.empty() ? rule : rule + ": " + place);
  }

  void document(DcmItem& dataset) {
    require(textOf(dataset, DCM_SOPClassUID) == kComprehensive3DSr, "SOP class is Comprehensive 3D SR");
    require(textOf(dataset, DCM_Modality) == "SR", "modality is SR");
    require(!textOf(dataset, DCM_Manufacturer).empty(), "manufacturer is there");
    require(kCodes.measurementReport.is(root_.name), "title is Imaging Measurement Report", root_.name.value);
    require(root_.templateId == "1500", "root template is 1500", root_.templateId);
    require(root_.child(kCodes.imageLibrary) != nullptr, "image library is there");
    require(root_.child(kCodes.language) != nullptr, "language is there");
    require(root_.child(kCodes.procedureReported) != nullptr, "procedure reported is there");
    const auto* evaluations = root_.child(kCodes.qualitativeEvaluations);
    const bool onProjections = evaluations != nullptr && evaluations->child(kCodes.nothingMoved) != nullptr;
    require(onProjections || !frameOfReferenceUid_.empty(), "frame of reference of the scan is there");
    require(root_.child(kCodes.imagingMeasurements) != nullptr || root_.child(kCodes.qualitativeEvaluations) != nullptr,
            "measurements or evaluations are there");
  }

  void group(const ContentItem& group) {
    const std::string label = textOf(group, kCodes.trackingIdentifier), uid = textOf(group, kCodes.trackingUid);
    require(kCodes.measurementGroup.is(group.name), "measurements hold groups only", group.name.value);
    require(group.templateId == "1501" || group.templateId == "1410", "group template is 1501 or 1410", label);
    require(!label.empty(), "group has a tracking identifier", uid);
    require(!uid.empty(), "group has a tracking UID", label);
    require(trackingUids_.insert(uid).second, "tracking UID is unique", uid);
    require(group.childrenNamed(kCodes.finding).size() == 1, "group has exactly one finding", label);
    require(group.child(kCodes.findingSite) != nullptr, "group has a finding site", label);
    require(hasPlace(group), "group has a place of its own", label);
    require(!group.child(kCodes.algorithmName) || group.child(kCodes.algorithmVersion), "algorithm name has a version",
            label);
    const auto* finding = group.child(kCodes.finding);
    if (finding != nullptr && kCodes.needle.is(finding->code)) needle(group, label);
    if (group.child(kCodes.distance) != nullptr) firstNumberHasPlace(group, kCodes.distance, label);
  }

  /// Of a needle that has both ends, apart: length first, and one path everywhere.
  void needle(const ContentItem& group, const std::string& label) {
    const auto* entry = group.child(kCodes.entryPoint, "SCOORD3D");
    const auto* reached = group.child(kCodes.reachedTip, "SCOORD3D");
    const auto* target = reached != nullptr ? reached : group.child(kCodes.targetPoint, "SCOORD3D");
    if (entry == nullptr || target == nullptr || entry->points.empty() || target->points.empty()) return;
    if (entry->points.front() == target->points.front()) return;
    firstNumberHasPlace(group, kCodes.pathLength, label);
    const auto* length = group.child(kCodes.pathLength, "NUM");
    const auto* measured = length != nullptr ? length->child(kCodes.path) : nullptr;
    const auto* path = group.child(kCodes.path, "SCOORD3D");
    require(path != nullptr && measured != nullptr && same(path->points, measured->points),
            "path equals the one its length is inferred from", label);
    require(path != nullptr && same(path->points, {entry->points.front(), target->points.front()}),
            "path runs from entry to target", label);
  }

  void firstNumberHasPlace(const ContentItem& group, const CodedConcept& name, const std::string& label) {
    const auto first = std::find_if(group.children.begin(), group.children.end(),
                                    [](const auto& item) { return item.valueType == "NUM"; });
    require(first != group.children.end() && first->is(name) && hasPlace(*first),
            std::string("first number is ") + name.meaning + " and inferred from a place", label);
  }

  /// The reader's own judgement: everything understood, lengths and angles as computed from the points.
  void derivedNumbers(const ContentItem& measurements) {
    planning::review::Control content;
    content.actual.choices.scan.patientPosition = patientPosition_;
    const auto read = readGroups(measurements, content);
    require(read.has_value(), "groups can be read back", read ? "" : read.error().detail);
    for (const auto& finding : content.actual.assessment.findings) {
      std::string place = finding.code;
      for (const auto& argument : finding.arguments) place += " " + argument;
      require(false, "derived numbers follow from the points", place);
    }
  }

  /// `foreign`: in a group about a structure, whose code comes with the meaning of the object it was read from.
  void everyItem(const ContentItem& item, bool foreign) {
    const char* meaning = meaningOf(item.name);
    const std::string place = "(" + item.name.value + "," + item.name.scheme + ",\"" + item.name.meaning + "\")";
    const bool nameless = item.name.value.empty() && (item.valueType == "IMAGE" || item.valueType == "COMPOSITE");
    require(nameless || (meaning != nullptr && item.name.meaning == meaning), "concept is in the table", place);
    value(item, foreign, place);
    const bool structure = item.child(kCodes.structureKind) != nullptr;
    for (const auto& child : item.children) everyItem(child, structure || (foreign && !item.is(kCodes.findingSite)));
  }

  void value(const ContentItem& item, bool foreign, const std::string& place) {
    const char* meaning = item.valueType == "CODE" ? meaningOf(item.code) : nullptr;
    const bool free = foreign && (item.is(kCodes.finding) || item.is(kCodes.findingSite));
    require(free || meaning == nullptr || item.code.meaning == meaning, "meaning of the value is that of the table",
            place + " = " + item.code.value + " \"" + item.code.meaning + "\"");
    require(item.valueType != "NUM" || item.number.has_value(), "number is there", place);
    require(item.valueType != "NUM" || item.unit.scheme == "UCUM", "unit is of UCUM", place);
    const auto& frame = item.is(kCodes.landmarkInPlan) ? planFrame_ : frameOfReferenceUid_;
    require(item.valueType != "SCOORD3D" || item.frameOfReferenceUid == frame, "frame of reference is that of the scan",
            place + " in " + item.frameOfReferenceUid);
    const bool vertices = item.graphicType == "POINT" ? item.points.size() == 1 : item.points.size() > 1;
    require(item.valueType != "SCOORD3D" || vertices, "place has the points of its graphic type", place);
    if (!item.reference.sopInstanceUid.empty()) referenced_.insert(item.reference.sopInstanceUid);
  }

  void evidence(DcmItem& dataset) {
    std::set<std::string> cited;
    collectEvidence(dataset, DCM_CurrentRequestedProcedureEvidenceSequence, cited);
    collectEvidence(dataset, DCM_PertinentOtherEvidenceSequence, cited);
    for (const auto& uid : referenced_) require(cited.contains(uid), "referenced instance is in the evidence", uid);
    for (const auto& uid : cited) require(referenced_.contains(uid), "evidence is referenced", uid);
  }

  const ContentItem& root_;
  std::string frameOfReferenceUid_;
  std::string patientPosition_;
  std::string planFrame_;  ///< of the plan that a control reviews
  std::set<std::string> trackingUids_;
  std::set<std::string> referenced_;
  std::vector<std::string> violations_;
};

}  // namespace

std::vector<std::string> checkReport(DcmItem& dataset) {
  const auto root = contentOf(dataset);
  if (!root) return {root.error().detail};
  return Check(*root).run(dataset);
}

}  // namespace io::report
