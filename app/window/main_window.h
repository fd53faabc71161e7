#pragma once

#include <QMainWindow>
#include <QString>

#include <optional>
#include <vector>

#include "app/case/case.h"
#include "app/case/draft_keeper.h"
#include "app/work/report_reader.h"

class QActionGroup;
class QLabel;
class QMenu;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolBar;
class QToolButton;
class QUndoGroup;
class QUndoStack;

namespace app {

namespace archive {
class ArchivePage;
}
namespace audit {
class AuditPage;
}
namespace fluoroscopy {
class FluoroscopyPage;
}
namespace review {
class ReviewPage;
}
namespace practice {
class PracticePage;
}
namespace panels {
class MessageStrip;
class ShapePanel;
class StructuresPanel;
class TubesPanel;
}  // namespace panels
namespace views {
class ViewsArea;
}

/// The window (app/README.md) around one case: what is open on the left, the views in the middle, the plan's steps on
/// the right; and beside it further pages, each with its tab. Holds no state of the case. Made anew when the language
/// changes.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(Case& openCase, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// A folder or a file, as dropped or given on the command line: a scan, structures, a plan or a control, by what it
  /// is. What a file is, is read in the background.
  void openPath(const QString& path);
  bool isReading() const { return reports_.isBusy(); }  ///< a file, to see what it is
  void openDemo();
  /// A plan whose scan need not be open: it is looked for where it was last, else the operator is asked for its folder.
  void openArchivedPlan(const QString& file);
  /// A control that was saved, taken up again in the Review page. Its plan and its scan are looked for where the
  /// archive knows them, and beside it.
  void openControl(const QString& file);
  bool savePlanAs(const QString& file, bool complete);

  static QString draftFolder();

  /// Brings a page to the front: "plan", or the name it was added by.
  void goToPage(const QString& name);

 Q_SIGNALS:
  void languageChosen(const QString& language);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  // main_window.cpp
  QWidget* makeLeft();
  QWidget* makeRight();
  void makeStatusLine();
  void connectCase();
  void connectViews();
  void showScanFacts();
  void showHovered(const planning::Point& where, std::optional<int> hu);
  void showProgress(const QString& what, double fraction);
  void restoreLayout();

  // main_window_pages.cpp
  void makePages();
  void makeFluoroscopyPage();
  bool shows(const QString& page) const;
  void addArchive();
  void addAudit();
  void auditArchive();
  void addReview();
  void reviewPlan(const QString& file);
  void takeControl(const QString& file, planning::review::Control control);
  bool askSaveControl();
  QUndoStack& shownStack();
  void addPage(const QString& name, const QString& title, QWidget* page);
  void showPage();

  // main_window_practice.cpp
  void addPractice();
  void makePracticeMenu();
  void showPractice();

  // main_window_actions.cpp
  void makeActions();
  void makeFileMenu();
  void makeEditMenu();
  void makeViewMenu();
  void makeToolMenu();
  void makeStructureMenu();
  void makeHelpMenu();
  void makeToolBar();
  QAction* command(QMenu* menu, const QString& name, const QString& text, const QKeySequence& key);
  void showKeys();

  // main_window_files.cpp
  void askFolder();
  void askStructures();
  void askPlan();
  void askControl();
  QString fileToSave();
  bool askSave(bool complete);
  bool mayLeaveCase();
  bool askSaveFluoroscopy();
  bool mayLeaveFluoroscopy();
  bool mayLeaveReview();
  void takeFile(const QString& path, planning::Expected<io::report::ReadReport> report);
  void takeReport(const QString& file, io::report::ReadReport report);
  void takePlan(const QString& file, bool onProjections);
  void scan(const QString& path);
  void openReadPlan(const QString& file, bool recovers);
  void openSeries(const io::dicom::SeriesInfo& series);
  void takeScan(const io::dicom::ScanResult& result);
  void takeProjections(const io::dicom::ScanResult& result);
  void recover(const LostDraft& draft);
  void rememberFolder(const QString& path);

  Case& case_;
  ReportReader reports_;
  QStackedWidget* pages_;  ///< the start, then one page a tab
  QTabBar* tabs_;          ///< at the right of the menu bar; seen when there is more than one page
  QSplitter* splitter_;
  views::ViewsArea* views_;
  archive::ArchivePage* archive_ = nullptr;
  audit::AuditPage* audit_ = nullptr;
  fluoroscopy::FluoroscopyPage* fluoroscopy_ = nullptr;
  review::ReviewPage* review_ = nullptr;
  practice::PracticePage* practice_ = nullptr;
  QMenu* practiceMenu_ = nullptr;
  std::vector<QWidget*> notInPractice_;  ///< panels that would tell an answer, or are of no use without one
  panels::MessageStrip* strip_;
  panels::StructuresPanel* structures_ = nullptr;
  panels::ShapePanel* shape_ = nullptr;
  panels::TubesPanel* tubes_ = nullptr;
  QToolBar* tools_ = nullptr;
  QActionGroup* toolGroup_ = nullptr;
  QUndoGroup* undoGroup_ = nullptr;  ///< the stack of the page that is shown
  QLabel *hover_ = nullptr, *reason_ = nullptr, *position_ = nullptr, *working_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QToolButton* cancel_ = nullptr;

  QString planFile_;         ///< where the plan was last saved or opened from
  QString fluoroscopyFile_;  ///< the same of the plan on projections
  QString scanning_;         ///< the path that is being scanned
  QString planToOpen_;       ///< once its scan has been found
  QString draftToOpen_;
};

/// The nearest folder above that says nothing of the patients: what may be remembered in the settings.
QString folderWithoutPatient(const QString& path, const io::dicom::ScanResult& result);

}  // namespace app
