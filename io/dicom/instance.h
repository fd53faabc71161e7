#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/dicom/slice.h"
#include "planning/error.h"
#include "planning/finding.h"
#include "planning/fluoroscopy/view.h"
#include "planning/identity.h"

namespace io::dicom {

/// The plane of one frame and what its values mean, as far as the file says.
struct Plane {
  std::optional<planning::Point> position;
  std::optional<std::vector<double>> orientation;  ///< (0020,0037): six direction cosines
  std::optional<std::vector<double>> spacing;      ///< (0028,0030): between rows, between columns
  std::optional<double> thicknessMm;
  std::optional<double> locationMm;
  std::optional<double> slope;
  std::optional<double> intercept;
  std::string rescaleType;
  std::string imageType;     ///< value 3: AXIAL, LOCALIZER, ...
  std::string stack;         ///< (0020,9056)
  std::string phase;         ///< temporal position: (0020,9128), or (0020,0100)
  std::string cardiacPhase;  ///< (0020,9241), % of R-R
  std::string acquisition;   ///< of this frame, (0020,9156); empty: its file's
  std::string kernel;        ///< of this frame; empty: its file's
};

/// One DICOM file: its header as plain values.
struct Instance {
  std::filesystem::path file;
  FileMap map;
  planning::SeriesIdentity identity;  ///< with this one instance
  int seriesNumber = 0;
  int instanceNumber = 0;
  std::string acquisition;  ///< (0020,0012)
  std::string kernel;       ///< (0018,1210)
  std::string acquiredAt;   ///< (0008,0022) (0008,0032)
  std::string contrast;     ///< (0018,0010)
  std::string energy;       ///< (0018,0060)
  bool lossy = false;
  bool burnedIn = false;
  PixelFormat format;
  int frames = 1;
  std::vector<Plane> planes;  ///< one a frame, for the classes that are volumes (the first frame's
                              ///< alone where the file places no other); else empty
  std::optional<planning::fluoroscopy::View> view;  ///< of projections: all but identity, rows, columns and frames
  std::optional<planning::Error> fault;             ///< a value this file is refused for
  std::vector<planning::Finding> findings;
};

/// The classes of objects that matter here.
enum class ObjectKind {
  Ct,
  EnhancedCt,
  Volume3d,
  Segmentation,
  StructureSet,
  Report3d,
  Report,
  Fluoroscopy,
  Mr,
  Other
};
ObjectKind kindOf(const planning::SeriesIdentity& identity);

}  // namespace io::dicom
