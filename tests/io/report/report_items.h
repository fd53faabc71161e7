#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <memory>
#include <string>

namespace sample {

/// The report of richPlan(), to be changed.
std::unique_ptr<DcmFileFormat> richDocument();

/// Groups of richPlan()'s report: a needle, its six clearances, two display groups, another needle, its clearance and
/// two display groups, a tube.
inline constexpr unsigned long kNeedle = 0, kClearance = 1, kDisplay = 7, kSecondNeedle = 9;
DcmItem& group(DcmItem& dataset, unsigned long index);

/// Value of the item's concept name; empty when it has none.
std::string conceptOf(DcmItem& item);
DcmSequenceOfItems* childrenOf(DcmItem& item);
/// First item below with that concept, its own children first within each branch; null when none.
/// `depth`: 1 looks at direct children only.
DcmItem* find(DcmItem& item, const std::string& value, int depth = 9);
/// Takes out the first item with that concept. False when there is none.
bool removeFrom(DcmItem& item, const std::string& value);

void setNested(DcmItem& item, const DcmTagKey& sequence, const DcmTagKey& tag, const char* value);
void setNumber(DcmItem& item, double value);
void setFirstCoordinate(DcmItem& item, Float32 value);
/// Appends a copy of the first direct child with that concept.
void copyChild(DcmItem& parent, const std::string& value);

}  // namespace sample
