#include "io/dicom/instance.h"

#include <array>

namespace io::dicom {

ObjectKind kindOf(const planning::SeriesIdentity& identity) {
  static const std::array<std::pair<std::string_view, ObjectKind>, 15> kKinds{{
      {"1.2.840.10008.5.1.4.1.1.2", ObjectKind::Ct},
      {"1.2.840.10008.5.1.4.1.1.2.1", ObjectKind::EnhancedCt},
      {"1.2.840.10008.5.1.4.1.1.2.2", ObjectKind::EnhancedCt},
      {"1.2.840.10008.5.1.4.1.1.13.1.1", ObjectKind::Volume3d},
      {"1.2.840.10008.5.1.4.1.1.13.1.2", ObjectKind::Volume3d},
      {"1.2.840.10008.5.1.4.1.1.66.4", ObjectKind::Segmentation},
      {"1.2.840.10008.5.1.4.1.1.66.7", ObjectKind::Segmentation},
      {"1.2.840.10008.5.1.4.1.1.481.3", ObjectKind::StructureSet},
      {"1.2.840.10008.5.1.4.1.1.88.34", ObjectKind::Report3d},
      {"1.2.840.10008.5.1.4.1.1.12.1", ObjectKind::Fluoroscopy},
      {"1.2.840.10008.5.1.4.1.1.12.1.1", ObjectKind::Fluoroscopy},
      {"1.2.840.10008.5.1.4.1.1.12.2", ObjectKind::Fluoroscopy},
      {"1.2.840.10008.5.1.4.1.1.12.2.1", ObjectKind::Fluoroscopy},
      {"1.2.840.10008.5.1.4.1.1.4", ObjectKind::Mr},
      {"1.2.840.10008.5.1.4.1.1.4.1", ObjectKind::Mr},
  }};
  const auto& sopClass = identity.instances.front().sopClassUid;
  for (const auto& [uid, kind] : kKinds)
    if (sopClass == uid) return kind;
  if (sopClass.starts_with("1.2.840.10008.5.1.4.1.1.88.")) return ObjectKind::Report;
  // Anonymisers empty even the class; the modality is what is left.
  if (sopClass.empty() && identity.modality == "CT") return ObjectKind::Ct;
  return ObjectKind::Other;
}

}  // namespace io::dicom
