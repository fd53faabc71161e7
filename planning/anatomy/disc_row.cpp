#include "planning/anatomy/disc_row.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "planning/anatomy/level_measures.h"
#include "planning/anatomy/level_names.h"

namespace planning::anatomy {
namespace {

constexpr double kNever = -1e9;
constexpr double kEach = 0.15;                      ///< a disc must be worth this
constexpr double kShortest = 0.7, kTallest = 1.35;  ///< of the height that is expected
constexpr double kLeastOfDepth = 0.6;               ///< no body is so much less tall than deep
constexpr double kHeightSpread = 0.10, kHeightWeight = 0.35;
constexpr double kScaleSpread = 0.12, kScaleWeight = 0.3;
constexpr std::array kScales{0.82, 0.88, 0.94, 1.0, 1.06, 1.12, 1.18};
constexpr double kRestMm = 6;  ///< so many mm more than one vertebra at an end cost as much as a disc
constexpr double kElsewhereMm = 6;
constexpr double kLeastSign = -1, kMostSign = 1.6;
constexpr std::size_t kEnds = 3;  ///< places in which no disc can be told

/// Rows of one scale: the best that end in each disc from below and from above.
class Rows {
 public:
  Rows(const std::vector<double>& signs, const std::vector<double>& along, const std::vector<double>& depth,
       const std::optional<NamedPlace>& named, double scale)
      : signs_(signs), along_(along), depth_(depth), named_(named) {
    for (const std::string& name : levelNames()) heights_.push_back(measureOf(name)->heightMm * scale);
    // A body reaches from half its own distance to the next one above to half that to the next below.
    std::vector<double> discToDisc = heights_;
    for (std::size_t n = 1; n + 1 < heights_.size(); ++n) discToDisc[n] = (heights_[n - 1] + heights_[n]) / 2;
    heights_ = discToDisc;
    below_.assign(signs.size() * heights_.size(), kNever);
    above_ = below_;
    from_.assign(below_.size(), kNone), to_ = from_;
    for (std::size_t p = 0; p < signs.size(); ++p)
      for (std::size_t level = 0; level < heights_.size(); ++level) fillFromBelow(p, level);
    for (std::size_t p = signs.size(); p-- > 0;)
      for (std::size_t level = heights_.size(); level-- > 0;) fillFromAbove(p, level);
    const double off = (scale - 1) / kScaleSpread;
    worthOfScale_ = -kScaleWeight * off * off;
  }

  std::size_t levels() const { return heights_.size(); }
  /// Of the best row with this disc.
  double worth(std::size_t p, std::size_t level) const {
    const std::size_t n = at(p, level);
    if (below_[n] <= kNever || above_[n] <= kNever) return kNever;
    return below_[n] + above_[n] - own(p) + worthOfScale_;
  }
  std::vector<RowDisc> rowThrough(std::size_t place, std::size_t level) const {
    std::vector<RowDisc> row;
    for (std::size_t p = place, n = level; p != kNone; p = from_[at(p, n)], ++n) row.push_back({p, n, 0, {}});
    std::reverse(row.begin(), row.end());
    for (std::size_t p = to_[at(place, level)], n = level; p != kNone;) {
      row.push_back({p, --n, 0, {}});
      p = to_[at(p, n)];
    }
    return row;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t at(std::size_t p, std::size_t level) const { return p * heights_.size() + level; }
  double own(std::size_t p) const { return std::clamp(signs_[p], kLeastSign, kMostSign) - kEach; }
  bool allowed(std::size_t p, std::size_t level) const {
    if (p < kEnds || p + kEnds >= signs_.size() || level == 0) return false;
    return !named_ || (level >= named_->level ? p < named_->place : p > named_->place);
  }
  /// Of a vertebra of that level between two discs.
  double fit(std::size_t lower, std::size_t upper, std::size_t level) const {
    if (along_[upper] - along_[lower] < kLeastOfDepth * depth_[(lower + upper) / 2]) return kNever;
    const double off = std::log((along_[upper] - along_[lower]) / heights_[level]) / kHeightSpread;
    return -kHeightWeight * off * off;
  }
  double rest(double mm, double height) const { return -std::max(0.0, mm - height) / kRestMm; }

  void fillFromBelow(std::size_t p, std::size_t level) {
    if (!allowed(p, level)) return;
    const std::size_t last = heights_.size() - 1;  // below S1 the sacrum goes on
    double best = level + 1 >= last ? 0.0 : rest(along_[p] - along_[0], heights_[level + 1]);
    if (level < last) {
      const double height = heights_[level + 1];
      for (std::size_t q = p; q-- > 0 && along_[p] - along_[q] <= kTallest * height;) {
        const double before = below_[at(q, level + 1)];
        if (before <= kNever || along_[p] - along_[q] < kShortest * height) continue;
        if (const double worth = before + fit(q, p, level + 1); worth > best) best = worth, from_[at(p, level)] = q;
      }
    }
    below_[at(p, level)] = best + own(p);
  }

  void fillFromAbove(std::size_t p, std::size_t level) {
    if (!allowed(p, level)) return;
    const double height = heights_[level];
    double best = rest(along_.back() - along_[p], level <= 1 ? 2 * height : height);  // C2 with its dens, and C1
    if (level > 1)
      for (std::size_t q = p + 1; q < signs_.size() && along_[q] - along_[p] <= kTallest * height; ++q) {
        const double after = above_[at(q, level - 1)];
        if (after <= kNever || along_[q] - along_[p] < kShortest * height) continue;
        if (const double worth = after + fit(p, q, level); worth > best) best = worth, to_[at(p, level)] = q;
      }
    above_[at(p, level)] = best + own(p);
  }

  const std::vector<double>& signs_;
  const std::vector<double>& along_;
  const std::vector<double>& depth_;
  const std::optional<NamedPlace>& named_;
  std::vector<double> heights_;  ///< from disc to disc
  std::vector<double> below_, above_;
  std::vector<std::size_t> from_, to_;
  double worthOfScale_ = 0;
};

}  // namespace

std::vector<RowDisc> bestDiscRow(const std::vector<double>& signs, const std::vector<double>& alongMm,
                                 const std::vector<double>& depthMm, const std::optional<NamedPlace>& named) {
  std::vector<RowDisc> row;
  double best = 0;
  const std::size_t levels = levelNames().size();
  std::vector<double> worth(signs.size() * levels, kNever);
  // The named vertebra is told from its neighbours by a disc of its own, else all names could be one off.
  const auto isBeside = [&](std::size_t level) { return !named || level == named->level || level + 1 == named->level; };
  for (const double scale : kScales) {
    const Rows rows(signs, alongMm, depthMm, named, scale);
    for (std::size_t p = 0; p < signs.size(); ++p)
      for (std::size_t level = 0; level < levels; ++level) {
        const double here = rows.worth(p, level);
        worth[p * levels + level] = std::max(worth[p * levels + level], here);
        if (isBeside(level) && here > best) best = here, row = rows.rowThrough(p, level);
      }
  }
  for (RowDisc& disc : row) {
    double elsewhere = kNever, otherwise = 0;
    for (std::size_t p = 0; p < signs.size(); ++p)
      for (std::size_t level = 0; level < levels; ++level) {
        const double here = worth[p * levels + level];
        const bool near = std::abs(alongMm[p] - alongMm[disc.place]) <= kElsewhereMm;
        if (!near && level == disc.level) elsewhere = std::max(elsewhere, here);
        if (near && level != disc.level && here > otherwise) otherwise = here, disc.otherLevel = level;
      }
    disc.margin = best - elsewhere;
  }
  return row;
}

}  // namespace planning::anatomy
