#include "io/deidentification/deidentify.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmimgle/dcmimage.h>

#include <fstream>
#include <optional>
#include <set>

#include "io/deidentification/admission.h"
#include "io/deidentification/cleaner.h"
#include "io/deidentification/export_folder.h"
#include "io/deidentification/frames.h"
#include "io/dicom/encode.h"
#include "io/dicom/file_list.h"
#include "io/dicom/library.h"
#include "io/dicom/prescan.h"
#include "io/dicom/put.h"
#include "io/report/seal.h"
#include "io/structures/dicom_header.h"

namespace io {
namespace {

namespace fs = std::filesystem;
using deidentification::Cleaner;
using deidentification::ExportFolder;
using planning::Expected;
using planning::refuse;
using structures::wordOf;

/// Long values stay in their file until they are asked for.
constexpr Uint32 kReadAtOnce = 4096;

/// All texts in one character set, so that one spelling is sought. False where those of the file cannot be read.
bool inUtf8(DcmDataset& dataset) {
  return !dataset.tagExistsWithValue(DCM_SpecificCharacterSet) || dataset.convertToUTF8().good();
}

Expected<std::unique_ptr<DcmFileFormat>> load(const fs::path& file) {
  if (const auto map = dicom::prescan(file); !map) return tl::unexpected(map.error());
  auto format = std::make_unique<DcmFileFormat>();
  const OFCondition status = format->loadFile(file.c_str(), EXS_Unknown, EGL_noChange, kReadAtOnce, ERM_autoDetect);
  if (status.bad()) return refuse("malformed", file.string(), status.text());
  if (inUtf8(*format->getDataset())) return format;
  // What was converted of it is of no use: as it stands, texts that switch character sets are removed whole.
  if (format->loadFile(file.c_str(), EXS_Unknown, EGL_noChange, kReadAtOnce, ERM_autoDetect).bad())
    return refuse("malformed", file.string());
  return format;
}

/// As it is where its links cannot be followed: reading or writing there says why.
fs::path whereItLies(const fs::path& path) {
  std::error_code failed;
  const auto real = fs::weakly_canonical(path, failed);
  return failed ? path : real;
}

/// Whether a pixel of the picture lies in the box. Of a picture that does not say its size any may: blackening refuses.
bool meets(const PictureBox& box, DcmDataset& dataset) {
  Uint16 columns = 0, rows = 0;
  const bool said =
      dataset.findAndGetUint16(DCM_Columns, columns).good() && dataset.findAndGetUint16(DCM_Rows, rows).good();
  const bool within = box.column < columns && box.row < rows && box.column + box.width > 0 && box.row + box.height > 0;
  return !said || (box.width > 0 && box.height > 0 && within);
}

/// One export from its file list to the folder in its place.
class Export {
 public:
  Export(const DeidentifyOptions& options, deidentification::Secret secret, const fs::path& output)
      : options_(options), cleaner_(std::move(secret), options.keepDates), folder_(output) {}

  Expected<Deidentified> run(const dicom::FileList& list, planning::Progress& progress) {
    for (const auto& rejected : list.rejected) done_.leftOut.push_back({rejected.file, rejected.reason});
    planning::ProgressPart learning(progress, 0, 0.3), writing(progress, 0.3, 0.8), checking(progress, 0.8, 1);
    return chooseBoxes()
        .and_then([&] { return learn(list.files, learning); })
        .and_then([&] { return write(writing); })
        .and_then([&] { return folder_.addDirectory(); })
        .and_then([&] { return search(checking); })
        .and_then([&] { return folder_.putInPlace(); })
        .map([&] { return finished(); });
  }

 private:
  Expected<void> learn(const std::vector<fs::path>& files, planning::Progress& progress) {
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (progress.stopRequested()) return refuse("cancelled");
      progress.advance(static_cast<double>(i) / static_cast<double>(files.size()));
      learn(files[i]);
    }
    cleaner_.settle();
    if (admitted_.empty()) return refuse("nothing-to-deidentify");
    return {};
  }

  Expected<void> chooseBoxes() {
    for (const auto& one : options_.blackened) {
      std::string series;
      if (!one.image.empty()) {
        const auto image = load(one.image);
        if (!image) return tl::unexpected(image.error());
        DcmDataset& dataset = *(*image)->getDataset();
        series = wordOf(dataset, DCM_SeriesInstanceUID);
        if (series.empty()) return refuse("no-series-uid", one.image.string());
        if (deidentification::isPicture(dataset) && meets(one.box, dataset)) looked_.insert(whereItLies(one.image));
      }
      boxes_[series].push_back(one.box);
    }
    return {};
  }

  /// Those of its series, and those of all; without those that lie outside of the picture.
  std::vector<PictureBox> boxesOf(DcmDataset& dataset) const {
    std::vector<PictureBox> boxes;
    if (!deidentification::isPicture(dataset)) return boxes;
    for (const auto& series : std::set<std::string>{{}, wordOf(dataset, DCM_SeriesInstanceUID)})
      if (const auto at = boxes_.find(series); at != boxes_.end())
        boxes.insert(boxes.end(), at->second.begin(), at->second.end());
    std::erase_if(boxes, [&](const PictureBox& box) { return !meets(box, dataset); });
    return boxes;
  }

  bool wasSeen(const fs::path& file) const { return options_.seen.contains(whereItLies(file)); }
  /// Somebody put a box over what he saw in this very image: those of others of its series tell nothing of it.
  bool wasBoxed(const fs::path& file) const { return looked_.contains(whereItLies(file)); }

  /// Why a picture must be looked at: what its header says, unless somebody drew a box in it, and what is found in it.
  std::optional<planning::Error> whyToLook(DcmDataset& dataset, const fs::path& file) {
    auto why = wasBoxed(file) ? std::nullopt : deidentification::whyQuarantined(dataset, file.string());
    if (!deidentification::isPicture(dataset)) return why;
    auto found = deidentification::textInFrames(dataset, why.has_value());
    if (!found && !why) why = planning::Error{"image-not-searched", file.string(), {}};
    if (found && !found->empty() && !why) why = planning::Error{"image-shows-text", file.string(), {}};
    if (found && why) done_.textAt[file] = std::move(*found);
    return why;
  }

  /// What is left out is learned from too: what it tells of a patient must not be in the other files either.
  void learn(const fs::path& file) {
    const auto format = load(file);
    if (!format) return done_.leftOut.push_back({file, format.error()});
    DcmDataset& dataset = *(*format)->getDataset();
    cleaner_.learn(dataset);
    if (const auto why = deidentification::whyLeftOut(dataset, file.string()))
      return done_.leftOut.push_back({file, *why});
    const auto boxes = boxesOf(dataset);
    if (!boxes.empty())
      if (const auto black = deidentification::blacken(dataset, boxes); !black)
        return done_.leftOut.push_back({file, {black.error().code, file.string(), {}}});
    if (!wasSeen(file))
      if (const auto why = whyToLook(dataset, file)) return done_.quarantined.push_back({file, *why});
    admitted_.push_back(file);
  }

  Expected<void> write(planning::Progress& progress) {
    for (std::size_t i = 0; i < admitted_.size(); ++i) {
      if (progress.stopRequested()) return refuse("cancelled");
      progress.advance(static_cast<double>(i) / static_cast<double>(admitted_.size()));
      if (const auto written = write(admitted_[i]); !written) return written;
    }
    return {};
  }

  Expected<void> write(const fs::path& file) {
    auto format = load(file);
    if (!format) return tl::unexpected(format.error());
    DcmDataset& dataset = *(*format)->getDataset();
    dataset.loadAllDataIntoMemory();
    const auto boxes = boxesOf(dataset);
    const bool looked = wasSeen(file) || wasBoxed(file);
    const bool sealed = report::sealOf(dataset) == planning::Seal::Holds;
    deidentification::dropOverlayBits(dataset);
    if (!boxes.empty())
      if (const auto black = deidentification::blacken(dataset, boxes); !black) return black;
    deidentification::dropBytesBehindPixels(dataset);
    cleaner_.clean(dataset);
    if (looked) dicom::put(dataset, DCM_BurnedInAnnotation, "NO");
    if (looked && !boxes.empty()) Cleaner::sayPixelsWereCleaned(dataset);
    if (sealed) report::seal(dataset);
    const std::string pseudonym = wordOf(dataset, DCM_PatientID);
    DcmFileFormat fresh((*format)->getAndRemoveDataset(), OFFalse);  // without the original's 128 bytes before it
    const auto bytes = boxes.empty() ? dicom::encodeAsCompressed(fresh) : dicom::encode(fresh);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto written =
        folder_.add(pseudonym, wordOf(dataset, DCM_StudyInstanceUID), wordOf(dataset, DCM_SeriesInstanceUID), *bytes);
    if (!written) return tl::unexpected(written.error());
    ++done_.filesOfPseudonym[pseudonym];
    done_.placed[file] = written->lexically_relative(folder_.growing());
    return compare(file, *written);
  }

  /// Element by element, from the files as they are on disk.
  Expected<void> compare(const fs::path& original, const fs::path& cleaned) {
    const auto before = load(original), after = load(cleaned);
    if (!before) return tl::unexpected(before.error());
    if (!after) return tl::unexpected(after.error());
    const auto tag = cleaner_.unchanged(*(*before)->getDataset(), *(*after)->getDataset());
    if (!tag.empty()) return refuse("identifier-left", cleaned.filename().string() + " " + tag);
    return {};
  }

  Expected<void> search(planning::Progress& progress) {
    const auto& files = folder_.files();
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (progress.stopRequested()) return refuse("cancelled");
      progress.advance(static_cast<double>(i) / static_cast<double>(files.size()));
      std::ifstream stream(files[i], std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), {}};
      if (!stream || isLeftIn(text))
        return refuse("identifier-left", files[i].lexically_relative(folder_.growing()).string());
    }
    return {};
  }

  /// From the first pixel on, in any spelling.
  bool isLeftIn(std::string_view bytes) const {
    constexpr std::string_view kPixelData("\xe0\x7f\x10\x00", 4);  // its tag, as it is written here
    const auto& identifiers = cleaner_.identifiers();
    const auto pixels = bytes.substr(std::min(bytes.find(kPixelData), bytes.size()));
    return identifiers.foundIn(std::as_bytes(std::span(bytes))) ||
           identifiers.foundSpelledOtherwise(std::as_bytes(std::span(pixels)));
  }

  Deidentified finished() {
    done_.files = static_cast<int>(admitted_.size());
    done_.counts = cleaner_.counts();
    done_.cleaned = [cleaner = cleaner_](const std::string& text) { return cleaner.cleanedText(text); };
    done_.unsearchable = static_cast<int>(cleaner_.identifiers().unsearchable().size());
    return std::move(done_);
  }

  const DeidentifyOptions& options_;
  Cleaner cleaner_;
  ExportFolder folder_;
  std::map<std::string, std::vector<PictureBox>> boxes_;  ///< by series; of all under an empty UID
  std::set<fs::path> looked_;                             ///< images that were named with a box that meets them
  std::vector<fs::path> admitted_;
  Deidentified done_;
};

bool isInside(const fs::path& inner, const fs::path& outer) {
  const fs::path relative = whereItLies(inner).lexically_relative(whereItLies(outer));
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

namespace {

Expected<void> mustBeFree(const fs::path& output) {
  std::error_code failed, ignored;
  const auto status = fs::status(output, failed);
  if (status.type() == fs::file_type::not_found) return {};
  if (failed) return refuse("cannot-write", output.string(), failed.message());
  if (!(fs::is_directory(status) && fs::is_empty(output, ignored))) return refuse("output-not-empty", output.string());
  return {};
}

Expected<Deidentified> exported(dicom::FileList list, const fs::path& output, const DeidentifyOptions& options,
                                planning::Progress& progress) {
  auto secret = options.keyFile.empty() ? Expected<deidentification::Secret>()
                                        : deidentification::Secret::keptIn(options.keyFile);
  if (!secret) return tl::unexpected(secret.error());
  std::erase_if(list.files, [](const fs::path& file) { return file.filename() == "DICOMDIR"; });  // it is made anew
  return Export(options, std::move(*secret), output).run(list, progress);
}

}  // namespace

Expected<Deidentified> deidentify(const fs::path& input, const fs::path& output, const DeidentifyOptions& options,
                                  planning::Progress& progress) {
  dicom::useDcmtk();
  if (const auto there = mustBeFree(output); !there) return tl::unexpected(there.error());
  if (isInside(output, input)) return refuse("output-inside-input", output.string());
  auto list = dicom::listFiles(input);
  if (!list) return tl::unexpected(list.error());
  return exported(std::move(*list), output, options, progress);
}

Expected<Deidentified> deidentify(const std::vector<fs::path>& files, const fs::path& output,
                                  const DeidentifyOptions& options, planning::Progress& progress) {
  dicom::useDcmtk();
  if (const auto there = mustBeFree(output); !there) return tl::unexpected(there.error());
  return exported({files, {}}, output, options, progress);
}

Expected<Preview> previewOf(const fs::path& image) {
  dicom::useDcmtk();
  auto format = load(image);
  if (!format) return tl::unexpected(format.error());
  DicomImage picture(format->get(), EXS_Unknown, CIF_UsePartialAccessToPixelData, 0, 1);
  if (picture.getStatus() != EIS_Normal || !picture.isMonochrome())
    return refuse("decoding-failed", image.string(), DicomImage::getString(picture.getStatus()));
  if (!picture.setWindow(0)) picture.setMinMaxWindow();
  Preview preview;
  preview.columns = static_cast<int>(picture.getWidth());
  preview.rows = static_cast<int>(picture.getHeight());
  Sint32 frames = 1;
  if ((*format)->getDataset()->findAndGetSint32(DCM_NumberOfFrames, frames).good()) preview.frames = frames;
  preview.grey.resize(picture.getOutputDataSize(8));
  if (!picture.getOutputData(preview.grey.data(), preview.grey.size(), 8, 0))
    return refuse("decoding-failed", image.string());
  return preview;
}

}  // namespace io
