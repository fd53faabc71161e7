#pragma once

namespace io::sandbox {

/// The reader's whole life: limits itself, then answers requests that come over the socket until it closes.
/// Returns the exit status.
int serve(int socket);

/// The descriptor on which a reader finds its socket.
inline constexpr int kReaderSocket = 3;

}  // namespace io::sandbox
