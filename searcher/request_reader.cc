#include "searcher/request_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "searcher/match/query_analyzer.h"
#include "searcher/query/query_writer.h"

// Loosening comes last, when everything together has matched nothing: what a user has selected never
// loosens, only the words of the query do.

namespace dateline {
namespace {

// Adds the days that filters of a kind (date, published) ask for.
void collect_days(const Condition& condition, FilterKind kind, std::vector<DayRange>& days) {
  for_each_positive_filter(condition, [&](const FilterCondition& filter) {
    if (filter.kind != kind) return;
    const auto& asked = std::get<AskedDays>(filter.value);
    if (!is_any_day(asked)) days.push_back(to_day_range(asked.interval));
  });
}

// The phrases of a query, as they are typed.
std::string quoted_phrases(const QueryNode& query) {
  std::vector<std::string> phrases;
  for_each_part<QueryText>(query, [&](const QueryText& text) {
    if (text.form == TextForm::phrase) phrases.push_back(to_query({text, {}}));
  });
  return fmt::format("{}", fmt::join(phrases, ", "));
}

// Whether a name has other names.
bool has_other_names(const Condition& condition) {
  const auto texts = positive_texts(condition);
  return std::any_of(texts.begin(), texts.end(), [](const TextCondition* text) {
    return !text->stands_for.empty() && text->is_name;
  });
}

}  // namespace

std::vector<DayRange> ReadRequest::asked_days(FilterKind kind) const {
  std::vector<DayRange> days;
  if (condition) collect_days(*condition, kind, days);
  for (const auto& selection : selections) {
    if (selection.condition) collect_days(*selection.condition, kind, days);
  }
  return days;
}

ReadRequest RequestReader::read(const SearchRequest& request) {
  if (!request.with_phrases) return read_words(request);
  auto as_phrase = request;
  as_phrase.query = request.with_phrases;
  as_phrase.loosens = false;
  auto phrase = read_words(as_phrase);
  const auto phrases = to_query(*request.with_phrases);
  const auto typed = quoted_phrases(*request.with_phrases);
  const auto unit = unit_name(request.kind, phrase.total);
  auto words = analyze(request);
  if (phrase.total > 0 && !(words.condition && has_other_names(*words.condition))) {
    phrase.notices.push_back(
        fmt::format("read as a phrase, {}; for the words apart, give each by itself", typed));
    return phrase;
  }
  words = read_words(request);
  if (phrase.total > 0) {
    words.notices.push_back(fmt::format("{} {} {} it as a phrase: search for {}", phrase.total,
                                        unit, phrase.total == 1 ? "has" : "have", phrases));
  }
  return words;
}

ReadRequest RequestReader::read_words(const SearchRequest& request) {
  auto read = analyze(request);
  matcher_.begin(request, read);
  read.total = matcher_.match(read);
  if (read.condition && request.loosens && read.total == 0) loosen_query(request, read);
  return read;
}

ReadRequest RequestReader::analyze(const SearchRequest& request) {
  ReadRequest read;
  read.kind = request.kind;
  QueryAnalyzer analyzer(words_.analyzer, words_.stop_words, words_.variants,
                         [this](const std::string& term) { return matcher_.has_term(term); });
  if (request.query) {
    read.condition = analyzer.analyze(*request.query, request.any_word);
    read.left_out = analyzer.left_out();
  }
  for (const auto& selection : request.selections)
    read.selections.push_back({selection.facet, analyzer.analyze(selection.condition)});
  if (request.any_word && read.condition) {
    if (auto loose = loosen(*read.condition)) read.condition = std::move(loose);
  }
  return read;
}

// The word that is worth most stays; of names, the first that the filters leave. Then each other
// stays that is found together with those that do, from the dearest to the cheapest, so that no
// more is given up than must be. Where filters took the place of names, these have stayed already.
std::vector<WordPart> RequestReader::parts_to_give_up(const ReadRequest& read,
                                                      bool has_read_names) {
  const auto sets = matcher_.parts(read);
  auto parts = word_parts(*read.condition);
  for (auto& part : parts) part.documents = sets->documents(part.child);
  sort_by_worth(parts);
  bool has_stayed = has_read_names && sets->kept() > 0;
  std::vector<WordPart> given_up;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (sets->keep(part->child)) {
      has_stayed = true;
    } else if (has_stayed || part->is_name) {
      given_up.push_back(*part);
    } else {
      return {};
    }
    const auto next = std::next(part);
    const bool names_end = part->is_name && (next == parts.rend() || !next->is_name);
    if (names_end && !has_stayed) return {};
  }
  return given_up;
}

std::vector<TextCondition> RequestReader::parts_of(const TextCondition& text) {
  std::vector<TextCondition> parts;
  for (const Token& token : words_.analyzer.analyze(text.typed)) {
    TextCondition part;
    part.terms.emplace_back(token.term);
    part.typed = token.span.of(text.typed);
    part.is_name = text.is_name;
    parts.push_back(std::move(part));
  }
  return parts;
}

// "US-Iran talks" where no text of "US-Iran" has talks: its words are asked for, if they are found
// with the others.
void RequestReader::split_compounds(ReadRequest& read) {
  auto whole = read.condition;
  CompoundReader reader;
  reader.is_found = [](const TextCondition&) { return false; };
  reader.parts = [this](const TextCondition& text) { return parts_of(text); };
  const auto split = split_unfound(*read.condition, reader);
  if (split.empty()) return;
  read.total = matcher_.match(read);
  if (read.total > 0) {
    read.notices.push_back(
        fmt::format("no {} has all the words with '{}' as one; its parts are searched for",
                    unit_name(read.kind, 1), fmt::join(split, "' or '")));
    return;
  }
  read.condition = std::move(whole);
  read.total = matcher_.match(read);
}

// "long-range-missile", that nothing has, asks for its words.
void RequestReader::split_unfound_compounds(ReadRequest& read) {
  CompoundReader reader;
  reader.is_found = [&](const TextCondition& text) {
    return matcher_.is_found(Condition{text}, read.kind);
  };
  reader.parts = [this](const TextCondition& text) { return parts_of(text); };
  const auto split = split_unfound(*read.condition, reader);
  if (split.empty()) return;
  read.total = matcher_.match(read);
  read.notices.push_back(fmt::format("no {} has '{}' as one word; its parts are searched for",
                                     unit_name(read.kind, 1), fmt::join(split, "' or '")));
}

void RequestReader::loosen_query(const SearchRequest& request, ReadRequest& read) {
  split_unfound_compounds(read);
  if (read.total > 0) return;
  split_compounds(read);
  if (read.total > 0) return;
  const auto unit = unit_name(request.kind, 1);
  const auto* within = read.selections.empty() ? "" : "within the filters ";
  const auto words = word_parts(*read.condition).size();
  if (words > 1 || (words == 1 && request.has_read_names)) {
    const auto given_up = parts_to_give_up(read, request.has_read_names);
    if (given_up.empty()) return;
    auto loose = with_optional(*read.condition, given_up);
    read.notices.push_back(fmt::format("no {} {}has all the words; these are without {}", unit,
                                       within, quoted_parts(*read.condition, given_up)));
    for (const auto& part : given_up)
      read.given_up.push_back(typed_words(children_of(*read.condition)[part.child]));
    read.condition = std::move(loose);
    read.is_loosened = true;
    read.total = matcher_.match(read);
    return;
  }
  auto loose = loosen(*read.condition);
  if (!loose) return;
  read.condition = std::move(loose);
  read.total = matcher_.match(read);
  if (read.total == 0) return;
  read.is_loosened = true;
  read.notices.push_back(
      fmt::format("no {} {}has all the words; these have some of them", unit, within));
}

}  // namespace dateline
