#include "searcher/match/posting_lists.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace dateline {

PostingLists::PostingLists(const Segment& segment)
    : segment_(segment), articles_(segment.open_articles()) {}

const PostingList& PostingLists::get(const std::string& term, DocumentKind kind) {
  Lists& lists = kind == DocumentKind::article ? of_articles_ : of_events_;
  if (const auto found = lists.find(term); found != lists.end()) return found->second;
  auto list = kind == DocumentKind::article ? read_articles(term) : read_events(term);
  if (kept_ + list.documents.size() > kMaxKept) return passing_ = std::move(list);
  kept_ += list.documents.size();
  return lists.emplace(term, std::move(list)).first->second;
}

PostingList PostingLists::read_articles(const std::string& term) const {
  auto read = articles_.postings(term);
  const auto total =
      std::accumulate(read.frequencies.begin(), read.frequencies.end(), std::uint64_t{0});
  return {std::move(read.articles), std::move(read.frequencies), total};
}

PostingList PostingLists::read_events(const std::string& term) const {
  PostingList list;
  const auto number = segment_.terms.find(term);
  if (!number) return list;
  const auto size = std::min(segment_.event_postings.count(*number), segment_.event_count());
  list.documents.resize(size);
  list.frequencies.resize(size);
  std::size_t read = 0;
  segment_.event_postings.for_each(*number, [&](std::uint32_t event, std::uint32_t frequency) {
    if (event >= segment_.event_count() || read == size) return;  // only in a damaged index
    list.documents[read] = event;
    list.frequencies[read++] = frequency;
    list.total += frequency;
  });
  list.documents.resize(read);
  list.frequencies.resize(read);
  return list;
}

std::uint32_t PostingLists::document_frequency(const std::string& term, DocumentKind kind) const {
  if (kind == DocumentKind::article) return articles_.frequency(term);
  const auto number = segment_.terms.find(term);
  return number ? segment_.event_postings.count(*number) : 0;
}

std::uint64_t PostingLists::total_length(DocumentKind kind) {
  if (kind == DocumentKind::article) return articles_.total_length();
  if (!events_length_) {
    const auto lengths = segment_.lengths(DocumentKind::event);
    events_length_ = std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0});
  }
  return *events_length_;
}

std::vector<std::string> PostingLists::article_terms(std::string_view prefix,
                                                     const std::string& first,
                                                     std::string_view last) const {
  return articles_.terms(prefix, first, last);
}

void PostingLists::forget() {
  of_articles_.clear();
  of_events_.clear();
  kept_ = 0;
}

std::vector<PostingLists> open_lists(const Snapshot& snapshot) {
  std::vector<PostingLists> lists;
  lists.reserve(snapshot.segment_count());
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s)
    lists.emplace_back(snapshot.segment(s));
  return lists;
}

}  // namespace dateline
