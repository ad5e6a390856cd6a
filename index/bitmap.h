// A set of documents of one segment.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

/// A set of ordinals below a fixed size, one bit each. Operations on two sets require equal sizes;
/// all are linear in size/64.
class Bitmap {
 public:
  Bitmap() = default;
  explicit Bitmap(std::size_t size, bool full = false)
      : words_((size + 63) / 64, full ? ~std::uint64_t{0} : 0), size_(size) {
    clear_tail();
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool test(std::size_t i) const noexcept {
    return ((words_[i / 64] >> (i % 64)) & 1U) != 0;
  }
  void set(std::size_t i) noexcept { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  void reset(std::size_t i) noexcept { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  /// Sets every ordinal of [begin, end).
  void set_range(std::size_t begin, std::size_t end) noexcept {
    for (std::size_t i = begin; i < end; ++i) set(i);
  }

  Bitmap& operator&=(const Bitmap& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  Bitmap& operator|=(const Bitmap& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  /// Turns the set into its complement.
  void flip() noexcept {
    for (auto& word : words_) word = ~word;
    clear_tail();
  }

  [[nodiscard]] std::size_t count() const noexcept {
    std::size_t total = 0;
    for (const auto word : words_) total += static_cast<std::size_t>(std::popcount(word));
    return total;
  }

  /// Calls `visit(ordinal)` for each member, ascending.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (auto word = words_[w]; word != 0; word &= word - 1) {
        visit(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

  /// Takes out every member for which `keep(ordinal)` is false.
  template <typename Keep>
  void keep_if(Keep keep) {
    for_each([&](std::size_t i) {
      if (!keep(i)) reset(i);
    });
  }

  /// The smallest member that is at least `i`, or size() when there is none.
  [[nodiscard]] std::size_t next(std::size_t i) const noexcept {
    if (i >= size_) return size_;
    std::size_t w = i / 64;
    auto word = words_[w] & (~std::uint64_t{0} << (i % 64));
    while (word == 0) {
      if (++w == words_.size()) return size_;
      word = words_[w];
    }
    return w * 64 + static_cast<std::size_t>(std::countr_zero(word));
  }

 private:
  void clear_tail() noexcept {
    if (size_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (size_ % 64)) - 1;
  }

  std::vector<std::uint64_t> words_;
  std::size_t size_ = 0;
};

}  // namespace dateline
