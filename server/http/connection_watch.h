// Deadlines of connections, and clients that go away.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>
#include <thread>

namespace dateline {

/// How long a connection may take for what. libmicrohttpd itself only ends connections that say
/// nothing at all: a client that sends a byte a second would keep one for ever.
struct HttpDeadlines {
  std::chrono::milliseconds headers{15'000};  ///< until a request's headers are there
  std::chrono::milliseconds answer{60'000};   ///< for an answer: searching, and sending it, …
  std::uint64_t bytes_a_second = 4096;        ///< … and a second more for each so many bytes
};

/// Watches all connections of a server from a thread of its own. May be called from any thread.
class ConnectionWatch {
 public:
  class Entry;

  explicit ConnectionWatch(HttpDeadlines deadlines);
  ~ConnectionWatch();
  ConnectionWatch(ConnectionWatch&&) = delete;

  /// A client has connected. @return what stands for it, until remove().
  [[nodiscard]] Entry* add(int socket);
  /// Its socket is about to be closed.
  void remove(Entry* entry);

  /// Headers are expected from now on.
  void begin_reading(Entry* entry);
  /// Its request is being answered: `stop` is set when the client has gone or the time is over. A
  /// client that had closed its side of the connection before has not gone: it waits for the answer.
  void begin_search(Entry* entry, std::atomic<bool>* stop);
  /// The answer is ready, and `bytes` more of it are to be sent. What is slower than HttpDeadlines
  /// say is ended.
  void begin_sending(Entry* entry, std::uint64_t bytes);

  /// Stops every search that runs.
  void stop_searches();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Phase : std::uint8_t { reading, searching, sending };

  void run(const std::stop_token& ending);
  void look_at(Entry& entry, Clock::time_point now) const;

  HttpDeadlines deadlines_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::list<Entry> entries_;
  std::jthread thread_;

 public:
  /// A connection. Its members belong to the watch.
  class Entry {
   public:
    Entry(int socket, Clock::time_point deadline) : socket_{socket}, deadline_{deadline} {}

   private:
    friend ConnectionWatch;
    int socket_;
    Phase phase_ = Phase::reading;
    Clock::time_point began_;
    Clock::time_point deadline_;
    std::uint64_t bytes_ = 0;
    std::atomic<bool>* stop_ = nullptr;
    bool was_half_closed_ = false;
  };
};

}  // namespace dateline
