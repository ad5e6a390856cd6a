// Answers that list hits, and counts of them.
#include <algorithm>
#include <memory>
#include <utility>

#include "presenter/facets_presenter.h"
#include "presenter/proof_presenter.h"
#include "presenter/search_pieces.h"
#include "presenter/search_presenter.h"
#include "searcher/facet/rare_facets.h"
#include "server/api/answers.h"

namespace dateline {
namespace {

constexpr std::size_t kHitsAPiece = 128;

// Hits that are read while they are sent. Members are destroyed in the reverse order: what refers to
// the reader goes first.
struct HitStream {
  HitStream(ApiCall&& asked, FilledRequest&& filled, UnderstoodMatches&& understood)
      : call{std::move(asked)},
        request{std::move(filled.request)},
        found{std::move(understood)},
        count{found.matches.hit_count()},
        pieces{call.format, request, found.summary, count, {}} {}

  std::string next() {
    if (has_ended) return {};
    std::string piece = std::exchange(has_begun, true) ? std::string{} : pieces.before();
    for (const auto& hit : found.matches.hits(given, kHitsAPiece)) piece += pieces.hit(hit);
    given = std::min(count, given + kHitsAPiece);
    if (given < count) return piece;
    has_ended = true;
    return piece + pieces.after() + complete_line(call.format, count);
  }

  // Where the next page is; empty at the end.
  [[nodiscard]] std::string link_onward() const {
    const auto all = found.summary.different.value_or(found.summary.total);
    const auto end = std::uint64_t{request.offset} + count;
    if (count == 0 || end >= all) return {};
    return next_link(call, "offset", std::to_string(end));
  }

  ApiCall call;
  SearchRequest request;
  UnderstoodMatches found;
  std::size_t count;
  SearchPieces pieces;
  std::size_t given = 0;
  bool has_begun = false;
  bool has_ended = false;
};

HttpResponse hits_response(ApiCall&& call, FilledRequest&& filled, UnderstoodMatches&& found) {
  auto stream = std::make_shared<HitStream>(std::move(call), std::move(filled), std::move(found));
  const auto link = stream->link_onward();
  auto response = pieces_response(stream->call.format, [stream] { return stream->next(); });
  if (!link.empty()) response.set("Link", link);
  return response;
}

// Lines of hits have no place for counts.
bool has_counts(const ApiCall& call) {
  return !call.parameters.flag("no-facets") && !is_records(call.format);
}

CallForm form_of_hits(const ApiCall& call) {
  CallForm form;
  form.counted = has_counts(call) ? CountedFacets::usual : CountedFacets::none;
  return form;
}

HttpResponse answer_why(ApiCall& call, FilledRequest&& filled) {
  const auto choice = facet_choice(call.parameters.text("why"), "why");
  auto& request = filled.request;
  request.selections.push_back(choice.selection);
  const auto matches = call.reader->searcher().match(request);
  const auto& [facet, condition] = choice.selection;
  const auto proofs = matches.prove(facet, condition);
  return response_of(Format::json, present(ProofsAnswer{facet, choice.value, matches.total(),
                                                        proofs, request.kind},
                                           Format::json, {}));
}

HttpResponse answer_hits(ApiCall&& call, CallForm form) {
  auto filled = read_call(call.parameters, form);
  if (call.parameters.value("why")) return answer_why(call, std::move(filled));
  if (!has_counts(call)) filled.request.facets.clear();
  auto found = call.reader->understanding().match(filled.request);
  return hits_response(std::move(call), std::move(filled), std::move(found));
}

}  // namespace

HttpResponse answer_search(ApiCall&& call) {
  const auto form = form_of_hits(call);
  return answer_hits(std::move(call), form);
}

HttpResponse answer_events(ApiCall&& call) {
  auto form = form_of_hits(call);
  form.events = true;
  return answer_hits(std::move(call), form);
}

HttpResponse answer_similar(ApiCall&& call) {
  auto form = form_of_hits(call);
  form.similar_to = call.parameters.text("id");
  form.kind = required_kind(call.reader->searcher(), form.similar_to);
  form.allows_everything = true;
  auto filled = read_call(call.parameters, form);
  if (!has_counts(call)) filled.request.facets.clear();
  auto matches = call.reader->searcher().match(filled.request);
  auto summary = matches.summary();
  return hits_response(std::move(call), std::move(filled),
                       {std::move(matches), std::move(summary)});
}

HttpResponse answer_facets(ApiCall&& call) {
  CallForm form;
  form.allows_everything = true;
  form.counted = CountedFacets::all;
  auto filled = read_call(call.parameters, form);
  if (call.parameters.value("why")) return answer_why(call, std::move(filled));
  filled.request.limit = 0;
  auto result = call.reader->understanding().search(filled.request);
  if (!call.parameters.value("facet")) leave_out_rare(result.facets);
  return response_of(call.format, present(FacetsAnswer{filled.request, result}, call.format, {}));
}

}  // namespace dateline
