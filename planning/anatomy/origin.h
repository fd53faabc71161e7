#pragma once

#include <optional>
#include <string>

namespace planning::anatomy {

/// Where a structure came from.
///
///     Origin{Origin::Kind::Segmentation, "2.25.7"}.text()   // "SEG 2.25.7"
///     edited({Origin::Kind::Found}).text()                  // "segmented, edited"
struct Origin {
  enum class Kind {
    Segmentation,  ///< a segment of a DICOM segmentation
    RtStruct,      ///< a region of an RT structure set
    LabelMap,      ///< a label of a NIfTI or NRRD file
    Traced,        ///< a person traced it
    Found,         ///< the program found it in the scan
    Painted,       ///< a person painted it from nothing
    Expected,      ///< the program expects it there, from the bone around it: no evidence until a person confirms it
    Other          ///< anything else, in words
  };

  Kind kind = Kind::Other;
  std::string name{};   ///< the object's UID; of a label map its file's name; of Other the words; else empty
  bool edited = false;  ///< a person has changed the shape since

  /// As reports (NP-238) and JSON write it: "SEG UID", "RTSTRUCT UID", "label map FILE", "traced", "segmented",
  /// "painted", "expected" or the words, and ", edited" behind. Empty: nothing is known.
  std::string text() const;

  friend bool operator==(const Origin&, const Origin&) = default;
};

/// The inverse of Origin::text(), for any text.
Origin originFromText(const std::string& text);

/// Once a person has changed the shape. What is painted is a person's anyway and stays.
Origin edited(Origin origin);

}  // namespace planning::anatomy
