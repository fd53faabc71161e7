#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "io/dicom/hu_conversion.h"
#include "io/dicom/instance.h"
#include "io/dicom/slice.h"
#include "io/exchange/foreign_needles.h"
#include "io/reading/grid.h"
#include "io/report/report_tree.h"
#include "io/sandbox/wire.h"
#include "io/structures/structure_set.h"
#include "planning/error.h"

/// What the program and its readers tell each other.
namespace io::reading {

/// A file's header: answered with dicom::Instance.
struct HeaderRequest {
  std::filesystem::path file;
};

/// One slice, decoded into the shared memory: answered with dicom::ConversionCounts.
struct SliceRequest {
  dicom::Slice slice;
  bool isHu = true;          ///< see convertToHu()
  std::uint64_t offset = 0;  ///< where in the shared memory, bytes
};

/// Masks into the shared memory: answered with StructuresReply.
struct StructuresRequest {
  std::filesystem::path file;
  planning::SeriesIdentity scan;
  std::optional<Grid> grid;  ///< the scan's, where it is open
};

/// A plan or a control: answered with report::ReportTree.
struct ReportRequest {
  std::filesystem::path file;
};

/// Needles of another program's file: answered with exchange::ForeignNeedles.
struct NeedlesRequest {
  std::filesystem::path file;
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

using Request = std::variant<HeaderRequest, SliceRequest, StructuresRequest, ReportRequest, NeedlesRequest>;
/// The answers to those requests in the same order, and the refusal of any.
using Reply = std::variant<dicom::Instance, dicom::ConversionCounts, StructuresReply, report::ReportTree,
                           exchange::ForeignNeedles, planning::Error>;

const std::filesystem::path& fileOf(const Request& request);

sandbox::Bytes toBytes(Request request);
sandbox::Bytes toBytes(Reply reply);
/// Absent for bytes that are no request.
std::optional<Request> requestFrom(std::span<const std::byte> bytes);
/// The reader may have been taken over by what it parsed. Absent for bytes that are neither an error nor such a reply
/// as an honest reader gives to this request: every number is one, every word known, every size within its bounds.
std::optional<Reply> replyFrom(std::span<const std::byte> bytes, const Request& request);

}  // namespace io::reading
