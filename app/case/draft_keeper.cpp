#include "app/case/draft_keeper.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QUuid>
#include <QtConcurrent>

#include <filesystem>
#include <span>
#include <utility>

#include "io/files/safe_file.h"
#include "io/report/plan_report.h"
#include "planning/anatomy/mask_grid.h"

namespace app {
namespace {

std::filesystem::path pathOf(const QString& file) {
  return file.toStdU16String();
}
QString besides(const QString& file, const char* suffix) {
  return file.chopped(4) + QLatin1String(suffix);
}

std::unique_ptr<QLockFile> lockOf(const QString& file) {
  auto lock = std::make_unique<QLockFile>(besides(file, ".lock"));
  lock->setStaleLockTime(0);  // only the death of its process frees it
  return lock;
}

bool isEmpty(const planning::anatomy::Structure& made) {
  return planning::anatomy::rangeOf(*std::get<planning::anatomy::Mask::Pointer>(made.shape)).empty();
}

/// Runs in a thread. A plan that cannot be saved (no patient, no study) cannot be kept either: the save says why.
bool write(DraftKeeper::Unsaved unsaved, const QString& file, const QString& scanPath,
           std::optional<MadeStructures>& lastMade) {
  const QByteArray where = scanPath.toUtf8();
  std::erase_if(unsaved.made, isEmpty);
  if (unsaved.made.empty()) {
    lastMade.reset();
  } else if (!lastMade || !sameMade(lastMade->structures, unsaved.made)) {
    auto made = writeMade(std::move(unsaved.made), *unsaved.scan, pathOf(besides(file, ".seg")));
    if (!made) return false;
    lastMade = std::move(*made);
  }
  if (lastMade) cite(unsaved.plan, *lastMade);
  const auto kept = io::report::writePlan(unsaved.plan, pathOf(file));
  if (!kept) return false;
  const auto bytes = std::as_bytes(std::span(where.constData(), static_cast<std::size_t>(where.size())));
  return io::writeSafely(pathOf(besides(file, ".path")), bytes).has_value();
}

}  // namespace

DraftKeeper::DraftKeeper(Source source, QObject* parent) : QObject(parent), source_(std::move(source)) {
  wait_.setSingleShot(true);
  connect(&wait_, &QTimer::timeout, this, &DraftKeeper::keepNow);
}

DraftKeeper::~DraftKeeper() {
  writing_.waitForFinished();
}

void DraftKeeper::keepIn(const QString& folder, int waitMs) {
  if (!QDir().mkpath(folder)) return;
  QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  folder_ = folder;
  wait_.setInterval(waitMs);
}

void DraftKeeper::changed() {
  if (!folder_.isEmpty()) wait_.start();
}

bool DraftKeeper::holdFile() {
  if (!file_.isEmpty()) return true;
  const QString file = QDir(folder_).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + ".dcm");
  auto lock = lockOf(file);
  if (!lock->tryLock(0)) return false;
  lock_ = std::move(lock);
  file_ = file;
  return true;
}

void DraftKeeper::keepNow() {
  if (!writing_.isFinished()) return wait_.start();
  auto unsaved = source_();
  if (!unsaved || !holdFile()) return;
  writing_ = QtConcurrent::run([this, unsaved = std::move(*unsaved), file = file_, scanPath = scanPath_] {
    if (write(unsaved, file, scanPath, kept_)) QMetaObject::invokeMethod(this, [this, file] { Q_EMIT kept(file); });
  });
}

void DraftKeeper::adopt(const QString& file) {
  forget();
  auto lock = lockOf(file);
  if (!lock->tryLock(0)) return;
  lock_ = std::move(lock);
  file_ = file;
}

void DraftKeeper::forget() {
  wait_.stop();
  writing_.waitForFinished();
  if (file_.isEmpty()) return;
  discard(std::exchange(file_, {}));
  kept_.reset();
  lock_.reset();
}

std::vector<LostDraft> DraftKeeper::lost(const QString& folder) {
  std::vector<LostDraft> drafts;
  for (const QFileInfo& entry : QDir(folder).entryInfoList({"*.dcm"}, QDir::Files, QDir::Time)) {
    const QString file = entry.absoluteFilePath();
    if (!lockOf(file)->tryLock(0)) continue;
    QFile path(besides(file, ".path"));
    const QString scanPath = path.open(QIODevice::ReadOnly) ? QString::fromUtf8(path.readAll()) : QString();
    drafts.push_back({file, scanPath});
  }
  return drafts;
}

void DraftKeeper::discard(const QString& file) {
  QFile::remove(file);
  QFile::remove(besides(file, ".path"));
  QFile::remove(besides(file, ".seg"));
}

}  // namespace app
