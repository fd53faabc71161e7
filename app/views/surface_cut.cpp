#include "app/views/surface_cut.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace app::views {
namespace {

constexpr std::size_t kRunLength = 128;

/// The plane's crossing of one triangle: from the edge where it enters to the edge where it leaves. An edge is its two
/// corners' numbers, so that neighbouring triangles agree on it.
struct Piece {
  std::uint64_t from, to;
  std::size_t triangle;
};

std::uint64_t edgeName(std::uint32_t a, std::uint32_t b) {
  return (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
}

struct Plane {
  double normal[3];
  double offset;

  double height(const std::array<float, 3>& v) const {
    return normal[0] * static_cast<double>(v[0]) + normal[1] * static_cast<double>(v[1]) +
           normal[2] * static_cast<double>(v[2]) - offset;
  }
};

planning::Point crossing(const planning::anatomy::Surface& surface, const Plane& plane, std::uint64_t edge) {
  const auto& a = surface.vertices[edge >> 32];
  const auto& b = surface.vertices[edge & 0xffffffffU];
  const double atA = plane.height(a);
  const double part = atA / (atA - plane.height(b));
  planning::Point place;
  for (unsigned i = 0; i < 3; ++i)
    place[i] = static_cast<double>(a[i]) + part * (static_cast<double>(b[i]) - static_cast<double>(a[i]));
  return place;
}

/// All pieces turn the same way round (the triangles do), so each edge is entered once and left once.
void collect(const planning::anatomy::Surface& surface, const Plane& plane, std::size_t first, std::size_t end,
             std::vector<Piece>& pieces) {
  for (std::size_t t = first; t < end; ++t) {
    const auto& corners = surface.triangles[t];
    bool above[3];
    for (int i = 0; i < 3; ++i) above[i] = plane.height(surface.vertices[corners[static_cast<std::size_t>(i)]]) >= 0;
    if (above[0] == above[1] && above[1] == above[2]) continue;
    Piece piece{0, 0, t};
    for (std::size_t i = 0; i < 3; ++i) {
      const std::size_t next = (i + 1) % 3;
      if (above[i] && !above[next]) piece.from = edgeName(corners[i], corners[next]);
      if (!above[i] && above[next]) piece.to = edgeName(corners[i], corners[next]);
    }
    pieces.push_back(piece);
  }
}

/// Pieces joined end to end into lines.
class Joiner {
 public:
  Joiner(const planning::anatomy::Surface& surface, const Plane& plane, const std::vector<Piece>& pieces)
      : surface_(surface), plane_(plane), pieces_(pieces), used_(pieces.size(), false) {
    starts_.reserve(pieces.size());
    ends_.reserve(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      starts_.emplace(pieces[i].from, i);
      ends_.insert(pieces[i].to);
    }
  }

  std::vector<Contour> join() {
    std::vector<Contour> lines;
    for (std::size_t i = 0; i < pieces_.size(); ++i)  // open lines first, from where they begin
      if (ends_.count(pieces_[i].from) == 0) lines.push_back(follow(i));
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      if (!used_[i]) lines.push_back(follow(i));
    return lines;
  }

 private:
  Contour follow(std::size_t i) {
    Contour line{crossing(surface_, plane_, pieces_[i].from)};
    while (!used_[i]) {
      used_[i] = true;
      line.push_back(crossing(surface_, plane_, pieces_[i].to));
      const auto next = starts_.find(pieces_[i].to);
      if (next == starts_.end()) break;
      i = next->second;
    }
    return line;
  }

  const planning::anatomy::Surface& surface_;
  const Plane& plane_;
  const std::vector<Piece>& pieces_;
  std::vector<bool> used_;
  std::unordered_map<std::uint64_t, std::size_t> starts_;
  std::unordered_set<std::uint64_t> ends_;
};

}  // namespace

std::optional<planning::Point> nearestOn(const std::vector<Contour>& contours, const planning::Point& p) {
  std::optional<planning::Point> nearest;
  double least = std::numeric_limits<double>::max();
  for (const auto& line : contours)
    for (std::size_t i = 1; i < line.size(); ++i) {
      const planning::Vector piece = line[i] - line[i - 1];
      const double length2 = piece.GetSquaredNorm();
      const double part = length2 > 0 ? std::clamp(planning::dot(p - line[i - 1], piece) / length2, 0.0, 1.0) : 0.0;
      const planning::Point foot = line[i - 1] + piece * part;
      if (const double apart = (foot - p).GetSquaredNorm(); apart < least) least = apart, nearest = foot;
    }
  return nearest;
}

SurfaceCut::SurfaceCut(std::shared_ptr<const planning::anatomy::Surface> surface) : surface_(std::move(surface)) {
  constexpr float kFar = std::numeric_limits<float>::max();
  const auto& triangles = surface_->triangles;
  for (std::size_t first = 0; first < triangles.size(); first += kRunLength) {
    Run run{first, std::min(first + kRunLength, triangles.size()), {kFar, kFar, kFar}, {-kFar, -kFar, -kFar}};
    for (std::size_t t = run.first; t < run.end; ++t)
      for (const auto corner : triangles[t])
        for (std::size_t i = 0; i < 3; ++i) {
          run.low[i] = std::min(run.low[i], surface_->vertices[corner][i]);
          run.high[i] = std::max(run.high[i], surface_->vertices[corner][i]);
        }
    runs_.push_back(run);
  }
}

template <class Use>
void SurfaceCut::eachRunAt(const planning::Point& place, const planning::Vector& normal, const Use& use) const {
  const Plane plane{{normal[0], normal[1], normal[2]}, planning::dot(normal, place.GetVectorFromOrigin())};
  for (const auto& run : runs_) {
    double middle = -plane.offset;
    double reach = 1e-3;
    for (int i = 0; i < 3; ++i) {
      const auto low = static_cast<double>(run.low[i]);
      const auto high = static_cast<double>(run.high[i]);
      middle += plane.normal[i] * (low + high) / 2;
      reach += std::abs(plane.normal[i]) * (high - low) / 2;
    }
    if (std::abs(middle) <= reach) use(plane, run);
  }
}

std::vector<Contour> SurfaceCut::by(const planning::Point& place, const planning::Vector& normal) const {
  const Plane plane{{normal[0], normal[1], normal[2]}, planning::dot(normal, place.GetVectorFromOrigin())};
  std::vector<Piece> pieces;
  eachRunAt(place, normal,
            [&](const Plane& at, const Run& run) { collect(*surface_, at, run.first, run.end, pieces); });
  return Joiner(*surface_, plane, pieces).join();
}

std::vector<CutPiece> SurfaceCut::piecesBy(const planning::Point& place, const planning::Vector& normal) const {
  std::vector<CutPiece> all;
  eachRunAt(place, normal, [&](const Plane& at, const Run& run) {
    std::vector<Piece> pieces;
    collect(*surface_, at, run.first, run.end, pieces);
    for (const Piece& piece : pieces)
      all.push_back({crossing(*surface_, at, piece.from), crossing(*surface_, at, piece.to),
                     static_cast<std::uint32_t>(piece.triangle)});
  });
  return all;
}

}  // namespace app::views
