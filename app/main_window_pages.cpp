#include <QActionGroup>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QUndoGroup>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/fluoroscopy_page.h"
#include "app/main_window.h"
#include "app/panels/message_strip.h"
#include "app/sentences.h"
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
  makeFluoroscopyPage();
}

void MainWindow::makeFluoroscopyPage() {
  auto* page = new fluoroscopy::FluoroscopyPage(case_);
  auto* model = &fluoroscopy::FluoroscopyCase::of(case_);
  addPage("fluoroscopy", tr("Fluoroscopy"), page);
  connect(page, &fluoroscopy::FluoroscopyPage::openFolderAsked, this, &MainWindow::askFolder);
  connect(page, &fluoroscopy::FluoroscopyPage::saveAsked, this, &MainWindow::askSaveFluoroscopy);
  connect(model, &fluoroscopy::FluoroscopyCase::refused, this,
          [this](const planning::Error& error) { strip_->tell(sentence(error)); });
  connect(model, &fluoroscopy::FluoroscopyCase::message, this,
          [this](const QString& text) { statusBar()->showMessage(text, 8000); });
}

bool MainWindow::shows(const QString& page) const {
  return pages_->currentWidget()->property("page") == page;
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
  for (const char* name : {"resetViews", "fill", "endTool"}) findChild<QAction*>(name)->setEnabled(plans);
  undoGroup_->setActiveStack(shows("fluoroscopy") ? &fluoroscopy::FluoroscopyCase::of(case_).undoStack()
                                                  : &case_.undoStack());
  showScanFacts();
}

}  // namespace app
