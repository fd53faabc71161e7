#pragma once

namespace io::dicom {

/// Makes DCMTK ready once for the whole program: its decoders registered, its log silent (what it would say comes back
/// as errors and findings). Cheap to call again, from any thread.
void useDcmtk();

}  // namespace io::dicom
