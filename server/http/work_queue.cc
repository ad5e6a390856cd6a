#include "server/http/work_queue.h"

#include <limits>
#include <utility>

namespace dateline {

WorkQueue::WorkQueue(std::size_t threads, std::size_t max_waiting) : max_waiting_{max_waiting} {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

void WorkQueue::finish() {
  {
    const std::scoped_lock lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_all();
  threads_.clear();  // joins
}

bool WorkQueue::add(Work work) { return put(std::move(work), max_waiting_); }

bool WorkQueue::add_again(Work work) {
  return put(std::move(work), std::numeric_limits<std::size_t>::max());
}

bool WorkQueue::put(Work&& work, std::size_t max_waiting) {
  {
    const std::scoped_lock lock(mutex_);
    if (is_ending_ || waiting_.size() >= max_waiting) return false;
    waiting_.push_back(std::move(work));
  }
  changed_.notify_one();
  return true;
}

void WorkQueue::run() {
  for (;;) {
    Work work;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
}

}  // namespace dateline
