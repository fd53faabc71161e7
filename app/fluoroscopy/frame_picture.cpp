#include "app/fluoroscopy/frame_picture.h"

#include <algorithm>
#include <cmath>

#include "planning/volume.h"

namespace app::fluoroscopy {
namespace {

using io::FramePixels;

constexpr double kLogScale = 1000;  ///< a difference of logarithms in steps that a window can hold
constexpr float kNoPixel = -1e30f;

/// Values of a frame as numbers; kNoPixel where there is none.
std::vector<float> valuesOf(const FramePixels& frame) {
  std::vector<float> values(frame.values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] =
        frame.values[i] == planning::kOutsideScan ? kNoPixel : static_cast<float>(frame.values[i] + frame.offset);
  return values;
}

/// A value between pixels; kNoPixel outside the frame.
float between(const std::vector<float>& values, const FramePixels& frame, double column, double row) {
  const double left = std::floor(column), top = std::floor(row);
  if (left < 0 || top < 0 || left + 1 >= frame.columns || top + 1 >= frame.rows) {
    const int nearest[2] = {static_cast<int>(std::lround(column)), static_cast<int>(std::lround(row))};
    if (nearest[0] < 0 || nearest[1] < 0 || nearest[0] >= frame.columns || nearest[1] >= frame.rows) return kNoPixel;
    return values[static_cast<std::size_t>(nearest[1]) * static_cast<std::size_t>(frame.columns) +
                  static_cast<std::size_t>(nearest[0])];
  }
  const auto at = [&](double c, double r) {
    return static_cast<double>(
        values[static_cast<std::size_t>(r) * static_cast<std::size_t>(frame.columns) + static_cast<std::size_t>(c)]);
  };
  const double a = column - left, b = row - top;
  const double top2 = at(left, top) * (1 - a) + (a > 0 ? at(left + 1, top) * a : 0);
  const double bottom = b > 0 ? at(left, top + 1) * (1 - a) + (a > 0 ? at(left + 1, top + 1) * a : 0) : 0;
  return static_cast<float>(top2 * (1 - b) + bottom * b);
}

void subtract(std::vector<float>& values, const FramePixels& frame, const FramePixels& mask, const Look& look,
              bool logarithms) {
  const std::vector<float> masks = valuesOf(mask);
  std::size_t i = 0;
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column, ++i) {
      const float other = between(masks, mask, column - look.maskShiftColumns, row - look.maskShiftRows);
      if (values[i] == kNoPixel || other < kNoPixel / 2) {
        values[i] = kNoPixel;
        continue;
      }
      values[i] = logarithms ? static_cast<float>(kLogScale * (std::log1p(std::max(0.0f, values[i])) -
                                                               std::log1p(std::max(0.0f, other))))
                             : values[i] - other;
    }
}

/// Unsharp masking over 5 x 5 pixels; the frame's rim stays as it is.
void raiseEdges(std::vector<float>& values, int columns, int rows, double amount) {
  const std::vector<float> before = values;
  const auto width = static_cast<std::size_t>(columns);
  std::vector<float> lines(values.size(), 0);
  for (std::size_t i = 2; i + 2 < before.size(); ++i)
    lines[i] = before[i - 2] + before[i - 1] + before[i] + before[i + 1] + before[i + 2];
  for (int row = 2; row < rows - 2; ++row)
    for (int column = 2; column < columns - 2; ++column) {
      const std::size_t i = static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column);
      const float sum = lines[i - 2 * width] + lines[i - width] + lines[i] + lines[i + width] + lines[i + 2 * width];
      if (sum < kNoPixel / 100) continue;  // no pixel among them
      values[i] = before[i] + static_cast<float>(amount) * (before[i] - sum / 25);
    }
}

std::vector<float> shownValues(const FramePixels& frame, const FramePixels* mask, const Look& look, bool logarithms) {
  std::vector<float> values = valuesOf(frame);
  if (mask && mask->columns == frame.columns && mask->rows == frame.rows)
    subtract(values, frame, *mask, look, logarithms);
  if (look.edges > 0) raiseEdges(values, frame.columns, frame.rows, 0.7 * look.edges);
  return values;
}

/// All but the lowest and highest half percent of the values that are pixels.
std::pair<double, double> usualRange(std::vector<float> values) {
  std::erase_if(values, [](float value) { return value < kNoPixel / 2; });
  if (values.empty()) return {0, 1};
  const auto at = [&](double fraction) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(fraction * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return static_cast<double>(*place);
  };
  const double low = at(0.005), high = at(0.995);
  return {low, std::max(high, low + 1)};
}

}  // namespace

Look usualLook(const io::FluoroscopyRun& run, const FramePixels& frame) {
  Look look;
  const auto& shown = run.view().presentation;
  if (shown.windowCentre && shown.windowWidth && *shown.windowWidth >= 1 && !run.inColour()) {
    look.windowCentre = *shown.windowCentre;
    look.windowWidth = *shown.windowWidth;
    return look;
  }
  const auto [low, high] = usualRange(valuesOf(frame));
  look.windowCentre = (low + high) / 2;
  look.windowWidth = high - low + 1;
  return look;
}

void fitSubtraction(Look& look, const FramePixels& frame, const FramePixels& mask, const std::string& intensity) {
  Look plain = look;
  plain.edges = 0;
  const auto [low, high] = usualRange(shownValues(frame, &mask, plain, intensity == "LIN"));
  const double reach = std::max({std::abs(low), std::abs(high), 8.0});
  look.subtractedCentre = 0;
  look.subtractedWidth = 2 * reach;
}

QImage pictureOf(const FramePixels& frame, const FramePixels* mask, const Look& look,
                 const planning::fluoroscopy::Presentation& presentation) {
  const auto values = shownValues(frame, mask, look, presentation.intensity == "LIN");
  const double centre = mask ? look.subtractedCentre : look.windowCentre;
  const double width = std::max(1.0, mask ? look.subtractedWidth : look.windowWidth);
  const bool inverse = look.inverse != presentation.inverse;
  QImage picture(frame.columns, frame.rows, QImage::Format_Grayscale8);
  // PS3.3 C.11.2.1.2
  const double scale = 255 / std::max(width - 1, 1e-6), start = 127.5 - (centre - 0.5) * scale;
  std::size_t i = 0;
  for (int row = 0; row < frame.rows; ++row) {
    uchar* line = picture.scanLine(row);
    for (int column = 0; column < frame.columns; ++column, ++i) {
      const double grey = std::clamp(static_cast<double>(values[i]) * scale + start, 0.0, 255.0);
      const auto level = static_cast<uchar>(std::lround(grey));
      line[column] = values[i] < kNoPixel / 2 ? 0 : inverse ? static_cast<uchar>(255 - level) : level;
    }
  }
  return picture;
}

}  // namespace app::fluoroscopy
