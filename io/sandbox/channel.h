#pragma once

#include <optional>

#include "io/sandbox/wire.h"

namespace io::sandbox {

/// Longest message either side accepts.
inline constexpr std::uint32_t kLongestMessage = 256u << 20;

/// Sends a message over a stream socket: its length, its bytes, and a file descriptor with it where one is given (>=
/// 0). False when the other side is gone.
bool sendMessage(int socket, const Bytes& message, int descriptor = -1);

struct Received {
  Bytes message;
  int descriptor = -1;  ///< to be closed by the receiver; -1 when none came
};

/// Waits for a whole message. Absent when the other side is gone or sends nonsense.
std::optional<Received> receiveMessage(int socket);

}  // namespace io::sandbox
