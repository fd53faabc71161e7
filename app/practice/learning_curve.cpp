#include "app/practice/learning_curve.h"

#include <QPainter>

#include <algorithm>

#include "app/look/plot.h"
#include "app/text/numbers.h"
#include "app/views/ink.h"

namespace app::practice {

using plot::kScreenInk;

LearningCurve::LearningCurve(QWidget* parent) : QWidget(parent) {
  setObjectName("learningCurve");
}

void LearningCurve::show(std::vector<Dot> dots) {
  dots_ = std::move(dots);
  update();
}

std::vector<double> LearningCurve::meansOf(const std::vector<Dot>& dots) {
  std::vector<double> means;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const std::size_t first = i + 1 > kMeanOf ? i + 1 - kMeanOf : 0;
    double sum = 0;
    for (std::size_t k = first; k <= i; ++k) sum += dots[k].total;
    means.push_back(sum / static_cast<double>(i + 1 - first));
  }
  return means;
}

void LearningCurve::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), views::ink::kBackground);
  const QRectF area = QRectF(rect()).adjusted(8, 6, -8, -6);
  plot::paintTitle(painter, area, tr("Learning curve: score of each attempt, out of 100"), kScreenInk);
  if (dots_.empty()) return plot::paintHint(painter, area, tr("No attempt has been scored yet."), kScreenInk);
  const double line = plot::lineHeight(painter);
  const QRectF inside = plot::plotArea(area, line, line);
  const plot::Axis levels(0, 100, inside.bottom(), inside.top());
  plot::paintLevels(painter, inside, levels, kScreenInk);
  const auto means = meansOf(dots_);
  const auto count = static_cast<double>(dots_.size());
  const auto across = [&](std::size_t i) {
    return inside.left() + inside.width() * (static_cast<double>(i) + 0.5) / count;
  };
  QPolygonF course;
  for (std::size_t i = 0; i < means.size(); ++i) course << QPointF(across(i), levels.at(means[i]));
  painter.setPen(QPen(kScreenInk.limit, 1.6));
  painter.drawPolyline(course);
  for (std::size_t i = 0; i < dots_.size(); ++i) {
    const QPointF at(across(i), levels.at(dots_[i].total));
    painter.setPen(QPen(kScreenInk.mark, 1.6));
    painter.setBrush(dots_[i].chosen ? QBrush(kScreenInk.mark) : QBrush(views::ink::kBackground));
    painter.drawEllipse(at, 4, 4);
    painter.setBrush(Qt::NoBrush);
    if (dots_[i].shown) painter.drawEllipse(at, 8, 8);
  }
  painter.setPen(kScreenInk.text);
  painter.drawText(area, Qt::AlignRight | Qt::AlignTop,
                   tr("line: mean of the last five, now %1").arg(number(means.back())));
  painter.setPen(kScreenInk.faint);
  painter.drawText(QRectF(inside.left(), inside.bottom() + 2, inside.width(), line), Qt::AlignLeft | Qt::AlignTop,
                   tr("first attempt"));
  painter.drawText(QRectF(inside.left(), inside.bottom() + 2, inside.width(), line), Qt::AlignRight | Qt::AlignTop,
                   tr("latest; filled: this exercise"));
}

}  // namespace app::practice
