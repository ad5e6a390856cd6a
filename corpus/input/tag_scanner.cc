#include "corpus/input/tag_scanner.h"

#include <algorithm>

namespace dateline {
namespace {

/// Goes through a tag as libxml2 does, to count its attributes before libxml2 does.
class TagScanner {
 public:
  explicit TagScanner(std::string_view text, std::size_t begin) : text_(text), at_(begin) {
    skip_to(" \t\r\n/>");
    for (skip_over(" \t\r\n/"); at_ < text_.size() && text_[at_] != '>'; skip_over(" \t\r\n/")) {
      ++attributes_;
      skip_attribute();
    }
  }

  [[nodiscard]] std::size_t end() const noexcept { return at_; }
  [[nodiscard]] std::size_t attributes() const noexcept { return attributes_; }

 private:
  void skip_to(std::string_view marks) {
    at_ = std::min(text_.find_first_of(marks, at_), text_.size());
  }
  void skip_over(std::string_view marks) {
    at_ = std::min(text_.find_first_not_of(marks, at_), text_.size());
  }
  [[nodiscard]] char here() const noexcept { return at_ < text_.size() ? text_[at_] : '>'; }

  void skip_attribute() {
    const auto name = at_;
    skip_over("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.");
    if (at_ == name) return skip_to(" \t\r\n>");
    skip_over(" \t\r\n");
    if (here() != '=') return;
    ++at_;
    skip_over(" \t\r\n");
    const char quote = here();
    if (quote != '"' && quote != '\'') return skip_to(" \t\r\n>");
    at_ = std::min(text_.find(quote, at_ + 1), text_.size() - 1) + 1;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t attributes_ = 0;
};

}  // namespace

std::size_t blank_crowded_tags(std::string& text) {
  std::size_t count = 0;
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
    const TagScanner tag{text, at + 1};
    if (tag.attributes() > kMaxAttributes) {
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), tag.end() - at, ' ');
      ++count;
    }
    at = tag.end();
  }
  return count;
}

}  // namespace dateline
