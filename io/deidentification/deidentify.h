#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "io/deidentification/picture_box.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io {

/// Text in a picture that a person saw and put a box over.
struct Blackened {
  std::filesystem::path image;  ///< every image of its series is blackened; empty: every image. Looked at is this one
  PictureBox box;
};

struct DeidentifyOptions {
  bool keepDates = false;                ///< dates stay; otherwise each patient's move by one secret number of days
  std::filesystem::path keyFile;         ///< where the secret is kept for later exports; empty: it is thrown away
  std::set<std::filesystem::path> seen;  ///< images of which a person says that no text in them tells who it is
  std::vector<Blackened> blackened;      ///< an image that a box names comes along where no text is found beside it
};

/// A file of the input that did not come along.
struct LeftOutFile {
  std::filesystem::path file;
  planning::Error reason;
};

struct Deidentified {
  int files = 0;                                ///< written
  std::map<std::string, int> counts;            ///< attributes: "removed", "emptied", "replaced", "uids_replaced", ...
  std::map<std::string, int> filesOfPseudonym;  ///< how many each patient has under the new name
  std::vector<LeftOutFile> quarantined;  ///< images that may hold text in their pixels: look, then blacken it, or name
                                         ///< them as seen
  std::map<std::filesystem::path, std::vector<PictureBox>> textAt;  ///< where text was found in those
  std::vector<LeftOutFile> leftOut;
  std::map<std::filesystem::path, std::filesystem::path> placed;  ///< where each file went, below the output
  std::function<std::string(const std::string&)> cleaned;  ///< a text from elsewhere without the originals' identifiers
  int unsearchable = 0;  ///< names or IDs that are words of the standard too: compared, not searched. Their number
                         ///< only: what tells of the export may go with it
};

/// Writes what is under `input` (CT, SEG, RTSTRUCT, fluoroscopy, needleplan's reports) without what tells whose it is,
/// as PS3.15 annex E wants it: Basic Application Level Confidentiality Profile with Clean Structured Content, Clean
/// Descriptors and Retain Longitudinal Temporal Information. One map of UIDs for all, so that everything still fits
/// together; a DICOMDIR is made anew. `output` appears only when every file is written and a search of all its bytes,
/// and a comparison of each attribute, found no identifier of the originals.
///
/// Errors: those of listing files; "output-not-empty", "output-inside-input", "nothing-to-deidentify",
/// "identifier-left" (the new file; what was found is not told), "cannot-read" or "no-series-uid" (an image named to be
/// blackened), "bad-key-file", "cannot-read", "cannot-write", "cancelled".
planning::Expected<Deidentified> deidentify(const std::filesystem::path& input, const std::filesystem::path& output,
                                            const DeidentifyOptions& options, planning::Progress& progress);

/// The same for these files alone.
planning::Expected<Deidentified> deidentify(const std::vector<std::filesystem::path>& files,
                                            const std::filesystem::path& output, const DeidentifyOptions& options,
                                            planning::Progress& progress);

/// The first frame of an image as 8-bit grey, to look at.
struct Preview {
  int frames = 1;  ///< of the image; io::FluoroscopyRun shows each
  int columns = 0, rows = 0;
  std::vector<std::uint8_t> grey;  ///< row by row
};
/// Errors: those of the pre-scan, "decoding-failed".
planning::Expected<Preview> previewOf(const std::filesystem::path& image);

}  // namespace io
