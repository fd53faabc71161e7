#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/report/content_item.h"
#include "io/report/field.h"

namespace io::report {

/// Whether any scanner's coordinates reach there.
bool isInReach(const planning::Point& place);

/// What a number of a report can be; a NUM outside is refused, so that nobody is shown it.
struct NumberRange {
  CodedConcept name;
  double least, most;
  CodedConcept unit;
  bool orPixels = false;  ///< a length in a picture
};

/// Of every NUM that needleplan writes.
const std::vector<NumberRange>& numberRanges();

/// What is impossible about a NUM, "Probability of breach = 7"; absent where it is possible, and where the concept is
/// none of ours.
std::optional<std::string> impossibleNumber(const ContentItem& item);

}  // namespace io::report
