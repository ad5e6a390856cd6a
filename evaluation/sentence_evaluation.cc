#include "evaluation/sentence_evaluation.h"

#include <algorithm>
#include <iterator>

#include "evaluation/values.h"
#include "language/utf8.h"
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

// "Name@RU", each name once, in order of mention.
std::vector<std::string> persons_in(const PersonSentence& sentence, const Extractor& extractor) {
  DateContext context;
  context.anchor = sentence.anchor;
  const auto head = find_entry_head(sentence.text, context);
  context.is_entry = head.has_value();
  const auto dates = extractor.dates().find(sentence.text, context);
  const auto countries = extractor.countries().find(sentence.text);
  const auto organizations = extractor.organizations().find(sentence.text);
  PersonSource source;
  source.text = sentence.text;
  source.dates = dates;
  source.countries = countries;
  source.organizations = organizations;
  if (head) source.head = head->value.days;
  std::vector<std::string> persons;
  std::vector<std::string> names;
  const auto found = extractor.persons().find({&source, 1}, sentence.anchor);
  for (const auto& mention : found.front()) {
    const auto at = std::find(names.begin(), names.end(), mention.value) - names.begin();
    const auto acts_for = mention.country ? mention.country->str()
                          : mention.organization.empty()
                              ? std::string{"-"}
                              : "org:" + std::string{mention.organization};
    if (at == std::ssize(names)) {
      names.push_back(mention.value);
      persons.push_back(mention.value + "@" + acts_for);
    } else if (auto& person = persons[static_cast<std::size_t>(at)]; person.ends_with("@-")) {
      person = mention.value + "@" + acts_for;
    }
  }
  return persons;
}

std::string without_country(const std::string& person) {
  return person.substr(0, person.rfind('@'));
}

// Names fold; what stands behind the last "@" is kept.
std::vector<std::string> folded_persons(const std::vector<std::string>& persons, bool names_alone) {
  std::vector<std::string> folded;
  for (const auto& person : persons) {
    const auto name = without_country(person);
    folded.push_back(fold(name) + (names_alone ? std::string{} : person.substr(name.size())));
  }
  return folded;
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

std::vector<Report> evaluate_persons(const GoldSentences<PersonSentence>& gold,
                                     const Extractor& extractor) {
  std::vector<Report> reports(2);
  reports[0].kind = "names";
  for (auto& report : reports) {
    report.block = "persons";
    report.path = gold.path;
  }
  for (const auto& sentence : gold.rows) {
    const auto found = persons_in(sentence, extractor);
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const bool names_alone = i == 0;
      add_row(sentence.line, sentence.text, folded_persons(sentence.persons, names_alone),
              folded_persons(found, names_alone), reports[i]);
    }
  }
  return reports;
}

}  // namespace dateline
