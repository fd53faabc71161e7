#include "io/outbox/archive_sender.h"

#include <algorithm>

#include "io/pacs/association.h"
#include "io/pacs/find.h"
#include "io/pacs/send.h"
#include "planning/joined.h"

namespace io::outbox {
namespace {

namespace fs = std::filesystem;
using planning::Error;
using planning::Expected;
using planning::refuse;

/// The archive does not do what was asked of it.
bool isNotDone(const Error& error) {
  return (error.code == "pacs-no-context" || error.code == "pacs-status") && pacs::wantsPerson(error);
}

/// Cxxx, "unable to process" (PS3.4 C.4.3.1.4): it may be able to another time.
bool mayBeDoneLater(const Error& error) {
  return error.code == "pacs-status" && error.detail.starts_with("C");
}

}  // namespace

ArchiveSender::ArchiveSender(std::vector<pacs::Site> sites, fs::path scratch, const planning::Progress& progress)
    : sites_(std::move(sites)), scratch_(std::move(scratch)), progress_(progress) {}

Expected<pacs::Site> ArchiveSender::siteOf(const Entry& entry) const {
  for (const auto& site : sites_)
    if (addressOf(site) == entry.address) return site;
  // At another host under its old name and called title it has moved; under another title it is another archive.
  for (const auto& site : sites_)
    if (site.name == entry.site && (entry.address.empty() || entry.address.ends_with("/" + site.called))) return site;
  std::vector<std::string> names;
  for (const auto& site : sites_) names.push_back(site.name);
  return refuse("no-such-site", entry.site, planning::joined(names));
}

Expected<std::string> ArchiveSender::send(const Entry& entry, const fs::path& object) {
  const auto site = siteOf(entry);
  if (!site) return tl::unexpected(site.error());
  const auto sent = pacs::send(
      *site, {object}, [](const pacs::Sent&) {}, progress_);
  if (sent.front().error) return tl::unexpected(*sent.front().error);
  return sent.front().warning;
}

Expected<Shown> ArchiveSender::prove(const Entry& entry, const fs::path& object) {
  const auto site = siteOf(entry);
  if (!site) return tl::unexpected(site.error());
  const pacs::Sent sent{object, entry.studyUid, entry.seriesUid, entry.sopInstanceUid};
  const auto equal = pacs::readBack(*site, sent, scratch_, progress_);
  if (equal) return Shown(Proof::ReadBack);
  if (!isNotDone(equal.error())) return tl::unexpected(equal.error());
  const auto series = pacs::seriesOf(*site, {entry.studyUid, entry.seriesUid, entry.sopInstanceUid}, progress_);
  const auto shown = [&](Proof best) {
    return mayBeDoneLater(equal.error()) ? Shown(best, equal.error()) : Shown(best);
  };
  if (!series && isNotDone(series.error())) return shown(Proof::Answered);
  if (!series) return tl::unexpected(series.error());
  for (const auto& one : *series)
    for (const auto& instance : one.instances)
      if (instance.sopInstanceUid == entry.sopInstanceUid) return shown(Proof::Listed);
  return refuse("pacs-not-there", site->name, entry.sopInstanceUid);
}

}  // namespace io::outbox
