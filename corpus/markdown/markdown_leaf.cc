#include "corpus/markdown/markdown_leaf.h"

#include <algorithm>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxNoteLabelBytes = 60;

// "[^label]" at the front of `text`: its size; 0 when it is none.
std::size_t note_mark_size(std::string_view text) noexcept {
  if (!text.starts_with("[^")) return 0;
  const auto end = text.substr(0, kMaxNoteLabelBytes).find_first_of(" \t\n[]", 2);
  return end == std::string_view::npos || text[end] != ']' || end == 2 ? 0 : end + 1;
}

}  // namespace

void MarkdownLeaf::clear() {
  text_.clear();
  begin_ = end_ = 0;
  in_source_ = true;
  has_plain_ = has_strong_ = false;
}

void MarkdownLeaf::run(std::string_view text, bool is_strong) {
  const bool is_blank = trim(text).empty();
  if (!is_blank) (is_strong ? has_strong_ : has_plain_) = true;
  const auto* const first = source_.data();
  const bool inside = std::greater_equal<>{}(text.data(), first) &&
                      std::less_equal<>{}(text.data() + text.size(), first + source_.size());
  if (!inside) {
    in_source_ = false;
  } else if (const auto at = static_cast<std::size_t>(text.data() - first); text_.empty()) {
    begin_ = at;
    end_ = at + text.size();
  } else {
    // Between two runs only white space may stand: a line's end.
    in_source_ = in_source_ && at >= end_ && trim(source_.substr(end_, at - end_)).empty();
    end_ = at + text.size();
  }
  text_ += text;
}

void MarkdownLeaf::other(std::string_view text) {
  in_source_ = false;
  has_plain_ = true;
  text_ += text;
}

bool MarkdownLeaf::is_empty() const noexcept { return trim(text_).empty(); }

bool MarkdownLeaf::is_bold_line() const noexcept {
  return has_strong_ && !has_plain_ && text_.find('\n') == std::string::npos;
}

void MarkdownLeaf::take_year_before() {
  constexpr std::size_t kYearDigits = 4;
  if (!is_in_source()) return;
  auto at = begin_;
  while (at > 0 && (source_[at - 1] == ' ' || source_[at - 1] == '\t')) --at;
  if (at < kYearDigits + 1 || at == begin_ || (source_[at - 1] != '.' && source_[at - 1] != ')'))
    return;
  const auto begin = at - 1 - kYearDigits;
  const auto year = source_.substr(begin, kYearDigits);
  const bool stands_alone = begin == 0 || !is_ascii_digit(source_[begin - 1]);
  if (!stands_alone || year < "1000" || year > "2200" ||
      !std::all_of(year.begin(), year.end(), is_ascii_digit))
    return;
  text_.insert(0, source_.substr(begin, begin_ - begin));
  begin_ = begin;
}

std::size_t note_label_size(std::string_view line) noexcept {
  const auto mark = note_mark_size(line);
  return mark > 0 && line.substr(mark).starts_with(':') ? mark + 1 : 0;
}

bool drop_attributes(std::string& heading) {
  const auto end = heading.find_last_not_of(" \t");
  if (end == std::string::npos || heading[end] != '}') return false;
  const auto begin = heading.rfind('{', end);
  if (begin == std::string::npos || begin == 0 || begin + 1 >= end) return false;
  const char first = heading[begin + 1];
  if (first != '#' && first != '.' && first != '-') return false;
  heading.erase(begin);
  heading.erase(heading.find_last_not_of(" \t") + 1);
  return true;
}

bool drop_fences(std::string& text) {
  constexpr std::string_view kFence = ":::";
  if (text.find(kFence) == std::string::npos) return false;
  std::string kept;
  bool dropped = false;
  for (std::string_view rest{text}; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with(kFence)) {
      dropped = true;
      continue;
    }
    if (!kept.empty()) kept += '\n';
    kept += line;
  }
  if (dropped) text = std::move(kept);
  return dropped;
}

bool drop_note_marks(std::string& text) {
  std::size_t kept = 0;
  const std::string_view all{text};
  for (std::size_t i = 0; i < all.size();) {
    if (const auto size = all[i] == '[' ? note_mark_size(all.substr(i)) : 0) {
      i += size;
      continue;
    }
    text[kept++] = text[i++];
  }
  const bool any = kept < text.size();
  text.resize(kept);
  return any;
}

}  // namespace dateline
