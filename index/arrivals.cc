#include "index/arrivals.h"

#include <algorithm>

namespace dateline {

void Arrivals::add(std::uint64_t generation, std::uint32_t count) {
  if (count == 0) return;
  if (!runs_.empty() && runs_.back().generation == generation) {
    runs_.back().end += count;
  } else {
    runs_.push_back({generation, (runs_.empty() ? 0 : runs_.back().end) + count});
  }
}

void Arrivals::settle(std::uint64_t generation) {
  for (auto& run : runs_) {
    if (run.generation == kPending) run.generation = generation;
  }
}

void Arrivals::forget(std::uint64_t generation) {
  std::vector<Run> kept;
  for (auto run : runs_) {
    if (run.generation <= generation) run.generation = 0;
    if (!kept.empty() && kept.back().generation == run.generation) {
      kept.back().end = run.end;
    } else {
      kept.push_back(run);
    }
  }
  const bool says_nothing = kept.size() == 1 && kept.front().generation == 0;
  runs_ = says_nothing ? std::vector<Run>{} : std::move(kept);
}

std::uint64_t Arrivals::of(std::uint32_t ordinal) const noexcept {
  const auto run =
      std::upper_bound(runs_.begin(), runs_.end(), ordinal,
                       [](std::uint32_t value, const Run& one) { return value < one.end; });
  return run == runs_.end() ? 0 : run->generation;
}

std::uint64_t Arrivals::latest() const noexcept {
  std::uint64_t latest = 0;
  for (const auto& run : runs_) latest = std::max(latest, run.generation);
  return latest;
}

Bitmap Arrivals::after(std::uint64_t generation, std::size_t size) const {
  Bitmap set(size);
  std::size_t begin = 0;
  for (const auto& run : runs_) {
    const auto end = std::min<std::size_t>(run.end, size);
    if (run.generation > generation) set.set_range(begin, end);
    begin = end;
  }
  return set;
}

}  // namespace dateline
