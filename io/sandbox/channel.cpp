#include "io/sandbox/channel.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace io::sandbox {

namespace {

bool sendAll(int socket, const std::byte* bytes, std::size_t size) {
  while (size > 0) {
    const auto sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

bool receiveAll(int socket, std::byte* bytes, std::size_t size) {
  while (size > 0) {
    const auto got = ::recv(socket, bytes, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

union ControlBuffer {
  cmsghdr header;
  std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

/// The length goes alone, so that a descriptor can go with it.
bool sendLength(int socket, std::uint32_t length, int descriptor) {
  iovec part{&length, sizeof length};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  ControlBuffer control{};
  if (descriptor >= 0) {
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    auto* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  }
  const auto sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
  return sent == static_cast<ssize_t>(sizeof length);
}

bool receiveLength(int socket, std::uint32_t& length, int& descriptor) {
  iovec part{&length, sizeof length};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  ControlBuffer control{};
  message.msg_control = &control;
  message.msg_controllen = sizeof control;
  ssize_t got = 0;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  } while (got < 0 && errno == EINTR);
  const auto* header = CMSG_FIRSTHDR(&message);
  if (header != nullptr && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(sizeof(int)))
    std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
  return got == static_cast<ssize_t>(sizeof length);
}

}  // namespace

bool sendMessage(int socket, const Bytes& message, int descriptor) {
  if (message.size() > kLongestMessage) return false;
  return sendLength(socket, static_cast<std::uint32_t>(message.size()), descriptor) &&
         sendAll(socket, message.data(), message.size());
}

std::optional<Received> receiveMessage(int socket) {
  Received received;
  std::uint32_t length = 0;
  bool whole = receiveLength(socket, length, received.descriptor) && length <= kLongestMessage;
  // Grows as bytes come: a length alone makes nobody allocate.
  constexpr std::size_t kPart = 1 << 20;
  while (whole && received.message.size() < length) {
    const auto start = received.message.size();
    const auto count = std::min<std::size_t>(kPart, length - start);
    received.message.resize(start + count);
    whole = receiveAll(socket, received.message.data() + start, count);
  }
  if (whole) return received;
  if (received.descriptor >= 0) ::close(received.descriptor);
  return std::nullopt;
}

}  // namespace io::sandbox
