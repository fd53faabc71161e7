#include "io/reading/reading.h"

#include <atomic>

#include "io/sandbox/reader_pool.h"

namespace io {
namespace {

std::atomic<bool>& here() {
  static std::atomic<bool> inThisProcess = false;
  return inThisProcess;
}

}  // namespace

void setReaderProgram(const std::filesystem::path& program) {
  sandbox::useProgram(program);
}

void startReaders() {
  if (!here()) sandbox::startAhead();
}

void readInThisProcess() {
  here() = true;
}

void readInChildren() {
  here() = false;
}

bool readsInThisProcess() {
  return here();
}

}  // namespace io
