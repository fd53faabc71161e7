#pragma once

#include <QWidget>

#include <optional>

#include "app/audit/report.h"

namespace app::audit {

/// One plot of an audit. A click on a needle of the control chart asks for it.
class ChartWidget : public QWidget {
  Q_OBJECT

 public:
  enum class What { Histogram, ControlChart, Means, Breaches };
  ChartWidget(What what, const Report& report, QWidget* parent = nullptr);
  void show(planning::review::Measure measure, planning::review::Grouping grouping);
  /// Where the chart's needle is drawn; absent for one that is not.
  std::optional<QPointF> placeOf(std::size_t needle) const;
  QSize minimumSizeHint() const override { return {240, 110}; }

 Q_SIGNALS:
  void needleClicked(std::size_t needle);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  QRectF area() const;
  std::optional<std::size_t> needleAt(const QPointF& place) const;

  What what_;
  const Report& report_;
  planning::review::Measure measure_ = planning::review::Measure::TipError;
  planning::review::Grouping grouping_ = planning::review::Grouping::Route;
};

}  // namespace app::audit
