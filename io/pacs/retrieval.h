#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/dimse.h>

#include "io/pacs/association.h"
#include "io/pacs/find.h"

// What C-GET and C-MOVE have in common.
namespace io::pacs {

/// Writes what is asked for into the question: the level, and the UIDs down to it.
void askFor(DcmDataset& question, const StudyPart& request);

/// A response's list of what failed: read, and not believed. Errors: those of Association.
planning::Expected<void> dropDataSet(Association& association, T_DIMSE_DataSetType type,
                                     T_ASC_PresentationContextID context);

constexpr bool isUnderWay(std::uint16_t status) {
  return status == 0xFF00;  // PS3.4 C.4.2.1.5, C.4.3.1.4
}

}  // namespace io::pacs
