#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "io/pacs/fetched.h"
#include "io/pacs/find.h"
#include "planning/error.h"

namespace io::pacs {

class WireWatch;

/// Takes in what an archive sends, by C-GET over our association or by C-MOVE over its own: what was listed before,
/// and says so itself, goes into the folder; all else is dropped. One thread at a time receives.
class Intake {
 public:
  /// `listed`: what is to come, SOP Instance UID and class.
  Intake(const Site& site, const StudyPart& request, std::filesystem::path folder,
         std::map<std::string, std::string> listed,
         const std::function<void(const std::filesystem::path&, std::size_t)>& take);

  /// One C-STORE of the peer; answers it. Bad: the association is of no more use, and failure() says why where it was
  /// not the wire.
  OFCondition receive(T_ASC_Association& association, WireWatch& watch, T_DIMSE_C_StoreRQ& request,
                      T_ASC_PresentationContextID context);

  /// "cannot-write", "pacs-wrong-answer" (more came than was asked for); absent: nothing such happened.
  const std::optional<planning::Error>& failure() const { return failure_; }
  bool isComplete() const { return left_ == 0; }  ///< from any thread
  bool hasNothing() const { return fetched_.files.empty() && fetched_.refused == 0; }
  Fetched result() &&;

 private:
  OFCondition toFile(const std::filesystem::path& file, T_ASC_Association& association, WireWatch& watch,
                     T_DIMSE_C_StoreRQ& request, T_ASC_PresentationContextID context);
  bool isAsked(const std::filesystem::path& file, const std::string& uid) const;
  OFCondition fail(planning::Error error);

  const Site& site_;
  const StudyPart& request_;
  std::filesystem::path folder_;
  std::map<std::string, std::string> listed_;
  std::size_t all_;
  const std::function<void(const std::filesystem::path&, std::size_t)>& take_;
  Fetched fetched_;
  std::optional<planning::Error> failure_;
  std::atomic<std::size_t> left_;
};

}  // namespace io::pacs
