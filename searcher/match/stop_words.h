// Words that carry no subject.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// The words of searcher/data/stop_words.tsv: articles, pronouns, auxiliaries, question words. They
/// are indexed, and phrases need them; but beside other words they say nothing of what is searched
/// for, and in a long question they would outweigh what does. Safe for many threads at once.
class StopWords {
 public:
  /// @param language of the index, BCP 47. Only English has a table: of another language no word is
  /// a stop word.
  explicit StopWords(std::string_view language);

  /// Whether a word as typed is one. Not when it is written in capitals: WHO, IT.
  [[nodiscard]] bool is_stop_word(std::string_view typed) const;
  /// Whether a folded, unstemmed word is one.
  [[nodiscard]] bool contains(std::string_view folded) const { return words_.contains(folded); }
  /// Whether words, as typed one after the other, are a question: the first asks ("who", "did"), or
  /// the last ends with a question mark. One word alone is none.
  [[nodiscard]] bool is_question(std::span<const std::string_view> typed) const;
  /// Whether a word as typed says nothing in a question: "between", "happened".
  [[nodiscard]] bool is_function_word(std::string_view typed) const;
  [[nodiscard]] const std::set<std::string, std::less<>>& words() const noexcept { return words_; }

 private:
  std::set<std::string, std::less<>> words_;
  std::set<std::string, std::less<>> beginnings_;  // of questions
  std::set<std::string, std::less<>> function_words_;
};

}  // namespace dateline
