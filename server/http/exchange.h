// One request and its answer, while they are under way.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "server/http/connection_watch.h"
#include "server/http/message.h"

struct MHD_Connection;

namespace dateline {

/// A request and its answer. At any time one thread has it: that of the sockets, or, while the
/// connection is suspended, the one that makes the answer or its next piece.
struct Exchange {
  enum class Step : std::uint8_t {
    begun,     ///< the request line is there
    accepted,  ///< the headers are there, and say nothing that is refused
    searched,  ///< the answer is there
    sent,      ///< and has been handed over
  };

  Step step = Step::begun;
  MHD_Connection* connection = nullptr;
  ConnectionWatch::Entry* entry = nullptr;
  std::string method;
  std::string line;  ///< the target as it was sent
  std::string client;
  HttpRequest request;
  HttpResponse response;
  std::atomic<bool> stop{false};
  std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
  std::uint64_t bytes = 0;  ///< of the body, handed over so far

  // Of an answer in pieces: the one that is being sent.
  std::string piece;
  std::size_t piece_sent = 0;
  bool has_ended = false;
  bool has_failed = false;
  bool is_stream = false;  ///< counted among those that go on at once
  std::function<ssize_t(char* to, std::size_t max)> read;
};

/// A line for the access log: client, time (UTC), method and target, status, bytes, milliseconds.
/// What would command a terminal is escaped.
[[nodiscard]] std::string log_line(const Exchange& exchange);

}  // namespace dateline
