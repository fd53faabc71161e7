#pragma once

#include <QString>

#include "app/review/review_case.h"

namespace app::review {

/// What keeps the numbers away, or how far they can be trusted; empty when nothing does.
QString stateText(const ReviewCase& review);
/// Found, clicked or as recorded, and the label where there are several; empty while there is none.
QString needleText(const ReviewCase& review);
/// "+1.2 mm", "−0.4 mm".
QString signedMm(double value);
QString contrastWord(const std::string& result);  ///< empty: "none made"

}  // namespace app::review
