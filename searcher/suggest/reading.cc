#include "searcher/suggest/reading.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/utf8.h"
#include "searcher/suggest/date_suggestion.h"
#include "searcher/suggest/pair_suggestion.h"
#include "searcher/suggest/person_suggestion.h"

namespace dateline {

std::optional<Reading> QueryReader::read(const QueryNode& root, const ReadingWishes& wishes) {
  if (wishes.dates && !dates_) dates_.emplace();
  if (wishes.pairs && !countries_) countries_.emplace();
  Reading reading{root, {}};
  std::vector<std::string> labels;
  const auto date = wishes.dates ? suggest_date(root, *dates_) : std::nullopt;
  if (date) reading.root = date->root;
  if (wishes.pairs) {
    if (auto pair = suggest_pair(reading.root, *countries_, stop_words_)) {
      reading.root = std::move(pair->root);
      reading.has_pair = true;
      labels.push_back(std::move(pair->label));
    }
  }
  if (wishes.persons) {
    if (auto persons = suggest_persons(reading.root, stop_words_)) {
      reading.root = std::move(persons->root);
      reading.has_person = true;
      labels.push_back(std::move(persons->label));
    }
  }
  if (date) labels.push_back(date->label);
  if (labels.empty()) return std::nullopt;
  reading.label = fmt::format("{}", fmt::join(labels, ", "));
  return reading;
}

std::string_view kind_of_reading(const Reading& reading) noexcept {
  if (reading.has_pair) return "a pair";
  return reading.has_person ? "a person" : "a date";
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
