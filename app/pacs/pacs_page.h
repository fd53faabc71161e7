#pragma once

#include <QTimer>

#include <vector>

#include "app/look/page.h"
#include "app/pacs/pacs_work.h"
#include "planning/error.h"

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableView;

namespace app {
class Reporter;
}

namespace app::pacs {

class SearchForm;
class StudiesModel;

/// Studies of the hospital's archives: search, today's list, fetch and open. Everything that asks the network runs
/// behind the window.
class PacsPage : public Page {
  Q_OBJECT

 public:
  explicit PacsPage(Reporter& reporter, QWidget* parent = nullptr);
  ~PacsPage() override;

  QString title() const override;
  void leave() override;
  PacsWork& work() { return work_; }

 Q_SIGNALS:
  void openAsked(const QString& folder);    ///< the scan in it is whole
  void moreArrived(const QString& folder);  ///< the rest of the study

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeTop();
  QWidget* makeTable();
  QWidget* makeSide();
  void connectWork();
  void readSites();
  void showNothing();
  void askSites();
  const io::pacs::Site* site() const;
  void search(bool today);
  void showSearched(const std::optional<planning::Error>& error);
  void choose();
  void lookNow();
  void showSeries(const StudyContent& content);
  void act();
  void fetch();
  void takeReady(const QString& folder);
  void showFetched(const FetchedStudy& study);
  void showFetching();
  void say(const QString& text, bool refused = false);
  void enable();
  std::optional<int> chosenRow() const;

  Reporter& reporter_;
  PacsWork work_;
  std::vector<io::pacs::Site> sites_;
  QTimer settled_;           ///< runs while the choice moves: each study would be asked about
  bool showsSteps_ = false;  ///< the list is of a worklist: studies that may not be there yet
  QString folder_;           ///< of the scan that was fetched last, once it can be opened

  QComboBox* site_;
  SearchForm* form_;
  StudiesModel* model_;
  QTableView* table_;
  QListWidget* series_;
  QLabel *state_, *details_, *fetchState_;
  QProgressBar* progress_;
  QPushButton *search_, *today_, *cancel_, *settings_, *act_, *stop_, *open_;
};

}  // namespace app::pacs
