#include "io/deidentification/export_folder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcddirif.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include "io/files/local_time.h"
#include "io/files/safe_file.h"

namespace io::deidentification {

namespace fs = std::filesystem;

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
  const fs::path folder = growing() / numbered("PAT", patient) / numbered("STU", inStudy) / numbered("SER", inSeries);
  std::error_code failed;
  fs::create_directories(folder, failed);
  const fs::path file = folder / numbered("OBJ", inSeries + "/" + std::to_string(files_.size()));
  if (const auto written = writeSafely(file, bytes); !written) return tl::unexpected(written.error());
  files_.push_back(file);
  return file;
}

namespace {

/// Where a file has no date, DCMTK puts today's into the directory's record, the day of the export: here it becomes a
/// day that is nobody's, of the same length, so that the records' offsets hold.
std::string withoutInventedDays(std::string directory, const std::string& today) {
  for (const char* element : {"\x20", "\x21", "\x22", "\x23"}) {
    const std::string invented = std::string("\x08\x00", 2) + element +
                                 std::string(
                                     "\x00"
                                     "DA\x08\x00",
                                     5) +
                                 today;
    for (auto at = directory.find(invented); at != std::string::npos; at = directory.find(invented, at))
      directory.replace(at + 8, today.size(), "19000101");
  }
  return directory;
}

}  // namespace

planning::Expected<void> ExportFolder::addDirectory() {
  DicomDirInterface directory;
  directory.disableConsistencyCheck();
  directory.disableBackupMode();
  directory.enableInventMode();
  const fs::path file = growing() / "DICOMDIR";
  const std::string today = localNow("%Y%m%d");
  OFCondition status = directory.createNewDicomDir(DicomDirInterface::AP_GeneralPurpose, file.c_str(), "EXPORT");
  for (const auto& one : files_)  // a class that cannot be named is not in the directory; the file is there
    if (status.good()) directory.addDicomFile(one.lexically_relative(growing()).c_str(), growing().c_str());
  if (status.good()) status = directory.writeDicomDir();
  if (status.bad()) return planning::refuse("cannot-write", file.string(), status.text());
  std::ifstream written(file, std::ios::binary);
  const std::string bytes = withoutInventedDays({std::istreambuf_iterator<char>(written), {}}, today);
  if (!written) return planning::refuse("cannot-write", file.string(), "cannot be read back");
  if (const auto kept = writeSafely(file, std::as_bytes(std::span(bytes))); !kept) return tl::unexpected(kept.error());
  files_.push_back(file);
  return {};
}

}  // namespace io::deidentification
