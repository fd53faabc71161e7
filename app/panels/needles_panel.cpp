#include "app/panels/needles_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/site_words.h"
#include "app/text/words.h"
#include "app/work/reporter.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/session.h"

namespace app::panels {
namespace {

constexpr int kMostRowsShown = 6;

QToolButton* button(const char* objectName, const QString& text, const QString& tip) {
  auto* made = new QToolButton;
  made->setObjectName(objectName);
  made->setText(text);
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  made->setFocusPolicy(Qt::StrongFocus);
  return made;
}

QString verdictOf(const planning::PlannedNeedle& needle) {
  if (!needle.verdict) return NeedlesPanel::tr("not placed yet");
  return verdictSign(*needle.verdict) + QLatin1Char(' ') + verdictWord(*needle.verdict);
}

QString routeOf(const planning::Plan& plan, std::size_t which) {
  const std::string id = planning::ownSiteOf(plan.choices, plan.choices.needles[which]).routeId;
  const auto* route = planning::procedure::routesInUse().find(id);
  return route ? inLanguage(route->name) : NeedlesPanel::tr("no route");
}

/// Its name, verdict and depth; then side and level; then the route, in a plan of several.
QString rowText(const planning::Plan& plan, std::size_t which) {
  const auto needle = plan.needle(which);
  QStringList first{QString::fromStdString(needle.label), verdictOf(needle)};
  if (needle.depthMm) first += NeedlesPanel::tr("%1 deep").arg(mm(*needle.depthMm));
  const bool severalRoutes = std::any_of(plan.choices.needles.begin(), plan.choices.needles.end(),
                                         [](const planning::NeedleChoice& one) { return one.routeId.has_value(); });
  QStringList lines{first.join(QStringLiteral("  ")), statedSiteText(planning::ownChoices(plan.choices, needle))};
  if (severalRoutes) lines += routeOf(plan, which);
  return lines.join('\n');
}

}  // namespace

NeedlesPanel::NeedlesPanel(ShownScan& scan, PlanDocument& document, Reporter& reporter, QWidget* parent)
    : Section(tr("Needles"), false, parent),
      scan_(scan),
      document_(document),
      reporter_(reporter),
      list_(new QListWidget),
      mirror_(button("mirrorNeedle", tr("Mirror"), tr("The same needle on the other side, as a proposal"))),
      head_(button("nextLevelHead", tr("↑ level"), tr("The same needle one level toward the head, as a proposal"))),
      feet_(button("nextLevelFeet", tr("↓ level"), tr("The same needle one level toward the feet, as a proposal"))) {
  list_->setObjectName("needleList");
  list_->setAccessibleName(tr("Needles"));
  list_->setToolTip(tr("Up and Down choose, Insert adds a needle, Delete removes it"));
  list_->setWordWrap(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->installEventFilter(this);
  auto* make = new QHBoxLayout;
  for (auto* one : {mirror_, head_, feet_}) make->addWidget(one);
  make->addStretch(1);
  body()->addWidget(list_);
  body()->addLayout(make);
  connect(list_, &QListWidget::currentRowChanged, &document_, &PlanDocument::setCurrentNeedle);
  connect(mirror_, &QToolButton::clicked, this, &NeedlesPanel::mirror);
  connect(head_, &QToolButton::clicked, this, [this] { next(true); });
  connect(feet_, &QToolButton::clicked, this, [this] { next(false); });
  connect(&document_, &PlanDocument::planChanged, this, &NeedlesPanel::refresh);
  connect(&document_, &PlanDocument::currentNeedleChanged, this, &NeedlesPanel::refresh);
  refresh();
}

std::size_t NeedlesPanel::current() const {
  return static_cast<std::size_t>(std::max(0, document_.currentNeedle()));
}

bool NeedlesPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched != list_ || event->type() != QEvent::KeyPress) return Section::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key == Qt::Key_Insert) return document_.addNeedle(), true;
  if (key == Qt::Key_Delete) return document_.removeNeedle(document_.currentNeedle()), true;
  return false;
}

void NeedlesPanel::take(const QString& text, planning::Expected<planning::NeedleChoice> made) {
  if (!made) return void(Q_EMIT reporter_.refused(made.error()));
  document_.addMade(text, *made);
  if (made->target) scan_.setCrosshair(*document_.plan().choices.needles[current()].target);
}

void NeedlesPanel::mirror() {
  if (!document_.isOpen()) return;
  take(tr("Mirror needle"), planning::mirrored(document_.plan().choices, current(), scan_.skin().get()));
}

void NeedlesPanel::next(bool towardHead) {
  if (!document_.isOpen()) return;
  take(tr("Needle at the next level"), planning::atNextLevel(document_.plan().choices, current(), towardHead,
                                                             scan_.skin().get(), planning::procedure::routesInUse()));
}

void NeedlesPanel::refresh() {
  const QSignalBlocker quiet(list_);
  const auto& plan = document_.plan();
  const int count = static_cast<int>(plan.choices.needles.size());
  while (list_->count() > count) delete list_->takeItem(list_->count() - 1);
  while (list_->count() < count) list_->addItem(QString());
  for (int row = 0; row < count; ++row) {
    auto* item = list_->item(row);
    item->setText(rowText(plan, static_cast<std::size_t>(row)));
    item->setToolTip(routeOf(plan, static_cast<std::size_t>(row)));
    const auto& verdict = plan.assessment.needles[static_cast<std::size_t>(row)].verdict;
    item->setForeground(verdict ? verdictColour(*verdict) : palette().text().color());
  }
  list_->setCurrentRow(document_.currentNeedle());
  int height = 0;
  for (int row = 0; row < std::min(count, kMostRowsShown); ++row) height += list_->sizeHintForRow(row);
  list_->setFixedHeight(height + 2 * list_->frameWidth() + 2);
  setEnabled(count > 0 && scan_.volume() != nullptr);
}

}  // namespace app::panels
