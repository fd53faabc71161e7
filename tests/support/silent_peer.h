#pragma once

#include <gtest/gtest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace support {

/// Takes connections and never says a word.
class SilentPeer {
 public:
  SilentPeer() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(here);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&here), size), 0);
    EXPECT_EQ(::listen(socket_, 5), 0);
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&here), &size), 0);
    port_ = ntohs(here.sin_port);
  }
  SilentPeer(const SilentPeer&) = delete;
  SilentPeer& operator=(const SilentPeer&) = delete;
  ~SilentPeer() {
    ::close(socket_);
    if (connection_ >= 0) ::close(connection_);
  }
  int port() const { return port_; }
  /// Somebody has connected.
  bool isAsked() {
    if (connection_ < 0) connection_ = ::accept4(socket_, nullptr, nullptr, SOCK_NONBLOCK);
    return connection_ >= 0;
  }
  /// Who connected has gone again.
  bool isLeft() {
    char byte = 0;
    ssize_t came = 0;
    while ((came = ::recv(connection_, &byte, 1, 0)) > 0) continue;
    return came == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
  }

 private:
  int socket_, connection_ = -1, port_ = 0;
};

}  // namespace support
