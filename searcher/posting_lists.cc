#include "searcher/posting_lists.h"

#include <utility>

namespace dateline {

PostingLists::PostingLists(const Segment& segment)
    : segment_(segment),
      articles_(segment.open(DatabaseKind::articles)),
      events_(segment.open(DatabaseKind::events)) {}

const PostingList& PostingLists::get(const std::string& term, DatabaseKind kind) {
  Lists& lists = kind == DatabaseKind::articles ? of_articles_ : of_events_;
  if (const auto found = lists.find(term); found != lists.end()) return found->second;
  auto list = read(term, kind);
  if (kept_ + list.documents.size() > kMaxKept) return passing_ = std::move(list);
  kept_ += list.documents.size();
  return lists.emplace(term, std::move(list)).first->second;
}

PostingList PostingLists::read(const std::string& term, DatabaseKind kind) const {
  PostingList list;
  const auto size = database(kind).get_termfreq(term);
  list.documents.reserve(size);
  list.frequencies.reserve(size);
  const auto count = segment_.count(kind);
  const auto end = database(kind).postlist_end(term);
  for (auto it = database(kind).postlist_begin(term); it != end; ++it) {
    if (*it > count) break;  // only in a damaged index
    list.documents.push_back(*it - 1);
    list.frequencies.push_back(it.get_wdf());
  }
  return list;
}

std::uint32_t PostingLists::document_frequency(const std::string& term, DatabaseKind kind) const {
  return database(kind).get_termfreq(term);
}

std::uint64_t PostingLists::total_length(DatabaseKind kind) const {
  return database(kind).get_total_length();
}

void PostingLists::forget() {
  of_articles_.clear();
  of_events_.clear();
  kept_ = 0;
}

}  // namespace dateline
