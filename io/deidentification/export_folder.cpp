#include "io/deidentification/export_folder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcddirif.h>

#include <cstdio>

#include "io/safe_file.h"
#include "io/uid.h"

namespace io::deidentification {

namespace fs = std::filesystem;

namespace {
constexpr const char* kUnfinished = ".unfinished-";

/// "OUT/" is OUT: what grows must lie beside it, not in it.
fs::path withoutSlash(const fs::path& folder) {
  std::error_code ignored;
  const fs::path whole = fs::absolute(folder, ignored).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

}  // namespace

ExportFolder::ExportFolder(const fs::path& place)
    : place_(withoutSlash(place)), growing_(place_.string() + kUnfinished + newUid().substr(5, 12)) {
  std::error_code ignored;
  fs::create_directories(growing_, ignored);
  fs::permissions(growing_, fs::perms::owner_all, ignored);
}

ExportFolder::~ExportFolder() {
  std::error_code ignored;
  if (!growing_.empty()) fs::remove_all(growing_, ignored);
}

/// "PAT00001": numbers in the order in which the keys came, starting at 1 in each folder.
std::string ExportFolder::numbered(const std::string& prefix, const std::string& key) {
  const auto slash = key.rfind('/');
  const std::string above = slash == std::string::npos ? prefix : key.substr(0, slash) + prefix;
  const auto [place, isNew] = numbers_.try_emplace(key, 0);
  if (isNew) place->second = ++used_[above];
  char text[16];
  std::snprintf(text, sizeof text, "%s%05d", prefix.c_str(), place->second);
  return text;
}

planning::Expected<fs::path> ExportFolder::add(const std::string& patient, const std::string& study,
                                               const std::string& series, std::span<const std::byte> bytes) {
  const std::string inStudy = patient + "/" + study, inSeries = inStudy + "/" + series;
  const fs::path folder = growing_ / numbered("PAT", patient) / numbered("STU", inStudy) / numbered("SER", inSeries);
  std::error_code failed;
  fs::create_directories(folder, failed);
  const fs::path file = folder / numbered("OBJ", inSeries + "/" + std::to_string(files_.size()));
  if (const auto written = writeSafely(file, bytes); !written) return tl::unexpected(written.error());
  files_.push_back(file);
  return file;
}

planning::Expected<void> ExportFolder::addDirectory() {
  DicomDirInterface directory;
  directory.disableConsistencyCheck();
  directory.disableBackupMode();
  directory.enableInventMode();
  const fs::path file = growing_ / "DICOMDIR";
  OFCondition status = directory.createNewDicomDir(DicomDirInterface::AP_GeneralPurpose, file.c_str(), "EXPORT");
  for (const auto& one : files_)  // a class that cannot be named is not in the directory; the file is there
    if (status.good()) directory.addDicomFile(one.lexically_relative(growing_).c_str(), growing_.c_str());
  if (status.good()) status = directory.writeDicomDir();
  if (status.bad()) return planning::refuse("cannot-write", file.string(), status.text());
  files_.push_back(file);
  return {};
}

planning::Expected<void> ExportFolder::putInPlace() {
  std::error_code failed;
  fs::remove(place_, failed);  // an empty folder may lie there
  fs::rename(growing_, place_, failed);
  if (failed) return planning::refuse("cannot-write", place_.string(), failed.message());
  growing_.clear();
  return {};
}

void ExportFolder::removeUnfinished(const fs::path& place) {
  std::error_code ignored;
  const fs::path whole = withoutSlash(place);
  const std::string start = whole.filename().string() + kUnfinished;
  std::vector<fs::path> left;
  for (const auto& entry : fs::directory_iterator(whole.parent_path(), ignored))
    if (entry.path().filename().string().starts_with(start)) left.push_back(entry.path());
  for (const auto& folder : left) fs::remove_all(folder, ignored);
}

}  // namespace io::deidentification
