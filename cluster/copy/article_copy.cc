#include "cluster/copy/article_copy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

#include "cluster/documents/mapping.h"
#include "index/article_meta.h"
#include "searcher/query/query.h"

// A segment's writer takes articles as the indexer had them. What it does not look at is not
// restored: how a year was found, what limits were met.

namespace dateline {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

bool has(element object, std::string_view name, element& value) {
  return object[name].get(value) == simdjson::SUCCESS;
}

std::string text_in(element object, std::string_view name) {
  element value;
  return has(object, name, value) ? std::string{std::string_view{value}} : std::string{};
}

bool flag_in(element object, std::string_view name) {
  element value;
  return has(object, name, value) && bool{value};
}

std::int64_t number_in(element object, std::string_view name) { return object[name]; }

std::uint32_t unsigned_of(element value) { return static_cast<std::uint32_t>(std::int64_t{value}); }

// Calls `visit` with each value of a list; of none, when there is none.
template <typename Visit>
void for_each(element object, std::string_view name, Visit visit) {
  element values;
  if (!has(object, name, values)) return;
  for (const auto value : array{values}) visit(value);
}

std::vector<std::string> texts_in(element object, std::string_view name) {
  std::vector<std::string> texts;
  for_each(object, name, [&](element text) { texts.emplace_back(std::string_view{text}); });
  return texts;
}

CountryCode country_of(std::string_view code) {
  return code.size() == 2 ? CountryCode{code} : CountryCode{};
}

std::vector<CountryCode> countries_in(element object, std::string_view name) {
  std::vector<CountryCode> codes;
  for_each(object, name, [&](element code) { codes.push_back(country_of(code)); });
  return codes;
}

Span span_of(element pair) { return {unsigned_of(pair.at(0)), unsigned_of(pair.at(1))}; }

Span span_in(element object, std::string_view name) {
  element pair;
  return has(object, name, pair) ? span_of(pair) : Span{};
}

DateInterval interval_of(element range) {
  const auto day = [&](std::string_view end) {
    return day_of_number(static_cast<std::int32_t>(number_in(range, end)));
  };
  return to_interval({day("gte"), day("lte")});
}

DateValue date_of(element object) {
  DateValue date;
  element range;
  if (has(object, field::kDays, range)) date.days = interval_of(range);
  date.precision = static_cast<Precision>(number_in(object, field::kPrecision));
  date.approximate = flag_in(object, field::kApproximate);
  return date;
}

BlockRow block_of(element row) {
  BlockRow block;
  block.kind = static_cast<decltype(block.kind)>(unsigned_of(row.at(0)));
  block.span = {unsigned_of(row.at(1)), unsigned_of(row.at(2))};
  block.content = {unsigned_of(row.at(3)), unsigned_of(row.at(4))};
  return block;
}

MentionKind mention_kind_of(std::string_view name) {
  for (const auto kind : {MentionKind::date, MentionKind::country, MentionKind::organization}) {
    if (name == mention_kind_name(kind)) return kind;
  }
  return MentionKind::person;
}

Mention mention_of(element row) {
  Mention mention;
  mention.kind = mention_kind_of(row["kind"]);
  mention.span = span_in(row, "span");
  mention.rule = text_in(row, "rule");
  mention.proof = span_in(row, "proof");
  if (mention.kind == MentionKind::date) mention.date = date_of(row);
  if (const auto code = text_in(row, "country"); !code.empty()) mention.country = country_of(code);
  (mention.kind == MentionKind::person ? mention.person : mention.organization) =
      text_in(row, "name");
  return mention;
}

EventOrigin origin_of(std::string_view name) {
  for (const auto origin : {EventOrigin::chronology, EventOrigin::prose}) {
    if (name == event_origin_name(origin)) return origin;
  }
  return EventOrigin::log;
}

// The end of an event's id: `#` and eight hex digits, and for those that are alike a number.
void read_hash(std::string_view id, Event& event) {
  id.remove_prefix(std::min(id.rfind('#'), id.size() - 1) + 1);
  const auto dot = std::min(id.find('.'), id.size());
  std::from_chars(id.data(), id.data() + dot, event.hash, 16);
  if (dot == id.size()) return;
  std::from_chars(id.data() + dot + 1, id.data() + id.size(), event.occurrence);
  --event.occurrence;  // "#hash.2" is occurrence 1
}

std::size_t token_at(const IndexedArticle& article, std::uint32_t offset) {
  const auto found = std::lower_bound(
      article.tokens.begin(), article.tokens.end(), offset,
      [](const ArticleToken& token, std::uint32_t at) { return token.span.begin < at; });
  return static_cast<std::size_t>(found - article.tokens.begin());
}

}  // namespace

std::uint32_t ArticleCopier::id_of(std::string_view term, IndexedArticle& article) {
  const auto [found, is_new] = vocabulary_.try_emplace(
      std::string{term}, static_cast<std::uint32_t>(article.vocabulary.size()));
  if (is_new) article.vocabulary.emplace_back(term);
  return found->second;
}

void ArticleCopier::read_words(IndexedArticle& article) {
  vocabulary_.clear();
  std::set<std::string, std::less<>> words;
  std::vector<Token> tokens;
  auto text = analyzer_.begin_text();
  for (const BlockRow& block : article.blocks)
    text.add(block.content.of(article.text), block.content.begin, tokens);
  for (const Token& token : tokens) {
    const auto id = id_of(token.term, article);
    article.tokens.push_back({id, token.span});
    if (words.emplace(token.word).second) article.words.emplace_back(token.word, id);
  }
  for (const Token& token : analyzer_.analyze(article.meta.title))
    article.title_terms.push_back(id_of(token.term, article));
  for (const auto& author : article.meta.authors) {
    for (const Token& token : analyzer_.analyze(author))
      article.author_terms.push_back(id_of(token.term, article));
  }
}

IndexedArticle ArticleCopier::article(element document) {
  IndexedArticle article;
  element value;
  article.meta = parse_article_meta(simdjson::minify(element{document[field::kMeta]}));
  article.meta.id = text_in(document, field::kArticleId);
  article.meta.title = text_in(document, field::kTitle);
  article.meta.authors = texts_in(document, field::kAuthors);
  if (has(document, field::kPublished, value)) article.meta.published = interval_of(value);
  article.extractor = text_in(document, field::kExtractor);
  article.text = text_in(document, field::kText);
  for_each(document, field::kPages,
           [&](element start) { article.page_starts.push_back(unsigned_of(start)); });
  for_each(document, field::kSpans, [&](element row) { article.blocks.push_back(block_of(row)); });
  for_each(document, field::kMentions,
           [&](element row) { article.mentions.push_back(mention_of(row)); });
  article.about = countries_in(document, field::kAbout);
  if (const auto pair = text_in(document, field::kSubjectPair); !pair.empty()) {
    const auto mark = pair.find('-');
    article.subjects = {country_of(std::string_view{pair}.substr(0, mark)),
                        country_of(std::string_view{pair}.substr(mark + 1))};
  }
  read_words(article);
  return article;
}

void ArticleCopier::add_event(element document, IndexedArticle& article) {
  Event event;
  event.origin = origin_of(document[field::kOrigin]);
  event.span = span_in(document, field::kSpans);
  event.date_span = span_in(document, field::kDateSpan);
  event.date = date_of(document);
  event.countries = countries_in(document, field::kCountries);
  event.acting = countries_in(document, field::kActing);
  event.persons = texts_in(document, field::kPersons);
  event.organizations = texts_in(document, field::kOrganizations);
  event.sources = texts_in(document, field::kSources);
  event.block = static_cast<std::uint32_t>(number_in(document, field::kBlock));
  read_hash(document[field::kEventId], event);
  const auto first = token_at(article, event.span.begin);
  event.first_token = static_cast<std::uint32_t>(first);
  event.token_count = static_cast<std::uint32_t>(token_at(article, event.span.end) - first);
  article.events.push_back(std::move(event));
}

}  // namespace dateline
