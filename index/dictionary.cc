#include "index/dictionary.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "index/error.h"
#include "index/row_checks.h"

namespace dateline {

std::uint32_t DictionaryBuilder::id(std::string_view text) {
  const auto found = ids_.find(text);
  if (found != StringTable::kNotFound) return found;
  const auto& added = strings_.emplace_back(text);
  return ids_.insert(added, static_cast<std::uint32_t>(strings_.size() - 1));
}

void DictionaryBuilder::write(std::string_view name, ColumnWriter& columns) const {
  std::vector<std::uint32_t> offsets{0};
  std::string bytes;
  const std::vector<std::string_view> strings(strings_.begin(), strings_.end());
  for (const auto text : strings) {
    bytes += text;
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  std::vector<std::uint32_t> sorted(strings_.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::sort(sorted.begin(), sorted.end(),
            [&](std::uint32_t a, std::uint32_t b) { return strings[a] < strings[b]; });
  columns.add(fmt::format("{}.offsets", name), offsets);
  columns.add_bytes(fmt::format("{}.bytes", name), bytes);
  columns.add(fmt::format("{}.sorted", name), sorted);
}

Dictionary::Dictionary(const Columns& columns, std::string_view name)
    : offsets_(columns.get<std::uint32_t>(fmt::format("{}.offsets", name))),
      bytes_(columns.get_bytes(fmt::format("{}.bytes", name))),
      sorted_(columns.get<std::uint32_t>(fmt::format("{}.sorted", name))) {
  const auto size = sorted_.size();
  if (offsets_.size() != size + 1 || offsets_.back() != bytes_.size() ||
      !are_below(sorted_, size)) {
    throw IndexError(
        IndexFault::missing, {},
        fmt::format("the dictionary '{}' of the index is damaged; build it again", name));
  }
}

std::string_view Dictionary::text(std::uint32_t id) const noexcept {
  if (id >= sorted_.size()) return {};
  const auto begin = offsets_[id];
  const auto end = offsets_[id + 1];
  return begin <= end && end <= bytes_.size() ? bytes_.substr(begin, end - begin)
                                              : std::string_view{};
}

std::optional<std::uint32_t> Dictionary::find(std::string_view text) const noexcept {
  const auto found = std::lower_bound(
      sorted_.begin(), sorted_.end(), text,
      [this](std::uint32_t id, std::string_view key) { return this->text(id) < key; });
  if (found == sorted_.end() || this->text(*found) != text) return std::nullopt;
  return *found;
}

std::span<const std::uint32_t> Dictionary::with_prefix(std::string_view prefix) const noexcept {
  const auto first =
      std::lower_bound(sorted_.begin(), sorted_.end(), prefix,
                       [this](std::uint32_t id, std::string_view key) { return text(id) < key; });
  const auto last = std::partition_point(
      first, sorted_.end(), [&](std::uint32_t id) { return text(id).starts_with(prefix); });
  return {first, last};
}

}  // namespace dateline
