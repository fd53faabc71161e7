#include "io/reading/answers.h"

#include <algorithm>
#include <exception>
#include <new>

#include "io/dicom/instance_reader.h"
#include "io/dicom/pixel_decoder.h"
#include "io/exchange/needle_file.h"
#include "io/reading/messages.h"
#include "io/report/report_tree.h"
#include "io/structures/structure_file.h"

namespace io::reading {
namespace {

using Shared = std::span<std::byte>;

/// DCMTK keeps what it reads, and contours become numbers.
constexpr std::uint64_t kHeapBytesPerByte = 3;
constexpr long kEachMs = 1500, kMostMs = 45000;

std::uint64_t bytesOf(const std::filesystem::path& file) {
  std::error_code absent;
  const auto size = std::filesystem::file_size(file, absent);
  return absent ? 0 : size;
}

/// More than any honest file takes.
struct Limits {
  std::uint64_t heapBytesBeside = 0;
  long processorMs = kEachMs;
};

Limits limitsOf(const HeaderRequest&) {
  return {};
}

Limits limitsOf(const SliceRequest& request) {
  const auto& format = request.slice.format;
  return {0, kEachMs + static_cast<long>(format.rows) * format.columns / 2000};
}

/// Contours are drawn and label maps inflated: the work is a multiple of the file. A detached header says nothing of
/// it.
Limits limitsOf(const StructuresRequest& request) {
  if (request.file.extension() == ".nhdr") return {0, kMostMs};
  const auto bytes = bytesOf(request.file);
  return {kHeapBytesPerByte * bytes, std::min(kMostMs, kEachMs + static_cast<long>(bytes / 256))};
}

Limits limitsOf(const ReportRequest&) {
  return {};
}

Limits limitsOf(const NeedlesRequest&) {
  return {};
}

template <class Value>
Reply replyOf(planning::Expected<Value> read) {
  if (!read) return std::move(read.error());
  return std::move(*read);
}

Reply answer(const HeaderRequest& request, Shared) {
  return replyOf(dicom::readInstance(request.file));
}

std::span<std::uint16_t> wordsAt(Shared shared, std::uint64_t offset, std::uint64_t count) {
  const auto words = shared.size() / sizeof(std::uint16_t), first = offset / sizeof(std::uint16_t);
  if (first > words || count > words - first) return {};
  return {reinterpret_cast<std::uint16_t*>(shared.data()) + first, count};
}

Reply answer(const SliceRequest& request, Shared shared) {
  const auto& format = request.slice.format;
  const auto count = static_cast<std::uint64_t>(format.rows) * static_cast<std::uint64_t>(format.columns);
  return replyOf(dicom::readHu(request.slice, request.isHu, wordsAt(shared, request.offset, count)));
}

Reply answer(const StructuresRequest& request, Shared shared) {
  planning::Volume scan;  // its grid
  scan.identity = request.scan;
  scan.hu = planning::Volume::Image::New();
  const bool placed = request.grid && request.grid->putInto(*scan.hu);
  structures::SharedMaskMemory memory(shared);
  planning::Progress progress;
  auto set = structures::parseStructures({request.file, request.scan, placed ? &scan : nullptr, memory, progress});
  if (!set) return std::move(set.error());
  StructuresReply reply;
  for (const auto& structure : set->structures) {
    const auto& mask = *std::get<planning::anatomy::Mask::Pointer>(structure.shape);
    reply.masks.push_back({memory.offsetOf(mask), Grid::of(mask)});
  }
  reply.set = std::move(*set);
  return reply;
}

Reply answer(const ReportRequest& request, Shared) {
  return replyOf(report::parseTree(request.file));
}

Reply answer(const NeedlesRequest& request, Shared) {
  return replyOf(exchange::parseNeedles(request.file));
}

Reply answerTo(const Request& request, Shared shared) {
  try {
    return std::visit([&](const auto& kind) { return answer(kind, shared); }, request);
  } catch (const std::bad_alloc&) {
    return planning::Error{"needs-too-much-memory", fileOf(request).string(), {}};
  } catch (const std::exception& failure) {
    return planning::Error{"malformed", fileOf(request).string(), failure.what()};
  }
}

}  // namespace

std::optional<sandbox::Work> understand(std::span<const std::byte> question) {
  const auto request = requestFrom(question);
  if (!request) return std::nullopt;
  const auto limits = std::visit([](const auto& kind) { return limitsOf(kind); }, *request);
  return sandbox::Work{limits.heapBytesBeside, limits.processorMs,
                       [request](Shared shared) { return toBytes(answerTo(*request, shared)); }};
}

}  // namespace io::reading
