#include "app/archive/index.h"

#include <sys/stat.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/archive/index_rows.h"
#include "app/work/copy_names.h"
#include "io/dicom/file_list.h"

namespace app::archive {
namespace {

namespace fs = std::filesystem;
using planning::refuse;

constexpr std::size_t kFilesATime = 100;  // in one transaction: what is read so far stays when it is stopped

planning::Error failed(const rows::Failure& failure) {
  return {"archive-index", {}, failure.why.toStdString()};
}

/// What the index is asked, with its failure as an error.
template <class Work>
auto guarded(const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const rows::Failure& failure) {
    return tl::unexpected(failed(failure));
  }
}

/// A file and what tells whether it changed.
struct Seen {
  fs::path file;
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;  ///< nanoseconds
};

Seen look(const fs::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) return {file, 0, 0};
  return {file, static_cast<std::uint64_t>(status.st_size),
          static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

/// What a save that is under way keeps beside the file.
bool isUnfinished(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with(".needleplan-") && name.ends_with(".tmp");
}

/// The folder's files; what may not be opened stands among them as refused.
planning::Expected<io::dicom::FileList> filesIn(const fs::path& folder) {
  auto list = io::dicom::listFiles(folder);
  if (!list && list.error().code == "empty-folder") return io::dicom::FileList{};
  if (list) std::erase_if(list->files, isUnfinished);
  if (list) std::erase_if(list->files, isCopyOfPlan);
  return list;
}

Record refusedRecord(const io::dicom::RejectedFile& rejected) {
  Record record;
  record.file = rejected.file;
  record.refusal = rejected.reason;
  return record;
}

/// Makes the file first, so that nobody else may read it at any time; SQLite's own files beside it take its rights.
bool makePrivate(const QString& file) {
  const QDir folder = QFileInfo(file).dir();
  const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
  if (!folder.exists()) {
    if (!folder.mkpath(".")) return false;
    QFile::setPermissions(folder.path(), owner | QFileDevice::ExeOwner);
  }
  QFile made(file);
  return (made.exists() || made.open(QIODevice::WriteOnly, owner)) && made.setPermissions(owner);
}

/// All of it or nothing.
class Transaction {
 public:
  explicit Transaction(const QSqlDatabase& database) : database_(database) { rows::run(database, "BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!done_) QSqlQuery(database_).exec("ROLLBACK");
  }
  void commit() {
    rows::run(database_, "COMMIT");
    done_ = true;
  }

 private:
  QSqlDatabase database_;
  bool done_ = false;
};

}  // namespace

struct Index::Private {
  QString connection = QUuid::createUuid().toString();
  QSqlDatabase database;

  ~Private() {
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(connection);
  }
  void open(const QString& file) {
    database = QSqlDatabase::addDatabase("QSQLITE", connection);
    database.setDatabaseName(file);
    database.setConnectOptions("QSQLITE_BUSY_TIMEOUT=10000");
    if (!database.open()) throw rows::failureOf(database.lastError());
    rows::run(database, "PRAGMA temp_store = MEMORY");
    rows::run(database, "PRAGMA synchronous = NORMAL");
    if (!rows::isOurs(database)) rows::create(database);
  }

  /// Those files of the folder that the index does not know as they are now; what is gone is forgotten.
  std::vector<Seen> changed(const io::dicom::FileList& list, Followed& followed);
  planning::Expected<void> read(const std::vector<Seen>& files, Followed& followed, planning::Progress& progress);
  std::size_t refused() const;
};

std::vector<Seen> Index::Private::changed(const io::dicom::FileList& list, Followed& followed) {
  std::map<std::string, std::pair<std::uint64_t, std::int64_t>> known;
  auto query = rows::run(database, "SELECT file, bytes, modified FROM reports");
  while (query.next())
    known[query.value(0).toString().toStdString()] = {static_cast<std::uint64_t>(query.value(1).toLongLong()),
                                                      query.value(2).toLongLong()};
  std::vector<Seen> files;
  for (const auto& file : list.files) {
    const Seen seen = look(file);
    const auto before = known.find(file.string());
    if (before == known.end() || before->second != std::pair(seen.bytes, seen.modified)) files.push_back(seen);
    if (before != known.end()) known.erase(before);
  }
  for (const auto& rejected : list.rejected) known.erase(rejected.file.string());
  Transaction transaction(database);
  for (const auto& [file, ignored] : known) rows::remove(database, QString::fromStdString(file));
  for (const auto& rejected : list.rejected) rows::insert(database, refusedRecord(rejected));
  transaction.commit();
  followed.gone = known.size();
  return files;
}

planning::Expected<void> Index::Private::read(const std::vector<Seen>& files, Followed& followed,
                                              planning::Progress& progress) {
  for (std::size_t first = 0; first < files.size(); first += kFilesATime) {
    std::vector<Record> read;
    for (std::size_t i = first; i < std::min(first + kFilesATime, files.size()) && !progress.stopRequested(); ++i) {
      read.push_back(readRecord(files[i].file));
      read.back().bytes = files[i].bytes;
      read.back().modified = files[i].modified;
      progress.advance(static_cast<double>(i + 1) / static_cast<double>(files.size()));
    }
    Transaction transaction(database);
    for (const auto& record : read) rows::insert(database, record);
    transaction.commit();
    followed.read += read.size();
    if (progress.stopRequested()) return refuse("cancelled");
  }
  return {};
}

std::size_t Index::Private::refused() const {
  auto query = rows::run(database, "SELECT count(*) FROM reports WHERE kind = ?", {static_cast<int>(Kind::Refused)});
  return query.next() ? static_cast<std::size_t>(query.value(0).toLongLong()) : 0;
}

Index::Index(std::unique_ptr<Private> made) : d(std::move(made)) {}
Index::~Index() = default;

QString Index::fileFor(const QString& folder) {
  const QByteArray path = QDir(folder).absolutePath().toUtf8();
  const QString name = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(32);
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/archive-index/" + name + ".sqlite";
}

planning::Expected<std::unique_ptr<Index>> Index::open(const QString& file) {
  for (const bool again : {false, true}) {
    if (again) QFile::remove(file);  // broken: it is filled again from the DICOM files
    if (!makePrivate(file)) return refuse("archive-index", file.toStdString(), "the file cannot be made");
    auto made = std::make_unique<Private>();
    try {
      made->open(file);
      return std::unique_ptr<Index>(new Index(std::move(made)));
    } catch (const rows::Failure& failure) {
      if (again || !failure.broken) return tl::unexpected(failed(failure));
    }
  }
  return refuse("archive-index", file.toStdString());
}

planning::Expected<Followed> Index::follow(const fs::path& folder, planning::Progress& progress) {
  return guarded([&]() -> planning::Expected<Followed> {
    const auto list = filesIn(folder);
    if (!list) return tl::unexpected(list.error());
    Followed followed;
    followed.files = list->files.size() + list->rejected.size();
    const auto files = d->changed(*list, followed);
    if (auto read = d->read(files, followed, progress); !read) return tl::unexpected(read.error());
    followed.refused = d->refused();
    return followed;
  });
}

planning::Expected<void> Index::forget() {
  return guarded([&]() -> planning::Expected<void> {
    Transaction transaction(d->database);
    rows::create(d->database);
    transaction.commit();
    return {};
  });
}

planning::Expected<std::vector<Record>> Index::search(const Query& query) const {
  return guarded([&]() -> planning::Expected<std::vector<Record>> {
    return rows::records(d->database, rows::conditionOf(query),
                         QString("kind = %1, saved DESC, file").arg(static_cast<int>(Kind::Refused)));
  });
}

planning::Expected<std::size_t> Index::refusedCount() const {
  return guarded([&]() -> planning::Expected<std::size_t> { return d->refused(); });
}

planning::Expected<std::vector<Record>> Index::versionsOf(const Record& record) const {
  return guarded([&]() -> planning::Expected<std::vector<Record>> {
    std::map<std::string, Record> versions;  // by UID
    std::vector<Record> open{record};
    while (!open.empty()) {
      const Record one = open.back();
      open.pop_back();
      if (one.uid.empty() || !versions.emplace(one.uid, one).second) continue;
      rows::Condition neighbours;
      neighbours.add("uid <> '' AND (predecessor_uid = ? OR uid = ?)",
                     {QString::fromStdString(one.uid), QString::fromStdString(one.predecessorUid)});
      for (auto& next : rows::records(d->database, neighbours, "file")) open.push_back(std::move(next));
    }
    // Two may be saved in one second: how many came before says which is later.
    const auto comesAfter = [&versions](const Record& version) {
      std::size_t count = 0;
      for (auto at = versions.find(version.predecessorUid); at != versions.end() && count < versions.size();
           at = versions.find(at->second.predecessorUid))
        ++count;
      return count;
    };
    std::vector<std::pair<std::size_t, Record>> sorted;
    sorted.reserve(versions.size());
    for (const auto& [uid, version] : versions) sorted.emplace_back(comesAfter(version), version);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second.saved) < std::tie(b.first, b.second.saved);
    });
    std::vector<Record> inOrder;
    inOrder.reserve(sorted.size());
    for (auto& [count, version] : sorted) inOrder.push_back(std::move(version));
    return inOrder;
  });
}

planning::Expected<std::vector<planning::review::AuditedNeedle>> Index::needles(Query query) const {
  query.kind = Kind::Control;
  query.latestOnly = false;  // the selection counts what is replaced
  return guarded([&]() -> planning::Expected<std::vector<planning::review::AuditedNeedle>> {
    auto condition = rows::conditionOf(query);
    if (!query.routeId.empty())
      condition.add("needles.route = ?", {QString::fromStdString(query.routeId)});  // a control may have other needles
    auto found = rows::needles(d->database, condition);
    std::map<std::string, std::string> savedPlans;
    auto plans =
        rows::run(d->database, "SELECT uid, saved FROM reports WHERE kind = ?", {static_cast<int>(Kind::Plan)});
    while (plans.next()) savedPlans[plans.value(0).toString().toStdString()] = plans.value(1).toString().toStdString();
    planning::review::timeFromPlans(found, savedPlans);
    return found;
  });
}

planning::Expected<std::optional<Record>> Index::report(const std::string& uid) const {
  return guarded([&]() -> planning::Expected<std::optional<Record>> {
    rows::Condition same;
    same.add("uid = ?", {QString::fromStdString(uid)});
    auto found = uid.empty() ? std::vector<Record>{} : rows::records(d->database, same, "file");
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
  });
}

planning::Expected<QString> Index::scanFolder(const std::string& seriesUid) const {
  return guarded([&]() -> planning::Expected<QString> {
    auto query =
        rows::run(d->database, "SELECT folder FROM scans WHERE series_uid = ?", {QString::fromStdString(seriesUid)});
    return query.next() ? query.value(0).toString() : QString();
  });
}

planning::Expected<void> Index::rememberScan(const std::string& seriesUid, const QString& folder) {
  return guarded([&]() -> planning::Expected<void> {
    rows::run(d->database, "INSERT OR REPLACE INTO scans VALUES(?,?)", {QString::fromStdString(seriesUid), folder});
    return {};
  });
}

}  // namespace app::archive
