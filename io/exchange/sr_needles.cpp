#include "io/exchange/sr_needles.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <set>

#include "io/dicom/library.h"
#include "io/dicom/prescan.h"
#include "io/report/content_item.h"
#include "io/report/document_header.h"
#include "io/report/number_ranges.h"
#include "io/report/plan_reader.h"

namespace io::exchange {
namespace {

using planning::Expected;
using planning::refuse;
using report::ContentItem;

constexpr report::Codes kCodes;

/// What a report's groups draw in the patient.
struct Drawn {
  std::vector<ForeignNeedle> lines, points;
  std::set<std::string> lineFrames, pointFrames;
};

/// Everything drawn below an item, in the report's order.
void collect(const ContentItem& item, std::vector<const ContentItem*>& drawn) {
  if (item.valueType == "SCOORD3D") drawn.push_back(&item);
  for (const ContentItem& child : item.children) collect(child, drawn);
}

bool isLine(const ContentItem& item) {
  return item.graphicType == "POLYLINE" && item.points.size() == 2;
}
bool isPoint(const ContentItem& item) {
  return item.graphicType == "POINT" && item.points.size() == 1;
}

/// One measurement group. A line that is drawn twice, once inferred from, is one.
void readGroup(const ContentItem& group, Drawn& drawn) {
  std::vector<const ContentItem*> all, points;
  collect(group, all);
  const std::string name = textOf(group, kCodes.trackingIdentifier);
  const auto line = std::find_if(all.begin(), all.end(), [](const auto* item) { return isLine(*item); });
  std::copy_if(all.begin(), all.end(), std::back_inserter(points), [](const auto* item) { return isPoint(*item); });
  if (line != all.end()) {
    drawn.lines.push_back(needleOf(name, (*line)->points[0], {}, (*line)->points[1], {}));
    drawn.lineFrames.insert((*line)->frameOfReferenceUid);
  } else if (points.size() == 1 || points.size() == 2) {
    const ContentItem &first = *points.front(), &second = *points.back();
    drawn.points.push_back(points.size() == 1 ? ForeignNeedle{name, std::nullopt, first.points[0]}
                                              : needleOf(name, first.points[0], first.name.meaning, second.points[0],
                                                         second.name.meaning));
    for (const auto* item : points) drawn.pointFrames.insert(item->frameOfReferenceUid);
  }
}

void readGroups(const ContentItem& item, Drawn& drawn) {
  if (kCodes.measurementGroup.is(item.name)) return readGroup(item, drawn);
  for (const ContentItem& child : item.children) readGroups(child, drawn);
}

bool isInReach(const ForeignNeedle& needle) {
  return report::isInReach(needle.target) && (!needle.entry || report::isInReach(*needle.entry));
}

Expected<ForeignNeedles> foreignNeedles(DcmDataset& dataset, const std::string& name) {
  const auto content = report::contentOf(dataset);
  if (!content) return refuse("broken-report", name, content.error().detail);
  Drawn drawn;
  readGroups(*content, drawn);
  ForeignNeedles found;
  found.kind = "SR " + report::textOf(dataset, DCM_SOPInstanceUID);
  found.patient = report::headerOf(dataset).patient;
  const auto& frames = drawn.lines.empty() ? drawn.pointFrames : drawn.lineFrames;
  found.needles = std::move(drawn.lines.empty() ? drawn.points : drawn.lines);
  if (found.needles.empty()) return found;
  if (frames.size() != 1 || frames.begin()->empty())
    return refuse("frame-unknown", name, std::to_string(frames.size()) + " frames of reference");
  found.frameOfReferenceUid = *frames.begin();
  if (!std::all_of(found.needles.begin(), found.needles.end(), isInReach)) return refuse("broken-report", name);
  return found;
}

ForeignNeedles needlesOf(const planning::Plan& plan) {
  ForeignNeedles found{
      "SR " + plan.report.sopInstanceUid, plan.choices.scan.patient, plan.choices.scan.frameOfReferenceUid, {}};
  for (const auto& needle : plan.choices.needles)
    if (needle.target) found.needles.push_back({needle.label, needle.entry, *needle.target});
  return found;
}

/// A report that is no plan of ours, its places as it says them.
Expected<ForeignNeedles> loadForeign(const std::filesystem::path& file) {
  if (const auto safe = dicom::prescan(file); !safe) return tl::unexpected(safe.error());
  DcmFileFormat loaded;
  const auto status = loaded.loadFile(OFFilename(file.c_str()));
  if (status.bad()) return refuse("broken-report", file.string(), status.text());
  if (!loaded.getDataset()->tagExists(DCM_ContentSequence)) return refuse("not-a-needle-file", file.string());
  return foreignNeedles(*loaded.getDataset(), file.string());
}

}  // namespace

Expected<ForeignNeedles> parseSrNeedles(const std::filesystem::path& file) {
  const auto ours = report::parseReport(file);
  if (ours && ours->content.actual.choices.fluoroscopy) return refuse("plan-not-in-patient", file.string());
  if (ours) return needlesOf(ours->content.actual);
  if (ours.error().code != "not-a-plan") return tl::unexpected(ours.error());
  dicom::useDcmtk();
  try {
    return loadForeign(file);
  } catch (const std::out_of_range& failure) {  // DCMTK lets it escape
    return refuse("broken-report", file.string(), failure.what());
  }
}

}  // namespace io::exchange
