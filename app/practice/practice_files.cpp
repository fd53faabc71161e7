#include "app/practice/practice_files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <span>

#include "io/files/safe_file.h"

namespace app::practice {
namespace {

constexpr const char* kFolder = "folders/exercises";
constexpr qint64 kLongestTotal = 32;

QString practiceFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/practice";
}

struct Folders {
  QString exercises, attempts;
};
Folders& usedFolders() {
  static Folders folders;
  return folders;
}

QString totalFile(const QString& attemptFile) {
  return attemptFile + ".total";
}

std::optional<double> totalOf(const QString& attemptFile) {
  QFile file(totalFile(attemptFile));
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  bool isNumber = false;
  const double total = file.read(kLongestTotal).trimmed().toDouble(&isNumber);
  return isNumber && total >= 0 && total <= 100 ? std::optional(total) : std::nullopt;
}

bool isFinished(const planning::practice::Attempt& attempt) {
  return !attempt.steps.empty() && attempt.steps.back().kind == planning::practice::Step::Kind::Finish;
}

}  // namespace

void useFolders(const QString& exercises, const QString& attempts) {
  usedFolders() = {exercises, attempts};
}

QString exercisesFolder() {
  if (!usedFolders().exercises.isEmpty()) return usedFolders().exercises;
  return QSettings().value(kFolder, practiceFolder() + "/exercises").toString();
}

void setExercisesFolder(const QString& folder) {
  QSettings().setValue(kFolder, QDir(folder).absolutePath());
}

QString attemptsFolder() {
  const QString own = usedFolders().attempts;
  const QString folder = own.isEmpty() ? practiceFolder() + "/attempts" : own;
  QDir().mkpath(folder);
  QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
  return folder;
}

QString freshAttemptFile(const planning::practice::Exercise& exercise) {
  const QString name = attemptsFolder() + '/' + QString::fromStdString(exercise.routeId) + '-' +
                       QDateTime::currentDateTimeUtc().toString("yyyyMMdd-HHmmss");
  QString file = name + ".txt";
  for (int again = 2; QFileInfo::exists(file); ++again) file = name + '-' + QString::number(again) + ".txt";
  return file;
}

std::vector<SavedAttempt> savedAttempts(std::vector<planning::Error>& refused) {
  std::vector<SavedAttempt> all;
  for (const QFileInfo& info : QDir(attemptsFolder()).entryInfoList({"*.txt"}, QDir::Files)) {
    auto read = io::practice::readAttempt(info.absoluteFilePath().toStdU16String());
    if (!read) {
      refused.push_back(read.error());
      continue;
    }
    const bool finished = isFinished(*read);
    all.push_back({info.absoluteFilePath(), std::move(*read), finished, totalOf(info.absoluteFilePath())});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.attempt.startedAt < b.attempt.startedAt; });
  return all;
}

void rememberTotal(const QString& attemptFile, double total) {
  const QByteArray text = QByteArray::number(total, 'g', 17) + '\n';
  std::ignore = io::writeSafely(totalFile(attemptFile).toStdU16String(),
                                std::as_bytes(std::span(text.data(), static_cast<std::size_t>(text.size()))));
}

}  // namespace app::practice
