#pragma once

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/archive/query.h"
#include "app/archive/record.h"
#include "planning/progress.h"

namespace app::archive {

/// What following the folder found.
struct Followed {
  std::size_t files = 0;    ///< in the folder now
  std::size_t read = 0;     ///< new or changed since the last time
  std::size_t gone = 0;     ///< no longer there
  std::size_t refused = 0;  ///< of all files, those with a reason why they are no plan and no control
};

/// The index over an archive folder: an SQLite file that its owner alone may read. It is only a copy of what the DICOM
/// files say; when it is broken or of another version it is thrown away and filled again. Used by the thread that
/// opened it; several may be open on one file. Everything that asks it may give the error "archive-index".
class Index {
 public:
  /// The index file of a folder, in the user's data folder.
  static QString fileFor(const QString& folder);
  /// Makes the file where it is not there. Errors: "archive-index" with the reason.
  static planning::Expected<std::unique_ptr<Index>> open(const QString& file);
  ~Index();

  /// Brings the index up to the folder: reads files whose size or time changed, forgets those that are gone. Stopped,
  /// it keeps what it has read. Writes nothing to the folder. Errors: "archive-index", "cannot-read", "no-such-path",
  /// "cancelled".
  planning::Expected<Followed> follow(const std::filesystem::path& folder, planning::Progress& progress);
  /// Forgets all files, so that the next follow() reads each again. Keeps where scans lie.
  planning::Expected<void> forget();

  /// Newest first; files that cannot be read come last, and only when the query asks nothing or asks for them.
  planning::Expected<std::vector<Record>> search(const Query& query) const;
  /// How many files are neither plan nor control.
  planning::Expected<std::size_t> refusedCount() const;
  /// All versions of a report that the archive holds, oldest first, itself included.
  planning::Expected<std::vector<Record>> versionsOf(const Record& record) const;
  /// The needles of the controls that a search finds, all versions, for selectForAudit(); timed from their plans.
  planning::Expected<std::vector<planning::review::AuditedNeedle>> needles(Query query) const;
  /// The report with this SOP Instance UID; absent when the archive does not hold it.
  planning::Expected<std::optional<Record>> report(const std::string& uid) const;

  /// Where the scan of a plan was last opened from; empty when not known.
  planning::Expected<QString> scanFolder(const std::string& seriesUid) const;
  planning::Expected<void> rememberScan(const std::string& seriesUid, const QString& folder);

 private:
  struct Private;
  explicit Index(std::unique_ptr<Private> made);
  std::unique_ptr<Private> d;
};

}  // namespace app::archive
