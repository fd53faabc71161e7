#pragma once

#include <filesystem>
#include <functional>

#include "io/pacs/fetched.h"
#include "io/pacs/find.h"
#include "io/pacs/site.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io::pacs {

/// Fetches by C-GET (no listener, no entry in the archive's table of peers). Each object grows under a name of our own
/// in `folder` (made for its owner alone), and takes the name UID.dcm when it is whole and says the study and the UID
/// that were asked for; `take` then gets it, with how many there are in all. A good file of that name is only ever
/// replaced by a whole one. Errors: those of Association, "too-many-answers", "no-such-study", "cannot-write". What
/// came before an error stays in the folder, and was handed over.
planning::Expected<Fetched> fetch(const Site& site, const StudyPart& request, const std::filesystem::path& folder,
                                  const std::function<void(const std::filesystem::path&, std::size_t all)>& take,
                                  const planning::Progress& progress);

}  // namespace io::pacs
