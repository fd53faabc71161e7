#pragma once

#include <cstddef>
#include <span>

#include "planning/error.h"

namespace io {

/// Zeroed memory of its own mapping: none of it is there before it is written to. What was shared can be filled by
/// reader processes without a copy.
class MappedMemory {
 public:
  enum class Kind {
    Own,     ///< of this process alone
    Shared,  ///< with whoever is given the descriptor; nobody can make it shorter under us
    Scratch  ///< of this process alone, for work: not counted by the limit on a reader's heap, so its size is checked
             ///< by whoever asks
  };
  /// Errors: "no-memory".
  static planning::Expected<MappedMemory> allocate(std::size_t bytes, Kind kind);
  /// Maps the whole of what another process shared, and closes the descriptor. Errors: "no-memory".
  static planning::Expected<MappedMemory> of(int descriptor);
  MappedMemory(MappedMemory&& other) noexcept;
  MappedMemory& operator=(MappedMemory&& other) noexcept;
  ~MappedMemory();

  std::span<std::byte> bytes() const { return bytes_; }
  int descriptor() const { return descriptor_; }  ///< of shared memory; -1 when there is none
  void closeDescriptor();                         ///< nobody else will need the memory

 private:
  MappedMemory() = default;
  std::span<std::byte> bytes_;
  int descriptor_ = -1;
};

}  // namespace io
