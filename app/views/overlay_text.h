#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

#include "app/views/view_plane.h"

class QPainter;

namespace app::views {

/// Text that stays readable on bone and on air: light with a dark rim. Returns its rectangle.
QRectF paintText(QPainter& painter, const QRectF& within, Qt::Alignment alignment, const QString& text,
                 const QColor& colour);

/// The font, larger by a factor and bold; works for fonts measured in points and in pixels.
QFont emphasised(QFont font, double factor);

/// Short texts beside marks, placed so that none covers another, a mark or the edge letters.
class Labels {
 public:
  struct Run {
    QString text;
    QColor colour;
  };

  Labels(QPainter& painter, const QSizeF& view);
  /// Nothing shall be written here.
  void reserve(const QRectF& taken) { taken_.push_back(taken); }
  /// Written on one line in the first free place around `at`, `gap` pixels from it; over something when none is free.
  void place(const QPointF& at, double gap, const std::vector<Run>& runs);

 private:
  bool isFree(const QRectF& box) const;

  QPainter& painter_;
  QRectF view_;
  std::vector<QRectF> taken_;
};

/// One quiet sentence in the middle of an empty view.
void paintHint(QPainter& painter, const QRectF& view, const QString& sentence);

/// Orientation letters in the middle of the four edges; the upper ones so far below the top.
void paintLetters(QPainter& painter, const ViewPlane& plane, double below = 0);

/// A bar of a round length in millimetres, at the bottom right.
void paintScaleBar(QPainter& painter, const ViewPlane& plane);

/// "-210.5": one decimal, a point whatever the language, no minus before zero.
QString oneDecimal(double value);

}  // namespace app::views
