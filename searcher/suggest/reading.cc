#include "searcher/suggest/reading.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "language/utf8.h"
#include "searcher/suggest/date_suggestion.h"
#include "searcher/suggest/pair_suggestion.h"

namespace dateline {

std::optional<Reading> QueryReader::read(const QueryNode& root, bool with_pairs) {
  if (!dates_) dates_.emplace();
  if (with_pairs && !countries_) countries_.emplace();
  Reading reading{root, {}, false};
  const auto date = suggest_date(root, *dates_);
  if (date) reading = {date->root, date->label, false};
  if (with_pairs) {
    if (auto pair = suggest_pair(reading.root, *countries_, stop_words_)) {
      auto label = pair->label + (date ? ", " + date->label : std::string{});
      reading = {std::move(pair->root), std::move(label), true};
    }
  }
  if (!date && !reading.has_pair) return std::nullopt;
  return reading;
}

bool QueryReader::may_name_a_pair(const QueryNode& root) const {
  std::vector<std::string_view> words;
  for_each_part<QueryText>(root, [&](const QueryText& text) {
    if (text.form == TextForm::word) words.push_back(text.text);
  });
  return stop_words_.is_question(words) ||
         std::any_of(words.begin(), words.end(), [](std::string_view word) {
           return fold(word) == "between" || word.find('-') != std::string_view::npos ||
                  word.find("\u2013") != std::string_view::npos;
         });
}

}  // namespace dateline
