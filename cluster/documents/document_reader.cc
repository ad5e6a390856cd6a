#include "cluster/documents/document_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cluster/documents/fingerprint.h"
#include "cluster/documents/own_fields.h"
#include "index/schema.h"
#include "searcher/hit/hit_reader.h"
#include "searcher/match/text_verifier.h"

// The terms come from the stored token streams, by which the local engine verifies phrases, so that
// both engines search the same. What words they were made of, the streams do not say: that is
// analyzed anew, block by block, as the indexer does it.

namespace dateline {
namespace {

void append_word(std::string& to, std::string_view word) {
  if (!to.empty()) to += ' ';
  to += word;
}

}  // namespace

DocumentReader::DocumentReader(const Snapshot& snapshot)
    : snapshot_(snapshot),
      analyzer_(snapshot.manifest().language),
      fields_analyzer_(snapshot.manifest().language) {
  check_analyzer(snapshot.directory(), snapshot.manifest(), analyzer_);
}

void DocumentReader::go_to(const Segment& segment, std::uint32_t article) {
  if (segment_ == &segment && article_ == article) return;
  segment_ = nullptr;  // until all of it is read
  read_tokens(segment, article);
  inherited_ = inherited(segment, article);
  segment_ = &segment;
  article_ = article;
}

void DocumentReader::read_tokens(const Segment& segment, std::uint32_t article) {
  analyzed_.clear();
  const auto text = segment.text(article);
  auto words = analyzer_.begin_text();
  for (const BlockRow& block : segment.blocks(article))
    words.add(block.content.of(text), block.content.begin, analyzed_);
  tokens_.clear();
  auto cursor = segment.article_tokens(article);
  auto word = analyzed_.begin();
  for (StoredToken token; cursor.next(token);) {
    while (word != analyzed_.end() && word->span.begin < token.span.begin) ++word;
    const bool is_same = word != analyzed_.end() && word->span.begin == token.span.begin;
    tokens_.push_back({token.term, token.span, is_same ? word->word : std::string_view{}});
  }
}

std::string DocumentReader::tokens_of(std::string_view text) {
  std::string tokens;
  for (const Token& token : fields_analyzer_.analyze(text)) append_word(tokens, token.term);
  return tokens;
}

InheritedFields DocumentReader::inherited(const Segment& segment, std::uint32_t article) {
  InheritedFields fields;
  fields.meta = segment.meta(article);
  fields.published = segment.published(article);
  if (fields.published.known()) {
    add_buckets(fields.published, Precision::day, fields.published_buckets);
    finish_buckets(fields.published_buckets);
  }
  fields.about = unpack_countries(segment.article_about[article]);
  if (const auto subjects = unpack_countries(segment.article_subjects[article]);
      subjects.size() == 2)
    fields.subject_pair = pair_name(subjects[0], subjects[1]);
  fields.title_tokens = tokens_of(fields.meta.title);
  for (const auto& author : fields.meta.authors) {
    if (auto tokens = tokens_of(author); !tokens.empty())
      fields.author_tokens.push_back(std::move(tokens));
  }
  return fields;
}

std::string DocumentReader::joined(std::size_t begin, std::size_t end) const {
  std::string tokens;
  for (auto i = begin; i < end; ++i) append_word(tokens, segment_->terms.text(tokens_[i].term));
  return tokens;
}

std::vector<std::string> DocumentReader::words(std::size_t begin, std::size_t end) const {
  std::set<std::string_view> found;
  for (auto i = begin; i < end; ++i) {
    if (!tokens_[i].word.empty()) found.insert(tokens_[i].word);
  }
  return {found.begin(), found.end()};
}

std::size_t DocumentReader::token_at(std::uint32_t offset) const {
  const auto found = std::lower_bound(
      tokens_.begin(), tokens_.end(), offset,
      [](const PlacedToken& token, std::uint32_t at) { return token.span.begin < at; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

void DocumentReader::add_block_tokens(ArticleDocument& document) const {
  std::string title_blocks;
  std::size_t next = 0;
  const auto add_words = [&](const std::string& tokens, unsigned weight) {
    for (unsigned i = 0; i < weight && !tokens.empty(); ++i)
      append_word(document.rank_tokens, tokens);
  };
  for (const BlockRow& block : document.blocks) {
    const auto begin = next;
    while (next < tokens_.size() && tokens_[next].span.begin < block.span.end) ++next;
    auto tokens = joined(begin, next);
    if (tokens.empty()) continue;
    if (static_cast<BlockKind>(block.kind) == BlockKind::title) {
      append_word(title_blocks, tokens);
      document.title_block_tokens.push_back(std::move(tokens));
      continue;
    }
    const bool heading = is_heading(block);
    add_words(tokens, heading ? kHeadingWeight : 1);
    (heading ? document.own.heading_tokens : document.body_tokens).push_back(std::move(tokens));
  }
  // As article_document() weighs them: a title of the text that is the title counts as that alone.
  if (title_blocks == document.inherited.title_tokens) {
    document.title_block_tokens.clear();
  } else {
    add_words(title_blocks, 1);
  }
  add_words(document.inherited.title_tokens, kTitleWeight);
}

ArticleDocument DocumentReader::article(Location place) {
  const Segment& segment = snapshot_.segment(place.segment);
  const auto article = place.ordinal;
  go_to(segment, article);
  ArticleDocument document;
  document.inherited = inherited_;
  document.own = own_fields_of_article(segment, article);
  std::set<EventOrigin> origins;
  const auto [begin, end] = segment.events_of(article);
  for (auto event = begin; event < end; ++event) origins.insert(segment.origin(event));
  document.origins.assign(origins.begin(), origins.end());
  for (const DateRow& row : segment.dates(article)) {
    auto& days = document.days[row.precision];
    if (days.empty() || days.back() != row.days) days.push_back(row.days);
  }
  document.text = segment.text(article);
  const auto blocks = segment.blocks(article);
  document.blocks.assign(blocks.begin(), blocks.end());
  add_block_tokens(document);
  document.own.words = words(0, tokens_.size());
  document.mentions = mentions_of_article(segment, article);
  const auto pages = segment.page_starts(article);
  document.page_starts.assign(pages.begin(), pages.end());
  document.fingerprint = article_fingerprint(segment, article);
  document.extractor = segment.extractor(article);
  return document;
}

EventDocument DocumentReader::event(Location place) {
  const Segment& segment = snapshot_.segment(place.segment);
  const auto event = place.ordinal;
  const auto article = segment.article_of(event);
  go_to(segment, article);
  const EventRow& row = segment.event(event);
  EventDocument document;
  document.id = segment.event_id(event);
  document.ordinal = event - segment.events_of(article).begin;
  document.inherited = &inherited_;
  document.own = own_fields_of_event(segment, event);
  document.origin = segment.origin(event);
  document.precision = segment.precision(event);
  document.approximate = (row.flags & kApproximate) != 0;
  document.days = segment.days(event);
  document.acting = unpack_countries(segment.event_acting[event]);
  document.offices = offices_of_event(segment, event);
  const auto first = token_at(row.span.begin);
  const auto last = std::min(tokens_.size(), first + row.token_count);
  document.tokens = joined(first, last);
  document.own.words = words(first, last);
  if (const auto* heading = heading_above(segment, article, row.block)) {
    if (auto tokens = tokens_of(heading->content.of(segment.text(article))); !tokens.empty())
      document.own.heading_tokens.push_back(std::move(tokens));
  }
  document.section = event_section(segment, event);
  document.date_text = event_date(segment, event).written;
  document.date_span = row.date_span;
  document.text = row.span.of(segment.text(article));
  document.span = row.span;
  document.block = row.block;
  return document;
}

}  // namespace dateline
