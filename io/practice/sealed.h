#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "planning/error.h"

/// The sealed part of an exercise's folder: one file, answers.seal, that holds the answers and a list of everything
/// that lies open beside them with its SHA-256. It is encoded so that no viewer shows the answers, and hashed so that
/// a change is found. Neither is a secret or a signature: who has this program's source can open and make seals.
namespace io::practice {

inline constexpr const char* kSealFile = "answers.seal";

struct SealedFile {
  std::string name;  ///< small letters, digits, '.', '-'
  std::vector<std::byte> bytes;
};

/// Seals `answers` in the folder, together with all files that lie open in it (below it, too). Returns the seal's
/// digest: 64 hexadecimal digits. Errors: "cannot-read", "cannot-write".
planning::Expected<std::string> seal(const std::filesystem::path& folder, const std::vector<SealedFile>& answers);

/// The digest as the seal states it; nothing is checked but its form. Errors: "seal-missing", "seal-broken".
planning::Expected<std::string> sealDigest(const std::filesystem::path& folder);

/// The answers, when the seal is whole and every open file is as it was sealed. Errors: "seal-missing"; "seal-broken"
/// with what is wrong in it; "exercise-changed" with the open file and what was done to it.
planning::Expected<std::vector<SealedFile>> openSeal(const std::filesystem::path& folder);

}  // namespace io::practice
