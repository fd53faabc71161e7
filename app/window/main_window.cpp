#include "app/window/main_window.h"

#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QUndoGroup>
#include <QVBoxLayout>

#include "app/look/message_strip.h"
#include "app/text/sentences.h"
#include "app/views/views_area.h"
#include "app/window/field_keys.h"
#include "app/window/plan_page.h"
#include "app/window/status_line.h"

namespace app {

MainWindow::MainWindow(OpenCases& cases, QWidget* parent)
    : QMainWindow(parent),
      cases_(cases),
      case_(cases.scan),
      strip_(new panels::MessageStrip),
      status_(new StatusLine(cases.scan.shownScan(), reporter_)),
      stack_(new QStackedWidget),
      tabs_(new QTabBar),
      undoGroup_(new QUndoGroup(this)) {
  setObjectName("mainWindow");
  setWindowTitle("needleplan");
  setAcceptDrops(true);
  setContextMenuPolicy(Qt::NoContextMenu);
  setStatusBar(status_);
  makeCentre();
  makePages();
  makeActions();
  connectAll();
  restoreLayout();
  new FieldKeys(*this, *plan_);
  showPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre() {
  auto* centre = new QWidget;
  auto* layout = new QVBoxLayout(centre);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(strip_);
  layout->addWidget(stack_, 1);
  setCentralWidget(centre);
}

void MainWindow::connectAll() {
  connect(&reporter_, &Reporter::refused, this,
          [this](const planning::Error& error) { strip_->tell(sentence(error)); });
  reporter_.follow(&case_.reporter());
  reporter_.follow(&case_.work());
  reporter_.follow(&reports_);
  connect(&case_.work(), &ScanWork::scanned, this, &MainWindow::takeScan);
  connect(&case_.work(), &ScanWork::scanned, this, &MainWindow::showPage);
  connect(&case_.shownScan(), &ShownScan::volumeChanged, this, &MainWindow::showPage);
  connect(tabs_, &QTabBar::currentChanged, this, &MainWindow::showPage);
}

void MainWindow::restoreLayout() {
  resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
  restoreGeometry(QSettings().value("window/geometry").toByteArray());
  plan_->restoreLayout();
}

}  // namespace app
