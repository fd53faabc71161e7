#pragma once

#include <optional>
#include <span>
#include <string>

#include "planning/error.h"

class DcmItem;

namespace io::deidentification {

/// Why an object is not exported at all: "kind-not-deidentified" (its class is none that this program knows to clean),
/// "foreign-report" (a structured report of another program, whose free text nobody can vouch for),
/// "overlay-in-pixels" (an overlay in unused bits of compressed pixels). Absent when it may go on.
std::optional<planning::Error> whyLeftOut(DcmItem& dataset, const std::string& file);

/// Whether an object is a picture, not structures or a report.
bool isPicture(DcmItem& dataset);

/// Why an image must be looked at first, by its header: "image-says-text" (Burned In Annotation is YES),
/// "image-may-hold-text" (it is of a kind that usually has text in its pixels, and does not say that it has none).
/// Absent when it need not.
std::optional<planning::Error> whyQuarantined(DcmItem& dataset, const std::string& file);

/// Zeroes the bits above the stored ones where an overlay lies in them.
void dropOverlayBits(DcmItem& dataset);

/// Takes off what stands behind the last pixel, and blanks what stands behind the end mark of a compressed frame (JPEG,
/// JPEG-LS, JPEG 2000): nobody sees it, and it may be anything.
void dropBytesBehindPixels(DcmItem& dataset);

}  // namespace io::deidentification
