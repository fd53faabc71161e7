#pragma once

#include "planning/identity.h"

class DcmItem;

namespace io::dicom {

/// The Patient and General Study modules (PS3.3 C.7.1.1, C.7.2.1) as UTF-8.
void putPatientAndStudy(DcmItem& dataset, const planning::Patient& patient, const planning::Study& study);

}  // namespace io::dicom
