#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "planning/error.h"
#include "planning/identity.h"

namespace io::deidentification {

/// The secret of one or more exports: everything that replaces an identifier is computed from it (HMAC-SHA-256), so
/// that the same object gets the same new UID in every file, and nobody without it can compute one from the other.
class Secret {
 public:
  /// A new one, which is gone with this object.
  Secret();
  /// The one kept in a file (64 hexadecimal digits), made there, readable by its owner alone, when it is not there: a
  /// later export with it fits an earlier one. Errors: "bad-key-file", "cannot-write".
  static planning::Expected<Secret> keptIn(const std::filesystem::path& file);

  std::string uid(const std::string& original) const;
  std::string pseudonym(const planning::Patient& patient) const;  ///< "NP-" and 10 letters and digits, by ID and issuer
  int daysEarlier(const planning::Patient& patient) const;        ///< by which this patient's dates move: 366 to 4015

 private:
  using Digest = std::array<std::uint8_t, 32>;
  Digest digest(const std::string& purpose, const std::string& text) const;

  Digest key_;
};

}  // namespace io::deidentification
