#pragma once

#include <cstddef>
#include <functional>

namespace planning {

/// Calls work(0) ... work(count - 1) on all cores, each index once, low indices first; no new one is begun once a call
/// has returned false. Returns when all that were begun have ended. An exception of `work` is thrown again here.
void forEachInParallel(std::size_t count, const std::function<bool(std::size_t)>& work);

}  // namespace planning
