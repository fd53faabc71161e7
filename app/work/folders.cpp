#include "app/work/folders.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace app {
namespace {

constexpr const char* kScanFolder = "folders/scans";
constexpr const char* kPlanFolder = "folders/plans";
constexpr const char* kArchiveFolder = "folders/archive";

QString remembered(const char* key) {
  return QSettings().value(key, QStandardPaths::writableLocation(QStandardPaths::HomeLocation)).toString();
}

QString dataFolder(const char* name) {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + '/' + name;
}

/// Words of three letters and more by which a path would name a patient.
QStringList tellingWords(const io::dicom::ScanResult& result) {
  QStringList words;
  for (const auto& series : result.series) {
    const auto& patient = series.identity.patient;
    for (const auto* text : {&patient.name, &patient.id, &series.identity.study.accessionNumber})
      words += QString::fromStdString(*text).split(QRegularExpression("[^\\w]+"), Qt::SkipEmptyParts);
  }
  words.removeIf([](const QString& word) { return word.size() < 3; });
  words.removeDuplicates();
  return words;
}

QString above(const QString& path) {
  return QFileInfo(path).absolutePath();
}

}  // namespace

QString folderWithoutPatient(const QString& path, const io::dicom::ScanResult& result) {
  const QStringList words = tellingWords(result);
  const auto tells = [&words](const QString& text) {
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
  };
  // What was chosen is the patient's; above it, perhaps not.
  QString folder = above(QDir(path).absolutePath());
  while (tells(folder) && !QDir(folder).isRoot()) folder = above(folder);
  return folder;
}

QString scanFolder() {
  return remembered(kScanFolder);
}

void rememberScanFolder(const QString& path, const io::dicom::ScanResult& result) {
  const bool ours = path.startsWith(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)) ||
                    path.startsWith(fetchedFolder());
  if (!path.isEmpty() && !ours) QSettings().setValue(kScanFolder, folderWithoutPatient(path, result));
}

QString planFolder() {
  return remembered(kPlanFolder);
}

void rememberPlanFolder(const QString& file, const io::dicom::ScanResult& result) {
  QSettings().setValue(kPlanFolder, folderWithoutPatient(file, result));
}

QString draftFolder() {
  return dataFolder("drafts");
}

QString outboxFolder() {
  // Not AppDataLocation: a command has no application's name.
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/needleplan/needleplan/outbox";
}

QString demoFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/demo-" NEEDLEPLAN_VERSION;
}

QString fetchedFolder() {
  return dataFolder("fetched");
}

QString archiveFolder() {
  return QSettings().value(kArchiveFolder, dataFolder("archive")).toString();
}

void setArchiveFolder(const QString& folder) {
  QSettings().setValue(kArchiveFolder, QDir(folder).absolutePath());
}

void makeOwnFolder(const QString& folder) {
  if (QFileInfo::exists(folder) || !QDir().mkpath(folder)) return;
  QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

bool isInArchive(const QString& file) {
  const QString folder = QDir(archiveFolder()).absolutePath() + '/';
  return QFileInfo(file).absoluteFilePath().startsWith(folder);
}

QString freshArchiveFile(const QString& kind) {
  const QString folder = archiveFolder();
  makeOwnFolder(folder);
  const QString name = folder + '/' + kind + '-' + QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss");
  QString file = name + ".dcm";
  for (int again = 2; QFileInfo::exists(file); ++again) file = name + '-' + QString::number(again) + ".dcm";
  return file;
}

QString nextVersionFile(const QString& saved, const QString& kind) {
  return isInArchive(saved) ? freshArchiveFile(kind) : saved;
}

}  // namespace app
