#include "evaluation/gold_sentences.h"

#include "evaluation/gold_table.h"

namespace dateline {
namespace {

std::string checked_text(std::string_view text) {
  if (text.find_first_not_of(" \t") == std::string_view::npos) throw gold::RowError("empty text");
  return std::string{text};
}

}  // namespace

GoldSentences<DateSentence> read_date_sentences(const std::filesystem::path& path) {
  GoldSentences<DateSentence> sentences;
  sentences.path = path.string();
  sentences.problems =
      gold::for_each_row(path, {"anchor", "text", "intervals"}, [&](const gold::Row& row) {
        DateSentence sentence;
        sentence.line = row.line;
        const auto anchor = gold::parse_intervals(row.columns[0]);
        if (anchor.size() > 1) throw gold::RowError("more than one interval as anchor");
        if (!anchor.empty()) sentence.anchor = anchor.front();
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

}  // namespace dateline
