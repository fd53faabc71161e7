#include "io/files/file_calls.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

namespace io {

int FileCalls::open(const char* path, int flags, mode_t mode) {
  return ::open(path, flags, mode);
}
ssize_t FileCalls::write(int file, const void* bytes, std::size_t count) {
  return ::write(file, bytes, count);
}
ssize_t FileCalls::read(int file, void* bytes, std::size_t count) {
  return ::read(file, bytes, count);
}
int FileCalls::fsync(int file) {
  return ::fsync(file);
}
int FileCalls::close(int file) {
  return ::close(file);
}
int FileCalls::rename(const char* from, const char* to) {
  return ::rename(from, to);
}
int FileCalls::exchange(const char* a, const char* b) {
  return ::renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}
int FileCalls::unlink(const char* path) {
  return ::unlink(path);
}

}  // namespace io
