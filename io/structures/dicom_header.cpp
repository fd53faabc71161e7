#include "io/structures/dicom_header.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>

#include "io/dicom/attributes.h"
#include "io/dicom/text_decoder.h"
#include "io/files/trimmed.h"

namespace io::structures {
namespace {

/// The whole value as it is written. DCMTK's own findAndGetOFStringArray is quadratic in the number of values, which
/// takes seconds for the outlines of one RTSTRUCT.
std::string rawOf(DcmItem& item, const DcmTagKey& tag) {
  DcmElement* element = nullptr;
  if (item.findAndGetElement(tag, element).bad() || element == nullptr) return {};
  if (element->isaString()) {
    char* text = nullptr;
    Uint32 length = 0;
    return element->getString(text, length).good() && text ? std::string(trimmed({text, length})) : std::string();
  }
  if (element->getVR() == EVR_UN) {  // how some writers store more than 64 KB of decimal strings
    Uint8* bytes = nullptr;
    const bool there = element->getUint8Array(bytes).good() && bytes;
    return there ? std::string(trimmed({reinterpret_cast<const char*>(bytes), element->getLength()})) : std::string();
  }
  OFString value;
  return element->getOFStringArray(value).good() ? std::string(trimmed({value.c_str(), value.size()})) : std::string();
}

std::string quoted(const planning::Patient& patient) {
  return "\"" + patient.id + "\"" + (patient.issuer.empty() ? "" : " of \"" + patient.issuer + "\"") +
         (patient.birthDate.empty() ? "" : ", born " + patient.birthDate);
}

}  // namespace

std::string textOf(DcmItem& dataset, DcmItem& item, const DcmTagKey& tag) {
  const std::string raw = rawOf(item, tag);
  // An item may have a character set of its own (PS3.5 6.1.2.4).
  DcmItem& named = item.tagExists(DCM_SpecificCharacterSet) ? item : dataset;
  if (const auto utf8 = dicom::toUtf8(named, raw)) return std::string(trimmed(*utf8));
  std::string shown;  // undecodable bytes become U+FFFD
  for (const char c : raw) shown += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : "\xEF\xBF\xBD";
  return shown;
}

std::string wordOf(DcmItem& item, const DcmTagKey& tag) {
  return rawOf(item, tag);
}

std::vector<double> numbersOf(DcmItem& item, const DcmTagKey& tag) {
  const std::string all = rawOf(item, tag);
  std::vector<double> numbers;
  for (std::size_t start = 0; !all.empty() && start <= all.size();) {
    const std::size_t end = std::min(all.find('\\', start), all.size());
    const auto number = dicom::parseDecimal(all.substr(start, end - start));
    if (!number) return {};
    numbers.push_back(*number);
    start = end + 1;
  }
  return numbers;
}

std::optional<int> wholeOf(DcmItem& item, const DcmTagKey& tag) {
  const auto numbers = numbersOf(item, tag);
  if (numbers.size() != 1 || std::abs(numbers[0]) > 2e9 || numbers[0] != std::floor(numbers[0])) return std::nullopt;
  return static_cast<int>(numbers[0]);
}

std::vector<DcmItem*> itemsOf(DcmItem& item, const DcmTagKey& tag) {
  DcmSequenceOfItems* sequence = nullptr;
  std::vector<DcmItem*> items;
  if (item.findAndGetSequence(tag, sequence).bad() || sequence == nullptr) return items;
  items.reserve(sequence->card());
  for (DcmObject* object = sequence->nextInContainer(nullptr); object; object = sequence->nextInContainer(object))
    items.push_back(static_cast<DcmItem*>(object));
  return items;
}

DcmItem* firstItemOf(DcmItem& item, const DcmTagKey& tag) {
  DcmItem* first = nullptr;
  item.findAndGetSequenceItem(tag, first, 0);
  return first;
}

planning::SeriesIdentity identityOf(DcmItem& d) {
  const auto text = [&](const DcmTagKey& tag) { return textOf(d, d, tag); };
  planning::SeriesIdentity identity;
  identity.patient = {text(DCM_PatientID), text(DCM_IssuerOfPatientID), text(DCM_PatientName),
                      wordOf(d, DCM_PatientBirthDate), wordOf(d, DCM_PatientSex)};
  identity.study = {wordOf(d, DCM_StudyInstanceUID), text(DCM_StudyID),         wordOf(d, DCM_StudyDate),
                    wordOf(d, DCM_StudyTime),        text(DCM_AccessionNumber), text(DCM_StudyDescription),
                    text(DCM_ReferringPhysicianName)};
  identity.seriesUid = wordOf(d, DCM_SeriesInstanceUID);
  identity.frameOfReferenceUid = wordOf(d, DCM_FrameOfReferenceUID);
  identity.modality = wordOf(d, DCM_Modality);
  identity.description = text(DCM_SeriesDescription);
  identity.patientPosition = wordOf(d, DCM_PatientPosition);
  identity.instances = {{wordOf(d, DCM_SOPClassUID), wordOf(d, DCM_SOPInstanceUID)}};
  return identity;
}

planning::Expected<void> checkSamePatient(const planning::SeriesIdentity& object, const planning::SeriesIdentity& scan,
                                          const std::filesystem::path& file) {
  const std::string patients = "file: patient " + quoted(object.patient) + ", scan: patient " + quoted(scan.patient);
  if (object.patient.id.empty() && planning::ofSamePatient(object, scan)) return {};
  if (object.patient.id.empty() || scan.patient.id.empty())
    return planning::refuse("patient-unknown", file.string(), patients);
  planning::Patient patient = object.patient;
  if (patient.issuer.empty() || scan.patient.issuer.empty()) patient.issuer = scan.patient.issuer;
  if (!planning::samePatient(patient, scan.patient))
    return planning::refuse("another-patient", file.string(), patients);
  return {};
}

planning::Expected<void> checkSameFrame(const std::string& frameOfReferenceUid, const planning::SeriesIdentity& scan,
                                        const std::filesystem::path& file) {
  const std::string frames = "file: frame of reference \"" + frameOfReferenceUid + "\", scan: frame of reference \"" +
                             scan.frameOfReferenceUid + "\"";
  if (frameOfReferenceUid.empty() || scan.frameOfReferenceUid.empty())
    return planning::refuse("frame-unknown", file.string(), frames);
  if (frameOfReferenceUid != scan.frameOfReferenceUid) return planning::refuse("another-frame", file.string(), frames);
  return {};
}

std::optional<planning::Finding> drawnOnAnother(DcmItem& dataset, const planning::SeriesIdentity& scan,
                                                const std::filesystem::path& file) {
  std::vector<std::string> drawnOn;
  const auto take = [&](DcmItem& item, const DcmTagKey& sequence) {
    for (DcmItem* series : itemsOf(item, sequence)) drawnOn.push_back(wordOf(*series, DCM_SeriesInstanceUID));
  };
  take(dataset, DCM_ReferencedSeriesSequence);
  for (DcmItem* frame : itemsOf(dataset, DCM_ReferencedFrameOfReferenceSequence))
    for (DcmItem* study : itemsOf(*frame, DCM_RTReferencedStudySequence)) take(*study, DCM_RTReferencedSeriesSequence);
  std::erase(drawnOn, "");
  if (drawnOn.empty() || std::find(drawnOn.begin(), drawnOn.end(), scan.seriesUid) != drawnOn.end()) return {};
  return planning::Finding{
      "drawn-on-another-series", planning::Severity::Warning, {file.filename().string(), drawnOn.front()}, {}};
}

}  // namespace io::structures
