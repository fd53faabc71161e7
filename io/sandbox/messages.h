#pragma once

#include <string>

#include "io/dicom/hu_conversion.h"
#include "io/dicom/instance.h"
#include "io/dicom/slice.h"
#include "io/sandbox/wire.h"
#include "planning/error.h"

/// What the program and its readers tell each other.
namespace io::sandbox {

enum class Task : std::uint8_t {
  ReadInstance,  ///< a file's header
  ReadSlice,     ///< one slice, decoded to HU into the shared memory
  Forget,        ///< the shared memory; not answered
};

struct Request {
  Task task = Task::ReadInstance;
  std::filesystem::path file;     ///< ReadInstance
  dicom::Slice slice;             ///< ReadSlice
  bool isHu = true;               ///< ReadSlice: see convertToHu()
  std::uint64_t offset = 0;       ///< ReadSlice: where in the shared memory, bytes
  std::uint64_t sharedBytes = 0;  ///< size of the shared memory whose descriptor comes with this request; 0: none comes
};

struct Reply {
  std::optional<planning::Error> error;
  dicom::Instance instance;        ///< ReadInstance
  dicom::ConversionCounts counts;  ///< ReadSlice
};

Bytes toBytes(Request& request);
Bytes toBytes(Reply& reply);
/// Absent for bytes that are no such message.
std::optional<Request> requestFrom(std::span<const std::byte> bytes);
std::optional<Reply> replyFrom(std::span<const std::byte> bytes);

}  // namespace io::sandbox
