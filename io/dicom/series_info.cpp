#include "io/dicom/series_info.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "io/dicom/fluoroscopy_header.h"
#include "io/dicom/geometry.h"
#include "io/dicom/pixel_check.h"
#include "io/dicom/projection_series.h"
#include "io/dicom/series_grouping.h"
#include "io/dicom/series_parts.h"

namespace io::dicom {

namespace {

using planning::Error;
using planning::Finding;
using planning::Severity;
using Refusal = std::optional<Error>;

std::string fixed(double value, int digits) {
  const double scale = std::pow(10, digits);
  std::string text = std::to_string(std::llround(value * scale));
  const bool negative = text.front() == '-';
  if (negative) text.erase(0, 1);
  while (text.size() <= static_cast<std::size_t>(digits)) text.insert(0, 1, '0');
  if (digits > 0) text.insert(text.size() - static_cast<std::size_t>(digits), 1, '.');
  return (negative ? "-" : "") + text;
}

std::string subject(const Candidate& candidate, const char* tag) {
  return candidate.instance->file.string() + " " + tag;
}

bool isLocalizer(const Plane& plane) {
  const auto& type = plane.imageType;
  return type == "LOCALIZER" || type == "SCOUT" || type == "TOPOGRAM" || type == "REF_SURVIEW" || type == "SURVIEW";
}

void describeIdentity(const Group& group, SeriesInfo& info) {
  const auto& first = *group.members.front().instance;
  info.identity = first.identity;
  info.identity.instances.clear();
  info.files.clear();
  info.seriesNumber = first.seriesNumber;
  info.part = group.part;
  std::set<const Instance*> seen;
  for (const auto& member : group.members) {
    if (!seen.insert(member.instance).second) continue;
    info.identity.instances.push_back(member.instance->identity.instances.front());
    info.files.push_back(member.instance->file);
  }
}

/// How many values the members have of what a whole series should agree on.
template <class Get>
std::size_t valuesOf(const Group& group, const Get& get) {
  std::set<std::string> values;
  for (const auto& member : group.members) values.insert(get(member.instance->identity));
  return values.size();
}

/// Names and dates that one series has but one of: slices of another patient or time under the same UIDs.
void contradictIdentity(const Group& group, SeriesInfo& info) {
  std::set<std::string> names, dates;
  for (const auto& member : group.members) {
    std::string name = member.instance->identity.patient.name;
    while (name.ends_with('^') || name.ends_with(' ')) name.pop_back();  // empty components that somebody wrote
    names.insert(name);
    dates.insert(member.instance->identity.study.date);
  }
  names.erase(""), dates.erase("");
  if (names.size() > 1)
    info.findings.push_back({"patient-names-differ", Severity::Error, {listed({names.begin(), names.end()})}, {}});
  if (dates.size() > 1)
    info.findings.push_back({"study-dates-differ", Severity::Error, {listed({dates.begin(), dates.end()})}, {}});
}

/// A study or a frame of reference that differs from slice to slice is none that a plan can cite: it is not told then.
void agreeOnIdentity(const Group& group, SeriesInfo& info) {
  contradictIdentity(group, info);
  const auto frames = valuesOf(group, [](const auto& identity) { return identity.frameOfReferenceUid; });
  const auto studies = valuesOf(group, [](const auto& identity) { return identity.study.uid; });
  if (frames > 1) {
    info.identity.frameOfReferenceUid.clear();
    info.findings.push_back({"frames-of-reference-differ", Severity::Error, {std::to_string(frames)}, {}});
  }
  if (studies > 1) {
    info.identity.study.uid.clear();
    info.findings.push_back({"studies-differ", Severity::Error, {std::to_string(studies)}, {}});
  }
  std::set<std::string> instances;
  for (const auto& instance : info.identity.instances) instances.insert(instance.sopInstanceUid);
  if (!instances.contains("") && instances.size() < info.identity.instances.size())
    info.findings.push_back(
        {"instance-uids-repeat", Severity::Error, {std::to_string(info.identity.instances.size())}, {}});
}

bool says(const SeriesInfo& info, const char* code) {
  return std::any_of(info.findings.begin(), info.findings.end(), [&](const auto& f) { return f.code == code; });
}

void addUnique(std::vector<Finding>& findings, Finding finding) {
  if (std::find(findings.begin(), findings.end(), finding) == findings.end()) findings.push_back(std::move(finding));
}

void findInIdentity(const Group& group, SeriesInfo& info) {
  const auto& identity = info.identity;
  const auto missing = [&](bool is, const char* code, Severity severity) {
    if (is) info.findings.push_back({code, severity, {}, {}});
  };
  missing(identity.patient.id.empty(), "no-patient-id", Severity::Error);
  missing(identity.study.uid.empty() && !says(info, "studies-differ"), "no-study-uid", Severity::Error);
  missing(identity.seriesUid.empty(), "no-series-uid", Severity::Error);
  const bool nameless = std::any_of(identity.instances.begin(), identity.instances.end(),
                                    [](const auto& instance) { return instance.sopInstanceUid.empty(); });
  missing(nameless, "no-instance-uid", Severity::Error);
  const bool isOpened = info.isVolume && !info.refusal;
  missing(isOpened && identity.frameOfReferenceUid.empty() && !says(info, "frames-of-reference-differ"),
          "no-frame-of-reference", Severity::Error);
  for (const auto& member : group.members)
    for (const auto& finding : member.instance->findings) addUnique(info.findings, finding);
}

Refusal checkKind(const Group& group) {
  const auto& first = *group.members.front().instance;
  const std::string file = first.file.string() + " (0008,0016)";
  const auto& sopClass = first.identity.instances.front().sopClassUid;
  switch (kindOf(first.identity)) {
    case ObjectKind::Ct:
    case ObjectKind::EnhancedCt:
    case ObjectKind::Volume3d:
    case ObjectKind::Segmentation:
    case ObjectKind::Report3d:
    case ObjectKind::StructureSet:
      return {};
    case ObjectKind::Fluoroscopy:
      return {};
    case ObjectKind::Mr:
      return Error{"mr-not-read", file, sopClass};
    case ObjectKind::Report:
    case ObjectKind::Other:
      break;
  }
  return Error{"not-a-volume", file, sopClass};
}

Refusal checkPlane(const Candidate& candidate) {
  const auto& plane = *candidate.plane;
  if (!plane.position) return Error{"no-position", subject(candidate, "(0020,0032)"), ""};
  if (!plane.orientation) return Error{"no-orientation", subject(candidate, "(0020,0037)"), ""};
  if (!plane.spacing) return Error{"no-pixel-spacing", subject(candidate, "(0028,0030)"), ""};
  const auto& spacing = *plane.spacing;
  if (spacing[0] <= 0 || spacing[1] <= 0 || spacing[0] > 100 || spacing[1] > 100)
    return Error{"bad-value", subject(candidate, "(0028,0030)"),
                 fixed(spacing[0], 3) + " x " + fixed(spacing[1], 3) + " mm"};
  if (plane.slope && *plane.slope == 0) return Error{"bad-value", subject(candidate, "(0028,1053)"), "a slope of 0"};
  const auto& far = *plane.position;
  for (int axis = 0; axis < 3; ++axis)
    if (std::abs(far[axis]) > 1e5) return Error{"bad-value", subject(candidate, "(0020,0032)"), "beyond 100 m"};
  return {};
}

int framesWithoutPlace(const Instance& instance) {
  return std::max(0, instance.frames - static_cast<int>(instance.planes.size()));
}

Refusal checkMembers(const Group& group) {
  for (const auto& member : group.members) {
    const auto& instance = *member.instance;
    if (instance.fault) return instance.fault;
    if (framesWithoutPlace(instance) > 0)
      return Error{"frames-without-place", subject(member, "(0028,0008)"),
                   std::to_string(instance.frames) + " frames, the place of one"};
    if (auto wrong = checkPixels(instance, member.frame, false)) return wrong;
    if (auto wrong = checkPlane(member)) return wrong;
  }
  return {};
}

/// Drops slices that say the same as the one before them; refuses those that say something else in the same place.
Refusal dropDuplicates(Group& group, const Orientation& axes, const SameValues& sameValues, SeriesInfo& info) {
  std::vector<Candidate> kept;
  std::vector<std::string> ignored;
  for (const auto& member : group.members) {
    const bool samePlace = !kept.empty() && planning::dot(*member.plane->position - *kept.back().plane->position,
                                                          axes.normal) < kSamePositionMm;
    if (!samePlace) {
      kept.push_back(member);
      continue;
    }
    const bool sameCorner = (*member.plane->position - *kept.back().plane->position).GetNorm() < kSamePositionMm;
    if (!sameCorner || !samePixels(kept.back(), member, sameValues))
      return Error{"duplicate-position", subject(member, "(0020,0032)"),
                   "another image in the place of " + kept.back().instance->file.filename().string()};
    ignored.push_back(member.instance->file.filename().string());
    info.leftOutFiles.push_back(member.instance->file);
  }
  group.members = std::move(kept);
  if (!ignored.empty()) info.findings.push_back({"duplicate-ignored", Severity::Info, {listed(ignored)}, {}});
  return {};
}

Refusal placeSingle(const Candidate& only, const Orientation& axes, SeriesInfo& info) {
  if (!only.plane->thicknessMm || *only.plane->thicknessMm <= 0)
    return Error{"single-slice-no-thickness", subject(only, "(0018,0050)"), ""};
  info.geometry->step = axes.normal * *only.plane->thicknessMm;
  info.findings.push_back({"single-slice", Severity::Error, {}, {}});
  return {};
}

Refusal placeStack(const Group& group, const Orientation& axes, SeriesInfo& info) {
  std::vector<PlacedSlice> places;
  for (const auto& member : group.members) places.push_back(placeOf(member));
  const auto fit = fitStack(places, axes);
  if (!fit) return fit.error();
  info.geometry->step = fit->step;
  if (fit->unevennessMm > kNoticeablyUnevenMm)
    info.findings.push_back({"slices-slightly-uneven", Severity::Info, {fixed(fit->unevennessMm, 2) + " mm"}, {}});
  if (fit->tilt.degrees() > 0.1)
    info.findings.push_back({"gantry-tilt", Severity::Info, {fixed(fit->tilt.degrees(), 1)}, {}});
  return {};
}

/// The mean of all slices' values of an attribute; exactly theirs where they are equal.
std::vector<double> meanOf(const Group& group, std::optional<std::vector<double>> Plane::*member) {
  const auto& first = *(group.members.front().plane->*member);
  std::vector<double> mean = first;
  for (std::size_t i = 0; i < mean.size(); ++i) {
    double sum = 0;
    for (const auto& candidate : group.members) sum += (*(candidate.plane->*member))[i] - first[i];
    mean[i] += sum / static_cast<double>(group.members.size());
  }
  return mean;
}

Refusal place(Group& group, const SameValues& sameValues, SeriesInfo& info) {
  const std::string file = group.members.front().instance->file.string();
  const auto axes = orientationFrom(*group.members.front().plane->orientation, file);
  if (!axes) return axes.error();
  sortAlongNormal(group.members);
  if (auto refused = dropDuplicates(group, *axes, sameValues, info)) return refused;
  const auto usual = orientationFrom(meanOf(group, &Plane::orientation), file);
  if (!usual) return usual.error();
  const auto spacing = meanOf(group, &Plane::spacing);
  info.geometry =
      StackGeometry{*group.members.front().plane->position, usual->row, usual->column, {}, spacing[1], spacing[0]};
  info.spacingMm = {spacing[1], spacing[0]};
  return group.members.size() == 1 ? placeSingle(group.members.front(), *usual, info) : placeStack(group, *usual, info);
}

void findInThickness(const Group& group, const SeriesInfo& info, std::vector<Finding>& findings) {
  double least = 1e9, greatest = 0;
  for (const auto& member : group.members) {
    if (!member.plane->thicknessMm) return;
    least = std::min(least, *member.plane->thicknessMm);
    greatest = std::max(greatest, *member.plane->thicknessMm);
  }
  const auto& geometry = *info.geometry;
  const double step = planning::dot(geometry.step, planning::cross(geometry.alongRow, geometry.alongColumn));
  if (greatest > least * 1.05 + 0.01)
    findings.push_back(
        {"mixed-thickness", Severity::Warning, {fixed(least, 2) + " mm", fixed(greatest, 2) + " mm"}, {}});
  if (group.members.size() > 1 && least > 0 && step > least * 1.05 + 0.01)
    findings.push_back(
        {"gap-between-slices", Severity::Warning, {fixed(step, 2) + " mm", fixed(least, 2) + " mm"}, {}});
}

void findInValues(const Group& group, SeriesInfo& info) {
  for (const auto& member : group.members) {
    const auto& plane = *member.plane;
    const bool isCt = kindOf(member.instance->identity) != ObjectKind::Volume3d;
    const bool otherUnit = !plane.rescaleType.empty() && plane.rescaleType != "HU";
    if (otherUnit || !isCt) {
      info.isHu = false;
      const auto& what = otherUnit ? plane.rescaleType : member.instance->identity.modality;
      addUnique(info.findings, {"values-not-hu", Severity::Warning, {what}, {}});
    } else if (!plane.slope || !plane.intercept)
      addUnique(info.findings, {"no-rescale", Severity::Warning, {}, {}});
    if (member.instance->lossy) addUnique(info.findings, {"lossy-compression", Severity::Warning, {}, {}});
    if (member.instance->burnedIn) addUnique(info.findings, {"burned-in-annotation", Severity::Warning, {}, {}});
    if (member.instance->identity.patientPosition != info.identity.patientPosition)
      addUnique(info.findings, {"position-changes", Severity::Error, {}, {}});
  }
  std::set<std::string> kernels;
  for (const auto& member : group.members)
    kernels.insert(member.plane->kernel.empty() ? member.instance->kernel : member.plane->kernel);
  if (kernels.size() > 1)
    info.findings.push_back({"mixed-kernels", Severity::Warning, {listed({kernels.begin(), kernels.end()})}, {}});
  if (info.identity.patientPosition.empty())
    info.findings.push_back({"no-patient-position", Severity::Warning, {}, {}});
}

Refusal checkSize(const Group& group) {
  const auto& format = group.members.front().instance->format;
  const double voxels = static_cast<double>(format.rows) * format.columns * static_cast<double>(group.members.size());
  if (voxels <= 2147483648.0) return {};
  return Error{"volume-too-large", subject(group.members.front(), "(0028,0010)"), fixed(voxels / 1e9, 1) + "e9 voxels"};
}

void describeVolume(Group& group, const SameValues& sameValues, SeriesInfo& info) {
  const auto& format = group.members.front().instance->format;
  int images = 0;
  for (const auto& member : group.members) images += 1 + framesWithoutPlace(*member.instance);
  info.dimensions = {format.columns, format.rows, images};
  const auto& plane = *group.members.front().plane;
  if (plane.spacing) info.spacingMm = {(*plane.spacing)[1], (*plane.spacing)[0]};
  info.refusal = isLocalizer(plane)
                     ? Error{"localizer-image", subject(group.members.front(), "(0008,0008)"), plane.imageType}
                     : checkMembers(group);
  if (!info.refusal) info.refusal = checkSize(group);
  if (!info.refusal) info.refusal = place(group, sameValues, info);
  if (info.refusal) {
    info.geometry.reset();
    return;
  }
  info.dimensions[2] = static_cast<int>(group.members.size());
  info.spacingMm.push_back(info.geometry->step.GetNorm());
  for (const auto& member : group.members) info.slices.push_back(sliceOf(member));
  findInThickness(group, info, info.findings);
  findInValues(group, info);
}

}  // namespace

SeriesInfo describeSeries(Group group, const SameValues& sameValues) {
  SeriesInfo info;
  describeIdentity(group, info);
  const auto& first = *group.members.front().instance;
  const auto kind = kindOf(first.identity);
  if (first.format.rows > 0) info.dimensions = {first.format.columns, first.format.rows, first.frames};
  info.refusal = checkKind(group);
  info.isVolume = kind == ObjectKind::Ct || kind == ObjectKind::EnhancedCt || kind == ObjectKind::Volume3d;
  if (info.isVolume && group.members.front().plane == nullptr) {
    info.refusal = first.fault ? first.fault : Error{"no-position", first.file.string() + " (5200,9230)", ""};
  } else if (info.isVolume) {
    describeVolume(group, sameValues, info);
    describeIdentity(group, info);  // again: in slice order, without the duplicates
    agreeOnIdentity(group, info);
  } else if (isProjection(first.identity)) {
    describeProjections(group, info);
  } else if (!info.refusal) {
    info.refusal = first.fault;
  }
  findInIdentity(group, info);
  info.loadable = !info.refusal;
  return info;
}

}  // namespace io::dicom
