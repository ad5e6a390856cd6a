// Counters by small numbers.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace dateline {

/// A counter for each number, in pages that are made when one of their numbers is first counted: as
/// quick as an array, and no larger than what is used. Numbers should stay below some millions: the
/// directory of pages grows with the largest.
class ValueCounts {
 public:
  /// @param weight how many documents have the value.
  void add(std::uint32_t number, std::uint32_t weight = 1) {
    const std::size_t page = number / kPageSize;
    if (page >= pages_.size()) pages_.resize(page + 1);
    if (!pages_[page]) pages_[page] = std::make_unique<Page>();
    (*pages_[page])[number % kPageSize] += weight;
  }

  /// The count of a number; 0 when it was never counted.
  [[nodiscard]] std::uint32_t operator[](std::uint32_t number) const noexcept {
    const std::size_t page = number / kPageSize;
    return page < pages_.size() && pages_[page] ? (*pages_[page])[number % kPageSize] : 0;
  }

  /// Calls `visit(number, count)` for each number that was counted, ascending.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      if (!pages_[page]) continue;
      for (std::uint32_t i = 0; i < kPageSize; ++i) {
        const auto count = (*pages_[page])[i];
        if (count > 0) visit(static_cast<std::uint32_t>(page) * kPageSize + i, count);
      }
    }
  }

 private:
  static constexpr std::uint32_t kPageSize = 1024;
  using Page = std::array<std::uint32_t, kPageSize>;
  std::vector<std::unique_ptr<Page>> pages_;
};

}  // namespace dateline
