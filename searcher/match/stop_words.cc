#include "searcher/match/stop_words.h"

#include <algorithm>

#include "language/utf8.h"
#include "searcher/match/word_table.h"

namespace dateline {
namespace {

constexpr std::string_view kTable =
#include "stop_words.inc"
    ;

constexpr std::string_view kQuestions =
#include "question_words.inc"
    ;

bool is_in_capitals(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

StopWords::StopWords(std::string_view language) {
  if (language.substr(0, language.find('-')) != "en") return;
  for_each_row(kTable, [this](std::string_view row) {
    for (auto words = cut(row, '\t'); !words.empty();) words_.emplace(cut(words, ' '));
  });
  for_each_row(kQuestions, [this](std::string_view row) {
    auto words = cut(row, '\t');
    auto& kind = row == "begins" ? beginnings_ : function_words_;
    while (!words.empty()) kind.emplace(cut(words, ' '));
  });
}

bool StopWords::is_question(std::span<const std::string_view> typed) const {
  if (typed.size() < 2) return false;
  return typed.back().ends_with('?') ||
         (!is_in_capitals(typed.front()) && beginnings_.contains(fold(typed.front())));
}

bool StopWords::is_function_word(std::string_view typed) const {
  while (typed.ends_with('?')) typed.remove_suffix(1);
  return !is_in_capitals(typed) && function_words_.contains(fold(typed));
}

bool StopWords::is_stop_word(std::string_view typed) const {
  return !is_in_capitals(typed) && contains(fold(typed));
}

}  // namespace dateline
