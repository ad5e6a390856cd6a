#include "cluster/store/document_sender.h"

#include <utility>

namespace dateline {

DocumentSender::DocumentSender(StoreClient& client, const TargetIndices& target,
                               DocumentReader& reader, std::uint64_t generation)
    : reader_(reader),
      generation_(generation),
      events_(client, target.events, [this](const BulkRefusal& one) { note_refusal(one); }),
      articles_(client, target.articles, [this](const BulkRefusal& one) { note_refusal(one); }) {}

DocumentStamp DocumentSender::stamp() noexcept {
  // What a later generation adds comes behind all of this one.
  constexpr unsigned kBitsOfNumber = 32;
  return {generation_, (generation_ << kBitsOfNumber) + sent_++};
}

void DocumentSender::add(Location article, OrdinalRange events) {
  const auto owner = static_cast<DocumentOwner>(ids_.size());
  const auto document = reader_.article(article);
  ids_.push_back(document.inherited.meta.id);
  articles_.add(document, document.inherited.meta.id, stamp(), owner);
  for (auto i = events.begin; i < events.end; ++i) {
    const auto event = reader_.event({article.segment, i});
    events_.add(event, event.id, stamp(), owner);
    if (events_.bytes() >= BulkWriter::kRequestBytes) events_.flush();
  }
  if (events_.bytes() + articles_.bytes() >= BulkWriter::kRequestBytes) finish();
}

void DocumentSender::finish() {
  events_.flush();
  articles_.drop_if([this](DocumentOwner owner) { return refused_.contains(ids_[owner]); });
  articles_.flush();
  ids_.clear();
}

void DocumentSender::note_refusal(const BulkRefusal& refusal) {
  refused_.emplace(ids_[refusal.owner], refusal.reason);
}

}  // namespace dateline
