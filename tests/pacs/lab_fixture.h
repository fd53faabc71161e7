#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "io/dicom/library.h"
#include "io/files/uid.h"
#include "io/pacs/send.h"
#include "io/pacs/site.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

/// The archives of tests/pacs/lab.sh, and a study to keep there.
namespace lab {

inline std::filesystem::path folder() {
  return std::getenv("PACS_LAB");
}

inline io::pacs::Site orthanc() {
  return {"orthanc", "127.0.0.1", 14242, "ORTHANC", "NEEDLE", std::nullopt, true};
}

inline io::pacs::Site dcmqrscp() {
  return {"dcmqrscp", "127.0.0.1", 14244, "QRSCP", "NEEDLE", std::nullopt};
}

inline io::pacs::Site encrypted() {
  return {"tls",    "127.0.0.1",
          14243,    "ORTHANCTLS",
          "NEEDLE", io::pacs::Tls{folder() / "ca.pem", folder() / "client.pem", folder() / "client.key", {}}};
}

/// A study of this test alone, with a name that only UTF-8 and Latin-1 can write.
struct MadeStudy {
  MadeStudy() {
    io::dicom::useDcmtk();
    ct.patientId = "P-" + io::newUid().substr(5, 20);
    ct.studyUid = io::newUid();
    ct.seriesUid = io::newUid();
    made_ct::write(ct, folder.path() / "ct", [&](DcmDataset& slice, int k) {
      slice.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 192");
      slice.putAndInsertString(DCM_PatientName, "Müller^Jörg");
      slice.putAndInsertString(DCM_IssuerOfPatientID, "CLINIC");
      slice.putAndInsertString(DCM_PatientBirthDate, "19500102");
      slice.putAndInsertString(DCM_StudyDate, "20240305");
      slice.putAndInsertString(DCM_AccessionNumber, "A1");
      slice.putAndInsertString(DCM_Modality, "CT");
      slice.putAndInsertString(DCM_SOPInstanceUID, (ct.seriesUid + "." + std::to_string(k)).substr(0, 64).c_str());
    });
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "ct")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
  }

  std::vector<io::pacs::Sent> sendTo(const io::pacs::Site& site) const {
    return io::pacs::send(
        site, files, [](const io::pacs::Sent&) {}, planning::Progress());
  }

  support::TemporaryFolder folder;
  made_ct::Ct ct;
  std::vector<std::filesystem::path> files;
};

}  // namespace lab
