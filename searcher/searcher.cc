#include "searcher/searcher.h"

#include <utility>

#include "index/snapshot.h"
#include "searcher/engine.h"
#include "searcher/explain/explanation.h"
#include "searcher/local_engine.h"
#include "searcher/query/request.h"
#include "searcher/spell/respelling.h"

namespace dateline {

Searcher::Searcher(const std::filesystem::path& index) : Searcher(Snapshot(index)) {}
Searcher::Searcher(Snapshot snapshot) : Searcher(make_local_engine(std::move(snapshot))) {}
Searcher::Searcher(std::unique_ptr<SearchEngine> engine) : engine_(std::move(engine)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

const Snapshot& Searcher::snapshot() const noexcept { return *engine_->snapshot(); }
const std::filesystem::path& Searcher::directory() const noexcept { return snapshot().directory(); }
const std::string& Searcher::language() const noexcept { return engine_->language(); }
std::string Searcher::state_name() const { return engine_->state_name(); }
std::string Searcher::place() const { return engine_->place(); }
bool Searcher::is_local() const noexcept { return engine_->snapshot() != nullptr; }

void Searcher::stop_when(const std::atomic<bool>* flag) noexcept { engine_->stop_when(flag); }

SearchResult Searcher::search(const SearchRequest& request) const {
  return match(request).answer();
}

Matches Searcher::match(const SearchRequest& request) const {
  return Matches(engine_->match(request));
}

Respelling Searcher::respell(const QueryNode& query, DocumentKind kind) const {
  return engine_->respell(query, kind);
}

std::optional<DateInterval> Searcher::days_of(FilterKind kind) const {
  return engine_->days_of(kind);
}

std::optional<DocumentKind> Searcher::kind_of(std::string_view id) const {
  return engine_->kind_of(id);
}

std::optional<Explanation> Searcher::explain(const SearchRequest& request,
                                             std::string_view id) const {
  return engine_->explain(request, id);
}

}  // namespace dateline
