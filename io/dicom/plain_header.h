#pragma once

#include <functional>

#include "io/dicom/instance.h"
#include "io/dicom/plain_values.h"

// The short way through the header of a plain CT slice, and its slow twin.

namespace io::dicom {

/// Told each element's VR before the listener is asked whether it wants it: two letters, high byte first; 0 where
/// implicit.
using HearVr = std::function<void(Tag tag, std::uint16_t vr, int depth)>;
planning::Expected<WalkEnd> walkDataset(ByteSource& bytes, Encoding encoding, const std::string& file,
                                        WalkListener& listener, const HearVr& hear);

/// The pre-scan, which notes plain values as it passes them.
planning::Expected<FileMap> prescan(const std::filesystem::path& path, PlainValues& plain);

/// readInstance() by DCMTK alone: what the short way must agree with.
planning::Expected<Instance> readInstanceByLibrary(const std::filesystem::path& file);

}  // namespace io::dicom
