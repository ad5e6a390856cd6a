#include "searcher/match/document_named.h"

namespace dateline {

std::optional<DocumentRef> document_named(const Snapshot& snapshot, std::string_view id) {
  const Finder finder(snapshot);
  if (auto document = finder.document(id)) return document;
  const auto mark = id.rfind('#');
  if (mark == std::string_view::npos || id.size() - mark - 1 < kFewestDigits) return std::nullopt;
  const auto article = finder.article(id.substr(0, mark));
  if (!article) return std::nullopt;
  std::optional<DocumentRef> found;
  const Segment& segment = snapshot.segment(article->segment);
  const auto [begin, end] = segment.events_of(article->ordinal);
  for (auto event = begin; event < end; ++event) {
    if (!segment.event_id(event).starts_with(id)) continue;
    if (found) return std::nullopt;
    found = DocumentRef{DocumentKind::event, {article->segment, event}};
  }
  return found;
}

}  // namespace dateline
