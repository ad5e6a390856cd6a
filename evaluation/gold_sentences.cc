#include "evaluation/gold_sentences.h"

#include <fmt/format.h>

#include <algorithm>

#include "evaluation/gold_table.h"

namespace dateline {
namespace {

std::string checked_text(std::string_view text) {
  if (text.find_first_not_of(" \t") == std::string_view::npos) throw gold::RowError("empty text");
  return std::string{text};
}

// A name, and behind the last "@" a country, "org:" and an organization, or "-".
std::string checked_person(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at == 0) {
    throw gold::RowError(
        fmt::format("'{}' is no person: write Name@RU, Name@org:UN or Name@-", text));
  }
  const auto acts_for = text.substr(at + 1);
  if (acts_for != "-" && !acts_for.starts_with("org:")) (void)gold::parse_codes(acts_for);
  return std::string{text};
}

std::optional<DateInterval> anchor_of(std::string_view column) {
  const auto anchor = gold::parse_intervals(column);
  if (anchor.size() > 1) throw gold::RowError("more than one interval as anchor");
  if (anchor.empty()) return std::nullopt;
  return anchor.front();
}

}  // namespace

GoldSentences<DateSentence> read_date_sentences(const std::filesystem::path& path) {
  GoldSentences<DateSentence> sentences;
  sentences.path = path.string();
  sentences.problems =
      gold::for_each_row(path, {"anchor", "text", "intervals"}, [&](const gold::Row& row) {
        DateSentence sentence;
        sentence.line = row.line;
        sentence.anchor = anchor_of(row.columns[0]);
        sentence.text = checked_text(row.columns[1]);
        sentence.intervals = gold::parse_intervals(row.columns[2]);
        sentences.rows.push_back(std::move(sentence));
      });
  return sentences;
}

GoldSentences<CountrySentence> read_country_sentences(const std::filesystem::path& path) {
  GoldSentences<CountrySentence> sentences;
  sentences.path = path.string();
  sentences.problems = gold::for_each_row(path, {"text", "codes"}, [&](const gold::Row& row) {
    sentences.rows.push_back(
        {row.line, checked_text(row.columns[0]), gold::parse_codes(row.columns[1])});
  });
  return sentences;
}

GoldSentences<PersonSentence> read_person_sentences(const std::filesystem::path& path) {
  GoldSentences<PersonSentence> sentences;
  sentences.path = path.string();
  sentences.problems =
      gold::for_each_row(path, {"anchor", "text", "persons"}, [&](const gold::Row& row) {
        PersonSentence sentence;
        sentence.line = row.line;
        sentence.anchor = anchor_of(row.columns[0]);
        sentence.text = checked_text(row.columns[1]);
        auto persons = row.columns[2];
        while (!persons.empty() && persons != "-") {
          const auto end = std::min(persons.find(';'), persons.size());
          sentence.persons.push_back(checked_person(persons.substr(0, end)));
          persons.remove_prefix(std::min(end + 1, persons.size()));
        }
        sentences.rows.push_back(std::move(sentence));
      });
  return sentences;
}

}  // namespace dateline
