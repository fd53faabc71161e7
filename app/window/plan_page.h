#pragma once

#include <memory>
#include <vector>

#include "app/case/draft_keeper.h"
#include "app/look/page.h"
#include "io/reading/scan.h"
#include "planning/plan/next_step.h"

class QMenu;
class QSplitter;
class QStackedWidget;

namespace app {

class Case;
class PlanCopier;

namespace outbox {
class OutboxWork;
}
namespace panels {
class AutoPanel;
class ConfirmPanel;
class StepPlace;
class StructuresPanel;
class TubesPanel;
}  // namespace panels
namespace practice {
class Session;
}
namespace views {
class ViewsArea;
}

/// The page of the plan on a scan: what is open on the left, the views in the middle, the plan's steps on the right;
/// the start while nothing is open. Holds no state of the case.
class PlanPage : public Page {
  Q_OBJECT

 public:
  PlanPage(Case& openCase, practice::Session& session, outbox::OutboxWork& outbox, QWidget* parent = nullptr);
  ~PlanPage() override;

  QString title() const override;
  QUndoStack* undoStack() override;
  bool save(bool complete) override;
  void setWindow(double centreHu, double widthHu) override;
  QString unsaved() const override;
  void leave() override;

  /// True when written; else the case has refused.
  bool saveAs(const QString& file, bool complete);
  /// As PlanFiles::openPlan(), or (`recovers`) recoverDraft(). The next version of what was saved is saved there again.
  void openPlan(const QString& file, planning::Plan plan, bool recovers);
  void startAnew() { file_.clear(); }  ///< the plan that follows was not saved yet

  bool showsStart() const;
  void chooseStartOrColumns();        ///< by what is open
  void setPractising(bool practise);  ///< then nothing tells an answer, and route, level and side are the exercise's
  void setStructureMenu(QMenu* menu);
  void toggleTubes();
  void goToNextStep();     ///< to where the one next thing is done
  void proposeTogether();  ///< asks for target and entry of the current needle
  void confirmNext();      ///< asks about the next structure that nobody has confirmed
  /// Waits for the copies of what was saved; what went wrong and was not told yet.
  std::vector<planning::Error> finishCopies();
  void printWorksheet();  ///< of the plan that is open, on a printer that is asked for
  views::ViewsArea& views() { return *views_; }

  void keepLayout() const;  ///< in the settings
  void restoreLayout();

 Q_SIGNALS:
  void openFolderAsked();
  void openDemoAsked();
  void fetchAsked();  ///< from an archive in the hospital's network
  void practiseAsked();
  void recoverAsked(const LostDraft& draft);
  void openStructuresAsked();
  void openSeriesAsked(const io::dicom::SeriesInfo& series);
  void saved(const QString& file);

 private:
  QWidget* makeStart();
  QWidget* makeLeft();
  QWidget* makeFound();
  QWidget* makeRight();
  QWidget* makeVerdict();
  bool checkSite();
  void goTo(const planning::NextStep& step);

  Case& case_;
  practice::Session& session_;
  std::unique_ptr<PlanCopier> copier_;  ///< of what is saved as complete
  QString file_;                        ///< where the plan was last saved or opened from
  views::ViewsArea* views_;
  QStackedWidget* stack_;
  QSplitter* columns_;
  panels::StructuresPanel* structures_ = nullptr;
  panels::AutoPanel* together_ = nullptr;
  panels::TubesPanel* tubes_ = nullptr;
  panels::ConfirmPanel* confirm_ = nullptr;
  QWidget* route_ = nullptr;
  std::vector<panels::StepPlace*> stepPlaces_;  ///< asked in this order where a step is done
  std::vector<QWidget*> notInPractice_;         ///< panels that would tell an answer, or are of no use without one
};

}  // namespace app
