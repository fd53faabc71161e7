#include "io/dicom/patient_study.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include "io/dicom/put.h"

namespace io::dicom {

void putPatientAndStudy(DcmItem& dataset, const planning::Patient& patient, const planning::Study& study) {
  put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
  put(dataset, DCM_PatientName, patient.name);
  put(dataset, DCM_PatientID, patient.id);
  putUnlessEmpty(dataset, DCM_IssuerOfPatientID, patient.issuer);
  put(dataset, DCM_PatientBirthDate, patient.birthDate);
  put(dataset, DCM_PatientSex, patient.sex);
  put(dataset, DCM_StudyInstanceUID, study.uid);
  put(dataset, DCM_StudyDate, study.date);
  put(dataset, DCM_StudyTime, study.time);
  put(dataset, DCM_StudyID, study.id);
  put(dataset, DCM_AccessionNumber, study.accessionNumber);
  put(dataset, DCM_ReferringPhysicianName, study.referringPhysician);
  putUnlessEmpty(dataset, DCM_StudyDescription, study.description);
}

}  // namespace io::dicom
