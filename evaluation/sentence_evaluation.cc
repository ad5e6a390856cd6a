#include "evaluation/sentence_evaluation.h"

#include <algorithm>
#include <iterator>

#include "evaluation/values.h"
#include "language/words/english.h"

namespace dateline {
namespace {

std::vector<std::string> dates_in(const DateSentence& sentence, const Extractor& extractor) {
  if (!is_english(sentence.text, true)) return {};
  DateContext context;
  context.anchor = sentence.anchor;
  context.is_entry = find_entry_head(sentence.text, context).has_value();
  auto mentions = extractor.dates().find(sentence.text, context);
  leave_out_rules(mentions, extractor.overrides());
  std::vector<std::string> values;
  values.reserve(mentions.size());
  for (const auto& mention : mentions) {
    values.push_back(written(mention.value.days));
  }
  return values;
}

std::vector<std::string> countries_in(const CountrySentence& sentence, const Extractor& extractor) {
  if (!is_english(sentence.text, true)) return {};
  std::vector<CountryCode> codes;
  for (const auto& mention : extractor.countries().find(sentence.text)) {
    codes.insert(codes.end(), mention.codes.begin(), mention.codes.end());
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return written(codes);
}

// Counts a row, and keeps it when it is wrong. The values are in order of mention.
void add_row(std::size_t line, const std::string& text, const std::vector<std::string>& expected,
             const std::vector<std::string>& got, Report& report) {
  auto labelled = expected;
  auto found = got;
  std::sort(labelled.begin(), labelled.end());
  std::sort(found.begin(), found.end());
  std::vector<std::string> common;
  std::set_intersection(labelled.begin(), labelled.end(), found.begin(), found.end(),
                        std::back_inserter(common));
  ++report.score.rows;
  report.score.labelled += labelled.size();
  report.score.found += found.size();
  report.score.both += common.size();
  if (labelled == found) {
    ++report.score.exact;
  } else {
    report.wrong.push_back({line, {}, text, expected, got});
  }
}

// `labels` and `found` give a row's values.
template <typename Sentence, typename Labels, typename Find>
Report evaluate(std::string_view block, const GoldSentences<Sentence>& gold, Labels labels,
                Find found) {
  Report report;
  report.block = block;
  report.path = gold.path;
  for (const auto& sentence : gold.rows)
    add_row(sentence.line, sentence.text, written(sentence.*labels), found(sentence), report);
  return report;
}

}  // namespace

Report evaluate_dates(const GoldSentences<DateSentence>& gold, const Extractor& extractor) {
  return evaluate("dates", gold, &DateSentence::intervals,
                  [&](const DateSentence& sentence) { return dates_in(sentence, extractor); });
}

Report evaluate_countries(const GoldSentences<CountrySentence>& gold, const Extractor& extractor) {
  return evaluate("countries", gold, &CountrySentence::codes, [&](const CountrySentence& sentence) {
    return countries_in(sentence, extractor);
  });
}

}  // namespace dateline
