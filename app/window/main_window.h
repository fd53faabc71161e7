#pragma once

#include <QMainWindow>
#include <QString>

#include <optional>
#include <string>
#include <vector>

#include "app/case/draft_keeper.h"
#include "app/window/open_cases.h"
#include "app/window/opening.h"
#include "app/work/report_reader.h"
#include "app/work/reporter.h"

class QActionGroup;
class QDialog;
class QMenu;
class QStackedWidget;
class QTabBar;
class QUndoGroup;

namespace app {

class Page;
class PlanPage;
class StatusLine;

namespace archive {
class ArchivePage;
}
namespace audit {
class AuditPage;
}
namespace fluoroscopy {
class FluoroscopyPage;
}
namespace pacs {
class PacsPage;
}
namespace review {
class ReviewPage;
}
namespace practice {
class PracticePage;
}
namespace panels {
class MessageStrip;
}
namespace views {
enum class Tool;
}

/// The window (app/README.md) around one case: its pages, each with its tab, under one menu and one status line. Holds
/// no state of the case. Made anew when the language changes.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(OpenCases& cases, QWidget* parent = nullptr);
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

  /// Brings the page of this class to the front: goTo<review::ReviewPage>().
  template <class P>
  void goTo() {
    for (Page* page : pages_)
      if (dynamic_cast<P*>(page)) goTo(page);
  }

 Q_SIGNALS:
  void languageChosen(const QString& language);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  // main_window.cpp
  void makeCentre();
  void connectAll();
  void restoreLayout();

  // main_window_pages.cpp
  void makePages();
  void addPlan();
  void addFluoroscopy();
  void addPacs();
  void addArchive();
  void addAudit();
  void addReview();
  void addPractice();
  void addOutbox();
  void showOutbox();
  void addPage(Page* page);
  void goTo(Page* page);
  Page* shown() const;
  Page* edited() const;  ///< the one that undo, saving and the grey values are for
  void showPage();
  void showPractice();
  void auditArchive();

  // main_window_actions.cpp
  void makeActions();
  void makeFileMenu();
  void makeOpeningChoice(QMenu* menu);
  void makeEditMenu();
  void makeViewMenu();
  void makePresets(QMenu* menu);
  void makeLayouts(QMenu* menu);
  void makeLanguages(QMenu* menu);
  void makeToolMenu();
  void makeStructureMenu();
  void makePracticeMenu();
  void makeHelpMenu();
  void makeToolBar();
  QAction* command(QMenu* menu, const QString& name, const QString& text, const QKeySequence& key);
  QAction* toolAction(views::Tool tool) const;
  void showKeys();

  // main_window_files.cpp
  void askFolder();
  void askStructures();
  void askPlan();
  void askNeedle();
  void askExport();
  void askControl();
  void takeFile(const QString& path, planning::Expected<io::report::ReadReport> report);
  void takeReport(const QString& file, io::report::ReadReport report);
  void takePlan(PlanFile read);
  void takeControl(const QString& file, planning::review::Control control);
  void reviewPlan(const QString& file, const std::string& scanSeriesUid);
  void openArchived(PlanFile read);
  Page& pageOf(const planning::Plan& plan) const;
  void openReadPlan(PlanFile read);
  void scan(const QString& path, std::optional<PlanFile> waiting = std::nullopt);
  void openSeries(const io::dicom::SeriesInfo& series);
  void openRun(const io::dicom::SeriesInfo& series);
  void takeScan(const io::dicom::ScanResult& result);
  void listMore(const QString& folder);
  void openArrived(const io::dicom::ScanResult& result);
  bool finishPromised();
  void takeProjections(const io::dicom::ScanResult& result);
  void recover(const LostDraft& draft);
  void rememberScanOf(const QString& savedPlan);

  OpenCases& cases_;
  Case& case_;  ///< that of the scan
  Reporter reporter_;
  ReportReader reports_;
  Opening opening_;
  std::vector<Page*> pages_;  ///< in the order of their tabs
  PlanPage* plan_ = nullptr;
  fluoroscopy::FluoroscopyPage* fluoroscopy_ = nullptr;
  pacs::PacsPage* pacs_ = nullptr;
  archive::ArchivePage* archive_ = nullptr;
  audit::AuditPage* audit_ = nullptr;
  review::ReviewPage* review_ = nullptr;
  practice::PracticePage* practice_ = nullptr;
  panels::MessageStrip* strip_;
  StatusLine* status_;
  QStackedWidget* stack_;  ///< the pages
  QTabBar* tabs_;          ///< at the right of the menu bar; seen when there is more than one page
  QUndoGroup* undoGroup_;  ///< the stack of the page that is shown

  QMenu *practiceMenu_ = nullptr, *layouts_ = nullptr, *presets_ = nullptr;
  QActionGroup* toolGroup_ = nullptr;
  std::vector<QAction*> onPlanPage_;     ///< of no use on another page
  std::vector<QAction*> notInPractice_;  ///< would open, make or save something else than the attempt
  QAction *openFolder_ = nullptr, *savePlan_ = nullptr, *undo_ = nullptr, *redo_ = nullptr, *help_ = nullptr;
  QDialog* keys_ = nullptr;
};

}  // namespace app
