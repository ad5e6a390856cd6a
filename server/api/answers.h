// What the endpoints of the API answer.
#pragma once

#include "server/api/call.h"
#include "server/http/message.h"

namespace dateline {

/// Ranked articles or events with facets; events alone; what is like an article or event.
/// @throws what problem_of() knows, like all of these.
[[nodiscard]] HttpResponse answer_search(ApiCall&& call);
[[nodiscard]] HttpResponse answer_events(ApiCall&& call);
[[nodiscard]] HttpResponse answer_similar(ApiCall&& call);
/// Counts alone.
[[nodiscard]] HttpResponse answer_facets(ApiCall&& call);
/// Events in the order of their days.
[[nodiscard]] HttpResponse answer_timeline(ApiCall&& call);
/// Which countries meet.
[[nodiscard]] HttpResponse answer_pairs(ApiCall&& call);
/// An article or event with its mentions, or, where `text` stands behind its id, its stored text.
[[nodiscard]] HttpResponse answer_article(ApiCall&& call);
/// Why a document ranks where it does.
[[nodiscard]] HttpResponse answer_explain(ApiCall&& call);
/// What the index holds.
[[nodiscard]] HttpResponse answer_info(ApiCall&& call);
/// How a query that is being typed may go on, and what is wrong with it so far.
[[nodiscard]] HttpResponse answer_suggest(ApiCall&& call);

/// The media type of a format: "application/json".
[[nodiscard]] std::string_view media_type(Format format) noexcept;
/// An answer whose body comes in pieces. What fits into one piece becomes a body of known length.
[[nodiscard]] HttpResponse pieces_response(Format format, BodyPieces pieces);
/// The article or event that `id` names, and which of both it is. @throws ProblemError (404).
[[nodiscard]] DocumentKind required_kind(const Searcher& searcher, const std::string& id);

}  // namespace dateline
