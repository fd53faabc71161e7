#include "io/report/installation.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <fstream>

#include "io/dicom/put.h"
#include "io/files/uid.h"

namespace io::report {

std::string installationUid() {
  std::ifstream in("/etc/machine-id");
  std::string machine;
  in >> machine;
  return uidFromName("needleplan on machine " + machine);
}

void putEquipment(DcmItem& dataset) {
  dicom::put(dataset, DCM_Manufacturer, kManufacturer);
  dicom::put(dataset, DCM_ManufacturerModelName, kModel);
  dicom::put(dataset, DCM_DeviceSerialNumber, installationUid());
  dicom::put(dataset, DCM_SoftwareVersions, NEEDLEPLAN_VERSION);
}

}  // namespace io::report
