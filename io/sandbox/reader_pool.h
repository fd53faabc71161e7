#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "io/sandbox/wire.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io::sandbox {

/// Which program the readers run. Empty: the needleplan-reader that is installed with the running program
/// (PREFIX/libexec/needleplan of a program in PREFIX/bin), else the one beside it; never one of PATH. Readers that wait
/// end.
void useProgram(const std::filesystem::path& program);

/// Starts as many readers as there are cores, so that the first question does not wait for them (50 ms); they start
/// beside whatever comes next. Without effect where they cannot start.
void startAhead();

enum class Taken {
  GoOn,
  Stop,        ///< nothing more is wanted
  NotAnAnswer  ///< no honest reader says that: this one has failed
};

/// What is asked, as bytes. All its functions are called from the asking thread only: `question(i)` in order (again
/// where a reader failed before it came to it), `answered` as the answers come.
struct Questions {
  std::size_t count = 0;
  std::function<Bytes(std::size_t i)> question;
  std::function<Taken(std::size_t i, std::span<const std::byte> answer)> answered;
  /// A reader crashed, hung or ran out of its limits at the i-th question, and is replaced. False: nothing more is
  /// wanted.
  std::function<bool(std::size_t i, const std::string& how)> failed;
  int sharedMemory = -1;  ///< a descriptor handed to every reader; -1 for none
};

/// Asks as many readers as there are cores. Stops when told to, or when the progress asks to. Errors:
/// "no-reader-program", "cancelled".
planning::Expected<void> ask(const Questions& questions, planning::Progress& progress);

}  // namespace io::sandbox
