#include "server/http/connection_watch.h"

#include <poll.h>
#include <sys/socket.h>

namespace dateline {
namespace {

constexpr std::chrono::milliseconds kRound{100};

// Whether the other side sends nothing more, be it that it has gone or that it has said all.
bool is_half_closed(int socket) noexcept {
  pollfd asked{socket, POLLRDHUP, 0};
  return ::poll(&asked, 1, 0) > 0 && (asked.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

}  // namespace

ConnectionWatch::ConnectionWatch(HttpDeadlines deadlines)
    : deadlines_{deadlines}, thread_([this](const std::stop_token& ending) { run(ending); }) {}

ConnectionWatch::~ConnectionWatch() = default;

ConnectionWatch::Entry* ConnectionWatch::add(int socket) {
  const std::scoped_lock lock(mutex_);
  auto& entry = entries_.emplace_back(socket, Clock::now() + deadlines_.headers);
  changed_.notify_all();
  return &entry;
}

void ConnectionWatch::remove(Entry* entry) {
  const std::scoped_lock lock(mutex_);
  entries_.remove_if([entry](const Entry& one) { return &one == entry; });
}

void ConnectionWatch::begin_reading(Entry* entry) {
  const std::scoped_lock lock(mutex_);
  entry->phase_ = Phase::reading;
  entry->deadline_ = Clock::now() + deadlines_.headers;
  entry->stop_ = nullptr;
  entry->bytes_ = 0;
}

void ConnectionWatch::begin_search(Entry* entry, std::atomic<bool>* stop) {
  const std::scoped_lock lock(mutex_);
  entry->was_half_closed_ =
      entry->phase_ == Phase::reading ? is_half_closed(entry->socket_) : entry->was_half_closed_;
  if (entry->phase_ == Phase::reading) {
    entry->began_ = Clock::now();
    entry->deadline_ = entry->began_ + deadlines_.answer;
  }
  entry->phase_ = Phase::searching;
  entry->stop_ = stop;
}

void ConnectionWatch::begin_sending(Entry* entry, std::uint64_t bytes) {
  const std::scoped_lock lock(mutex_);
  if (entry->phase_ == Phase::reading) entry->began_ = Clock::now();
  entry->phase_ = Phase::sending;
  entry->stop_ = nullptr;
  entry->bytes_ += bytes;
  entry->deadline_ = entry->began_ + deadlines_.answer +
                     std::chrono::seconds(entry->bytes_ / deadlines_.bytes_a_second);
}

void ConnectionWatch::stop_searches() {
  const std::scoped_lock lock(mutex_);
  for (auto& entry : entries_) {
    if (entry.stop_ != nullptr) entry.stop_->store(true, std::memory_order_relaxed);
  }
}

void ConnectionWatch::run(const std::stop_token& ending) {
  std::unique_lock lock(mutex_);
  while (!ending.stop_requested()) {
    if (entries_.empty()) {
      changed_.wait(lock, ending, [this] { return !entries_.empty(); });
      continue;
    }
    const auto now = Clock::now();
    for (auto& entry : entries_) look_at(entry, now);
    changed_.wait_for(lock, ending, kRound, [] { return false; });
  }
}

// The socket is still open: it leaves the list before it is closed.
void ConnectionWatch::look_at(Entry& entry, Clock::time_point now) const {
  const bool is_late = now > entry.deadline_;
  if (entry.phase_ != Phase::searching) {
    if (is_late) ::shutdown(entry.socket_, SHUT_RDWR);
    return;
  }
  const bool has_gone = !entry.was_half_closed_ && is_half_closed(entry.socket_);
  if (is_late || has_gone) entry.stop_->store(true, std::memory_order_relaxed);
}

}  // namespace dateline
