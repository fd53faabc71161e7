#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "io/sandbox/wire.h"

namespace io::sandbox {

/// A question that was understood: what its answer may take, and how it is found.
struct Work {
  std::uint64_t heapBytesBeside = 0;  ///< beside what every question may take, at most kMostHeapBytesBeside
  long processorMs = 0;               ///< more ends the process
  /// `shared`: the memory that came with this question or one before it; empty when none did.
  std::function<Bytes(std::span<std::byte> shared)> answer;
};

/// Absent for bytes that are no question.
using Understand = std::function<std::optional<Work>(std::span<const std::byte> question)>;

/// The reader's whole life: limits itself (heap, processor time, no file written, no process started), then answers
/// questions that come over the socket until it closes. An empty message is no question: it says to forget the shared
/// memory. Returns the exit status.
int serve(int socket, const Understand& understand);

/// The descriptor on which a reader finds its socket.
inline constexpr int kReaderSocket = 3;
inline constexpr std::uint64_t kMostHeapBytesBeside = 2048ull << 20;

}  // namespace io::sandbox
