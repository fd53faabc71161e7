#include "app/panels/attest.h"

#include <QAction>
#include <QDate>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/route.h"
#include "planning/procedure/said.h"

namespace app::panels {
namespace {

using planning::Finding;

/// The current needle's finding of this code; null for none.
const Finding* findingOf(const PlanDocument& document, const std::string& code) {
  const auto& plan = document.plan();
  const auto index = static_cast<std::size_t>(std::max(0, document.currentNeedle()));
  if (index >= plan.choices.needles.size()) return nullptr;
  const auto& findings = plan.assessment.findings;
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.code == code && !finding.arguments.empty() &&
           finding.arguments.front() == plan.choices.needles[index].label;
  });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace

bool nameOperator(PlanDocument& document, QWidget* parent) {
  const auto& choices = document.plan().choices;
  if (planning::isSaid(choices.operatorName)) return true;
  const QString name = QInputDialog::getText(parent, SeenRow::tr("Operator"), SeenRow::tr("Your name, for the record"));
  if (!planning::isSaid(name.toStdString())) return false;
  document.setOperator(name, QString::fromStdString(choices.operatorOrganization));
  return true;
}

std::string today() {
  return QDate::currentDate().toString(Qt::ISODate).toStdString();
}

SeenRow::SeenRow(PlanDocument& document, Which which, const QString& objectName, QWidget* parent)
    : QWidget(parent),
      document_(document),
      which_(which),
      say_(new QPushButton(which == Which::Level ? tr("I have seen the level") : tr("I have seen the side"))),
      takeBack_(new QPushButton(tr("Take back"))),
      how_(new QMenu(this)),
      who_(new QLabel) {
  say_->setObjectName(objectName);
  takeBack_->setObjectName(objectName + "Back");
  who_->setObjectName(objectName + "By");
  who_->setTextFormat(Qt::PlainText);
  who_->setWordWrap(true);
  for (const char* how : {"fluoroscopy", "images"}) {
    auto* action = how_->addAction(seenHowWord(how));
    action->setObjectName(objectName + "-" + how);
    connect(action, &QAction::triggered, this, [this, how] { say(how); });
  }
  say_->setMenu(how_);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(say_, 1);
  row->addWidget(who_, 1);
  row->addWidget(takeBack_);
  connect(takeBack_, &QPushButton::clicked, this, &SeenRow::takeBack);
  connect(&document_, &PlanDocument::planChanged, this, &SeenRow::refresh);
  connect(&document_, &PlanDocument::currentNeedleChanged, this, &SeenRow::refresh);
  refresh();
}

std::string SeenRow::stated() const {
  const auto& choices = document_.plan().choices;
  const auto index = static_cast<std::size_t>(std::max(0, document_.currentNeedle()));
  const auto own = planning::ownChoices(choices, choices.needles.at(index));
  if (which_ == Which::Side) return own.side ? planning::anatomy::word(*own.side) : "";
  return planning::procedure::statedLevel(own.level).value_or("");
}

void SeenRow::say(const std::string& how) {
  const std::string what = stated();
  if (what.empty() || !nameOperator(document_, this)) return;
  const planning::SeenBySight seen{what, document_.plan().choices.operatorName, how, today()};
  which_ == Which::Level ? document_.setLevelSeen(seen) : document_.setSideSeen(seen);
}

void SeenRow::takeBack() {
  which_ == Which::Level ? document_.clearLevelSeen(stated()) : document_.clearSideSeen(stated());
}

/// The side by sight counts on projections alone: on a scan it is measured.
void SeenRow::refresh() {
  const bool level = which_ == Which::Level;
  const Finding* seen = findingOf(document_, level ? "level-seen" : "side-seen");
  const bool asks = findingOf(document_, level ? "level-not-counted" : "side-not-measured") != nullptr &&
                    (level || document_.plan().choices.fluoroscopy);
  setVisible(seen || asks);
  say_->setVisible(!seen);
  for (QWidget* part : std::initializer_list<QWidget*>{who_, takeBack_}) part->setVisible(seen != nullptr);
  if (!seen) return;
  const QString by = personName(seen->arguments.at(2)), how = seenHowWord(seen->arguments.at(3));
  who_->setText(level ? tr("level %1 seen by %2 (%3)").arg(QString::fromStdString(seen->arguments.at(1)), by, how)
                      : tr("side seen by %1 (%2)").arg(by, how));
}

}  // namespace app::panels
