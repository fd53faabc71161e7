#pragma once

#include <string>

namespace io::deidentification {

/// Whether a CS value is a defined term of PS3.3 or a body part of PS3.16 annex L, in the objects that are exported.
/// Any other may be a word of somebody's own.
bool isDefinedTerm(const std::string& value);

}  // namespace io::deidentification
