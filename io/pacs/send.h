#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "io/pacs/site.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io::pacs {

/// What became of one file. Sent is not yet kept: only readBack() proves that the archive has it as it is.
struct Sent {
  std::filesystem::path file;
  std::string studyUid{}, seriesUid{}, sopInstanceUid{};
  std::optional<planning::Error> error{};  ///< absent: the archive answered success
  std::string warning{};                   ///< the status it warned with, hexadecimal; empty: none
};

/// Sends files of our own, one after another over one association; each result is handed over as it is known. Files of
/// implicit-only peers are rewritten on the way. What was not sent once the association failed has that error. Errors
/// of a file: "cannot-read", "not-dicom", and those of Association.
std::vector<Sent> send(const Site& site, const std::vector<std::filesystem::path>& files,
                       const std::function<void(const Sent&)>& take, const planning::Progress& progress);

/// Fetches the object again into a folder of its own within `scratch`, which is gone afterwards, and compares its data
/// set with the file's: every value, not its encoding. Errors: those of fetch(), "pacs-not-there",
/// "pacs-other-content".
planning::Expected<void> readBack(const Site& site, const Sent& sent, const std::filesystem::path& scratch,
                                  const planning::Progress& progress);

/// Whether two files hold the same data set: every value, whatever the transfer syntax, group lengths and the lengths
/// of sequences. Errors: "cannot-read".
planning::Expected<bool> sameContent(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace io::pacs
