#pragma once

#include <string>
#include <tl/expected.hpp>

namespace planning {

/// Why outside data was refused. The code and the arguments are facts; `app/sentences` makes the sentence, in the
/// operator's language.
struct Error {
  std::string code;     ///< stable, kebab-case: "not-dicom", "another-patient", "uneven-slices"
  std::string subject;  ///< the file, or "file (gggg,eeee)", that is at fault; empty when none is
  std::string detail;   ///< what was found, and what was expected: "gap of 7.5 mm after slice 12, others 2.5 mm"
};

template <class T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> refuse(std::string code, std::string subject = {}, std::string detail = {}) {
  return tl::unexpected<Error>(Error{std::move(code), std::move(subject), std::move(detail)});
}

}  // namespace planning
