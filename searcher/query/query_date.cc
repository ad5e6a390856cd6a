#include "searcher/query/query_date.h"

#include "language/dates/date_finder.h"
#include "language/utf8.h"
#include "searcher/query/edtf.h"
#include "searcher/query/query_characters.h"

namespace dateline {
namespace {

std::string_view without_blanks(std::string_view text) noexcept {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (is_query_blank(next_code_point(text, i))) continue;
    if (start < begin) begin = start;
    end = i;
  }
  return end == 0 ? std::string_view{} : text.substr(begin, end - begin);
}

// A mention leaves out a leading article: "the 1990s" is still a date and nothing else.
bool is_article_only(std::string_view before) {
  return before.empty() || (before.size() == 4 && fold(before) == "the ");
}

std::optional<DateInterval> read_words(std::string_view text) {
  const auto mentions = DateFinder{}.find(text, DateContext{});
  // "Since 2001" would end when the query was written.
  if (mentions.size() != 1 || mentions.front().rule == "since") return std::nullopt;
  const Span span = mentions.front().span;
  if (span.end != text.size() || !is_article_only(text.substr(0, span.begin))) return std::nullopt;
  return mentions.front().value.days;
}

// "2001-13" is a slip in an ISO date. In an article it would be the years 2001 to 2013, but here
// "2001-12" is a month, and one digit further on nobody means something else.
bool is_meant_as_iso(std::string_view text) noexcept {
  std::size_t digits = 0;
  std::size_t parts = 1;
  for (const char c : text) {
    if (c == '-') {
      if (digits == 0 || digits > (parts == 1 ? 4U : 2U)) return false;
      ++parts;
      digits = 0;
    } else if (c >= '0' && c <= '9') {
      ++digits;
    } else {
      return false;
    }
  }
  return parts > 1 && digits > 0 && digits <= 2;
}

std::optional<DateInterval> read_single(std::string_view text) {
  if (text.find("..") != std::string_view::npos) return std::nullopt;
  if (const auto iso = parse_iso_interval(text)) return iso;
  if (const auto edtf = parse_edtf(text)) return edtf;
  if (is_meant_as_iso(text)) return std::nullopt;
  return read_words(text);
}

QueryDate read_range(std::string_view left, std::string_view right) {
  if (left.empty() && right.empty()) return {};
  DateInterval range{kFirstDay, kLastDay};
  if (!left.empty()) {
    const auto from = read_single(left);
    if (!from) return {};
    range.first = from->first;
  }
  if (!right.empty()) {
    const auto to = read_single(right);
    if (!to) return {};
    range.last = to->last;
  }
  if (range.last < range.first) return {std::nullopt, true};
  return {range, false};
}

}  // namespace

QueryDate read_query_date(std::string_view text) {
  text = without_blanks(text);
  if (text.find('/') != std::string_view::npos) {  // its open ends are dots, too
    if (const auto edtf = parse_edtf(text)) return {edtf, false};
  }
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return {read_single(text), false};
  return read_range(without_blanks(text.substr(0, dots)), without_blanks(text.substr(dots + 2)));
}

}  // namespace dateline
