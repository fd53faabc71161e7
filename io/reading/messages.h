#pragma once

#include <optional>
#include <string>

#include "io/dicom/hu_conversion.h"
#include "io/dicom/instance.h"
#include "io/dicom/slice.h"
#include "io/reading/grid.h"
#include "io/reading/structure_reader.h"
#include "io/report/report_file.h"
#include "io/sandbox/wire.h"
#include "planning/error.h"

/// What the program and its readers tell each other.
namespace io::sandbox {

enum class Task : std::uint8_t {
  ReadInstance,    ///< a file's header
  ReadSlice,       ///< one slice, decoded to HU into the shared memory
  ReadStructures,  ///< masks into the shared memory
  ReadReport,      ///< a plan or a control
  Forget,          ///< the shared memory; not answered
};
template <>
inline constexpr Task kLast<Task> = Task::Forget;

struct Request {
  Task task = Task::ReadInstance;
  std::filesystem::path file;     ///< all but ReadSlice
  dicom::Slice slice;             ///< ReadSlice
  bool isHu = true;               ///< ReadSlice: see convertToHu()
  std::uint64_t offset = 0;       ///< ReadSlice: where in the shared memory, bytes
  planning::SeriesIdentity scan;  ///< ReadStructures: for which scan
  std::optional<Grid> grid;       ///< ReadStructures: the scan's, where it is open
  std::uint64_t sharedBytes = 0;  ///< size of the shared memory whose descriptor comes with this request; 0: none comes
};

/// A mask in the shared memory.
struct SharedMask {
  std::uint64_t offset = 0;
  Grid grid;
};

struct StructuresReply {
  StructureSet set;  ///< its structures are masks, without voxels
  std::vector<SharedMask> masks;
};

struct Reply {
  std::optional<planning::Error> error;
  dicom::Instance instance;        ///< ReadInstance
  dicom::ConversionCounts counts;  ///< ReadSlice
  std::optional<StructuresReply> structures;
  std::optional<report::ReadReport> report;
};

Bytes toBytes(Request& request);
Bytes toBytes(Reply& reply);
/// Absent for bytes that are no such message.
std::optional<Request> requestFrom(std::span<const std::byte> bytes);
std::optional<Reply> replyFrom(std::span<const std::byte> bytes);

}  // namespace io::sandbox
