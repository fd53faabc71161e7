#include "planning/review/registration.h"

#include <algorithm>

#include "planning/review/bone_registration.h"

namespace planning::review {
Expected<Registration> registrationOf(const ScanPair& scans, const std::vector<Landmark>& landmarks,
                                      Progress& progress) {
  const auto& control = scans.control.identity;
  if (!ofSamePatient(scans.planned, control))
    return refuse("another-patient", {}, bothShown(scans.planned.patient, control.patient));
  Registration registration;
  if (!landmarks.empty()) {
    const auto fit = fitLandmarks(landmarks);
    if (!fit) return tl::unexpected(fit.error());
    registration.kind = RegistrationKind::Landmarks;
    registration.residualMm = std::max(fit->residualMm, scans.control.hu->GetSpacing().GetNorm() / 2);
    registration.controlToPlan = fit->controlToPlan.rows();
    registration.landmarks = landmarks;
    return registration;
  }
  if (!control.frameOfReferenceUid.empty() && control.frameOfReferenceUid == scans.planned.frameOfReferenceUid) {
    registration.accepted = true;
    return registration;
  }
  if (scans.plannedScan == nullptr) return refuse("plan-scan-needed", {}, scans.planned.seriesUid);
  const auto fit = registerOnBone(scans.control, *scans.plannedScan, progress);
  if (!fit) return tl::unexpected(fit.error());
  registration.kind = RegistrationKind::Bone;
  registration.residualMm = fit->residualMm;
  registration.controlToPlan = fit->controlToPlan.rows();
  return registration;
}

}  // namespace planning::review
