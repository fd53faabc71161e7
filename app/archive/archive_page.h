#pragma once

#include <QFileSystemWatcher>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

#include "app/archive/index.h"
#include "app/archive/version_text.h"
#include "app/look/page.h"
#include "app/work/background.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTextBrowser;

namespace app {
class Reporter;
}

namespace app::archive {

class CompareView;
class ReportsModel;
class SearchFields;

/// All plans and controls of the archive's folder: search, versions with what changed, two plans side by side. Follows
/// the folder in the background while it is seen.
class ArchivePage : public Page {
  Q_OBJECT

 public:
  explicit ArchivePage(Reporter& reporter, QWidget* parent = nullptr);
  ~ArchivePage() override;

  QString title() const override;
  /// Where the scan of a plan lies, as it was last opened; empty when not known or no longer there.
  QString scanFolder(const std::string& seriesUid);
  void rememberScan(const std::string& seriesUid, const QString& folder);
  /// The report with this SOP Instance UID; absent when the archive does not hold it.
  std::optional<Record> report(const std::string& uid);

  /// The needles of the present search's controls, with the files of all reports in the archive by their UID.
  struct Found {
    QString words;  ///< what was searched; empty for everything
    std::vector<planning::review::AuditedNeedle> needles;
    std::map<std::string, std::filesystem::path> files;
    std::vector<Record> refused;
  };
  planning::Expected<Found> found();

 Q_SIGNALS:
  void openAsked(const QString& planFile);
  void auditAsked();
  void reviewAsked(const QString& planFile, const std::string& scanSeriesUid);
  void controlAsked(const QString& controlFile);  ///< to be taken up again
  void followed();                                ///< the list is that of the folder now

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeList();
  QWidget* makeTop();
  Index* index();  ///< opened when first needed; null when it cannot be
  void chooseFolder();
  void useFolder(const QString& folder);
  void follow();
  void watch();
  void search();
  void select();
  void showVersions(std::vector<Version> versions);
  void compareSelected();
  void openRow(int row);
  void reviewRow(int row);
  QString planOf(int row);
  std::vector<int> selectedRows() const;
  template <class T>
  std::optional<T> take(planning::Expected<T> result);

  Reporter& reporter_;
  Background background_;  ///< follows the folder
  Background reading_;     ///< of the versions of what is chosen: too short for a bar
  std::unique_ptr<Index> index_;
  QFileSystemWatcher watcher_;
  QTimer settled_;  ///< runs while the folder is changing
  QStackedWidget* stack_;
  SearchFields* fields_;
  ReportsModel* model_;
  QTableView* table_;
  QTextBrowser* details_;
  CompareView* comparison_;
  QLabel *folder_, *count_;
  QPushButton *compare_, *open_, *review_, *showRefused_;
  QString facts_;  ///< of what is chosen, above its versions
  std::vector<Version> versions_;
};

}  // namespace app::archive
