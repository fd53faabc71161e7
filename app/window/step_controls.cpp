#include "app/window/step_controls.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QWidget>

#include "app/look/section.h"

namespace app {
namespace {

using planning::Step;

/// The first question that is asked and has no answer yet.
QString openCheck(const QWidget& page) {
  for (const auto* combo : page.findChildren<QComboBox*>())
    if (combo->objectName().startsWith("check-") && combo->currentData().toString().isEmpty() &&
        combo->isVisibleTo(&page) && !combo->parentWidget()->isHidden())
      return combo->objectName();
  return {};
}

QString unnamedOperator(const QWidget& page) {
  const auto* name = page.findChild<QLineEdit*>("operatorName");
  return name && !name->text().isEmpty() ? "operatorOrganization" : "operatorName";
}

/// The row that says "not visible" of what the route requires, where there is one; else the way to add a structure.
QString wayToGive(const planning::NextStep& step, const QWidget& page) {
  const QString unseen = "unseen-" + QString::fromStdString(step.about);
  const auto* row = page.findChild<QWidget*>(unseen);
  return row && !row->parentWidget()->isHidden() ? unseen : "addStructure";
}

}  // namespace

QString controlOf(const planning::NextStep& step, const QWidget& page) {
  switch (step.step) {
    case Step::ChooseRoute:
      return "route";
    case Step::StateLevel:
      return "level";
    case Step::StateSide:
      return "side";
    case Step::SetTarget:
      return "targetX";
    case Step::ChooseNeedle:
      return "length";
    case Step::SetEntry:
    case Step::MoveNeedle:
      return "entryX";
    case Step::CountLevels:
      return "levelToClick";
    case Step::MarkMidline:
      return "midline";
    case Step::ConfirmStructure:
      return {};
    case Step::GiveStructure:
      return wayToGive(step, page);
    case Step::AcceptNear:
      return "acceptNear";
    case Step::AcceptReserve:
      return "acceptReserve";
    case Step::AcceptRule:
      return "acceptRules";
    case Step::SeeImported:
      return "importedSeen";
    case Step::ChooseGuidance:
      return "guidance";
    case Step::AnswerCheck:
      return step.about.empty() ? openCheck(page) : "check-" + QString::fromStdString(step.about);
    case Step::NameOperator:
      return unnamedOperator(page);
    case Step::Approve:
      return "approve";
    case Step::Mend:
    case Step::Done:
      break;
  }
  return "findings";
}

bool reveal(QWidget& page, const QString& control) {
  auto* widget = page.findChild<QWidget*>(control);
  if (widget == nullptr) return false;
  for (QWidget* up = widget->parentWidget(); up; up = up->parentWidget()) {
    if (auto* section = qobject_cast<panels::Section*>(up)) section->setFolded(false);
  }
  for (QWidget* up = widget->parentWidget(); up; up = up->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(up)) area->ensureWidgetVisible(widget);
  widget->setFocus(Qt::ShortcutFocusReason);
  return widget->isVisibleTo(&page);
}

}  // namespace app
