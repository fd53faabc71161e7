#pragma once

#include <functional>

#include "io/reading/messages.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io::sandbox {

/// Asks `count` questions of as many readers as there are cores. `request(i)` makes the i-th question, `answered(i,
/// reply)` takes its answer; both are called from this thread only, the questions in order, the answers as they come. A
/// reader that crashes, hangs or runs out of its limits answers with the error "reader-failed" for the question it was
/// at, and is replaced. `sharedMemory` is a descriptor handed to every reader, of `sharedBytes`; -1 for none. Stops
/// when `answered` returns false or the progress asks to. Errors: "no-reader-program", "cancelled".
struct Questions {
  std::size_t count = 0;
  std::function<Request(std::size_t i)> request;
  std::function<bool(std::size_t i, Reply reply)> answered;
  int sharedMemory = -1;
  std::uint64_t sharedBytes = 0;
};

planning::Expected<void> ask(const Questions& questions, planning::Progress& progress);

/// Asks one question of one reader. Errors: those of ask(), and what the reader answers.
planning::Expected<Reply> askOne(const Request& request, planning::Progress& progress, int sharedMemory = -1,
                                 std::uint64_t sharedBytes = 0);

/// Whether files are parsed in this process; see io/reading/reading.h.
bool inThisProcess();

}  // namespace io::sandbox
