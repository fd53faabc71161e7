#include "planning/search/skin_search.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "planning/needle/pair.h"
#include "planning/needle/worst_first.h"
#include "planning/plan/chances.h"
#include "planning/plan/own_choices.h"

namespace planning {
namespace {

using needle::EntryBar;
using needle::EntryProblem;

constexpr double kShortestPathMm = 5.0;
constexpr double kMostFromVerticalDeg = 85.0;
constexpr double kAirMm = 1.0;            ///< beyond the skin's error bound: a gap in the skin so thin is none
constexpr double kClearanceCapMm = 60.0;  ///< farther structures add nothing to a chance

/// As scanned, if the route is done so, else the route's first; empty where it is not known.
std::string positionOf(const procedure::Route* route, const std::string& patientPosition) {
  const auto position = procedure::bodyPosition(patientPosition);
  if (route == nullptr || route->positions.empty()) return position;
  const auto& usual = route->positions;
  return std::find(usual.begin(), usual.end(), position) == usual.end() ? usual.front() : position;
}

/// Away from gravity, for the position of the procedure; absent where it is not known.
std::optional<Vector> upOf(const procedure::Route* route, const std::string& patientPosition) {
  const auto position = positionOf(route, patientPosition);
  if (position == "prone") return makeVector(0, 1, 0);
  if (position == "supine") return makeVector(0, -1, 0);
  const auto down = needle::gravityOf(patientPosition);
  const bool onTheSide = procedure::bodyPosition(patientPosition) == "decubitus";
  return down && onTheSide ? std::optional(*down * -1.0) : std::nullopt;
}

/// The scanner's axis is taken through the middle of the slices.
Point middleOf(const Volume& volume) {
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  itk::ContinuousIndex<double, 3> middle;
  for (unsigned axis = 0; axis < 3; ++axis) middle[axis] = (static_cast<double>(size[axis]) - 1) / 2;
  Point place;
  volume.hu->TransformContinuousIndexToPhysicalPoint(middle, place);
  return place;
}

/// `patientPosition`: as scanned.
void setLimits(SkinSearch& search, const std::string& patientPosition, const std::optional<anatomy::Side>& side,
               const Scene& scene, const procedure::Route* route) {
  auto& limits = search.problem.limits;
  limits.shortestMm = kShortestPathMm;
  limits.up = upOf(route, patientPosition);
  limits.mostFromVertical = Angle::degrees(kMostFromVerticalDeg);
  limits.side = side;
  if (route == nullptr) return;
  for (const auto& rule : route->rules)
    if (rule.what == procedure::GeometricRule::What::Approach &&
        procedure::holdsIn(rule, positionOf(route, patientPosition))) {
      limits.approaches = procedure::approachesOf(rule);
      search.approachRule = route->id + "/" + rule.id;
    }
  if (route->boreDiameterMm && scene.volume && scene.volume->hu)
    limits.bore = needle::Bore{middleOf(*scene.volume), *route->boreDiameterMm / 2};
}

void addObstacles(SkinSearch& search, const std::vector<anatomy::MeasuredStructure>& structures,
                  const procedure::Route* route) {
  const double freeLastMm = route ? route->touchLastMm : procedure::Route().touchLastMm;
  for (const auto& measured : structures) {
    if (!measured.field || measured.structure.role == anatomy::Role::Crossable) continue;
    const bool touched = measured.structure.role == anatomy::Role::Target;
    const double marginMm = effectiveMarginMm(measured.structure, route);
    search.problem.obstacles.push_back({measured.field, marginMm + measured.errorBoundMm, touched ? freeLastMm : 0});
    search.kept.push_back(
        {measured.structure.name, measured.structure.kind, marginMm, measured.errorBoundMm, measured.unseen});
  }
}

void addNeedles(SkinSearch& search, const PlanChoices& choices, std::size_t which) {
  for (std::size_t i = 0; i < choices.needles.size(); ++i) {
    const NeedleChoice& other = choices.needles[i];
    if (i == which || !other.target || !other.entry || !other.needle || *other.target == *other.entry) continue;
    const Segment shaft = needle::shaftOf({*other.entry, *other.target}, *other.needle);
    search.problem.placed.push_back({{shaft.start, shaft.end}, other.needle->radiusMm(), needle::kPairBoundMm});
    search.placedLabels.push_back(other.label);
  }
}

double easeMm(anatomy::Kind kind) {
  constexpr double kARankMm = 2.0;
  return kARankMm * needle::harmRank(kind);
}

/// The same search without margins and error bounds, for what harms when it is touched.
SkinSearch touching(const SkinSearch& search) {
  SkinSearch bare = search;
  bare.problem.obstacles.clear();
  for (std::size_t i = 0; i < search.kept.size(); ++i) {
    if (stopsTheNeedle(search.kept[i].kind)) continue;
    bare.problem.obstacles.push_back(search.problem.obstacles[i]);
    bare.problem.obstacles.back().keepMm = 0;
  }
  return bare;
}

std::optional<double> chanceBound(const SkinSearch& search, const Point& entry, double clearanceMm) {
  const needle::Trajectory path{entry, search.problem.target};
  const auto error = needle::placementErrorFor(search.placement, search.guidance, needle::anglesOf(path));
  if (!error) return std::nullopt;
  if (clearanceMm >= kClearanceCapMm) clearanceMm = kClearanceCapMm;
  return needle::breachBound(clearanceMm, needle::spreadOf(*error, path.pathLengthMm()));
}

/// Of all obstacles the one that the path is deepest in the margin of; the needle's surface to it.
void nameWorstObstacle(const SkinSearch& search, const Point& entry, EntryReason& reason) {
  const auto& problem = search.problem;
  double worstMm = 0;
  for (std::size_t i = 0; i < problem.obstacles.size(); ++i) {
    const auto& obstacle = problem.obstacles[i];
    Segment axis{entry, problem.target};
    const double judgedMm = axis.lengthMm() - obstacle.freeLastMm;
    if (judgedMm <= 0) continue;
    axis.end = axis.at(judgedMm);
    const double distanceMm = obstacle.field->distance(axis).distanceMm - problem.limits.needle.radiusMm();
    if (distanceMm - obstacle.keepMm >= worstMm) continue;
    worstMm = distanceMm - obstacle.keepMm;
    reason.decision = {EntryBar::Structure, static_cast<std::uint16_t>(i)};
    reason.distanceMm = distanceMm;
  }
}

}  // namespace

Expected<SkinSearch> searchFor(const PlanChoices& choices, std::size_t which, const Scene& scene,
                               const procedure::Routes& routes) {
  if (which >= choices.needles.size() || !choices.needles[which].target) return refuse("target-needed");
  const NeedleChoice& planned = choices.needles[which];
  if (!planned.needle) return refuse("needle-needed");
  if (!scene.skin) return refuse("skin-not-found");
  if (const auto* shape = anatomy::firstBeingMeasured(scene.structures))
    return refuse("structure-being-measured", shape->structure.name);
  const OwnSite own = ownSiteOf(choices, planned);
  const auto* route = routes.find(own.routeId);
  SkinSearch search;
  search.problem.target = *planned.target;
  search.problem.limits.needle = *planned.needle;
  setLimits(search, choices.scan.patientPosition, own.side, scene, route);
  search.problem.body = scene.skin->field;
  search.problem.bodyBoundMm = scene.skin->errorBoundMm + kAirMm;
  addObstacles(search, ownStructures(scene.structures, choices, planned, routes), route);
  addNeedles(search, choices, which);
  search.guidance = choices.guidance;
  search.placement = routes.rulesFor(own.routeId).placement;
  return search;
}

bool sameSearch(const SkinSearch& a, const SkinSearch& b) {
  const auto sameObstacles = [](const needle::Obstacle& x, const needle::Obstacle& y) {
    return x.field == y.field && x.keepMm == y.keepMm && x.freeLastMm == y.freeLastMm;
  };
  const auto sameNeedles = [](const needle::PlacedNeedle& x, const needle::PlacedNeedle& y) {
    return x.trajectory.entry == y.trajectory.entry && x.trajectory.target == y.trajectory.target &&
           x.radiusMm == y.radiusMm && x.keepMm == y.keepMm;
  };
  const auto &p = a.problem, &q = b.problem;
  const bool sameBore = p.limits.bore.has_value() == q.limits.bore.has_value() &&
                        (!p.limits.bore || (p.limits.bore->radiusMm == q.limits.bore->radiusMm &&
                                            p.limits.bore->centre == q.limits.bore->centre));
  return p.target == q.target && p.limits.needle == q.limits.needle && p.limits.up == q.limits.up && sameBore &&
         p.limits.approaches == q.limits.approaches && p.limits.side == q.limits.side && p.body == q.body &&
         std::equal(p.obstacles.begin(), p.obstacles.end(), q.obstacles.begin(), q.obstacles.end(), sameObstacles) &&
         std::equal(p.placed.begin(), p.placed.end(), q.placed.begin(), q.placed.end(), sameNeedles) &&
         a.kept == b.kept && a.approachRule == b.approachRule && a.placedLabels == b.placedLabels &&
         a.placement == b.placement && a.guidance == b.guidance;
}

SkinPlaces placesOn(const anatomy::Skin& skin) {
  const auto& surface = *skin.surface;
  std::vector<bool> onSkin(surface.vertices.size());
  for (std::size_t i = 0; i + skin.cutTriangles < surface.triangles.size(); ++i)
    for (const auto vertex : surface.triangles[i]) onSkin[vertex] = true;
  SkinPlaces all;
  std::unordered_map<std::uint64_t, std::uint32_t> ofCell;
  const auto cellOf = [](const std::array<float, 3>& v) {
    std::uint64_t cell = 0;
    for (const float x : v)
      cell = (cell << 21) | (static_cast<std::uint64_t>(std::floor(double(x) / kCoarseMm) + (1 << 20)) & 0x1fffff);
    return cell;
  };
  for (std::uint32_t i = 0; i < onSkin.size(); ++i) {
    if (!onSkin[i]) continue;
    const auto& v = surface.vertices[i];
    const auto [cell, isNew] = ofCell.emplace(cellOf(v), static_cast<std::uint32_t>(all.coarse.size()));
    if (isNew) all.coarse.push_back(static_cast<std::uint32_t>(all.places.size()));
    all.coarseOf.push_back(cell->second);
    all.places.push_back(makePoint(double(v[0]), double(v[1]), double(v[2])));
    all.vertices.push_back(i);
  }
  return all;
}

Expected<SkinRoom> roomOn(const SkinSearch& search, const std::vector<Point>& places, Progress& progress) {
  SkinRoom room;
  room.decisions = decideEntries(search.problem, places, progress);
  if (progress.stopRequested()) return refuse("cancelled");
  room.rooms = roomOfEntries(search.problem, places, room.decisions, kMostRoomMm, progress);
  if (progress.stopRequested()) return refuse("cancelled");
  return room;
}

Expected<std::vector<std::optional<needle::EntryRoom>>> rankingRooms(const SkinSearch& search,
                                                                     const std::vector<Point>& places,
                                                                     const SkinRoom& room, Progress& progress) {
  EntryProblem eased = search.problem;
  for (std::size_t i = 0; i < search.kept.size(); ++i) eased.obstacles[i].keepMm -= easeMm(search.kept[i].kind);
  auto rooms = roomOfEntries(eased, places, room.decisions, kMostRoomMm, progress);
  if (progress.stopRequested()) return refuse("cancelled");
  return rooms;
}

needle::EntryRoom lessenedByUnseen(const SkinSearch& search, const Point& entry, needle::EntryRoom room) {
  for (std::size_t i = 0; i < search.kept.size(); ++i) {
    const auto& obstacle = search.problem.obstacles[i];
    Segment axis{entry, search.problem.target};
    const double judgedMm = axis.lengthMm() - obstacle.freeLastMm;
    if (!search.kept[i].unseen || judgedMm <= 0) continue;
    axis.end = axis.at(judgedMm);
    const double keepMm = obstacle.keepMm + search.problem.limits.needle.radiusMm() - easeMm(search.kept[i].kind);
    const double enoughMm = keepMm + room.excessMm;
    if (enoughMm <= 0) continue;
    const double excessMm = search.kept[i].unseen->distanceMm(axis, enoughMm) - keepMm;
    if (excessMm < room.excessMm) room = {excessMm, static_cast<std::uint16_t>(i)};
  }
  return room;
}

Expected<std::vector<std::optional<double>>> chanceBounds(const SkinSearch& search, const std::vector<Point>& places,
                                                          const SkinRoom& room, Progress& progress) {
  const SkinSearch bare = touching(search);
  const auto clearances = roomOfEntries(bare.problem, places, room.decisions, kClearanceCapMm, progress);
  if (progress.stopRequested()) return refuse("cancelled");
  std::vector<std::optional<double>> bounds(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    if (clearances[i]) bounds[i] = chanceBound(search, places[i], clearances[i]->excessMm);
  return bounds;
}

EntryReason reasonFor(const SkinSearch& search, const Point& entry) {
  Progress progress;
  EntryReason reason;
  reason.pathMm = (entry - search.problem.target).GetNorm();
  reason.decision.bar = needle::barByLimits(search.problem, entry);
  if (!reason.decision.allowed()) return reason;
  nameWorstObstacle(search, entry, reason);
  if (!reason.decision.allowed()) return reason;
  EntryProblem rest = search.problem;
  rest.obstacles.clear();
  reason.decision = decideEntries(rest, {entry}, progress).front();
  if (!reason.decision.allowed()) return reason;
  reason.room = roomOfEntries(search.problem, {entry}, {reason.decision}, kMostRoomMm, progress).front();
  if (reason.room && reason.room->excessMm < kMostRoomMm)
    reason.distanceMm = reason.room->excessMm + search.problem.obstacles[reason.room->obstacle].keepMm;
  const auto clearance =
      roomOfEntries(touching(search).problem, {entry}, {reason.decision}, kClearanceCapMm, progress).front();
  if (clearance) reason.chanceAtMost = chanceBound(search, entry, clearance->excessMm);
  return reason;
}

}  // namespace planning
