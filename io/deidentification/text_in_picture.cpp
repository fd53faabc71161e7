#include "io/deidentification/text_in_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace io::deidentification {
namespace {

// All measured on the slices that README.md names.
constexpr double kLevels[] = {0.3, 0.5, 0.7, 0.85, 0.95};  ///< of the span from dark to bright, above which a shape is
constexpr int kLowest = 5;                                 ///< rows of pixels of a letter
constexpr double kFlat = 0.3;         ///< share of a letter's pixels that are as bright as its brightest
constexpr int kFewestCrossings = 10;  ///< of a row of pixels through letters that touch

/// How letters of a row are like each other.
struct Likeness {
  double sameGrey;     ///< of the span: how much they, and the pixels of one, differ
  double contrast;     ///< of the span, between a letter and what is around it
  std::size_t fewest;  ///< letters of a row
  int highest;         ///< rows of pixels of a letter; 0: any
  double least;        ///< how high the lower of two is, of the higher
  double widestGap;    ///< between two, of the higher's height
};
constexpr Likeness kSharp{0.005, 0.15, 6, 0, 0.5, 1.2};
/// Small letters with smoothed edges: none of their pixels is as bright as they were written, but they stand on a line.
constexpr Likeness kSmoothed{0.3, 0.35, 7, 12, 0.65, 0.9};

/// Pixels above a level that touch.
struct Shape {
  int left = 0, top = 0, right = 0, bottom = 0;  ///< the last too
  std::size_t pixels = 0;
  float brightest = 0;
  std::vector<std::size_t> places;

  int width() const { return right - left + 1; }
  int height() const { return bottom - top + 1; }
  double fill() const { return static_cast<double>(pixels) / (static_cast<double>(width()) * height()); }
};

/// One frame, bright text on dark; turned over, dark text on bright.
class Frame {
 public:
  Frame(std::vector<float> values, int columns, int rows)
      : values_(std::move(values)), columns_(columns), rows_(rows), seen_(values_.size()) {
    auto sorted = values_;
    // The air around a body, or a part of it: what is stated for places outside of the scan may be far below.
    const auto low = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 7 / 20);
    std::nth_element(sorted.begin(), low, sorted.end());
    dark_ = *low;
    span_ = *std::max_element(values_.begin(), values_.end()) - dark_;
  }

  std::vector<PictureBox> text() {
    std::vector<PictureBox> found;
    if (span_ <= 0) return found;
    for (const Likeness& like : {kSharp, kSmoothed})
      for (const double level : kLevels) {
        like_ = like;
        level_ = dark_ + static_cast<float>(level) * span_;
        auto shapes = letters();
        for (const PictureBox& box : rowsOf(shapes)) found.push_back(box);
      }
    return found;
  }

 private:
  std::vector<Shape> letters() {
    std::fill(seen_.begin(), seen_.end(), false);
    std::vector<Shape> shapes;
    for (std::size_t at = 0; at < values_.size(); ++at)
      if (!seen_[at] && values_[at] >= level_)
        if (Shape shape = shapeAt(at); mayBeText(shape)) shapes.push_back(std::move(shape));
    return shapes;
  }

  Shape shapeAt(std::size_t start) {
    Shape shape{columns_, rows_, 0, 0, 0, values_[start], {start}};
    seen_[start] = true;
    for (std::size_t i = 0; i < shape.places.size(); ++i) {
      const int column = static_cast<int>(shape.places[i]) % columns_,
                row = static_cast<int>(shape.places[i]) / columns_;
      shape.left = std::min(shape.left, column);
      shape.right = std::max(shape.right, column);
      shape.top = std::min(shape.top, row);
      shape.bottom = std::max(shape.bottom, row);
      shape.brightest = std::max(shape.brightest, values_[shape.places[i]]);
      for (int r = std::max(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r)
        for (int c = std::max(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c) {
          const auto next = place(c, r);
          if (seen_[next] || values_[next] < level_) continue;
          seen_[next] = true;
          shape.places.push_back(next);
        }
    }
    shape.pixels = shape.places.size();
    return shape;
  }

  bool mayBeText(Shape& shape) const {
    const int height = shape.height(), width = shape.width();
    if (height < kLowest || height > rows_ / 6 || shape.pixels < kLowest) return false;
    const bool stroke = width * 3 <= height;  // I, l, 1
    const bool letter = width <= 1.6 * height + 2 && shape.fill() >= 0.12 && (stroke || shape.fill() <= 0.85);
    if (!letter && !lettersThatTouch(shape)) return false;
    const float least = shape.brightest - static_cast<float>(like_.sameGrey) * span_;
    const auto flat = std::ranges::count_if(shape.places, [&](std::size_t at) { return values_[at] >= least; });
    return static_cast<double>(flat) >= kFlat * static_cast<double>(shape.pixels) && isClear(shape);
  }

  bool lettersThatTouch(const Shape& shape) const {
    return shape.width() >= 4 * shape.height() && shape.fill() >= 0.15 && shape.fill() <= 0.7 &&
           crossings(shape) >= kFewestCrossings;
  }

  /// How many strokes a row of pixels through the middle meets.
  int crossings(const Shape& shape) const {
    int most = 0;
    for (int row = shape.top + shape.height() / 3; row <= shape.bottom - shape.height() / 3; ++row) {
      int strokes = 0;
      for (int column = shape.left; column <= shape.right; ++column)
        strokes +=
            values_[place(column, row)] >= level_ && (column == shape.left || values_[place(column - 1, row)] < level_);
      most = std::max(most, strokes);
    }
    return most;
  }

  /// What lies within its box and a little around it, but not at its edge, is much darker.
  bool isClear(const Shape& shape) const {
    double sum = 0;
    int count = 0;
    for (int row = std::max(0, shape.top - 2); row <= std::min(rows_ - 1, shape.bottom + 2); ++row)
      for (int column = std::max(0, shape.left - 2); column <= std::min(columns_ - 1, shape.right + 2); ++column) {
        if (touches(column, row)) continue;
        sum += values_[place(column, row)];
        ++count;
      }
    return count > 0 && sum / count <= shape.brightest - like_.contrast * span_;
  }
  bool touches(int column, int row) const {
    for (int r = std::max(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r)
      for (int c = std::max(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c)
        if (values_[place(c, r)] >= level_) return true;
    return false;
  }

  bool goOn(const Shape& one, const Shape& next) const {
    const int higher = std::max(one.height(), next.height()), lower = std::min(one.height(), next.height());
    const int gap = next.left - one.right;
    const bool onALine = std::abs(one.bottom - next.bottom) <= 1 && higher <= like_.highest && gap >= 0;
    const bool level = like_.highest > 0 ? onALine
                                         : std::abs(one.bottom - next.bottom) * 4 <= higher ||
                                               std::abs(one.top - next.top) * 5 <= higher;
    return level && lower >= like_.least * higher && gap > -lower / 2 && gap <= like_.widestGap * higher &&
           std::abs(one.brightest - next.brightest) <= like_.sameGrey * span_;
  }

  std::vector<PictureBox> rowsOf(std::vector<Shape>& shapes) const {
    std::ranges::sort(shapes, {}, &Shape::left);
    std::vector<bool> used(shapes.size());
    std::vector<PictureBox> rows;
    for (std::size_t first = 0; first < shapes.size(); ++first) {
      if (used[first]) continue;
      std::vector<std::size_t> row{first};
      for (std::size_t next = first + 1; next < shapes.size(); ++next)
        if (!used[next] && goOn(shapes[row.back()], shapes[next])) row.push_back(next);
      std::size_t letters = 0, thin = 0;
      for (const auto i : row) {
        const bool many = shapes[i].width() > 1.6 * shapes[i].height() + 2;
        letters += many ? like_.fewest : 1;
        thin += many ? 4 : shapes[i].fill() <= 0.7;
      }
      if (letters < like_.fewest || thin < 4) continue;
      PictureBox box{shapes[first].left, shapes[first].top, 0, 0};
      int right = 0, bottom = 0;
      for (const auto i : row) {
        used[i] = true;
        box.row = std::min(box.row, shapes[i].top);
        right = std::max(right, shapes[i].right);
        bottom = std::max(bottom, shapes[i].bottom);
      }
      box.width = right - box.column + 1;
      box.height = bottom - box.row + 1;
      rows.push_back(box);
    }
    return rows;
  }

  std::size_t place(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }

  std::vector<float> values_;
  int columns_, rows_;
  std::vector<bool> seen_;
  float dark_ = 0, span_ = 0, level_ = 0;
  Likeness like_ = kSharp;
};

bool overlap(const PictureBox& one, const PictureBox& other) {
  return one.column < other.column + other.width && other.column < one.column + one.width &&
         one.row < other.row + other.height && other.row < one.row + one.height;
}

PictureBox around(const PictureBox& one, const PictureBox& other) {
  const int column = std::min(one.column, other.column), row = std::min(one.row, other.row);
  return {column, row, std::max(one.column + one.width, other.column + other.width) - column,
          std::max(one.row + one.height, other.row + other.height) - row};
}

}  // namespace

std::vector<PictureBox> merged(std::vector<PictureBox> boxes) {
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t n = i + 1; n < boxes.size();) {
      if (!overlap(boxes[i], boxes[n])) {
        ++n;
        continue;
      }
      boxes[i] = around(boxes[i], boxes[n]);
      boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(n));
      n = i + 1;
    }
  return boxes;
}

std::vector<PictureBox> textIn(std::span<const float> values, int columns, int rows) {
  if (columns <= 0 || rows <= 0 || values.size() != static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))
    return {};
  std::vector<float> turned(values.begin(), values.end());
  auto boxes = Frame(turned, columns, rows).text();
  for (float& value : turned) value = -value;
  for (const PictureBox& box : Frame(std::move(turned), columns, rows).text()) boxes.push_back(box);
  return merged(std::move(boxes));
}

}  // namespace io::deidentification
