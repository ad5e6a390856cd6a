#include "cluster/search/cluster_hits.h"

#include <fmt/format.h>

#include "cluster/http/cluster_error.h"
#include "searcher/hit/hit_reader.h"
#include "searcher/hit/prover.h"
#include "searcher/match/condition.h"
#include "searcher/match/prefix.h"
#include "searcher/snippet_target.h"

namespace dateline {
namespace {

// An event's id is its article's id, `#` and a hash.
std::string article_of(const std::string& id, DocumentKind kind) {
  return kind == DocumentKind::article ? id : id.substr(0, id.rfind('#'));
}

}  // namespace

void ClusterHits::fetch(const std::vector<std::string>& ids) {
  std::vector<std::string> articles;
  articles.reserve(ids.size());
  for (const auto& id : ids) articles.push_back(article_of(id, read_.kind));
  copies_.fetch(articles);
}

DocumentRef ClusterHits::document(const std::string& id) const {
  const auto found = read_.kind == DocumentKind::article ? copies_.article(id) : copies_.event(id);
  if (!found) {
    throw ClusterError(ClusterFault::wrong, copies_.place(),
                       fmt::format("'{}' was found, and cannot be read: run 'dateline index "
                                   "--cluster --rebuild' on the machine that writes it",
                                   id));
  }
  return {read_.kind, *found};
}

// One request for all terms that snippets are weighed by, not one for each.
void ClusterHits::read_figures(const Snapshot& snapshot) {
  if (!read_.condition) return;
  std::vector<std::string> terms;
  for (const TextCondition* text : positive_texts(*read_.condition)) {
    if (text->form != TextForm::prefix) {
      terms.insert(terms.end(), text->terms.begin(), text->terms.end());
      continue;
    }
    for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
      const Segment& segment = snapshot.segment(s);
      for (const auto id : expand_prefix(segment, text->terms.front()))
        terms.emplace_back(segment.terms.text(id));
    }
  }
  statistics_.read(terms);
}

std::vector<Hit> ClusterHits::read(const std::vector<std::string>& ids) {
  std::vector<Hit> hits;
  if (ids.empty()) return hits;
  fetch(ids);
  const auto& snapshot = copies_.snapshot();
  read_figures(snapshot);
  const DocumentFrequencies frequencies{
      static_cast<std::uint64_t>(statistics_.documents()),
      [&](const std::string& term) { return statistics_.of(term).documents; }};
  std::vector<SnippetTarget> targets;
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s)
    targets.push_back(snippet_target(read_, std::nullopt, snapshot.segment(s), frequencies));
  for (const auto& id : ids) {
    const auto found = document(id);
    hits.push_back(read_hit(snapshot, found, targets[found.location.segment], analyzer_));
  }
  return hits;
}

std::vector<Proof> ClusterHits::prove(const std::vector<std::string>& ids, Facet facet,
                                      const QueryNode& value) {
  std::vector<Proof> proofs;
  if (ids.empty()) return proofs;
  fetch(ids);
  for (const auto& id : ids)
    proofs.push_back(prove_value(copies_.snapshot(), document(id), facet, value));
  return proofs;
}

}  // namespace dateline
