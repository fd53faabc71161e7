#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>

#include "io/pacs/association.h"

namespace io::pacs {

/// One C-FIND over an open association: each answer's data set is handed over as it comes. Errors: those of
/// Association, "too-many-answers" (more than `most`).
planning::Expected<void> ask(Association& association, const char* model, DcmDataset& question, int most,
                             const std::function<void(DcmDataset&)>& take);

}  // namespace io::pacs
