#include "app/window/start_page.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/look/section.h"

namespace app::panels {
namespace {

QPushButton* choice(const QString& objectName, const QString& text) {
  auto* button = new QPushButton(text);
  button->setObjectName(objectName);
  button->setProperty("role", "startChoice");
  button->setMinimumWidth(420);
  return button;
}

}  // namespace

StartPage::StartPage(const std::vector<LostDraft>& lost, QWidget* parent) : QWidget(parent) {
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(12);
  layout->addStretch();
  auto* title = new QLabel(tr("Plan a needle on a CT scan"));
  title->setProperty("role", "startTitle");
  auto* folder = choice("startOpenFolder", tr("Open a folder"));
  auto* fetch = choice("startFetch", tr("Fetch from the PACS"));
  auto* demo = choice("startOpenDemo", tr("Open the demo case"));
  auto* practise = choice("startPractise", tr("Practise"));
  for (QWidget* widget : std::initializer_list<QWidget*>{title, folder, fetch, demo, practise})
    layout->addWidget(widget, 0, Qt::AlignCenter);
  for (const LostDraft& draft : lost) {
    const QString when = QFileInfo(draft.file).lastModified().toString("yyyy-MM-dd HH:mm");
    auto* recover = choice("startRecover", tr("Recover the unsaved plan of %1").arg(when));
    layout->addWidget(recover, 0, Qt::AlignCenter);
    connect(recover, &QPushButton::clicked, this, [this, draft] { Q_EMIT recoverAsked(draft); });
  }
  auto* notice = caption(tr("Not a certified medical device"));
  notice->setWordWrap(false);
  layout->addStretch();
  layout->addWidget(notice, 0, Qt::AlignCenter);
  connect(folder, &QPushButton::clicked, this, &StartPage::openFolderAsked);
  connect(fetch, &QPushButton::clicked, this, &StartPage::fetchAsked);
  connect(demo, &QPushButton::clicked, this, &StartPage::openDemoAsked);
  connect(practise, &QPushButton::clicked, this, &StartPage::practiseAsked);
}

}  // namespace app::panels
