#include "io/dicom/projection_series.h"

#include <algorithm>

#include "io/dicom/fluoroscopy_header.h"
#include "io/dicom/pixel_check.h"

namespace io::dicom {
namespace {

using planning::Finding;
using planning::Severity;
using planning::fluoroscopy::View;

void add(std::vector<Finding>& findings, bool is, const char* code, Severity severity,
         std::vector<std::string> arguments = {}) {
  Finding finding{code, severity, std::move(arguments), {}};
  if (is && std::find(findings.begin(), findings.end(), finding) == findings.end())
    findings.push_back(std::move(finding));
}

/// What the geometry of a run lacks, and what may change in it.
void findInView(const View& view, std::vector<Finding>& findings) {
  const auto at = view.anglesOf(0);
  const auto &sid = view.sourceToDetectorMm, &sod = view.sourceToIsocentreMm;
  add(findings, !at.primaryDeg || !at.secondaryDeg, "no-positioner-angles", Severity::Warning);
  add(findings, view.anglesContradict, "positioner-angles-contradict", Severity::Error);
  add(findings, !sid, "no-source-to-detector", Severity::Warning);
  add(findings, !sod, "no-source-to-isocentre", Severity::Warning);
  add(findings, sid && sod && !(*sod > 0 && *sid > *sod), "source-distances-impossible", Severity::Warning);
  add(findings, !view.imagerSpacing, "no-imager-spacing", Severity::Warning);
  add(findings, view.patientOrientation.empty(), "no-patient-orientation", Severity::Info);
  add(findings, view.positionerMoves.value_or(false), "positioner-moves-in-run", Severity::Info);
  add(findings, view.tableMoves.value_or(false), "table-moves-in-run", Severity::Warning);
  add(findings, !view.plane.empty(), "one-plane-of-biplane", Severity::Info, {view.plane});
}

void findInRun(const Instance& instance, std::vector<Finding>& findings) {
  add(findings, instance.lossy, "lossy-compression", Severity::Warning);
  add(findings, instance.burnedIn, "burned-in-annotation", Severity::Warning);
  add(findings, instance.format.samples > 1, "colour-as-grey", Severity::Info);
  if (instance.view) findInView(*instance.view, findings);
}

}  // namespace

void describeProjections(const Group& group, SeriesInfo& info) {
  std::optional<planning::Error> refusal;
  bool any = false;
  int frames = 0;
  for (const auto& member : group.members) {
    const Instance& instance = *member.instance;
    info.views.push_back(viewOf(instance));
    const auto wrong = instance.fault ? instance.fault : checkPixels(instance, 0, true);
    if (wrong) {
      if (!refusal) refusal = wrong;
      continue;
    }
    any = true;
    frames += std::max(instance.frames, 1);
    findInRun(instance, info.findings);
  }
  if (!any) {
    info.refusal = refusal;
    return;
  }
  info.refusal.reset();
  const auto& format = group.members.front().instance->format;
  info.dimensions = {format.columns, format.rows, frames};
  if (refusal) add(info.findings, true, "run-not-readable", Severity::Warning, {refusal->subject, refusal->code});
}

}  // namespace io::dicom
