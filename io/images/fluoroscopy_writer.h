#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "planning/error.h"
#include "planning/fluoroscopy/projection.h"
#include "planning/identity.h"

namespace io {

/// A projection that this program made, ready to be written.
struct SimulatedProjection {
  /// Patient, study, description; seriesUid and the one instance's UID are used when there, else made.
  planning::SeriesIdentity identity;
  planning::fluoroscopy::CArmGeometry geometry;  ///< neither flipped nor turned, principal point in the middle
  std::vector<std::uint8_t> grey;                ///< row by row, bone bright
  int seriesNumber = 901;
  int instanceNumber = 1;
};

enum class ProjectionObject {
  Angiographic,       ///< X-Ray Angiographic Image with its whole geometry, as a C-arm stores it
  Radiofluoroscopic,  ///< distances and spacing; the object has no positioner angles
  SecondaryCapture,   ///< the angles as text in Derivation Description, no distances
};

/// Writes one frame, derived, uncompressed; date and time are the study's. The isocentre in the patient is not kept:
/// the objects have no place for it. Returns the identity as written. Errors: "cannot-write".
planning::Expected<planning::SeriesIdentity> writeProjection(const SimulatedProjection& projection,
                                                             ProjectionObject object,
                                                             const std::filesystem::path& file);

}  // namespace io
