#pragma once

#include <memory>
#include <string>
#include <vector>

#include "io/pacs/site.h"
#include "planning/error.h"
#include "planning/progress.h"

struct T_ASC_Association;
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
/// Errors of opening and of all that goes over it: "pacs-unreachable", "pacs-silent" (seconds waited), "pacs-busy",
/// "pacs-association-refused" (the reason), "pacs-tls" (what is wrong with the certificate), "pacs-aborted",
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
  /// The error that a status of a peer means, of this operation.
  planning::Error refused(std::uint16_t status, const std::string& comment) const;
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

/// True for what only a person can mend; all else is tried again (pacs.md's table of faults).
bool wantsPerson(const planning::Error& error);

/// DICOM's verification: the peer is there, knows both titles, and answers.
planning::Expected<void> echo(const Site& site, const planning::Progress& progress);

// Seconds that a single answer may take, and that a site may take to be reached.
inline constexpr int kAnswerSeconds = 8;
inline constexpr int kReachSeconds = 3;

}  // namespace io::pacs
