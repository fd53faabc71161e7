#pragma once

#include <string>

#include "app/case/case.h"

namespace tests {

/// The scan of the small demo case with its skin, and four structures around the demo's foraminal path at L4-L5 on the
/// left, as a person would trace them: the root of that level, the thecal sac, the aorta and the vena cava. The case's
/// own segmentation is too coarse (3 x 3 x 4 mm) for any plan to be ready. No radicular artery: there is none to see.
/// `issuer`: of the patient's ID, where it is not to be the demo's.
void openTracedDemo(app::Case& opened, const std::string& issuer = {});

/// That path: route, level, side, target, entry on the skin, and a needle that is long enough.
void planForaminal(app::Case& opened);

/// Everything that a ready plan asks a person, answered: operator, guidance, checks, midline, level seen on the images,
/// and the radicular artery looked for and not seen. No site check.
void answerHonestly(app::PlanDocument& document);

inline const std::string kOperator = "Roe^Ann";

}  // namespace tests
