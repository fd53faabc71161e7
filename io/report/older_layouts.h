#pragma once

#include "io/report/content_item.h"

namespace io::report {

/// A report's tree as this version writes it, where a version before (told by its image library, which came first)
/// wrote the same otherwise: so that reader and comparison know one layout. Nothing is added that the report does not
/// say.
/// - checks coded as something else than was asked (kOlderChecks), become the question;
/// - (121211) Path length of a projection becomes NP-146, SCT "Planned" and "Performed" NP-215 and 216;
/// - a clearance's shortest line, between the two places that it has, stands among them;
/// - values in texts are quoted, not escaped;
/// - every group of the image library says its modality, a disc and a level by its own code.
ContentItem asWrittenNow(ContentItem root);

}  // namespace io::report
