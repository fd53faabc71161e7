#pragma once

#include <cstdint>
#include <functional>

#include "io/reading/messages.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io::reading {

/// What is asked of the readers. Both functions are called from the asking thread only: `request(i)` makes the i-th
/// question, in order; `answered(i, reply)` takes its answer, as they come: an error, or the kind that answers the
/// request. False: nothing more is wanted.
struct Questions {
  std::size_t count = 0;
  std::function<Request(std::size_t i)> request;
  std::function<bool(std::size_t i, Reply reply)> answered;
  int sharedMemory = -1;  ///< a descriptor handed to every reader; -1 for none
};

/// Asks as many readers as there are cores. A reader that crashes, hangs, runs out of its limits or answers with
/// nonsense answers with the error "reader-failed" for the question it was at, and is replaced. Errors:
/// "no-reader-program", "cancelled".
planning::Expected<void> ask(const Questions& questions, planning::Progress& progress);

/// Asks one question of one reader. Errors: those of ask(), and what the reader answers.
planning::Expected<Reply> askOne(const Request& request, planning::Progress& progress, int sharedMemory = -1);

}  // namespace io::reading
