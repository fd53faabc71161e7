#pragma once

#include <QString>

#include "planning/plan/next_step.h"

class QWidget;

namespace app {

/// The control of the plan's page that a step is done with, by its object name; empty where a tool or the asking panel
/// does it. `page` holds them: which checks are asked, and who is named already, is seen there.
QString controlOf(const planning::NextStep& step, const QWidget& page);

/// Unfolds what hides a control, scrolls to it and gives it the focus. False where there is none to be seen.
bool reveal(QWidget& page, const QString& control);

}  // namespace app
