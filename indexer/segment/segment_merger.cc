#include "indexer/segment/segment_merger.h"

#include <fmt/format.h>

#include <unordered_map>

#include "index/content_hash.h"
#include "index/error.h"
#include "index/schema.h"
#include "index/segment_check.h"
#include "indexer/segment/segment_writer.h"
#include "language/words/analyzer.h"

namespace dateline {
namespace {

// A merge copies what it can: Xapian's documents where no article of a segment is removed, texts,
// and the columns, of which only the numbers of strings change. Token streams and posting lists
// hold such numbers everywhere, so they are decoded and written anew: for that, each article is
// restored as the indexer had it, and the writer that serves new articles writes it. Nothing is
// analysed or looked up again, besides the few words of titles and authors.

DateValue date_value(DayRange days, Precision precision, std::uint8_t flags) {
  return {to_interval(days), precision, (flags & kApproximate) != 0, (flags & kYearInferred) != 0};
}

// An article as the indexer had it, from what its segment keeps, as far as the writer needs it
// beside the columns that it takes over.
class ArticleRestorer {
 public:
  ArticleRestorer(const Segment& segment, Analyzer& analyzer)
      : segment_(segment), analyzer_(analyzer) {}

  /// @throws IndexError (missing) when the article is not what was indexed: a merge would vouch for
  /// it with new checksums.
  [[nodiscard]] IndexedArticle restore(std::uint32_t article) {
    result_ = {};
    vocabulary_.clear();
    next_token_ = 0;
    result_.meta = segment_.meta(article);
    result_.text = segment_.text(article);
    if (content_hash(result_.meta, result_.text) != result_.meta.hash) {
      throw IndexError(
          IndexFault::missing, {},
          fmt::format("article '{}' is damaged in the index, so that its segment cannot be merged: "
                      "see 'dateline check', and take it out with 'dateline remove'",
                      result_.meta.id));
    }
    if (segment_.has_removed()) restore_what_documents_need(article);
    restore_tokens(article);
    const auto events = segment_.events_of(article);
    for (auto event = events.begin; event < events.end; ++event) restore_event(event);
    restore_fields();
    return std::move(result_);
  }

 private:
  std::uint32_t vocabulary_id(std::string_view term) {
    const auto [found, added] = vocabulary_.try_emplace(
        std::string{term}, static_cast<std::uint32_t>(result_.vocabulary.size()));
    if (added) result_.vocabulary.emplace_back(term);
    return found->second;
  }

  void restore_tokens(std::uint32_t article) {
    auto cursor = segment_.article_tokens(article);
    for (StoredToken token; cursor.next(token);) {
      result_.tokens.push_back({vocabulary_id(segment_.terms.text(token.term)), token.span});
    }
  }

  void restore_what_documents_need(std::uint32_t article) {
    const auto blocks = segment_.blocks(article);
    result_.blocks.assign(blocks.begin(), blocks.end());
    result_.about = unpack_countries(segment_.article_about[article]);
    restore_mentions(article);
  }

  void restore_mentions(std::uint32_t article) {
    for (const MentionRow& row : segment_.mentions(article)) {
      Mention mention;
      mention.kind = row.kind;
      mention.span = row.span;
      switch (row.kind) {
        case MentionKind::date:
          mention.date = date_value(row.days, static_cast<Precision>(row.precision), row.flags);
          break;
        case MentionKind::country:
          mention.country = unpack_country(row.value);
          break;
        case MentionKind::organization:
          mention.organization = segment_.organizations.text(row.value);
          break;
        case MentionKind::person:
          mention.person = segment_.persons.text(person_number(row));
          break;
      }
      result_.mentions.push_back(std::move(mention));
    }
  }

  void restore_event(std::uint32_t ordinal) {
    const EventRow& row = segment_.event(ordinal);
    Event event;
    event.origin = segment_.origin(ordinal);
    event.span = row.span;
    event.date_span = row.date_span;
    event.date = date_value(segment_.days(ordinal), segment_.precision(ordinal), row.flags);
    event.countries = unpack_countries(segment_.event_countries[ordinal]);
    for (const auto name : segment_.event_organizations[ordinal])
      event.organizations.emplace_back(segment_.organizations.text(name));
    event.block = row.block;
    event.hash = row.hash;
    event.occurrence = row.occurrence;
    event.token_count = row.token_count;
    // The stream does not number its tokens: the event's first is the first that begins inside it.
    while (next_token_ < result_.tokens.size() &&
           result_.tokens[next_token_].span.begin < row.span.begin) {
      ++next_token_;
    }
    event.first_token = next_token_;
    if (event.token_count > result_.tokens.size() - next_token_) {
      throw IndexError(IndexFault::missing, {},
                       "the words of an event are damaged in the index; see 'dateline check'");
    }
    result_.events.push_back(std::move(event));
  }

  void restore_fields() {
    for (const Token& token : analyzer_.analyze(result_.meta.title)) {
      result_.title_terms.push_back(vocabulary_id(token.term));
    }
    for (const auto& author : result_.meta.authors) {
      for (const Token& token : analyzer_.analyze(author)) {
        result_.author_terms.push_back(vocabulary_id(token.term));
      }
    }
  }

  const Segment& segment_;
  Analyzer& analyzer_;
  IndexedArticle result_;
  std::unordered_map<std::string, std::uint32_t> vocabulary_;
  std::uint32_t next_token_ = 0;
};

// A merge makes new checksums, which must not vouch for what has changed since the old ones. Damage
// of articles that are dropped does no harm.
void check_source(const std::filesystem::path& directory, const SegmentEntry& entry) {
  CheckReport report;
  SegmentCheck(directory, entry, report).run();
  for (const auto& damage : report.damages) {
    if (damage.article_count == 0) continue;
    throw IndexError(
        IndexFault::missing, segment_path(directory, entry.name),
        fmt::format("{}: {} {}, so that it cannot be merged; see 'dateline check'",
                    segment_path(directory, entry.name).string(), damage.file, damage.what));
  }
}

}  // namespace

std::optional<SegmentEntry> merge_segments(const Snapshot& snapshot,
                                           std::span<const std::size_t> which,
                                           const std::string& name, const std::stop_token& stop) {
  SegmentWriter writer(segment_path(snapshot.directory(), name));
  Analyzer analyzer(snapshot.manifest().language);
  std::uint64_t expected = 0;
  for (const auto s : which) {
    const Segment& segment = snapshot.segment(s);
    const auto& entry = snapshot.manifest().segments[s];
    check_source(snapshot.directory(), entry);
    expected += entry.articles - entry.removed.size();
    writer.begin_merging(segment);
    ArticleRestorer restorer(segment, analyzer);
    segment.live(DocumentKind::article).for_each([&](std::size_t i) {
      if (stop.stop_requested()) return;
      const auto article = static_cast<std::uint32_t>(i);
      writer.add_from(article, restorer.restore(article));
    });
  }
  if (stop.stop_requested()) return std::nullopt;
  if (writer.article_count() != expected) {
    throw IndexError(IndexFault::missing, segment_path(snapshot.directory(), name),
                     fmt::format("index {}: its segments do not hold as many articles as they say; "
                                 "see 'dateline check'",
                                 snapshot.directory().string()));
  }
  writer.finish();
  return writer.entry();
}

}  // namespace dateline
