#include "io/dicom/series_grouping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "io/dicom/geometry.h"

namespace io::dicom {

namespace {

/// What must be equal exactly.
using ExactKey =
    std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, int, int, int>;

ExactKey exactKey(const Instance& instance) {
  const auto& identity = instance.identity;
  // Series without a UID (emptied by an anonymiser) are told apart by folder at least.
  const std::string series = identity.seriesUid.empty() ? instance.file.parent_path().string() : identity.seriesUid;
  return {identity.patient.id,
          identity.patient.issuer,
          identity.study.uid,
          series,
          identity.modality,
          identity.frameOfReferenceUid,
          static_cast<int>(kindOf(identity)),
          instance.format.rows,
          instance.format.columns};
}

bool sameSpacing(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double p, double q) { return std::abs(p - q) <= 1e-4 * std::max(std::abs(p), std::abs(q)); });
}

bool samePlaneKind(const Plane& a, const Plane& b) {
  if (a.imageType != b.imageType) return false;
  if (a.orientation.has_value() != b.orientation.has_value()) return false;
  if (a.spacing.has_value() != b.spacing.has_value()) return false;
  return (!a.orientation || sameOrientation(*a.orientation, *b.orientation)) &&
         (!a.spacing || sameSpacing(*a.spacing, *b.spacing));
}

std::string planeName(const Plane& plane) {
  return plane.imageType.empty() ? "" : "ImageType " + plane.imageType;
}

struct Attribute {
  const char* keyword;
  std::string (*value)(const Candidate&);
};

std::string thousandths(std::optional<double> value) {
  return value ? std::to_string(static_cast<long>(std::lround(*value * 1000))) : std::string();
}

const std::array<Attribute, 6> kSplitters{{
    {"TemporalPosition", [](const Candidate& c) { return c.plane->phase; }},
    {"AcquisitionNumber", [](const Candidate& c) { return c.instance->acquisition; }},
    {"ConvolutionKernel", [](const Candidate& c) { return c.instance->kernel; }},
    {"KVP", [](const Candidate& c) { return c.instance->energy; }},
    {"ContrastBolusAgent", [](const Candidate& c) { return c.instance->contrast; }},
    {"SliceThickness", [](const Candidate& c) { return thousandths(c.plane->thicknessMm); }},
}};

std::vector<Group> splitBy(const Group& group, const Attribute& attribute) {
  std::map<std::string, Group> parts;
  for (const auto& member : group.members) parts[attribute.value(member)].members.push_back(member);
  std::vector<Group> result;
  for (auto& [value, part] : parts) {
    part.part = group.part + (group.part.empty() ? "" : ", ") + attribute.keyword + " " + value;
    result.push_back(std::move(part));
  }
  return result;
}

bool placed(const Group& group) {
  return std::all_of(group.members.begin(), group.members.end(), [](const Candidate& c) {
    return c.plane != nullptr && c.plane->position && c.plane->orientation;
  });
}

/// How far a group is from being a volume.
enum class Evenness { Even, Uneven, Duplicates };

Evenness evenness(Group& group) {
  if (group.members.size() < 2) return Evenness::Even;
  const auto axes = orientationFrom(*group.members.front().plane->orientation, {});
  if (!axes) return Evenness::Uneven;
  sortAlongNormal(group.members);
  std::vector<PlacedSlice> slices;
  for (const auto& member : group.members) {
    if (!slices.empty() &&
        planning::dot(*member.plane->position - slices.back().position, axes->normal) < kSamePositionMm)
      return Evenness::Duplicates;
    slices.push_back({*member.plane->position, {}});
  }
  return fitStack(slices, *axes) ? Evenness::Even : Evenness::Uneven;
}

/// The parts that one attribute makes, where that brings the group nearer to being volumes.
std::vector<Group> usefulSplit(const Group& group, Evenness before) {
  for (const auto& attribute : kSplitters) {
    auto parts = splitBy(group, attribute);
    if (parts.size() < 2) continue;
    Evenness worst = Evenness::Even;
    bool anySmall = false;  // two slices are always even: that would prove nothing
    for (auto& part : parts) {
      worst = std::max(worst, evenness(part));
      anySmall = anySmall || part.members.size() < 3;
    }
    if (worst < before && (!anySmall || before == Evenness::Duplicates)) return parts;
  }
  return {};
}

void addSplit(Group group, std::vector<Group>& result, int depth = 0) {
  const auto before = placed(group) && depth < 4 ? evenness(group) : Evenness::Even;
  auto parts = before == Evenness::Even ? std::vector<Group>{} : usefulSplit(group, before);
  if (parts.empty()) {
    result.push_back(std::move(group));
    return;
  }
  for (auto& part : parts) addSplit(std::move(part), result, depth + 1);
}

std::vector<Group> splitByPlane(const std::vector<Candidate>& members) {
  std::vector<Group> groups;
  for (const auto& member : members) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      const auto* other = group.members.front().plane;
      return member.plane == nullptr || other == nullptr ? member.plane == other : samePlaneKind(*member.plane, *other);
    });
    if (same != groups.end()) {
      same->members.push_back(member);
    } else {
      groups.push_back({{member}, {}});
    }
  }
  if (groups.size() < 2) return groups;
  for (auto& group : groups)
    if (const auto* plane = group.members.front().plane) group.part = planeName(*plane);
  return groups;
}

}  // namespace

void sortAlongNormal(std::vector<Candidate>& members) {
  if (members.empty() || members.front().plane == nullptr || !members.front().plane->orientation) return;
  const auto axes = orientationFrom(*members.front().plane->orientation, {});
  if (!axes) return;
  const auto along = [&](const Candidate& c) {
    return planning::dot(c.plane->position->GetVectorFromOrigin(), axes->normal);
  };
  const bool allPlaced =
      std::all_of(members.begin(), members.end(), [](const Candidate& c) { return c.plane->position.has_value(); });
  if (!allPlaced) return;
  std::stable_sort(members.begin(), members.end(),
                   [&](const Candidate& a, const Candidate& b) { return along(a) < along(b); });
}

std::vector<Group> groupIntoSeries(const std::vector<Instance>& instances) {
  std::map<ExactKey, std::vector<Candidate>> exact;
  for (const auto& instance : instances) {
    auto& members = exact[exactKey(instance)];
    if (instance.planes.empty()) members.push_back({&instance, nullptr, 0});
    for (std::size_t i = 0; i < instance.planes.size(); ++i)
      members.push_back({&instance, &instance.planes[i], static_cast<int>(i)});
  }
  std::vector<Group> result;
  for (auto& [key, members] : exact) {
    std::stable_sort(members.begin(), members.end(), [](const Candidate& a, const Candidate& b) {
      return a.instance->instanceNumber < b.instance->instanceNumber;
    });
    for (auto& group : splitByPlane(members)) addSplit(std::move(group), result);
  }
  return result;
}

}  // namespace io::dicom
