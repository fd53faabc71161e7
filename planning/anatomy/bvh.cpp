#include "planning/anatomy/bvh.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "planning/check.h"

namespace planning::anatomy {
namespace {

struct Box {
  std::array<float, 3> low{kFar, kFar, kFar}, high{-kFar, -kFar, -kFar};

  static constexpr float kFar = std::numeric_limits<float>::max();
  void add(const std::array<float, 3>& p) {
    for (int i = 0; i < 3; ++i) low[i] = std::min(low[i], p[i]), high[i] = std::max(high[i], p[i]);
  }
  void add(const Box& other) { add(other.low), add(other.high); }
  int longestAxis() const {
    const std::array<float, 3> size{high[0] - low[0], high[1] - low[1], high[2] - low[2]};
    return int(std::max_element(size.begin(), size.end()) - size.begin());
  }
};

/// Three unit vectors at right angles, the last along d.
std::array<Vector, 3> framed(const Vector& d) {
  const double length = d.GetNorm();
  const Vector w = length > 0 ? d / length : makeVector(0, 0, 1);
  Vector helper = std::abs(w[0]) < 0.6 ? makeVector(1, 0, 0) : makeVector(0, 1, 0);
  Vector u = cross(w, helper);
  u /= u.GetNorm();
  return {u, cross(w, u), w};
}

constexpr std::size_t kStackSize = 256;  ///< 7 a level: enough for 36 levels, and 8^11 triangles need 12

struct Pending {
  float squared;
  std::uint32_t child;
  bool isLeaf;
};

/// Nodes still to look at, the nearest on top.
class Stack {
 public:
  bool empty() const { return size_ == 0; }
  Pending pop() { return items_[--size_]; }
  void push(const Pending& item) {
    check(size_ < kStackSize, "the tree of boxes is shallow");
    items_[size_++] = item;
  }
  /// Puts the items from `from` on in order, the nearest last.
  void sortFrom(std::size_t from) {
    for (std::size_t i = from + 1; i < size_; ++i)
      for (std::size_t j = i; j > from && items_[j - 1].squared < items_[j].squared; --j)
        std::swap(items_[j - 1], items_[j]);
  }
  std::size_t size() const { return size_; }

 private:
  std::array<Pending, kStackSize> items_;
  std::size_t size_ = 0;
};

}  // namespace

/// A segment prepared for boxes and balls.
struct Bvh::Probe {
  std::array<float, 3> start, way;
  float perSquaredLength;  ///< 0 for a segment without length
  std::array<float, 3> middle, reach;
  std::array<std::array<float, 3>, 3> axes, absolute;
  float halfLength;
  float slackMm;

  /// What a squared lower bound must not exceed to be of interest.
  float squaredLimit(double mm) const { return float(std::pow(mm + double(slackMm), 2)); }

  /// Lower bounds of the squared distances to a node's boxes, from two sets of separating planes: the boxes' own, and
  /// those along and across the segment.
  Lanes squaredBounds(const Node& node) const {
    Lanes bounds;
    for (int i = 0; i < kWidth; ++i) {
      const float dx = node.centre[0][i] - middle[0], dy = node.centre[1][i] - middle[1],
                  dz = node.centre[2][i] - middle[2];
      const float hx = node.half[0][i], hy = node.half[1][i], hz = node.half[2][i];
      const float own =
          gap(std::fabs(dx) - hx - reach[0]) + gap(std::fabs(dy) - hy - reach[1]) + gap(std::fabs(dz) - hz - reach[2]);
      float turned = 0;
      for (int axis = 0; axis < 3; ++axis) {
        const float offset = std::fabs(dx * axes[axis][0] + dy * axes[axis][1] + dz * axes[axis][2]);
        const float half = hx * absolute[axis][0] + hy * absolute[axis][1] + hz * absolute[axis][2];
        turned += gap(offset - half - (axis == 2 ? halfLength : 0.0F));
      }
      bounds[i] = own > turned ? own : turned;
    }
    return bounds;
  }

  /// Lower bounds of the squared distances to a leaf's triangles: exact to their balls.
  Lanes squaredBounds(const Leaf& leaf) const {
    Lanes bounds;
    for (int i = 0; i < kWidth; ++i) {
      const float dx = leaf.centre[0][i] - start[0], dy = leaf.centre[1][i] - start[1],
                  dz = leaf.centre[2][i] - start[2];
      const float foot = (dx * way[0] + dy * way[1] + dz * way[2]) * perSquaredLength;
      const float low = foot > 0 ? foot : 0.0F, at = low < 1 ? low : 1.0F;
      const float x = dx - at * way[0], y = dy - at * way[1], z = dz - at * way[2];
      bounds[i] = gap(std::sqrt(x * x + y * y + z * z) - leaf.radius[i]);
    }
    return bounds;
  }

 private:
  static float gap(float distance) {
    const float positive = distance > 0 ? distance : 0.0F;
    return positive * positive;
  }
};

/// Splits at the median along the longest side, three times a node, so that all leaves but a few are full.
class Bvh::Builder {
 public:
  explicit Builder(Bvh& bvh) : surface_(*bvh.surface_), bvh_(bvh) {
    items_.reserve(surface_.triangles.size());
    for (std::uint32_t i = 0; i < surface_.triangles.size(); ++i) items_.push_back({middleOf(i), i});
    bvh_.leaves_.reserve(items_.size() / kWidth + 1);
  }

  void build() { addNode(items_); }

 private:
  struct Item {
    std::array<float, 3> middle;
    std::uint32_t triangle;
  };
  using Items = std::span<Item>;

  const std::array<float, 3>& corner(std::uint32_t triangle, unsigned i) const {
    return surface_.vertices[surface_.triangles[triangle][i]];
  }

  std::array<float, 3> middleOf(std::uint32_t triangle) const {
    std::array<float, 3> middle{};
    for (unsigned axis = 0; axis < 3; ++axis)
      middle[axis] = (corner(triangle, 0)[axis] + corner(triangle, 1)[axis] + corner(triangle, 2)[axis]) / 3;
    return middle;
  }

  /// Fills eight slots with what three rounds of halving leave.
  std::array<Items, kWidth> split(Items items) const {
    std::array<Items, kWidth> parts{items};
    for (int used = 1; used < kWidth; used *= 2)
      for (int i = used - 1; i >= 0; --i) {
        const auto [left, right] = halve(parts[i]);
        parts[2 * i] = left, parts[2 * i + 1] = right;
      }
    return parts;
  }

  static std::pair<Items, Items> halve(Items items) {
    if (items.size() <= kWidth) return {items, {}};
    Box box;
    for (const Item& item : items) box.add(item.middle);
    const int axis = box.longestAxis();
    const auto half = (items.size() / 2 + kWidth - 1) / kWidth * kWidth;
    std::nth_element(items.begin(), items.begin() + std::ptrdiff_t(half), items.end(),
                     [axis](const Item& a, const Item& b) { return a.middle[axis] < b.middle[axis]; });
    return {items.first(half), items.subspan(half)};
  }

  Box addLeaf(Items items) {
    Box box;
    Leaf leaf;
    for (const Item& item : items) {
      const int i = leaf.children++;
      float squared = 0;
      for (unsigned c = 0; c < 3; ++c) {
        float sum = 0;
        for (unsigned axis = 0; axis < 3; ++axis) sum += sqr(corner(item.triangle, c)[axis] - item.middle[axis]);
        squared = std::max(squared, sum);
        box.add(corner(item.triangle, c));
      }
      for (unsigned axis = 0; axis < 3; ++axis)
        leaf.centre[axis][i] = float(double(item.middle[axis]) - bvh_.origin_[axis]);
      leaf.radius[i] = std::sqrt(squared);
      leaf.triangle[i] = item.triangle;
    }
    bvh_.leaves_.push_back(leaf);
    return box;
  }

  static float sqr(float value) { return value * value; }

  Box addNode(Items items) {
    const std::size_t self = bvh_.nodes_.size();
    bvh_.nodes_.emplace_back();
    Node node;
    Box all;
    for (Items part : split(items)) {
      if (part.empty()) continue;
      const bool leaf = part.size() <= kWidth;
      node.isLeaf[node.children] = leaf;
      node.child[node.children] = std::uint32_t(leaf ? bvh_.leaves_.size() : bvh_.nodes_.size());
      const Box box = leaf ? addLeaf(part) : addNode(part);
      place(box, node);
      all.add(box);
    }
    bvh_.nodes_[self] = node;
    return all;
  }

  void place(const Box& box, Node& node) const {
    for (unsigned axis = 0; axis < 3; ++axis) {
      const double middle = (double(box.low[axis]) + double(box.high[axis])) / 2;
      node.centre[axis][node.children] = float(middle - bvh_.origin_[axis]);
      node.half[axis][node.children] = float((double(box.high[axis]) - double(box.low[axis])) / 2);
    }
    ++node.children;
  }

  const Surface& surface_;
  Bvh& bvh_;
  std::vector<Item> items_;
};

Bvh::Bvh(const Surface& surface) : surface_(&surface) {
  check(!surface.triangles.empty(), "a surface that is measured has triangles");
  Box box;
  for (const auto& vertex : surface.vertices) box.add(vertex);
  for (unsigned axis = 0; axis < 3; ++axis) {
    origin_[axis] = (double(box.low[axis]) + double(box.high[axis])) / 2;
    halfSize_[axis] = float((double(box.high[axis]) - double(box.low[axis])) / 2);
  }
  Builder(*this).build();
}

Bvh::Probe Bvh::probe(const Segment& segment) const {
  Probe probe{};
  const Vector d = segment.end - segment.start;
  const Vector middle = (segment.start - origin_) + d * 0.5;
  const auto axes = framed(d);
  for (unsigned i = 0; i < 3; ++i) {
    probe.start[i] = float(segment.start[i] - origin_[i]);
    probe.way[i] = float(d[i]);
    probe.middle[i] = float(middle[i]);
    probe.reach[i] = float(std::abs(d[i]) / 2);
    for (unsigned j = 0; j < 3; ++j)
      probe.axes[i][j] = float(axes[i][j]), probe.absolute[i][j] = float(std::abs(axes[i][j]));
  }
  probe.halfLength = float(d.GetNorm() / 2);
  probe.perSquaredLength = d.GetNorm() > 0 ? float(1 / d.GetSquaredNorm()) : 0.0F;
  const float size = halfSize_[0] + halfSize_[1] + halfSize_[2];
  probe.slackMm = 2e-6F * (size + float(middle.GetNorm()) + probe.halfLength);
  return probe;
}

template <class Limit, class UseLeaf>
void Bvh::descend(const Probe& probe, const Limit& squaredLimit, const UseLeaf& useLeaf) const {
  Stack stack;
  stack.push({0.0F, 0, false});
  while (!stack.empty()) {
    const Pending item = stack.pop();
    if (item.squared > squaredLimit()) continue;
    if (item.isLeaf) {
      const Leaf& leaf = leaves_[item.child];
      if (!useLeaf(leaf, probe.squaredBounds(leaf))) return;
      continue;
    }
    const Node& node = nodes_[item.child];
    const Lanes bounds = probe.squaredBounds(node);
    const std::size_t from = stack.size();
    for (int i = 0; i < node.children; ++i)
      if (bounds[i] <= squaredLimit()) stack.push({bounds[i], node.child[i], node.isLeaf[i]});
    stack.sortFrom(from);
  }
}

std::optional<Bvh::Nearest> Bvh::nearest(const Segment& segment, double capMm, std::uint32_t triangles) const {
  const Probe probe = this->probe(segment);
  std::optional<Nearest> best;
  double squaredMm2 = capMm * capMm;
  float squaredLimit = probe.squaredLimit(capMm);
  const auto useLeaf = [&](const Leaf& leaf, const Lanes& bounds) {
    for (int i = 0; i < leaf.children; ++i) {
      if (bounds[i] > squaredLimit || leaf.triangle[i] >= triangles) continue;
      const SegmentToTriangle places = anatomy::nearest(segment, cornersOf(*surface_, leaf.triangle[i]), squaredMm2);
      if (places.squaredMm2 >= squaredMm2) continue;
      best = Nearest{places, leaf.triangle[i]};
      squaredMm2 = places.squaredMm2;
      squaredLimit = probe.squaredLimit(std::sqrt(squaredMm2));
    }
    return squaredMm2 > 0;
  };
  descend(
      probe, [&] { return squaredLimit; }, useLeaf);
  return best;
}

bool Bvh::comesNearerThan(const Segment& segment, double mm) const {
  const Probe probe = this->probe(segment);
  const float squaredLimit = probe.squaredLimit(mm);
  const double squaredMm2 = mm * mm;
  bool found = false;
  const auto useLeaf = [&](const Leaf& leaf, const Lanes& bounds) {
    for (int i = 0; i < leaf.children && !found; ++i)
      found = bounds[i] <= squaredLimit &&
              anatomy::nearest(segment, cornersOf(*surface_, leaf.triangle[i]), squaredMm2).squaredMm2 < squaredMm2;
    return !found;
  };
  descend(
      probe, [&] { return squaredLimit; }, useLeaf);
  return found;
}

void Bvh::eachBall(const std::function<void(const Point&, double)>& use) const {
  constexpr double kRounding = 1 + 1e-5;
  for (const Leaf& leaf : leaves_)
    for (int i = 0; i < leaf.children; ++i) {
      const auto along = [&](unsigned axis) { return double(leaf.centre[axis][i]); };
      use(origin_ + makeVector(along(0), along(1), along(2)), double(leaf.radius[i]) * kRounding);
    }
}

void Bvh::visitAlong(const Segment& segment, double withinMm, const Visit& visit) const {
  Segment part = segment;
  Probe probe = this->probe(part);
  const auto useLeaf = [&](const Leaf& leaf, const Lanes& bounds) {
    for (int i = 0; i < leaf.children; ++i) {
      if (bounds[i] > probe.squaredLimit(withinMm)) continue;
      const double interest = visit(cornersOf(*surface_, leaf.triangle[i]));
      if (interest >= 1) continue;
      part.end = segment.start + (segment.end - segment.start) * interest;
      probe = this->probe(part);
    }
    return true;
  };
  descend(
      probe, [&] { return probe.squaredLimit(withinMm); }, useLeaf);
}

}  // namespace planning::anatomy
