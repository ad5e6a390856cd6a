// Events in the order of their days.
#include <memory>
#include <utility>

#include "presenter/timeline_pieces.h"
#include "searcher/answers/timeline.h"
#include "server/api/answers.h"

namespace dateline {
namespace {

constexpr std::size_t kEntriesAPiece = 128;

// Entries that are read while they are sent. What refers to the reader is destroyed first.
struct TimelineStream {
  TimelineStream(ApiCall&& asked, TimelineRequest&& request)
      : call{std::move(asked)},
        reader{call.reader->archive().timeline(std::move(request))},
        pieces{call.format, reader.request(), reader.summary()} {}

  std::string next() {
    if (has_ended) return {};
    std::string piece = std::exchange(has_begun, true) ? std::string{} : pieces.before();
    const auto entries = reader.next(kEntriesAPiece);
    for (const auto& entry : entries) {
      piece += pieces.entry(entry);
      records += 1 + entry.same.size();
    }
    if (entries.size() == kEntriesAPiece) return piece;
    has_ended = true;
    return piece + pieces.after() + complete_line(call.format, records);
  }

  ApiCall call;
  TimelineReader reader;
  TimelinePieces pieces;
  std::size_t records = 0;
  bool has_begun = false;
  bool has_ended = false;
};

}  // namespace

HttpResponse answer_timeline(ApiCall&& call) {
  CallForm form;
  form.allows_everything = true;
  form.events = true;
  form.by = Bucket::month;
  form.limit = 0;
  auto search = read_call(call.parameters, form).request;
  TimelineRequest request;
  request.by = search.date_bucket;
  request.limit = search.limit;
  request.fold = search.fold;
  request.reverse = call.parameters.flag("reverse");
  request.cursor = call.parameters.text("cursor");
  request.search = std::move(search);
  auto stream = std::make_shared<TimelineStream>(std::move(call), std::move(request));
  auto response = pieces_response(stream->call.format, [stream] { return stream->next(); });
  if (const auto& next = stream->reader.summary().next; !next.empty())
    response.set("Link", next_link(stream->call, "cursor", next));
  return response;
}

}  // namespace dateline
