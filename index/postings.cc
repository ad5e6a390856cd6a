#include "index/postings.h"

#include <fmt/format.h>

#include <algorithm>

#include "index/error.h"
#include "index/row_checks.h"
#include "index/varint.h"

namespace dateline {

void PostingsBuilder::add(std::uint32_t term, std::uint32_t document, std::uint32_t frequency) {
  if (term >= lists_.size()) lists_.resize(std::max<std::size_t>(term + 1, lists_.size() * 2));
  List& list = lists_[term];
  const std::uint64_t gap = document - list.next;
  append_varint(list.bytes, (gap << 1U) | (frequency == 1 ? 0U : 1U));
  if (frequency != 1) append_varint(list.bytes, frequency);
  list.next = document + 1;
  ++list.count;
}

void PostingsBuilder::write(std::string_view name, std::uint32_t terms,
                            ColumnWriter& columns) const {
  std::vector<std::uint64_t> offsets{0};
  std::vector<std::uint32_t> counts;
  std::string bytes;
  for (std::uint32_t term = 0; term < terms; ++term) {
    const bool used = term < lists_.size();
    if (used) bytes += lists_[term].bytes;
    counts.push_back(used ? lists_[term].count : 0);
    offsets.push_back(bytes.size());
  }
  columns.add(fmt::format("{}.offsets", name), offsets);
  columns.add(fmt::format("{}.counts", name), counts);
  columns.add_bytes(fmt::format("{}.bytes", name), bytes);
}

Postings::Postings(const Columns& columns, std::string_view name)
    : offsets_(columns.get<std::uint64_t>(fmt::format("{}.offsets", name))),
      counts_(columns.get<std::uint32_t>(fmt::format("{}.counts", name))),
      bytes_(columns.get_bytes(fmt::format("{}.bytes", name))) {
  if (offsets_.size() != counts_.size() + 1 || offsets_.back() != bytes_.size()) {
    throw IndexError(IndexFault::missing, {},
                     fmt::format("the posting lists {} do not fit each other; the index is "
                                 "damaged, build it again",
                                 name));
  }
}

bool Postings::count_at_most(std::size_t documents) const noexcept {
  return are_below(counts_, documents + 1);
}

std::string_view Postings::bytes_of(std::uint32_t term) const noexcept {
  const auto begin = offsets_[term];
  const auto end = offsets_[term + 1];
  return begin <= end && end <= bytes_.size() ? bytes_.substr(begin, end - begin)
                                              : std::string_view{};
}

}  // namespace dateline
