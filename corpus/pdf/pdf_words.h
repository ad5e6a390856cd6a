// The words of a PDF, by which words that were cut are put together.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "corpus/pdf/pdf_pages.h"

namespace dateline {

/// `word` without quotes, brackets and marks at its ends.
[[nodiscard]] std::string_view bare_word(std::string_view word) noexcept;

/// The words of a document, folded; without those cut at the ends of lines.
class Vocabulary {
 public:
  explicit Vocabulary(const PdfPages& pages);
  /// Whether `word`, bare and folded, stands somewhere.
  [[nodiscard]] bool has(const std::string& word) const { return words_.contains(word); }

 private:
  void add(std::string_view line);
  std::unordered_set<std::string> words_;
};

}  // namespace dateline
