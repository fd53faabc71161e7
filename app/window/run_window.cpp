#include "app/window/run_window.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>

#include <clocale>
#include <memory>

#include "app/look/style.h"
#include "app/text/words.h"
#include "app/views/vtk_widget.h"
#include "app/window/main_window.h"
#include "app/work/folders.h"
#include "app/work/site_routes.h"
#include "io/reading/reading.h"

namespace app {
namespace {

QString firstLanguage() {
  const QString system = QLocale::system().language() == QLocale::French ? "fr" : "en";
  return QSettings().value("language", system).toString();
}

/// A window in another language is another window on the same case.
void showWindow(OpenCases& cases, std::unique_ptr<MainWindow>& window) {
  auto next = std::make_unique<MainWindow>(cases);
  QObject::connect(
      next.get(), &MainWindow::languageChosen, &cases.fluoroscopy,
      [&cases, &window](const QString& language) {
        QSettings().setValue("language", language);
        speak(language);
        const QByteArray geometry = window->saveGeometry();
        const std::unique_ptr<MainWindow> former = std::move(window);
        showWindow(cases, window);
        window->restoreGeometry(geometry);
        former->hide();
      },
      Qt::QueuedConnection);
  next->show();
  window = std::move(next);
}

}  // namespace

int runWindow(int argc, char** argv, const QString& path) {
  io::startReaders();
  views::setUpDefaultFormat();
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");  // QApplication sets the user's: strtod("1.5") would be 1 in French
  QApplication::setApplicationName("needleplan");
  QApplication::setOrganizationName("needleplan");
  QApplication::setApplicationVersion(NEEDLEPLAN_VERSION);
  applyStyle(application);
  speak(firstLanguage());
  const auto siteRoutes = useSiteRoutes();
  OpenCases cases;
  cases.scan.files().keepDrafts(draftFolder());
  cases.fluoroscopy.keepDrafts(draftFolder());
  cases.outbox.start(outboxFolder().toStdU16String());
  std::unique_ptr<MainWindow> window;
  showWindow(cases, window);
  if (!siteRoutes) Q_EMIT cases.scan.reporter().refused(siteRoutes.error());
  if (!path.isEmpty()) window->openPath(path);
  return QApplication::exec();
}

}  // namespace app
