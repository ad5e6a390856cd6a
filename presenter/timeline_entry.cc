#include "presenter/timeline_entry.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

#include "language/ascii.h"
#include "language/period_name.h"
#include "presenter/date_label.h"
#include "searcher/query/bucket.h"

namespace dateline {
namespace {

bool stands_as_word(std::string_view text, std::size_t begin, std::size_t end) {
  const auto in_word = [](char c) {
    return is_ascii_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  return (begin == 0 || !in_word(text[begin - 1])) && (end == text.size() || !in_word(text[end]));
}

}  // namespace

bool has_period(const TimelineRequest& request, const TimelineEntry& entry) {
  const auto& date = *entry.hit.date;
  return buckets_of(request.by, to_day_range(date.days), date.precision).has_value();
}

std::string entry_title(const TimelineRequest& request, const TimelineEntry& entry) {
  const auto& date = *entry.hit.date;
  if (has_period(request, entry))
    return bucket_title(request.by, bucket_number(request.by, to_day_range(date.days).first));
  return is_whole_months(date.days) ? period_name(date.days) : short_days(date.days);
}

// A snippet that was cut has only the words themselves.
std::vector<Span> matching_words(const Hit& hit) {
  if (hit.snippet.text == hit.text) return hit.snippet.highlights;
  // Where a word begins, and where the longest one there ends.
  std::map<std::size_t, std::size_t> found;
  for (const Span& span : hit.snippet.highlights) {
    const auto word = span.of(hit.snippet.text);
    for (auto at = hit.text.find(word); at != std::string::npos && !word.empty();
         at = hit.text.find(word, at + 1)) {
      if (stands_as_word(hit.text, at, at + word.size()))
        found[at] = std::max(found[at], at + word.size());
    }
  }
  std::vector<Span> spans;
  for (const auto& [begin, end] : found) {
    if (!spans.empty() && begin < spans.back().end) continue;
    spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return spans;
}

std::size_t date_prefix_bytes(const Hit& hit) {
  const std::string_view text = hit.text;
  const auto& written = hit.date->written;
  if (written.empty() || !text.starts_with(written)) return 0;
  auto end = written.size();
  if (!text.substr(end).starts_with(':')) return 0;
  ++end;
  if (text.substr(end).starts_with(' ')) ++end;
  return end == text.size() ? 0 : end;
}

}  // namespace dateline
