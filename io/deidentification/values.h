#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

class DcmElement;

namespace io::deidentification {

/// What stands in an attribute of bytes, words or numbers, as a file holds it; empty for texts.
std::span<const std::byte> bytesOf(DcmElement& element);

/// The values of an attribute as bytes, without padding: of texts that may hold a backslash, one; of those of unknown
/// or binary kind, one where they are legible. No empty ones.
std::vector<std::string> valuesOf(DcmElement& element);

/// Replaces each value of a text attribute; returns 1 when any became another, else 0.
int replaceValues(DcmElement& element, const std::function<std::string(const std::string&)>& replacement);

/// An attribute of unknown VR holds nothing but decimal numbers, as some writers store long lists of them.
bool isNumbers(DcmElement& element);

}  // namespace io::deidentification
