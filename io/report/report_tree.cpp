#include "io/report/report_tree.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <algorithm>
#include <new>

#include "io/dicom/library.h"
#include "io/dicom/prescan.h"
#include "io/report/installation.h"

namespace io::report {
namespace {

using planning::refuse;

constexpr std::uintmax_t kLargestReport = 64 << 20;  // bytes

std::size_t countItems(const ContentItem& item) {
  std::size_t count = 1;
  for (const auto& child : item.children) count += countItems(child);
  return count;
}

bool usesOurCodes(const ContentItem& item) {
  return item.name.scheme == kPrivateScheme || std::any_of(item.children.begin(), item.children.end(), usesOurCodes);
}

/// The report as it is when it is valid; otherwise what DCMTK can take of it, and how many items it left out: one item
/// that breaks a rule must not hide the others, nor be left out in silence.
planning::Expected<ContentItem> validContent(DcmDataset& dataset, std::optional<std::size_t>& leftOut) {
  auto whole = contentOf(dataset);
  if (!whole) return whole;
  DSRDocument document;
  if (document.read(dataset).good()) return whole;
  const std::size_t lenient = DSRTypes::RF_ignoreRelationshipConstraints | DSRTypes::RF_acceptUnknownRelationshipType |
                              DSRTypes::RF_acceptInvalidContentItemValue | DSRTypes::RF_ignoreContentItemErrors |
                              DSRTypes::RF_skipInvalidContentItems;
  const auto status = document.read(dataset, lenient);
  if (status.bad()) return refuse("broken-report", {}, status.text());
  DcmDataset rest;
  if (const auto written = document.write(rest); written.bad()) return refuse("broken-report", {}, written.text());
  auto content = contentOf(rest);
  if (content) leftOut = countItems(*whole) - std::min(countItems(*whole), countItems(*content));
  return content;
}

/// Errors: "not-a-plan", saying what it is.
planning::Expected<void> checkIsPlan(DcmDataset& dataset) {
  const std::string sopClass = textOf(dataset, DCM_SOPClassUID);
  const char* known = dcmFindNameOfUID(sopClass.c_str());
  const std::string name = known != nullptr ? known : sopClass.empty() ? "no SOP class" : sopClass;
  if (sopClass != kComprehensive3DSr) return refuse("not-a-plan", {}, name);
  const auto content = contentOf(dataset);
  if (!content) return tl::unexpected(content.error());
  if (kCodes.measurementReport.is(content->name) && usesOurCodes(*content)) return {};
  const std::string maker = textOf(dataset, DCM_Manufacturer);
  if (maker == kManufacturer) return refuse("broken-report", {}, "nothing of a plan is left in it");
  return refuse("not-a-plan", {}, name + " \"" + content->name.meaning + "\"" + (maker.empty() ? "" : " of " + maker));
}

planning::Expected<ReportTree> treeIn(DcmDataset& dataset, const std::string& name) {
  const auto named = [&](planning::Error error) { return refuse(error.code, name, error.detail); };
  if (const auto ours = checkIsPlan(dataset); !ours) return named(ours.error());
  ReportTree tree;
  auto content = validContent(dataset, tree.leftOut);
  if (!content) return named(content.error());
  tree.content = std::move(*content);
  tree.header = headerOf(dataset);
  return tree;
}

/// What the pre-scan says, in the words of readPlan(): anything but a file that is no DICOM is a report that broke.
planning::Error asRefusalOfPlan(const planning::Error& error) {
  if (error.code == "cannot-read" || error.code == "not-dicom") return error;
  if (error.code == "dicomdir") return {"not-a-plan", error.subject, error.code};
  return {"broken-report", error.subject, error.code + ": " + error.detail};
}

planning::Expected<ReportTree> loadTree(const std::filesystem::path& file) {
  if (const auto safe = dicom::prescan(file); !safe) return tl::unexpected(asRefusalOfPlan(safe.error()));
  std::error_code missing;
  const auto size = std::filesystem::file_size(file, missing);
  if (missing) return refuse("cannot-read", file.string(), missing.message());
  if (size > kLargestReport) return refuse("not-a-plan", file.string(), std::to_string(size) + " bytes");
  DcmFileFormat loaded;  // by its path: from memory, DCMTK believes lengths that a file cannot hold
  const auto status = loaded.loadFile(OFFilename(file.c_str()));
  if (status.bad() || !loaded.getDataset()->tagExists(DCM_SOPClassUID))
    return refuse("not-dicom", file.string(), status.bad() ? status.text() : "no SOP class");
  return treeIn(*loaded.getDataset(), file.string());
}

}  // namespace

planning::Expected<ReportTree> parseTree(const std::filesystem::path& file) {
  dicom::useDcmtk();
  try {
    return loadTree(file);
  } catch (const std::bad_alloc&) {
    return refuse("needs-too-much-memory", file.string());
  } catch (const std::exception& failure) {  // DCMTK lets out_of_range escape
    return refuse("broken-report", file.string(), failure.what());
  }
}

planning::Expected<ReportTree> treeOf(std::span<const std::byte> bytes, const std::string& name) {
  dicom::useDcmtk();
  DcmFileFormat file;
  DcmInputBufferStream stream;
  stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
  stream.setEos();
  file.transferInit();
  const auto status = file.read(stream, EXS_Unknown);
  file.transferEnd();
  if (status.bad() || !file.getDataset()->tagExists(DCM_SOPClassUID))
    return refuse("not-dicom", name, status.bad() ? status.text() : "no SOP class");
  return treeIn(*file.getDataset(), name);
}

}  // namespace io::report
