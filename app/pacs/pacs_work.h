#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

#include "app/work/background.h"
#include "io/pacs/find.h"
#include "io/pacs/site.h"
#include "planning/error.h"

namespace app {
class Reporter;
}

namespace app::pacs {

/// What is looked for: studies, or today's list (worklist steps where the archive has a worklist, else today's
/// studies), then of the query only the modality.
struct Question {
  io::pacs::StudyQuery query{};
  bool today = false;
};

/// What an archive says that a study holds.
struct StudyContent {
  std::string studyUid;
  std::vector<io::pacs::SeriesAnswer> series{};
  std::optional<planning::Error> error{};
};

/// What of a study came.
struct FetchedStudy {
  QString folder;
  int files = 0, missing = 0;
  std::optional<planning::Error> error{};  ///< why no more came
};

/// Asks archives and fetches from them behind the window. A search or a look that was superseded or cancelled gives
/// nothing any more, and its connection is shut. A fetch that is cancelled keeps what came whole.
class PacsWork : public QObject {
  Q_OBJECT

 public:
  explicit PacsWork(Reporter& reporter, QObject* parent = nullptr);

  /// found() for each answer as it comes, then searched().
  void search(const io::pacs::Site& site, const Question& question);
  /// What the study holds, for seriesKnown().
  void look(const io::pacs::Site& site, const std::string& studyUid);
  /// Into folderOfStudy(), the wanted series (empty: the likely one) first: ready() once it is whole with
  /// what lies beside it, then the rest, then the reports of the patient's other studies, then fetched().
  void fetch(const io::pacs::Site& site, const io::pacs::StudyAnswer& study, const std::string& seriesUid);
  /// connected() for an archive that answers.
  void test(const io::pacs::Site& site);

  bool isSearching() const { return asking_.isBusy(Background::Kind::Query); }
  bool isFetching() const { return fetching_.isBusy(Background::Kind::Fetch); }
  void cancelSearch();
  void cancelFetch();
  void cancelWork();

 Q_SIGNALS:
  void workProgress(const QString& what, double fraction);
  void fetchProgress(double fraction);  ///< < 0: unknown; > 1: no fetch runs any more
  void found(const io::pacs::StudyAnswer& study);
  void searched(const std::optional<planning::Error>& error);
  void seriesKnown(const app::pacs::StudyContent& content);
  void connected(const std::optional<planning::Error>& error);
  void ready(const QString& folder);
  void fetched(const app::pacs::FetchedStudy& study);
  void cancelled();

 private:
  Background asking_, fetching_;
  int search_ = 0, fetch_ = 0;  ///< their numbers: what comes of another is not shown
};

/// Where a study is fetched to: a folder of its own in the user's data folder, named by its UID, readable by its owner
/// alone. Absent for what is no UID.
std::optional<QString> folderOfStudy(const std::string& studyUid);

}  // namespace app::pacs
