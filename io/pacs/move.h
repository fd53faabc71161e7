#pragma once

#include <set>
#include <string>

#include "io/pacs/find.h"
#include "io/pacs/site.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io::pacs {

class Intake;

/// Asks by C-MOVE that the site sends this to us; `intake` takes it in, of these SOP classes. We listen at site.move
/// meanwhile, and only then. Errors: those of Association and Listener, "pacs-unknown-destination" (our AE title: the
/// archive does not know it), "pacs-nothing-came" (the address where we listened), "pacs-stranger" (the address of a
/// host that tried to send and is not the site's), "cannot-write".
planning::Expected<void> move(const Site& site, const StudyPart& request, const std::set<std::string>& classes,
                              Intake& intake, const planning::Progress& progress);

}  // namespace io::pacs
