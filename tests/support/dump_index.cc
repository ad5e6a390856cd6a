#include "tests/support/dump_index.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <vector>

#include "index/schema.h"
#include "index/snapshot.h"

namespace dateline::test {
namespace {

using Postings = std::map<std::uint32_t, std::vector<std::string>>;  // by ordinal: "term wdf"

Postings article_postings(const Segment& segment) {
  Postings postings;
  const auto terms = segment.open_articles();
  for (const auto& term : terms.all_terms()) {
    const auto found = terms.postings(term);
    for (std::size_t i = 0; i < found.articles.size(); ++i)
      postings[found.articles[i]].push_back(fmt::format("{} {}", term, found.frequencies[i]));
  }
  return postings;
}

Postings event_postings(const Segment& segment) {
  Postings postings;
  for (std::uint32_t term = 0; term < segment.terms.size(); ++term) {
    segment.event_postings.for_each(term, [&](std::uint32_t event, std::uint32_t frequency) {
      postings[event].push_back(fmt::format("{} {}", segment.terms.text(term), frequency));
    });
  }
  return postings;
}

std::string span(Span span) { return fmt::format("{}-{}", span.begin, span.end); }

std::string days(DayRange days) { return fmt::format("{}..{}", days.first, days.last); }

std::string codes(std::span<const std::uint16_t> packed) {
  std::string text;
  for (const auto code : packed) text += fmt::format(" {}", unpack_country(code).view());
  return text;
}

std::string sorted(std::vector<std::string> lines, std::string_view indent) {
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const auto& line : lines) text += fmt::format("{}{}\n", indent, line);
  return text;
}

std::string tokens(const Segment& segment, TokenCursor cursor) {
  std::string text;
  for (StoredToken token; cursor.next(token);)
    text += fmt::format(" {}@{}", segment.terms.text(token.term), span(token.span));
  return text;
}

std::string mention_line(const Segment& segment, const MentionRow& row) {
  if (row.kind == MentionKind::person) {
    const std::string acts_for{row.value == 0 ? "-" : unpack_country(row.value).view()};
    return fmt::format("  mention person {} {} {} {} office {}\n", span(row.span),
                       segment.persons.text(person_number(row)), acts_for,
                       segment.rules.text(row.rule), span(office_words(row)));
  }
  const auto value =
      row.kind == MentionKind::organization ? std::string{segment.organizations.text(row.value)}
      : row.kind == MentionKind::country    ? std::string{unpack_country(row.value).view()}
                                            : days(row.days);
  return fmt::format("  mention {} {} {} {} precision {} flags {}\n", mention_kind_name(row.kind),
                     span(row.span), value, segment.rules.text(row.rule), row.precision, row.flags);
}

// The numbers of a dictionary differ from segment to segment.
template <typename Dictionary, typename Numbers>
std::string names_in(const Dictionary& dictionary, Numbers numbers) {
  std::set<std::string_view> names;
  for (const auto number : numbers) names.insert(dictionary.text(number));
  std::string text;
  for (const auto name : names) text += fmt::format(" [{}]", name);
  return text;
}

// Dumps the articles of one segment.
class SegmentDump {
 public:
  explicit SegmentDump(const Segment& segment)
      : segment_(segment), articles_(article_postings(segment)), events_(event_postings(segment)) {}

  void add_to(std::map<std::string, std::string>& dumps) {
    segment_.live(DocumentKind::article).for_each([&](std::size_t i) {
      const auto article = static_cast<std::uint32_t>(i);
      const std::string id{segment_.id(article)};
      if (!dumps.emplace(id, dump(article)).second)
        throw std::runtime_error(fmt::format("{} is there twice", id));
    });
  }

 private:
  std::string dump(std::uint32_t article) {
    const auto meta = segment_.meta(article);
    auto text = fmt::format("article {}\n  title {}\n  meta {}\n  published {}\n  extractor {}\n",
                            meta.id, meta.title, to_json(meta), days(segment_.published(article)),
                            segment_.extractor(article));
    for (const auto& author : meta.authors) text += fmt::format("  author {}\n", author);
    const auto body = segment_.text(article);
    text += fmt::format("  text {} {:016x}\n  length {}\n", body.size(),
                        XXH3_64bits(body.data(), body.size()),
                        segment_.lengths(DocumentKind::article)[article]);
    text += fmt::format("  countries{}\n  about{}\n  subjects{}\n  organizations{}\n  persons{}\n",
                        codes(segment_.article_countries[article]),
                        codes(segment_.article_about[article]),
                        codes(segment_.article_subjects[article]),
                        names_in(segment_.organizations, segment_.article_organizations[article]),
                        names_in(segment_.persons, segment_.article_persons[article]));
    for (const auto& date : segment_.dates(article))
      text += fmt::format("  date {} {} {}\n", days(date.days), date.precision, date.flags);
    for (const auto& block : segment_.blocks(article))
      text += fmt::format("  block {} {} {}\n", block.kind, span(block.span), span(block.content));
    for (const auto begin : segment_.page_starts(article))
      text += fmt::format("  page {}\n", begin);
    for (const auto& row : segment_.mentions(article)) text += mention_line(segment_, row);
    text += fmt::format("  tokens{}\n", tokens(segment_, segment_.article_tokens(article)));
    text += sorted(articles_[article], "  term ");
    const auto [begin, end] = segment_.events_of(article);
    for (auto event = begin; event < end; ++event) text += event_text(event);
    return text;
  }

  std::string event_text(std::uint32_t event) {
    const auto& row = segment_.event(event);
    return fmt::format(
               "  event {} {} date {} {} precision {} origin {} flags {} block {} length {}\n"
               "    countries{}\n    acting{}\n    organizations{}\n    persons{}\n    sources{}\n"
               "    tokens{}\n",
               segment_.event_id(event), span(row.span), span(row.date_span),
               days(segment_.days(event)), static_cast<int>(segment_.precision(event)),
               static_cast<int>(segment_.origin(event)), row.flags, row.block,
               segment_.lengths(DocumentKind::event)[event], codes(segment_.event_countries[event]),
               codes(segment_.event_acting[event]),
               names_in(segment_.organizations, segment_.event_organizations[event]),
               names_in(segment_.persons, segment_.event_persons[event]),
               names_in(segment_.sources, segment_.event_sources[event]),
               tokens(segment_, segment_.event_tokens(event))) +
           sorted(events_[event], "    term ");
  }

  const Segment& segment_;
  Postings articles_;
  Postings events_;
};

}  // namespace

std::string dump_index(const std::filesystem::path& directory) {
  const Snapshot snapshot(directory);
  std::map<std::string, std::string> dumps;
  std::map<std::string, std::string> words;  // and their stems
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
    const Segment& segment = snapshot.segment(s);
    SegmentDump(segment).add_to(dumps);
    for (std::uint32_t word = 0; word < segment.words.size(); ++word)
      words.emplace(segment.words.text(word), segment.terms.text(segment.term_of_word(word)));
  }
  const auto& manifest = snapshot.manifest();
  auto text = fmt::format("language {}\nanalyzer {}\nextractor {}\nnames {}\n", manifest.language,
                          manifest.analyzer, manifest.extractor, manifest.names);
  for (const auto& [id, dump] : dumps) text += dump;
  for (const auto& [word, term] : words) text += fmt::format("word {} {}\n", word, term);
  return text;
}

}  // namespace dateline::test
