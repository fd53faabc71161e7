#include "io/pacs/send.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmdata/dcwcache.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>
#include <array>
#include <set>
#include <system_error>
#include <utility>

#include "io/files/sha256.h"
#include "io/files/uid.h"
#include "io/pacs/association.h"
#include "io/pacs/fetch.h"
#include "io/pacs/file_uids.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

namespace fs = std::filesystem;
using planning::Error;
using planning::Expected;
using planning::refuse;

Expected<std::unique_ptr<DcmFileFormat>> load(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return refuse("cannot-read", file.string());
  auto format = std::make_unique<DcmFileFormat>();
  if (format->loadFile(file.c_str()).bad() || format->loadAllDataIntoMemory().bad())
    return refuse("not-dicom", file.string());
  return format;
}

bool isCompressed(E_TransferSyntax syntax) {
  return DcmXfer(syntax).isEncapsulated() || syntax == EXS_DeflatedLittleEndianExplicit;
}

/// A class with the syntax that its files have; empty for uncompressed ones, which go in either uncompressed syntax.
using Wanted = std::pair<std::string, std::string>;

std::vector<Context> contextsFor(const std::set<Wanted>& wanted) {
  std::vector<Context> contexts;
  for (const auto& [sopClass, syntax] : wanted) {
    if (syntax.empty())
      contexts.push_back({sopClass, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}});
    else
      contexts.push_back({sopClass, {syntax}});
  }
  return contexts;
}

/// DCMTK's progress callback.
void sentSoFar(void* flow, T_DIMSE_StoreProgress* progress, T_DIMSE_C_StoreRQ*) {
  static_cast<Flow*>(flow)->passed(static_cast<unsigned long>(std::max(progress->progressBytes, 0L)));
}

/// Fills in error and warning.
void sendOne(Association& association, const FileUids& uids, DcmDataset& dataset, Sent& sent) {
  const auto syntax = uids.compressedSyntax.empty() ? UID_LittleEndianExplicitTransferSyntax : uids.compressedSyntax;
  const auto context = ASC_findAcceptedPresentationContextID(association.get(), uids.sopClass.c_str(), syntax.c_str());
  if (context == 0) {
    sent.error = Error{"pacs-no-context", association.site().name, uids.sopClass};
    return;
  }
  T_DIMSE_C_StoreRQ request{};
  request.MessageID = association.nextMessage();
  OFStandard::strlcpy(request.AffectedSOPClassUID, uids.sopClass.c_str(), sizeof(request.AffectedSOPClassUID));
  OFStandard::strlcpy(request.AffectedSOPInstanceUID, sent.sopInstanceUid.c_str(),
                      sizeof(request.AffectedSOPInstanceUID));
  request.DataSetType = DIMSE_DATASET_PRESENT;
  request.Priority = DIMSE_PRIORITY_MEDIUM;
  T_DIMSE_C_StoreRSP answer{};
  DcmDataset* detail = nullptr;
  Flow flow(association.watch());
  const auto condition = DIMSE_storeUser(association.get(), context, &request, nullptr, &dataset, sentSoFar, &flow,
                                         DIMSE_NONBLOCKING, kAnswerSeconds, &answer, &detail);
  const std::unique_ptr<DcmDataset> comment(detail);
  if (condition.bad()) {
    sent.error = association.fault(condition);
    return;
  }
  const std::string answeredFor = answer.AffectedSOPInstanceUID;
  if ((answer.opts & O_STORE_AFFECTEDSOPINSTANCEUID) != 0 && answeredFor != sent.sopInstanceUid) {
    sent.error = association.wrongAnswer("C-STORE");
    return;
  }
  if (answer.DimseStatus == STATUS_Success) return;
  const auto refused = association.refused(answer.DimseStatus, comment.get());
  if (isWarning(answer.DimseStatus))
    sent.warning = refused.detail;
  else
    sent.error = refused;
}

/// Every value in one encoding: explicit VR, little endian, defined lengths, no group lengths, no padding.
std::string digestOf(DcmFileFormat& format) {
  auto& dataset = *format.getDataset();
  const auto syntax = isCompressed(dataset.getOriginalXfer()) ? dataset.getOriginalXfer() : EXS_LittleEndianExplicit;
  std::vector<Uint8> buffer(1 << 16);
  DcmOutputBufferStream stream(buffer.data(), static_cast<offile_off_t>(buffer.size()));
  Sha256 digest;
  dataset.transferInit();
  DcmWriteCache cache;
  for (bool more = true; more;) {
    const auto status = dataset.write(stream, syntax, EET_ExplicitLength, &cache, EGL_withoutGL, EPD_withoutPadding);
    void* bytes = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(bytes, length);
    digest.add(std::as_bytes(std::span(static_cast<const char*>(bytes), static_cast<std::size_t>(length))));
    more = status == EC_StreamNotifyClient;
    if (status.bad() && !more) return {};
  }
  dataset.transferEnd();
  return digest.hex();
}

void sayAll(std::vector<Sent>& all, std::size_t from, const Error& error,
            const std::function<void(const Sent&)>& take) {
  for (std::size_t i = from; i < all.size(); ++i) {
    if (!all[i].error) all[i].error = error;
    take(all[i]);
  }
}

}  // namespace

std::vector<Sent> send(const Site& site, const std::vector<fs::path>& files,
                       const std::function<void(const Sent&)>& take, const planning::Progress& progress) {
  std::vector<Sent> all;
  std::vector<FileUids> said;
  std::set<Wanted> wanted;
  for (const auto& file : files) {
    const auto& uids = said.emplace_back(uidsIn(file));
    all.push_back({file, uids.study, uids.series, uids.instance});
    std::error_code ignored;
    if (!uids.sopClass.empty())
      wanted.insert({uids.sopClass, uids.compressedSyntax});
    else
      all.back().error = Error{fs::is_regular_file(file, ignored) ? "not-dicom" : "cannot-read", file.string(), {}};
  }
  if (wanted.empty()) {
    for (const auto& sent : all) take(sent);
    return all;
  }
  auto association = Association::open(site, contextsFor(wanted), progress);
  if (!association) {
    sayAll(all, 0, association.error(), take);
    return all;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].error) {
      take(all[i]);
      continue;
    }
    if (auto format = load(all[i].file); format)
      sendOne(*association, said[i], *(*format)->getDataset(), all[i]);
    else
      all[i].error = format.error();
    if (!association->isSound()) {  // nothing more goes over it
      const auto error = *all[i].error;
      sayAll(all, i, error, take);
      return all;
    }
    take(all[i]);
  }
  association->finish();
  return all;
}

Expected<bool> sameContent(const fs::path& a, const fs::path& b) {
  std::array<std::string, 2> digests;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& file = i == 0 ? a : b;
    auto format = load(file);
    if (!format) return tl::unexpected(format.error());
    digests[i] = digestOf(**format);
    if (digests[i].empty()) return refuse("cannot-read", file.string());
  }
  return digests[0] == digests[1];
}

Expected<void> readBack(const Site& site, const Sent& sent, const fs::path& scratch,
                        const planning::Progress& progress) {
  const fs::path folder = scratch / ("read-back-" + newUid());
  const auto clear = [&] {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  };
  const auto fetched = fetch(
      site, {sent.studyUid, sent.seriesUid, sent.sopInstanceUid}, folder, [](const fs::path&, std::size_t) {},
      progress);
  if (!fetched || fetched->files.empty()) {
    clear();
    if (!fetched && fetched.error().code != "no-such-study") return tl::unexpected(fetched.error());
    return refuse("pacs-not-there", site.name, sent.sopInstanceUid);
  }
  const auto same = sameContent(sent.file, fetched->files.front());
  clear();
  if (!same) return tl::unexpected(same.error());
  if (!*same) return refuse("pacs-other-content", site.name, sent.sopInstanceUid);
  return {};
}

}  // namespace io::pacs
