// Work that waits for a thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dateline {

/// Some threads, and a queue of bounded length before them.
class WorkQueue {
 public:
  using Work = std::function<void()>;

  /// @param max_waiting how much work may wait, that which is being done not counted.
  WorkQueue(std::size_t threads, std::size_t max_waiting);
  ~WorkQueue() { finish(); }
  WorkQueue(WorkQueue&&) = delete;

  /// Work must not throw. @return false when the queue is full; then it was not taken.
  [[nodiscard]] bool add(Work work);
  /// Likewise, whatever waits already: for work that was begun and goes on. @return false when
  /// finish() was called.
  [[nodiscard]] bool add_again(Work work);
  /// Does what waits, and takes no more. Not for two threads at once.
  void finish();

 private:
  [[nodiscard]] bool put(Work&& work, std::size_t max_waiting);
  void run();

  std::size_t max_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Work> waiting_;
  bool is_ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace dateline
