#include "indexer/segment/segment_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <numeric>

#include "index/checksums.h"
#include "index/error.h"
#include "index/schema.h"
#include "indexer/segment/article_document.h"
#include "indexer/segment/segment_columns.h"

namespace dateline {
namespace {

// Of a dictionary that can never be large: rules, organizations, versions.
std::uint16_t number(DictionaryBuilder& dictionary, std::string_view text) {
  return static_cast<std::uint16_t>(dictionary.id(text));
}

std::filesystem::path made(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) {
    throw IndexError(IndexFault::io, directory,
                     fmt::format("{}: cannot be made ({})", directory.string(), error.message()));
  }
  return directory;
}

}  // namespace

SegmentWriter::SegmentWriter(const std::filesystem::path& directory)
    : directory_(made(directory)),
      articles_(directory_),
      texts_(directory / "texts"),
      tokens_(directory / "tokens"),
      columns_(std::make_unique<SegmentColumns>()) {}

SegmentWriter::~SegmentWriter() {
  if (!seal_.empty()) return;
  std::error_code ignored;  // the next writer sweeps what stays
  std::filesystem::remove_all(directory_, ignored);
}

std::uint32_t SegmentWriter::article_count() const noexcept {
  return static_cast<std::uint32_t>(columns_->published.size());
}
std::uint32_t SegmentWriter::event_count() const noexcept {
  return static_cast<std::uint32_t>(columns_->event_days.size());
}
std::uint64_t SegmentWriter::text_bytes() const noexcept { return columns_->text_offsets.back(); }

void SegmentWriter::add(const IndexedArticle& article) {
  articles_.add(article_document(article, counts_), article.text.size());
  add_copied(article, std::accumulate(counts_.begin(), counts_.end(), 0U));
}

void SegmentWriter::copy_documents(const std::filesystem::path& segment) {
  articles_.append(segment);
}

void SegmentWriter::add_copied(const IndexedArticle& article, std::uint32_t length) {
  columns_->article_lengths.push_back(length);
  map_vocabulary(article);
  add_columns(article);
}

void SegmentWriter::map_vocabulary(const IndexedArticle& article) {
  term_ids_.clear();
  for (const auto& term : article.vocabulary) term_ids_.push_back(terms_.id(term));
  for (const auto& [word, term] : article.words) add_word(word, term_ids_[term]);
}

void SegmentWriter::add_word(std::string_view word, std::uint32_t term) {
  if (words_.id(word) == word_terms_.size()) word_terms_.push_back(term);
}

void SegmentWriter::add_words(const Segment& segment) {
  for (std::uint32_t word = 0; word < segment.words.size(); ++word) {
    add_word(segment.words.text(word), terms_.id(segment.terms.text(segment.term_of_word(word))));
  }
}

void SegmentWriter::add_columns(const IndexedArticle& article) {
  SegmentColumns& to = *columns_;
  texts_.write(article.text);
  to.text_offsets.push_back(texts_.size());
  to.meta += to_json(article.meta);
  to.meta_offsets.push_back(to.meta.size());
  to.ids.add_list(article.meta.id);
  to.titles.add_list(article.meta.title);
  to.published.push_back(to_day_range(article.meta.published));
  to.article_extractor.push_back(number(extractors_, article.extractor));
  to.blocks.values.insert(to.blocks.values.end(), article.blocks.begin(), article.blocks.end());
  to.blocks.end_list();
  to.pages.add(article_count() - 1, article.page_starts);
  add_mentions(article);
  for (const auto code : article.about) to.article_about.values.push_back(pack_country(code));
  to.article_about.end_list();
  for (const auto& author : article.meta.authors)
    to.article_authors.values.push_back(authors_.id(author));
  to.article_authors.end_list();
  const auto dates = dates_of(article);
  to.article_dates.values.insert(to.article_dates.values.end(), dates.begin(), dates.end());
  to.article_dates.end_list();
  add_tokens(article);
  to.article_events.push_back(event_count());
}

void SegmentWriter::add_mentions(const IndexedArticle& article) {
  SegmentColumns& to = *columns_;
  for (const Mention& mention : article.mentions) {
    MentionRow row;
    row.span = mention.span;
    row.kind = mention.kind;
    row.rule = number(rules_, mention.rule);
    switch (mention.kind) {
      case MentionKind::date:
        row.days = to_day_range(mention.date.days);
        row.precision = static_cast<std::uint8_t>(mention.date.precision);
        row.flags = date_flags(mention.date);
        break;
      case MentionKind::country:
        row.value = pack_country(mention.country);
        to.article_countries.values.push_back(row.value);
        break;
      case MentionKind::organization:
        row.value = number(organizations_, mention.organization);
        to.article_organizations.values.push_back(row.value);
        break;
    }
    to.mentions.values.push_back(row);
  }
  to.mentions.end_list();
  to.article_countries.end_sorted_list();
  to.article_organizations.end_sorted_list();
}

void SegmentWriter::add_tokens(const IndexedArticle& article) {
  SegmentColumns& to = *columns_;
  encoder_.clear();
  std::vector<std::pair<std::uint64_t, std::uint32_t>>
      starts;  // of each token: offset in the stream, base
  starts.reserve(article.tokens.size() + 1);
  for (const ArticleToken& token : article.tokens) {
    starts.emplace_back(encoder_.size(), encoder_.base());
    encoder_.add({term_ids_[token.term], token.span});
  }
  starts.emplace_back(encoder_.size(), encoder_.base());
  counts_.assign(article.vocabulary.size(), 0);
  for (const Event& event : article.events) {
    add_event_postings(article, event);
    add_event_columns(event);
    EventRow& row = to.event_rows.back();
    row.tokens = tokens_.size() + starts[event.first_token].first;
    row.token_base = starts[event.first_token].second;
  }
  tokens_.write(encoder_.bytes());
  to.token_offsets.push_back(tokens_.size());
}

// Before the event's columns: its ordinal is the number of events that have theirs.
void SegmentWriter::add_event_postings(const IndexedArticle& article, const Event& event) {
  const auto ordinal = event_count();
  used_.clear();
  for (std::uint32_t i = 0; i < event.token_count; ++i) {
    const auto term = article.tokens[event.first_token + i].term;
    if (counts_[term]++ == 0) used_.push_back(term);
  }
  for (const auto term : used_) {
    event_postings_.add(term_ids_[term], ordinal, counts_[term]);
    counts_[term] = 0;
  }
  const auto add = [&](std::string_view prefix, std::string_view value) {
    std::string term{prefix};
    term += value;
    event_postings_.add(terms_.id(term), ordinal, 1);
  };
  for (const auto code : event.countries) add(kCountryPrefix, code.view());
  for (const auto& name : event.organizations) add(kOrganizationPrefix, name);
}

void SegmentWriter::add_event_columns(const Event& event) {
  SegmentColumns& to = *columns_;
  to.event_article.push_back(article_count() - 1);
  to.event_days.push_back(to_day_range(event.date.days));
  to.event_precisions.push_back(event.date.precision);
  to.event_origins.push_back(event.origin);
  to.event_lengths.push_back(event.token_count);
  EventRow row;
  row.span = event.span;
  row.date_span = event.date_span;
  row.token_count = event.token_count;
  row.block = event.block;
  row.hash = event.hash;
  row.occurrence = event.occurrence;
  row.flags = date_flags(event.date);
  to.event_rows.push_back(row);
  for (const auto code : event.countries) to.event_countries.values.push_back(pack_country(code));
  to.event_countries.end_list();
  for (const auto& name : event.organizations)
    to.event_organizations.values.push_back(number(organizations_, name));
  to.event_organizations.end_sorted_list();
}

void SegmentWriter::finish() {
  articles_.finish();
  texts_.finish();
  tokens_.finish();
  ColumnWriter columns;
  columns_->write(columns);
  event_postings_.write("event.postings", static_cast<std::uint32_t>(terms_.size()), columns);
  event_postings_ = {};
  terms_.write("terms", columns);
  words_.write("words", columns);
  columns.add("words.term", word_terms_);
  authors_.write("authors", columns);
  rules_.write("rules", columns);
  organizations_.write("organizations", columns);
  extractors_.write("extractors", columns);
  columns.write(directory_ / "columns");
  auto seal = seal_segment(directory_);
  sync_tree(directory_);
  seal_ = std::move(seal);
}

SegmentEntry SegmentWriter::entry() const {
  return {directory_.filename().string(), article_count(), event_count(), {}, seal_};
}

}  // namespace dateline
