#pragma once

#include <string>
#include <utility>
#include <vector>

namespace planning {

/// Who is on the table. Text is UTF-8; an empty string is an absent value.
struct Patient {
  std::string id;         ///< (0010,0020)
  std::string issuer;     ///< (0010,0021)
  std::string name;       ///< (0010,0010), as DICOM writes it: Family^Given
  std::string birthDate;  ///< (0010,0030) YYYYMMDD
  std::string sex;        ///< (0010,0040) M, F, O

  friend bool operator==(const Patient&, const Patient&) = default;
};

struct Study {
  std::string uid;                 ///< (0020,000D)
  std::string id;                  ///< (0020,0010)
  std::string date;                ///< (0008,0020) YYYYMMDD
  std::string time;                ///< (0008,0030)
  std::string accessionNumber;     ///< (0008,0050)
  std::string description;         ///< (0008,1030)
  std::string referringPhysician;  ///< (0008,0090)

  friend bool operator==(const Study&, const Study&) = default;
};

struct InstanceReference {
  std::string sopClassUid;
  std::string sopInstanceUid;

  friend bool operator==(const InstanceReference&, const InstanceReference&) = default;
};

/// Everything that says which scan this is; also what a report cites as evidence.
struct SeriesIdentity {
  Patient patient;
  Study study;
  std::string seriesUid;            ///< (0020,000E)
  std::string frameOfReferenceUid;  ///< (0020,0052); empty when the series has none
  std::string modality;             ///< (0008,0060)
  std::string description;          ///< (0008,103E)
  std::string patientPosition;      ///< (0018,5100) HFS, HFP, FFS, FFP, HFDR, HFDL, FFDR, FFDL; empty when absent
  std::vector<InstanceReference> instances;  ///< in slice order

  friend bool operator==(const SeriesIdentity&, const SeriesIdentity&) = default;
};

/// The same patient: equal Patient ID and issuer, an ID that is there, and no two birth dates. Two absent IDs are not
/// the same patient.
inline bool samePatient(const Patient& a, const Patient& b) {
  const bool bornApart = !a.birthDate.empty() && !b.birthDate.empty() && a.birthDate != b.birthDate;
  return !a.id.empty() && a.id == b.id && a.issuer == b.issuer && !bornApart;
}

/// Who gave the patients of the demo cases their IDs: no hospital does.
inline constexpr const char* kDemoIssuer = "NEEDLEPLAN";
inline constexpr const char* kDemoId = "NEEDLEPLAN-DEMO";  ///< their Patient IDs begin so

/// A patient of the demo cases (testdata), and of all that is planned on them: never somebody in a hospital.
inline bool isDemoPatient(const Patient& patient) {
  return patient.issuer == kDemoIssuer && patient.id.starts_with(kDemoId);
}

/// Two patients by their IDs, with issuer and birth date where the IDs alone do not tell them apart.
std::pair<std::string, std::string> toldApart(const Patient& a, const Patient& b);
/// Both in one text: "P1 / P2".
std::string bothShown(const Patient& a, const Patient& b);

/// The same patient; or, of a patient without Patient ID (type 2: it may be empty), the same study.
inline bool ofSamePatient(const SeriesIdentity& a, const SeriesIdentity& b) {
  if (!a.patient.id.empty() || !b.patient.id.empty()) return samePatient(a.patient, b.patient);
  return !a.study.uid.empty() && a.study.uid == b.study.uid;
}

/// With names and descriptions as a file can hold them (PS3.5 6.2: 64 characters a component group of a PN, 64 an LO):
/// what is longer is cut. Identifiers stay as they are, because a part of one names something else.
SeriesIdentity fitted(SeriesIdentity identity);

}  // namespace planning
