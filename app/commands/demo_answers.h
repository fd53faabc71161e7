#pragma once

#include <QJsonObject>

#include "planning/identity.h"
#include "testdata/lumbar_phantom.h"

namespace app::commands {

/// What is known of the demo case, from the analytic shapes. Lengths in mm, LPS; angles as procedures.md defines them.
QJsonObject demoAnswers(const testdata::LumbarPhantom& prone, const planning::SeriesIdentity& structures,
                        const planning::SeriesIdentity& supine);

}  // namespace app::commands
