#include "io/dicom/series_grouping.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "io/dicom/attributes.h"
#include "io/dicom/geometry.h"
#include "io/dicom/part_attributes.h"
#include "io/dicom/series_parts.h"

namespace io::dicom {

namespace {

/// What must be equal exactly.
using ExactKey =
    std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, int, int, int>;

ExactKey exactKey(const Instance& instance) {
  const auto& identity = instance.identity;
  const bool placed = !instance.planes.empty();  // then the places say what belongs together
  // Series without a UID (emptied by an anonymiser) are told apart by folder at least.
  const std::string series = identity.seriesUid.empty() ? instance.file.parent_path().string() : identity.seriesUid;
  return {identity.patient.id,
          identity.patient.issuer,
          placed ? std::string() : identity.study.uid,
          series,
          identity.modality,
          placed ? std::string() : identity.frameOfReferenceUid,
          static_cast<int>(kindOf(identity)),
          instance.format.rows,
          instance.format.columns};
}

constexpr double kNearlyParallel = 0.02;  ///< of a cosine: about a degree; a stack's own jitter is far less
constexpr std::size_t kWholeStack = 3;    ///< slices: two are always even, which proves nothing

bool nearlyParallel(const Plane& a, const Plane& b) {
  if (a.imageType != b.imageType || a.orientation.has_value() != b.orientation.has_value()) return false;
  if (a.spacing.has_value() != b.spacing.has_value()) return false;
  return !a.orientation ||
         std::equal(a.orientation->begin(), a.orientation->end(), b.orientation->begin(), b.orientation->end(),
                    [](double p, double q) { return std::abs(p - q) <= kNearlyParallel; });
}

/// Members that are alike, each with the first group whose first member it is like.
template <class Alike>
std::vector<Group> clustered(const std::vector<Candidate>& members, const Alike& alike) {
  std::vector<Group> groups;
  for (const auto& member : members) {
    const auto same = std::find_if(groups.begin(), groups.end(),
                                   [&](const Group& group) { return alike(group.members.front(), member); });
    if (same != groups.end())
      same->members.push_back(member);
    else
      groups.push_back({{member}, {}});
  }
  return groups;
}

bool nearlyParallelPlanes(const Candidate& a, const Candidate& b) {
  return a.plane == nullptr || b.plane == nullptr ? a.plane == b.plane : nearlyParallel(*a.plane, *b.plane);
}

/// Planes that may be of one stack: each within the tolerance of their mean.
bool samePlane(const Candidate& a, const Candidate& b) {
  return mostApartMm(placeOf(a), placeOf(b)) <= 2 * kMostUnevenMm;
}

std::vector<Group> splitBy(const Group& group, const PartAttribute& attribute) {
  std::map<std::pair<double, std::string>, Group> parts;  // 2 before 10
  for (const auto& member : group.members) {
    const auto value = attribute.value(member);
    parts[{parseDecimal(value).value_or(std::numeric_limits<double>::infinity()), value}].members.push_back(member);
  }
  std::vector<Group> result;
  result.reserve(parts.size());
  for (auto& [value, part] : parts) result.push_back(std::move(part));
  return result;
}

/// How near a group is to being a volume.
struct Stack {
  std::size_t mostInOnePlace = 1;
  bool even = true;  ///< where no two lie in one place
  std::size_t slices = 0;

  bool isVolume() const { return mostInOnePlace == 1 && even; }
  bool isWhole() const { return isVolume() && slices >= kWholeStack; }
};

/// Sorts the group.
Stack stackOf(Group& group) {
  Stack stack;
  stack.slices = group.members.size();
  const auto axes = orientationFrom(*group.members.front().plane->orientation, {});
  sortAlongNormal(group.members);
  std::vector<PlacedSlice> places;
  std::size_t here = 1;
  for (const auto& member : group.members) {
    auto place = placeOf(member);
    const bool samePlace =
        !places.empty() && planning::dot(place.position - places.back().position, axes->normal) < kSamePositionMm;
    here = samePlace ? here + 1 : 1;
    stack.mostInOnePlace = std::max(stack.mostInOnePlace, here);
    places.push_back(std::move(place));
  }
  stack.even = places.size() < 2 || (stack.mostInOnePlace == 1 && fitStack(places, *axes).has_value());
  return stack;
}

/// What lies in one place must come apart, and into no more parts than lie there; what is uneven must come apart into
/// whole stacks.
bool isNearer(std::vector<Group>& parts, const Stack& before) {
  if (parts.size() < 2) return false;
  if (before.mostInOnePlace > 1 && parts.size() > before.mostInOnePlace) return false;
  return std::all_of(parts.begin(), parts.end(), [&](Group& part) {
    const Stack stack = stackOf(part);
    return before.mostInOnePlace > 1 ? stack.mostInOnePlace < before.mostInOnePlace : stack.isWhole();
  });
}

bool areWhole(std::vector<Group>& parts) {
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](Group& p) { return stackOf(p).isWhole(); });
}

/// From the first slice to the last along the normal of the whole; of a sorted part.
std::pair<double, double> extentOf(const Group& part, const planning::Vector& normal) {
  const auto along = [&](const Candidate& member) {
    return planning::dot(member.plane->position->GetVectorFromOrigin(), normal);
  };
  return std::minmax({along(part.members.front()), along(part.members.back())});
}

bool interleave(const std::vector<Group>& sorted) {
  const auto axes = orientationFrom(*sorted.front().members.front().plane->orientation, {});
  const auto [low, high] = extentOf(sorted.front(), axes->normal);
  return std::any_of(sorted.begin() + 1, sorted.end(), [&, low = low, high = high](const Group& other) {
    const auto [from, to] = extentOf(other, axes->normal);
    return from < high && to > low;
  });
}

bool isUseful(std::vector<Group>& parts, Splits splits, const Stack& before) {
  if (splits == Splits::WhereEachIsWhole) return areWhole(parts);
  if (!before.isVolume()) return isNearer(parts, before);
  return splits == Splits::WherePhases && areWhole(parts) && interleave(parts);
}

/// The parts to take instead of the group; none where it is better whole.
std::vector<Group> usefulSplit(const Group& group, const Stack& before) {
  for (const auto& attribute : partAttributes()) {
    if (attribute.splits == Splits::Never) continue;
    auto parts = splitBy(group, attribute);
    if (isUseful(parts, attribute.splits, before)) return parts;
  }
  if (before.isVolume()) return {};
  auto byPlane = clustered(group.members, samePlane);
  return isNearer(byPlane, before) ? byPlane : std::vector<Group>();
}

constexpr int kMostSplits = 4;  ///< one after the other

void addSplit(Group group, std::vector<Group>& result, int depth = 0) {
  const bool placed = std::all_of(group.members.begin(), group.members.end(), isPlaced);
  auto parts = placed && depth < kMostSplits ? usefulSplit(group, stackOf(group)) : std::vector<Group>{};
  if (parts.empty()) {
    result.push_back(std::move(group));
    return;
  }
  for (auto& part : parts) addSplit(std::move(part), result, depth + 1);
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
    for (auto& group : clustered(members, nearlyParallelPlanes)) addSplit(std::move(group), result);
  }
  nameParts(result);
  return result;
}

}  // namespace io::dicom
