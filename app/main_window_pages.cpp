#include <QActionGroup>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>

#include "app/main_window.h"
#include "app/views/views_area.h"

namespace app {

void MainWindow::makePages() {
  tabs_->setObjectName("pageTabs");
  tabs_->setDrawBase(false);
  tabs_->setAutoHide(true);
  tabs_->setFocusPolicy(Qt::NoFocus);
  menuBar()->setCornerWidget(tabs_, Qt::TopRightCorner);
  connect(tabs_, &QTabBar::currentChanged, this, &MainWindow::showPage);
  addPage("plan", tr("Plan"), splitter_);
}

void MainWindow::addPage(const QString& name, const QString& title, QWidget* page) {
  page->setProperty("page", name);
  pages_->addWidget(page);
  tabs_->addTab(title);
}

void MainWindow::goToPage(const QString& name) {
  for (int tab = 0; tab < tabs_->count(); ++tab)
    if (pages_->widget(tab + 1)->property("page") == name) tabs_->setCurrentIndex(tab);
}

/// The page of the chosen tab; that of the plan gives way to the start while nothing is open.
void MainWindow::showPage() {
  const bool hasScan = case_.volume() || case_.isLoading() || !case_.lastScan().series.empty();
  const bool plans = tabs_->currentIndex() <= 0;
  pages_->setCurrentIndex(plans && !hasScan ? 0 : tabs_->currentIndex() + 1);
  toolGroup_->setEnabled(plans);  // its keys would place points in views that are not seen
  showScanFacts();
}

}  // namespace app
