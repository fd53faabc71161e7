#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/finding.h"
#include "planning/fluoroscopy/triangulation.h"
#include "planning/fluoroscopy/view.h"

namespace planning::fluoroscopy {

/// What the operator entered of a view's geometry. Used only where the file is silent, and marked as given.
struct GivenGeometry {
  std::optional<double> primaryDeg;           ///< positive LAO
  std::optional<double> secondaryDeg;         ///< positive CRA
  std::optional<double> sourceToDetectorMm;   ///< SID
  std::optional<double> sourceToIsocentreMm;  ///< SOD
  std::optional<double> imagerSpacingMm;      ///< of square pixels, at the detector

  friend bool operator==(const GivenGeometry&, const GivenGeometry&) = default;
};

/// Two marks in a frame, and how far apart they are in the patient: a scale for what lies at the same depth.
struct Calibration {
  enum class Object { Length, Needle, Sphere };  ///< a known length, a needle's own width, a ball's diameter
  Object object = Object::Length;
  double knownMm = 0;
  ImagePoint from, to;

  friend bool operator==(const Calibration&, const Calibration&) = default;
};
const char* word(Calibration::Object object);  ///< "length", "needle", "sphere"
std::optional<Calibration::Object> objectFromWord(const std::string& word);

/// A frame with what was marked in it.
struct MarkedView {
  View view;      ///< as the file says it
  int frame = 0;  ///< from 0
  GivenGeometry given;
  std::optional<Calibration> calibration;
  std::optional<ImagePoint> target, entry;

  friend bool operator==(const MarkedView&, const MarkedView&) = default;
};

/// Standard error taken for one mark along each axis, pixels.
inline constexpr double kMarkErrorPx = 0.5;

/// Millimetres in the patient that a pixel stands for, at one depth only.
struct Scale {
  enum class Source {
    Calibrated,  ///< the operator's calibration
    File,        ///< the file's Pixel Spacing, calibrated there by a fiducial (0028,0A02)
    Isocentre,   ///< nominal: imager spacing and distances, at the isocentre's depth; an estimate
  };
  double mmPerColumn = 0, mmPerRow = 0;
  double relativeError = 0;  ///< standard error of the scale itself; 0 where nothing tells it
  Source source = Source::Calibrated;
};

/// The best scale there is: in the order of Scale::Source. Absent: pixels only. Where rows and columns differ the
/// file's ratio is kept.
std::optional<Scale> scaleOf(const MarkedView& view);

/// A distance in the picture: always in pixels, in mm where there is a scale.
struct PictureLength {
  double pixels = 0;
  std::optional<double> mm;
  std::optional<double> errorMm;  ///< standard error: of the marks and of the calibration; absent for an estimate
};
PictureLength lengthBetween(const MarkedView& view, const ImagePoint& a, const ImagePoint& b);

/// The view with the operator's values where the file has none; with imager spacing from the calibration where neither
/// gives it but SID and SOD are there (the object is then taken to lie at the isocentre's depth).
View completed(const MarkedView& view);
/// Whether completed() took the imager spacing from the calibration.
bool spacingFromCalibration(const MarkedView& view);
/// Anything of the geometry that completed() uses is the operator's word.
bool usesGiven(const MarkedView& view);

/// The views that a plan under fluoroscopy was marked in, and the places that follow from them.
struct FluoroscopyPlan {
  // Chosen.
  std::vector<MarkedView> views;  ///< one or two
  bool nothingMoved = false;      ///< the operator's word that neither patient nor table moved between the two

  // Computed by locate().
  std::optional<Triangulated> target, entry;  ///< in the patient, from the isocentre; see View::geometry()
  std::optional<Error> refusal;               ///< why no place in the patient follows from two marked views
};

/// Whether a place in the patient may follow from these two frames, marks apart. Errors: "geometry-missing" (subject:
/// "first" or "second"; what View::missing() says), "patient-unknown", "another-patient", "table-moved", "same-frame",
/// "views-of-two-frames" (only one has an isocentre system), "movement-not-told" (nothingMoved is needed and not
/// given), "views-too-alike" (of the two beams).
Expected<void> mayCombine(const FluoroscopyPlan& plan);

/// Target and entry in the patient where both views have them marked; see FluoroscopyPlan. Errors of mayCombine() and
/// triangulate() go to `refusal`.
void locate(FluoroscopyPlan& plan);

/// What the operator should know of the plan's views.
std::vector<Finding> viewFindings(const FluoroscopyPlan& plan);

/// Every series of the views, each once, with the instances used.
std::vector<SeriesIdentity> seriesOf(const FluoroscopyPlan& plan);

}  // namespace planning::fluoroscopy
