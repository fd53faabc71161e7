#pragma once

#include <dcmtk/dcmdata/dctagkey.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "io/report/codes.h"
#include "planning/error.h"
#include "planning/geometry.h"
#include "planning/identity.h"

class DcmItem;

namespace io::report {

/// One item of a report's content tree (PS3.3 C.17.3), as it stands in the file: nothing is judged here, what an item
/// does not have is empty or absent.
struct ContentItem {
  std::string relationship;  ///< "CONTAINS", "HAS CONCEPT MOD", ...; empty at the root
  std::string valueType;     ///< "CONTAINER", "CODE", "NUM", ...
  planning::anatomy::Code name;
  planning::anatomy::Code code;  ///< of CODE
  std::string text;              ///< of TEXT, UIDREF, PNAME, DATETIME
  std::optional<double> number;  ///< of NUM, finite; the floating point value where there is one
  planning::anatomy::Code unit;
  std::string graphicType;                    ///< of SCOORD and SCOORD3D
  std::vector<planning::Point> points;        ///< of SCOORD3D, LPS mm, as float32 keeps them
  std::vector<std::array<double, 2>> pixels;  ///< of SCOORD: column, row; (0,0) the corner of the first pixel
  std::string frameOfReferenceUid;            ///< of SCOORD3D
  planning::InstanceReference reference;      ///< of IMAGE and COMPOSITE
  std::vector<int> segments;                  ///< of IMAGE: referenced segment numbers
  int frame = 0;                              ///< of IMAGE: the first referenced frame number; 0: none
  std::string templateId;                     ///< of CONTAINER
  std::vector<ContentItem> children;

  bool is(const CodedConcept& concept_) const { return concept_.is(name); }
  /// First child of that name; null when none.
  const ContentItem* child(const CodedConcept& name) const;
  const ContentItem* child(const CodedConcept& name, const std::string& valueType) const;
  std::vector<const ContentItem*> childrenNamed(const CodedConcept& name) const;
};

/// A text of a data set, all values of it; empty when absent.
std::string textOf(DcmItem& item, const DcmTagKey& tag);
/// The text of a child; empty when there is none.
std::string textOf(const ContentItem& parent, const CodedConcept& name);

/// No report of ours comes near: the pre-scan lets half a million elements and items through, and an item of content
/// has seven or more.
inline constexpr std::size_t kMostItems = 100'000;
inline constexpr int kDeepestTree = 32;                 ///< items below the root
inline constexpr std::size_t kLongestText = 16u << 20;  ///< bytes, of one text of an item

/// Whether a tree that another process made is one that a file can hold: so many items, so deep, texts so long.
bool isBounded(const ContentItem& root);

/// The tree of a data set. Errors: "broken-report" when it is nested deeper than any report.
planning::Expected<ContentItem> contentOf(DcmItem& dataset);

}  // namespace io::report
