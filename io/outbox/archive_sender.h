#pragma once

#include <filesystem>
#include <vector>

#include "io/outbox/step.h"
#include "io/pacs/site.h"
#include "planning/progress.h"

namespace io::outbox {

/// The site's archives: sends by C-STORE, proves by C-GET and comparison, and where an archive gives nothing back by
/// what it lists. The entry's archive is the one at its address, whatever it is called meanwhile; where none is there,
/// the one of its name if that has the same called title: it was moved. Never another that was given the name. Errors
/// also: "no-such-site" where the entry's archive is not among them.
class ArchiveSender : public Sender {
 public:
  /// What is compared lies in `scratch` meanwhile. The progress is asked whether to stop.
  ArchiveSender(std::vector<pacs::Site> sites, std::filesystem::path scratch, const planning::Progress& progress);

  planning::Expected<std::string> send(const Entry& entry, const std::filesystem::path& object) override;
  planning::Expected<Shown> prove(const Entry& entry, const std::filesystem::path& object) override;

 private:
  planning::Expected<pacs::Site> siteOf(const Entry& entry) const;

  std::vector<pacs::Site> sites_;
  std::filesystem::path scratch_;
  const planning::Progress& progress_;
};

}  // namespace io::outbox
