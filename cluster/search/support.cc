#include "cluster/search/support.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "searcher/query/unsupported_error.h"

namespace dateline {
namespace {

struct Refusal {
  bool (*is_asked)(const SearchRequest& request);
  std::string_view sentence;
};

constexpr std::string_view kOnAnIndex = "an index on this machine alone answers it: give --index";

constexpr std::array kRefusals{
    Refusal{[](const SearchRequest& request) { return !request.similar_to.empty(); },
            "what is like a document is not looked for in a cluster"},
    Refusal{[](const SearchRequest& request) { return request.expand; },
            "a cluster does not expand queries with the words of the first hits"},
    Refusal{[](const SearchRequest& request) {
              return request.fold && request.kind == DocumentKind::event;
            },
            "a cluster does not fold events that tell the same"},
};

std::string_view sentence_of(ClusterWish wish) noexcept {
  switch (wish) {
    case ClusterWish::explain:
      return "a cluster does not explain its ranks; an index on this machine does: give --index";
    case ClusterWish::fold:
      return "a cluster does not fold events that tell the same; an index on this machine alone "
             "answers it: give --index";
    case ClusterWish::far_hits:
      return "a cluster ranks the first 10,000 hits; narrow the query, or sort by date";
    case ClusterWish::many_words:
      return "the query has more words, with their other names, than the 1,000 that a cluster "
             "takes; "
             "give fewer";
    case ClusterWish::many_expansions:
      return "a prefix of the query begins more than 60,000 words of the cluster's archive; write "
             "more of its letters";
    case ClusterWish::many_phrases:
      return "more than 60,000 documents of the cluster's archive have a phrase that repeats a "
             "word "
             "at a distance; write it without the distance";
  }
  return {};
}

}  // namespace

void require_supported(const SearchRequest& request) {
  for (const auto& refusal : kRefusals) {
    if (refusal.is_asked(request))
      throw UnsupportedError(fmt::format("{}; {}", refusal.sentence, kOnAnIndex));
  }
}

void refuse(ClusterWish wish) { throw UnsupportedError(std::string{sentence_of(wish)}); }

}  // namespace dateline
