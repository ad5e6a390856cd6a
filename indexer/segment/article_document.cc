#include "indexer/segment/article_document.h"

#include <xapian.h>

#include <algorithm>
#include <set>

#include "corpus/article.h"
#include "index/date_terms.h"
#include "index/schema.h"

namespace dateline {
namespace {

void add_prefixed(Xapian::Document& document, std::string_view prefix, std::string_view rest) {
  std::string term{prefix};
  term += rest;
  document.add_boolean_term(term);
}

void add_dates(const IndexedArticle& article, Xapian::Document& document) {
  std::set<std::string> buckets;
  for (const DateRow& row : dates_of(article)) {
    for (auto& term : date_terms(row.days)) buckets.insert(std::move(term));
  }
  for (const auto& term : buckets) document.add_boolean_term(term);
}

void add_countries(const std::vector<CountryCode>& countries, Xapian::Document& document) {
  for (const auto code : countries) add_prefixed(document, kCountryPrefix, code.view());
}

void add_organizations(const std::vector<std::string>& names, Xapian::Document& document) {
  for (const auto& name : names) add_prefixed(document, kOrganizationPrefix, name);
}

std::vector<CountryCode> countries_of(const IndexedArticle& article) {
  std::set<CountryCode> countries;
  for (const auto& mention : article.mentions) {
    if (mention.kind == MentionKind::country) countries.insert(mention.country);
  }
  return {countries.begin(), countries.end()};
}

std::vector<std::string> organizations_of(const IndexedArticle& article) {
  std::set<std::string> names;
  for (const auto& mention : article.mentions) {
    if (mention.kind == MentionKind::organization) names.insert(mention.organization);
  }
  return {names.begin(), names.end()};
}

// Whether the title block's words are those of the title: else (front matter gives another) they
// are text like any other.
bool has_its_title(const IndexedArticle& article) {
  std::vector<std::uint32_t> words;
  for (const BlockRow& block : article.blocks) {
    if (static_cast<BlockKind>(block.kind) != BlockKind::title) continue;
    for (const ArticleToken& token : article.tokens) {
      if (block.span.contains(token.span)) words.push_back(token.term);
    }
  }
  return words == article.title_terms;
}

// Adds the weights of an article's words to `counts`.
void count_words(const IndexedArticle& article, Xapian::Document& document,
                 std::vector<std::uint32_t>& counts) {
  const bool title_is_in_text = has_its_title(article);
  std::size_t next = 0;
  for (const BlockRow& block : article.blocks) {
    const auto kind = static_cast<BlockKind>(block.kind);
    const bool heading = is_heading(block);
    for (; next < article.tokens.size() && article.tokens[next].span.begin < block.span.end;
         ++next) {
      const auto term = article.tokens[next].term;
      if (kind == BlockKind::title && title_is_in_text) continue;
      counts[term] += heading ? kHeadingWeight : 1;
      if (heading) add_prefixed(document, kHeadingPrefix, article.vocabulary[term]);
    }
  }
  for (const auto term : article.title_terms) {
    counts[term] += kTitleWeight;
    add_prefixed(document, kTitlePrefix, article.vocabulary[term]);
  }
}

}  // namespace

Xapian::Document article_document(const IndexedArticle& article,
                                  std::vector<std::uint32_t>& counts) {
  Xapian::Document document;
  counts.assign(article.vocabulary.size(), 0);
  count_words(article, document, counts);
  for (std::size_t term = 0; term < counts.size(); ++term) {
    if (counts[term] > 0) document.add_term(article.vocabulary[term], counts[term]);
  }
  for (const auto term : article.author_terms)
    add_prefixed(document, kAuthorPrefix, article.vocabulary[term]);
  document.add_boolean_term(id_term(article.meta.id));
  add_prefixed(document, kHashPrefix, article.meta.hash);
  add_prefixed(document, kSourcePrefix, article.meta.source);
  add_countries(countries_of(article), document);
  for (const auto code : article.about) add_prefixed(document, kAboutPrefix, code.view());
  add_organizations(organizations_of(article), document);
  add_dates(article, document);
  return document;
}

std::vector<DateRow> dates_of(const IndexedArticle& article) {
  std::set<DateRow> dates;
  const auto add = [&dates](const DateValue& date) {
    dates.insert(
        {to_day_range(date.days), static_cast<std::uint8_t>(date.precision), date_flags(date), 0});
  };
  for (const auto& mention : article.mentions) {
    if (mention.kind == MentionKind::date) add(mention.date);
  }
  for (const auto& event : article.events) add(event.date);
  return {dates.begin(), dates.end()};
}

}  // namespace dateline
