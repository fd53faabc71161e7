#include "app/panels/step_place.h"

#include <QScrollArea>
#include <QWidget>

#include "app/look/section.h"

namespace app::panels {

void reveal(QWidget& control) {
  for (QWidget* up = control.parentWidget(); up; up = up->parentWidget())
    if (auto* section = qobject_cast<Section*>(up)) section->setFolded(false);
  for (QWidget* up = control.parentWidget(); up; up = up->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(up)) area->ensureWidgetVisible(&control);
  control.setFocus(Qt::ShortcutFocusReason);
}

}  // namespace app::panels
