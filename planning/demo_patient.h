#pragma once

#include "planning/identity.h"

namespace planning {

/// Who gave the patients of the demo cases their IDs: no hospital does.
inline constexpr const char* kDemoIssuer = "NEEDLEPLAN";
inline constexpr const char* kDemoId = "NEEDLEPLAN-DEMO";  ///< their Patient IDs begin so

/// A patient of the demo cases (testdata), and of all that is planned on them: never somebody in a hospital.
inline bool isDemoPatient(const Patient& patient) {
  return patient.issuer == kDemoIssuer && patient.id.starts_with(kDemoId);
}

}  // namespace planning
