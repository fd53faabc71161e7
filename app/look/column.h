#pragma once

#include <QScrollArea>

#include <vector>

namespace app::panels {

/// A column that scrolls up and down only, and is never narrower than what it holds.
class Column : public QScrollArea {
 public:
  Column(const QString& objectName, const std::vector<QWidget*>& widgets, int leastWidth);
  QSize minimumSizeHint() const override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  int leastWidth_;
};

}  // namespace app::panels
