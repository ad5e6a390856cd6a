// Work in parallel, results in order.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

/// Runs tasks on threads and hands their results back in the order in which they were given in,
/// whatever finishes first: so the same input gives the same index with any number of threads. Each
/// thread makes a state of its own (an analyzer, say) that its tasks share. Use from one thread.
template <typename Input, typename Output, typename State>
class WorkerPool {
 public:
  using MakeState = std::function<State()>;
  using Work = std::function<Output(State&, Input&&)>;

  WorkerPool(unsigned threads, const MakeState& make_state, const Work& work) {
    for (unsigned i = 0; i < std::max(1U, threads); ++i) {
      try {
        threads_.emplace_back([this, make_state, work] { run(make_state, work); });
      } catch (
          const std::system_error&) {  // the system allows no more threads: those there are will do
        if (threads_.empty()) throw;
        break;
      }
    }
  }

  ~WorkerPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
  }
  WorkerPool(WorkerPool&&) = delete;

  /// How many tasks have been given in and not been taken out.
  [[nodiscard]] std::size_t pending() const noexcept { return results_.size(); }
  [[nodiscard]] std::size_t thread_count() const noexcept { return threads_.size(); }

  void submit(Input input) {
    Task task{std::move(input), {}};
    results_.push_back(task.result.get_future());
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
  }

  /// Waits for the oldest task and returns its result, or rethrows what it threw. Requires
  /// pending() > 0.
  [[nodiscard]] Output take() {
    auto result = std::move(results_.front());
    results_.pop_front();
    return result.get();
  }

 private:
  struct Task {
    Input input;
    std::promise<Output> result;
  };

  void run(const MakeState& make_state, const Work& work) {
    State state = make_state();
    for (;;) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
      if (stopping_) return;
      Task task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      try {
        task.result.set_value(work(state, std::move(task.input)));
      } catch (...) {
        task.result.set_exception(std::current_exception());
      }
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> tasks_;
  bool stopping_ = false;
  std::deque<std::future<Output>> results_;
  std::vector<std::jthread> threads_;  // last: joined before what they use is gone
};

}  // namespace dateline
