#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

/// What every chart is drawn with, as vectors with the painter's own font.
namespace app::plot {

/// On the window's near-black, or on paper.
struct PlotInk {
  QColor text, faint, grid, mark, limit, outside;
};
extern const PlotInk kScreenInk;
extern const PlotInk kPaperInk;

/// A range of values with round ticks, laid along one side of an area.
class Axis {
 public:
  Axis(double least, double largest, double from, double to);
  double at(double value) const { return from_ + (to_ - from_) * (value - least_) / (largest_ - least_); }
  std::vector<double> ticks() const;
  QString text(double value) const;

 private:
  double from_, to_, least_ = 0, largest_ = 1, step_ = 1;
};

inline constexpr double kLabelsOut = 4;  ///< pixels from the curve's place to the axis's numbers

double lineHeight(const QPainter& painter);
/// Where the curve itself lies, under the title and beside the axis's numbers.
QRectF plotArea(const QRectF& area, double line, double right = 0);
void paintTitle(QPainter& painter, const QRectF& area, const QString& title, const PlotInk& ink);
/// In place of the curve.
void paintHint(QPainter& painter, const QRectF& area, const QString& why, const PlotInk& ink);
/// Ticks of the upright axis, with their lines across.
void paintLevels(QPainter& painter, const QRectF& plot, const Axis& axis, const PlotInk& ink);
/// Ticks of the level axis.
void paintFeet(QPainter& painter, const QRectF& plot, const Axis& axis, const PlotInk& ink, bool grid);

}  // namespace app::plot
