#pragma once

#include <dcmtk/dcmdata/dctagkey.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/finding.h"
#include "planning/geometry.h"
#include "planning/identity.h"

class DcmItem;

namespace io::structures {

/// A text attribute in UTF-8, without padding; empty when absent. `dataset` names the character set, `item` (it, or an
/// item inside it) holds the attribute.
std::string textOf(DcmItem& dataset, DcmItem& item, const DcmTagKey& tag);

/// An attribute in ASCII (UID, CS, IS ...), without padding; empty when absent.
std::string wordOf(DcmItem& item, const DcmTagKey& tag);

/// All values of a DS or IS attribute. Empty when it is absent or any value is no finite decimal number.
std::vector<double> numbersOf(DcmItem& item, const DcmTagKey& tag);

/// A whole number; absent when it is not there or not whole.
std::optional<int> wholeOf(DcmItem& item, const DcmTagKey& tag);

/// Items of a sequence, in order; empty when it is absent.
std::vector<DcmItem*> itemsOf(DcmItem& item, const DcmTagKey& sequence);
/// The first item of a sequence, or null.
DcmItem* firstItemOf(DcmItem& item, const DcmTagKey& sequence);

/// Patient, study, series, frame of reference and the object itself as the one instance.
planning::SeriesIdentity identityOf(DcmItem& dataset);

/// Refuses what does not belong to the scan's patient: "patient-unknown", "another-patient", with both in the detail.
/// `file` is the subject. Where one of the two names no issuer of the Patient ID the IDs alone count, because most
/// writers of SEG and RTSTRUCT drop it; the frame of reference, which is asked too, is unique in the world.
planning::Expected<void> checkSamePatient(const planning::SeriesIdentity& object, const planning::SeriesIdentity& scan,
                                          const std::filesystem::path& file);
/// Refuses what is not in the scan's frame of reference: "frame-unknown", "another-frame", with both in the detail.
planning::Expected<void> checkSameFrame(const std::string& frameOfReferenceUid, const planning::SeriesIdentity& scan,
                                        const std::filesystem::path& file);

/// "drawn-on-another-series" (file, the first such series): the object names series of images that it was drawn on (SEG
/// PS3.3 C.12.2, RTSTRUCT C.8.8.5), and the scan's is none of them. Absent too where it names none.
std::optional<planning::Finding> drawnOnAnother(DcmItem& dataset, const planning::SeriesIdentity& scan,
                                                const std::filesystem::path& file);

}  // namespace io::structures
