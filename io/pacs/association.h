#pragma once

#include <memory>
#include <string>
#include <vector>

#include "io/pacs/services.h"
#include "io/pacs/site.h"
#include "planning/error.h"
#include "planning/progress.h"

struct T_ASC_Association;
class DcmDataset;
class OFCondition;

namespace io::pacs {

class WireWatch;

/// What an association asks the peer to understand.
struct Context {
  std::string abstractSyntax;
  std::vector<std::string> transferSyntaxes;
  bool peerStores = false;  ///< the peer is to send objects of this class to us (C-GET)
};

/// One association with a site, over from its destruction. Used by one thread. An association on which anything went
/// wrong is aborted, never used again.
///
/// Errors of opening and of all that goes over it: "pacs-unreachable", "pacs-silent" (the host), "pacs-busy",
/// "pacs-association-refused" (the reason), "pacs-tls" (what is wrong with the certificate), "pacs-tls-cut" (cut off
/// while TLS began), "pacs-aborted",
/// "pacs-no-context" (what it does not understand), "pacs-status" (the status in hexadecimal and the peer's comment),
/// "pacs-wrong-answer", "cancelled". The subject is the site's name.
class Association {
 public:
  static planning::Expected<Association> open(const Site& site, const std::vector<Context>& contexts,
                                              const planning::Progress& progress);
  Association(Association&&) noexcept;
  Association& operator=(Association&&) noexcept;
  ~Association();

  T_ASC_Association* get() const;
  WireWatch& watch() const;
  const Site& site() const;
  std::uint16_t nextMessage();

  /// The error that a failed call means; the association is aborted at its end.
  planning::Error fault(const OFCondition& condition);
  /// The error that a status of a peer means, of this operation; the comment that came beside it may be null.
  planning::Error refused(std::uint16_t status, DcmDataset* comment = nullptr) const;
  planning::Error wrongAnswer(const std::string& what);
  /// False once something went wrong on it.
  bool isSound() const;
  /// Leaves in good order at the end, where nothing went wrong.
  void finish();

 private:
  struct Parts;
  explicit Association(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// The peer did it, and warns of something.
constexpr bool isWarning(std::uint16_t status) {
  return (status & 0xF000U) == 0xB000U;
}

/// True for what only a person can mend; all else passes, and may be tried again.
bool wantsPerson(const planning::Error& error);

/// DICOM's verification: the peer is there, knows both titles, and answers.
planning::Expected<void> echo(const Site& site, const planning::Progress& progress);

}  // namespace io::pacs
