#pragma once

#include <QJsonObject>

#include "planning/identity.h"
#include "testdata/control_scan.h"
#include "testdata/phantom.h"

namespace app::commands {

/// What is known of the demo case, from the analytic shapes. Lengths in mm, LPS; angles as planning/needle/README.md
/// defines them.
QJsonObject demoAnswers(const testdata::Phantom& prone, const planning::SeriesIdentity& structures,
                        const planning::SeriesIdentity& supine);

/// The control's needle against the planned one: what `compare` should find, within the tolerances stated there.
QJsonObject controlAnswer(const testdata::PhantomAnswer& planned, const testdata::DrawnNeedle& needle,
                          const planning::SeriesIdentity& series);

}  // namespace app::commands
