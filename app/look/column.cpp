#include "app/look/column.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace app::panels {

Column::Column(const QString& objectName, const std::vector<QWidget*>& widgets, int leastWidth)
    : leastWidth_(leastWidth) {
  setObjectName(objectName);
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* holder = new QWidget;
  auto* layout = new QVBoxLayout(holder);
  layout->setContentsMargins(10, 6, 10, 6);
  layout->setSpacing(8);
  for (QWidget* widget : widgets) layout->addWidget(widget);
  layout->addStretch();
  setWidget(holder);
}

QSize Column::minimumSizeHint() const {
  return {std::max(leastWidth_, widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()), 100};
}

bool Column::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) updateGeometry();  // what it holds may want another width now
  return QScrollArea::eventFilter(watched, event);
}

}  // namespace app::panels
