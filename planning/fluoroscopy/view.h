#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "planning/fluoroscopy/isocentre_system.h"
#include "planning/fluoroscopy/projection.h"
#include "planning/identity.h"

namespace planning::fluoroscopy {

/// Rows first, as DICOM writes it.
struct PixelSpacing {
  double rowMm = 0;     ///< between rows
  double columnMm = 0;  ///< between columns

  friend bool operator==(const PixelSpacing&, const PixelSpacing&) = default;
};

/// Positioner angles of one frame, degrees (PS3.3 C.8.7.5.1.2); each absent where the file does not give it.
struct PositionerAngles {
  std::optional<double> primaryDeg;    ///< positive LAO
  std::optional<double> secondaryDeg;  ///< positive CRA

  friend bool operator==(const PositionerAngles&, const PositionerAngles&) = default;
};

/// Where the table stood, as far as the file says; only differences mean anything.
struct TablePosition {
  std::optional<double> heightMm;    ///< (0018,1130)
  std::optional<double> traverseMm;  ///< (0018,1131)
  std::optional<double> angleDeg;    ///< (0018,1138)

  friend bool operator==(const TablePosition&, const TablePosition&) = default;
};

/// Which part of the detector the picture is, in detector elements; rows first, as DICOM writes it.
struct DetectorField {
  std::optional<PixelSpacing> elementSpacing;  ///< (0018,7022)
  std::optional<PixelSpacing> sizeMm;          ///< of the whole detector, (0018,9429), else its active area (0018,7026)
  std::optional<ImagePoint> origin;     ///< (0018,7030): corner of the field from the detector's corner, elements
  std::optional<ImagePoint> isocentre;  ///< (0018,9430): where the beam lands, from the centre of the first element

  friend bool operator==(const DetectorField&, const DetectorField&) = default;
};

/// What the file recommends for looking at it; nothing is measured with it.
struct Presentation {
  std::optional<double> windowCentre, windowWidth;  ///< of stored values
  std::optional<int> maskFrame;                     ///< from 0, (0028,6110)
  std::string intensity;                            ///< (0028,1040) LIN, LOG, DISP; empty when absent
  bool inverse = false;                             ///< MONOCHROME1

  friend bool operator==(const Presentation&, const Presentation&) = default;
};

/// A fluoroscopy object (XA, RF, secondary capture) and what it says of its geometry: what is absent is not known.
struct View {
  SeriesIdentity identity;  ///< with this one instance
  int columns = 0, rows = 0, frames = 1;
  std::optional<double> frameTimeMs;  ///< (0018,1063)

  std::vector<PositionerAngles> angles;  ///< one a frame, or one for all of them; empty where the file has none
  bool anglesContradict = false;  ///< what the file says of the frames' angles contradicts itself: they are not known
  std::optional<double> sourceToDetectorMm;   ///< SID, (0018,1110)
  std::optional<double> sourceToIsocentreMm;  ///< SOD, (0018,1111)
  std::optional<PixelSpacing> imagerSpacing;  ///< at the detector, (0018,1164)
  std::optional<PixelSpacing> pixelSpacing;   ///< (0028,0030): of what depth, calibrationType says
  std::string calibrationType;                ///< (0028,0A02) GEOMETRY, FIDUCIAL; empty when absent
  std::string patientOrientation;             ///< (0020,0020) "L\F"; empty when absent
  std::optional<bool> flipped;                ///< (0018,7034), after the rotation
  std::optional<double> rotationDeg;          ///< (0018,7032), clockwise
  std::optional<bool> positionerMoves;        ///< (0018,1500) DYNAMIC; where absent, increments that are not 0
  std::optional<bool> tableMoves;             ///< (0018,1134) DYNAMIC, in the run itself
  TablePosition table;
  DetectorField detector;
  std::vector<IsocentreSystem> isocentre;  ///< one a frame, or one for all of them; empty where the file has none
  std::string plane;                       ///< "A" or "B" of a biplane, else empty
  std::string acquiredAt;                  ///< YYYYMMDDHHMMSS.ffffff of the first frame; empty when not told
  Presentation presentation;

  /// Of a frame with an isocentre system and a patient position, seen from the patient.
  PositionerAngles anglesOf(int frame) const;
  /// Where positioner and table stood for this frame, seen from the patient; absent where the file does not say.
  std::optional<PositionerPose> pose(int frame) const;

  /// What triangulation needs and this frame (from 0) does not give: "positioner-primary-angle",
  /// "positioner-secondary-angle", "source-to-detector", "source-to-isocentre", "imager-pixel-spacing",
  /// "impossible-distances" (SOD not between 0 and SID), "image-size", "patient-orientation" (what it says cannot be at
  /// these angles, or against the flip and rotation given), "field-of-view-rotation" (no quarter turns).
  std::vector<std::string> missing(int frame) const;

  /// The frame's geometry, its isocentre at the origin of patient axes (with an isocentre system: the table's reference
  /// point is the origin); absent while something is missing.
  std::optional<CArmGeometry> geometry(int frame) const;

  /// The file says neither Patient Orientation nor flip nor rotation: geometry() takes the usual display, facing the
  /// patient, head up.
  bool assumesUsualDisplay() const;
  /// The file does not say where on the detector the picture lies: the beam through the isocentre is taken to land in
  /// the picture's middle.
  bool assumesCentredBeam() const { return !principalPoint(); }

  /// Where the beam through the isocentre lands, from the field's place on the detector: at what (0018,9430) says, else
  /// at the detector's middle. Absent where origin, element spacing, or both of those are.
  std::optional<ImagePoint> principalPoint() const;

  friend bool operator==(const View&, const View&) = default;
};

/// True when the table stood elsewhere for the second view: a height, traverse or angle that both give differs by more
/// than 1 mm or 0.5 degrees, or a run in which the table moves. False says nothing: files seldom tell.
/// False too where both have their isocentre system: then it is known how far, and taken into account.
bool tableMovedBetween(const View& first, const View& second);

/// The two planes of a biplane, and frames taken within half a frame time (0.1 s where none is given): nothing can have
/// moved between them.
bool oneInstant(const View& first, int frameOfFirst, const View& second, int frameOfSecond);

/// Patient Orientation (0020,0020) of a projection: for columns and rows the letters L R, P A, H F of all parts above
/// 0.1 of the direction, largest first: "LP\F".
std::string patientOrientation(const Projection& projection);

}  // namespace planning::fluoroscopy
