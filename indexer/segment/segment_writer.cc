#include "indexer/segment/segment_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "index/checksums.h"
#include "index/error.h"
#include "index/index_file.h"
#include "index/schema.h"
#include "indexer/segment/article_document.h"
#include "indexer/segment/column_merger.h"

// What is large of an article goes to disk as the article comes: its text, its token stream, its
// Xapian document. Columns and posting lists stay in memory until finish(), since each is one array
// of one file. New articles and merged ones take the same way, and differ in one thing: rows of
// columns are made from what was found in a new article, and moved by ColumnMerger from the segment
// of a merged one. Tokens and postings are always written anew, because they hold numbers of this
// segment's dictionary.

namespace dateline {
namespace {

// What a segment cannot be without; Xapian has other files where it needs them.
constexpr std::array<std::string_view, 6> kFiles{
    "articles/iamglass", "articles/postlist.glass", "columns", "hashes", "texts", "tokens"};

// Encoding so many takes about a millisecond.
constexpr std::size_t kTokensBetweenStops = std::size_t{1} << 16;

// Of a dictionary that can never be large: rules, organizations, versions.
std::uint16_t number(DictionaryBuilder& dictionary, std::string_view text) {
  return static_cast<std::uint16_t>(dictionary.id(text));
}

// Makes a directory, which must not be there: it might be a segment in force.
std::filesystem::path created(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory.parent_path(), error);
  const bool is_made = !error && std::filesystem::create_directory(directory, error);
  if (is_made) return directory;
  throw IndexError(IndexFault::io, directory,
                   fmt::format("{}: cannot be made ({})", directory.string(),
                               error ? error.message() : "it is there already"));
}

}  // namespace

SegmentWriter::SegmentWriter(const std::filesystem::path& directory)
    : directory_(created(directory)),
      articles_(directory_),
      texts_(directory / "texts"),
      tokens_(directory / "tokens") {}

SegmentWriter::~SegmentWriter() {
  if (!seal_.empty()) return;
  std::error_code ignored;  // the next writer sweeps what stays
  std::filesystem::remove_all(directory_, ignored);
}

bool SegmentWriter::add(const IndexedArticle& article, const std::stop_token& stop) {
  add_document(article);
  columns_.article_lengths.push_back(std::accumulate(counts_.begin(), counts_.end(), 0U));
  map_vocabulary(article);
  add_text(article);
  if (stop.stop_requested()) return false;
  add_columns(article);
  const auto add_columns_of = [this](const Event& event) { add_event_columns(event); };
  if (!add_tokens_and_events(article, stop, add_columns_of)) return false;
  ++article_count_;
  return true;
}

void SegmentWriter::begin_merging(const Segment& segment) {
  merged_ = &segment;
  merger_ = std::make_unique<ColumnMerger>(segment.columns(), columns_);
  if (!segment.has_removed()) articles_.append(segment.directory());
  add_words(segment);
}

void SegmentWriter::add_from(std::uint32_t article, const IndexedArticle& restored) {
  if (merged_->has_removed()) add_document(restored);
  map_vocabulary(restored);
  add_text(restored);
  merger_->take_article({article, article_count_});
  auto event = merged_->events_of(article).begin;
  add_tokens_and_events(restored, {}, [&](const Event& /*restored*/) {
    merger_->take_event({event++, event_count_});
  });
  ++article_count_;
}

// Leaves the weights of its words in counts_.
void SegmentWriter::add_document(const IndexedArticle& article) {
  articles_.add(article_document(article, counts_), article.text.size());
}

void SegmentWriter::map_vocabulary(const IndexedArticle& article) {
  term_ids_.clear();
  for (const auto& term : article.vocabulary) term_ids_.push_back(columns_.terms.id(term));
  for (const auto& [word, term] : article.words) add_word(word, term_ids_[term]);
}

void SegmentWriter::add_word(std::string_view word, std::uint32_t term) {
  if (columns_.words.id(word) == columns_.word_terms.size()) columns_.word_terms.push_back(term);
}

// A merge meets the words of a segment no more, only their terms.
void SegmentWriter::add_words(const Segment& segment) {
  for (std::uint32_t word = 0; word < segment.words.size(); ++word) {
    add_word(segment.words.text(word),
             columns_.terms.id(segment.terms.text(segment.term_of_word(word))));
  }
}

void SegmentWriter::add_text(const IndexedArticle& article) {
  texts_.write(article.text);
  text_bytes_ = texts_.size();
  columns_.text_offsets.push_back(text_bytes_);
  columns_.meta_bytes += to_json(article.meta);
  columns_.meta_offsets.push_back(columns_.meta_bytes.size());
}

void SegmentWriter::add_columns(const IndexedArticle& article) {
  ColumnBuilders& to = columns_;
  to.ids.add_list(article.meta.id);
  to.titles.add_list(article.meta.title);
  to.publications.push_back(to_day_range(article.meta.published));
  to.article_extractors.push_back(number(to.extractors, article.extractor));
  to.blocks.add_list(article.blocks);
  to.pages.add(article_count_, article.page_starts);
  add_mentions(article);
  for (const auto code : article.about) to.article_about.values.push_back(pack_country(code));
  to.article_about.end_list();
  for (const auto code : article.subjects) to.article_subjects.values.push_back(pack_country(code));
  to.article_subjects.end_list();
  for (const auto& author : article.meta.authors)
    to.article_authors.values.push_back(to.authors.id(author));
  to.article_authors.end_list();
  to.article_dates.add_list(dates_of(article));
}

void SegmentWriter::add_mentions(const IndexedArticle& article) {
  ColumnBuilders& to = columns_;
  for (const Mention& mention : article.mentions) {
    MentionRow row;
    row.span = mention.span;
    row.kind = mention.kind;
    row.rule = number(to.rules, mention.rule);
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
        row.value = number(to.organizations, mention.organization);
        to.article_organizations.values.push_back(row.value);
        break;
      case MentionKind::person: {
        const auto person = to.persons.id(mention.person);
        set_person(row, person, mention.proof);
        if (mention.acts_for_country()) row.value = pack_country(mention.country);
        to.article_persons.values.push_back(person);
        break;
      }
    }
    to.mentions.values.push_back(row);
  }
  to.mentions.end_list();
  to.article_countries.end_sorted_list();
  to.article_organizations.end_sorted_list();
  to.article_persons.end_sorted_list();
}

// `add_columns` adds the columns of an event that a merge takes over. @return false once a stop is
// requested.
template <typename AddColumns>
bool SegmentWriter::add_tokens_and_events(const IndexedArticle& article,
                                          const std::stop_token& stop, AddColumns add_columns) {
  encoder_.clear();
  std::vector<std::pair<std::uint64_t, std::uint32_t>>
      starts;  // of each token: offset in the stream, base
  starts.reserve(article.tokens.size() + 1);
  for (const ArticleToken& token : article.tokens) {
    if (starts.size() % kTokensBetweenStops == 0 && stop.stop_requested()) return false;
    starts.emplace_back(encoder_.size(), encoder_.base());
    encoder_.add({term_ids_[token.term], token.span});
  }
  starts.emplace_back(encoder_.size(), encoder_.base());
  counts_.assign(article.vocabulary.size(), 0);
  for (const Event& event : article.events) {
    const auto& [offset, base] = starts[event.first_token];
    add_event_postings(article, event);
    add_event_row(event, tokens_.size() + offset, base);
    add_columns(event);
    ++event_count_;
  }
  columns_.article_events.push_back(event_count_);
  tokens_.write(encoder_.bytes());
  columns_.token_offsets.push_back(tokens_.size());
  return true;
}

void SegmentWriter::add_event_postings(const IndexedArticle& article, const Event& event) {
  used_.clear();
  for (std::uint32_t i = 0; i < event.token_count; ++i) {
    const auto term = article.tokens[event.first_token + i].term;
    if (counts_[term]++ == 0) used_.push_back(term);
  }
  for (const auto term : used_) {
    columns_.event_postings.add(term_ids_[term], event_count_, counts_[term]);
    counts_[term] = 0;
  }
  const auto add = [&](std::string_view prefix, std::string_view value) {
    std::string term{prefix};
    term += value;
    columns_.event_postings.add(columns_.terms.id(term), event_count_, 1);
  };
  for (const auto code : event.countries) add(kCountryPrefix, code.view());
  for (const auto& name : event.organizations) add(kOrganizationPrefix, name);
}

void SegmentWriter::add_event_row(const Event& event, std::uint64_t tokens,
                                  std::uint32_t token_base) {
  columns_.event_articles.push_back(article_count_);
  EventRow row;
  row.span = event.span;
  row.date_span = event.date_span;
  row.tokens = tokens;
  row.token_count = event.token_count;
  row.token_base = token_base;
  row.block = event.block;
  row.hash = event.hash;
  row.occurrence = event.occurrence;
  row.flags = date_flags(event.date);
  columns_.event_rows.push_back(row);
}

void SegmentWriter::add_event_columns(const Event& event) {
  ColumnBuilders& to = columns_;
  to.event_day_ranges.push_back(to_day_range(event.date.days));
  to.event_precisions.push_back(event.date.precision);
  to.event_origins.push_back(event.origin);
  to.event_lengths.push_back(event.token_count);
  for (const auto code : event.countries) to.event_countries.values.push_back(pack_country(code));
  to.event_countries.end_list();
  for (const auto& name : event.organizations)
    to.event_organizations.values.push_back(number(to.organizations, name));
  to.event_organizations.end_sorted_list();
  for (const auto& source : event.sources) to.event_sources.values.push_back(to.sources.id(source));
  to.event_sources.end_list();
  for (const auto& name : event.persons) to.event_persons.values.push_back(to.persons.id(name));
  to.event_persons.end_sorted_list();
  for (const auto code : event.acting) to.event_acting.values.push_back(pack_country(code));
  to.event_acting.end_list();
}

bool SegmentWriter::finish(const std::stop_token& stop) {
  if (!seal_.empty()) return true;
  articles_.finish();
  texts_.finish();
  tokens_.finish();
  ColumnWriter file;
  columns_.write(file);
  if (stop.stop_requested()) return false;
  file.write(directory_ / "columns");
  if (stop.stop_requested()) return false;
  auto seal = seal_segment(directory_);
  check_whole(seal);
  if (stop.stop_requested()) return false;
  sync_tree(directory_);
  seal_ = std::move(seal);
  return true;
}

// Makes sure that readers will find all that was written: what this segment is a copy of, is
// removed when it is published.
void SegmentWriter::check_whole(const std::string& seal) const {
  try {
    const Segment segment(directory_.parent_path().parent_path(),
                          {directory_.filename().string(), article_count_, event_count_, {}, seal});
    const auto sums = read_checksums(directory_, seal);
    const bool has_all = std::all_of(kFiles.begin(), kFiles.end(), [&](std::string_view name) {
      return std::any_of(sums.begin(), sums.end(),
                         [&](const FileChecksum& sum) { return sum.name == name; });
    });
    if (has_all && segment.open_articles().article_count() == article_count_) return;
  } catch (const IndexError& error) {
    pass_over_damage(error);  // nobody has seen it yet
  }
  throw IndexError(IndexFault::io, directory_,
                   fmt::format("{}: is not as it was written; the index stays as it was, try again",
                               directory_.string()));
}

SegmentEntry SegmentWriter::entry() const {
  return {directory_.filename().string(), article_count_, event_count_, {}, seal_};
}

}  // namespace dateline
