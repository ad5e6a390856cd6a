// What all pages are made from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "presenter/json_values.h"
#include "searcher/matches.h"
#include "server/api/problem.h"
#include "server/api/reader_pool.h"
#include "server/page/page_state.h"
#include "server/page/texts.h"

namespace dateline {

/// The values of a template.
using View = Json;

/// An object without members, with room for those of a page: an ordered one that grows copies all that
/// it holds.
[[nodiscard]] View page_values();

/// One page that is being made. What it refers to must outlive it.
struct PageCall {
  Reader& reader;
  const Texts& texts;
  const std::string& base;  ///< the path below which we are reached; no slash at its end
  std::string path;         ///< of the view: "/", "/timeline"
  PageState state;
  bool is_writing = false;  ///< a batch or a rebuild is under way

  /// The address of this view in another state.
  [[nodiscard]] std::string url(const PageState& other) const { return other.url(base + path); }
  /// The address of another view.
  [[nodiscard]] std::string url(std::string_view view, const PageState& other) const {
    return other.url(base + std::string{view});
  }
};

/// A request with its matches.
struct PageMatches {
  SearchRequest request;
  std::vector<std::string> warnings;
  UnderstoodMatches found;
};

/// "12,345 events", in words.
[[nodiscard]] std::string count_text(const Texts& texts, DocumentKind kind, std::uint64_t count);

/// The anchor of an event in its article: "e-6d8d648f".
[[nodiscard]] std::string event_anchor(std::string_view id);
/// The address of an article in the reader, or of an event at its place there.
[[nodiscard]] std::string reader_url(const std::string& base, std::string_view id);

/// The facets with their values as checkboxes, as facets.html shows them.
void add_facets(const PageCall& call, const PageMatches& matches, View& view);

/// The days spoken of as bars; null when there are none.
[[nodiscard]] View histogram_view(const PageCall& call, const PageMatches& matches);

/// Hits as results.html shows them. @param first the number of the first, from 1.
[[nodiscard]] View hits_view(const PageCall& call, const std::vector<Hit>& hits, std::size_t first);

/// Countries, organizations and the like of a hit, each with the address of its proof.
[[nodiscard]] View chips_view(const PageCall& call, const Hit& hit);
/// A text as pieces, some of them marked. @param from the byte where it begins.
[[nodiscard]] View snippet_view(const Snippet& snippet, std::size_t from = 0);
/// The bytes of an event's text that only say its date, which is shown before it.
[[nodiscard]] std::size_t dated_head(const Hit& hit, std::string_view text) noexcept;
/// Where an event stands: title, section, publication.
[[nodiscard]] std::string source_text(const PageCall& call, const Hit& hit);
/// "to the month": how precise a date is; empty for a day.
[[nodiscard]] std::string vagueness(const PageCall& call, const HitDate& date);

/// Links to everything that the state asks for, in other formats.
[[nodiscard]] View exports_view(const PageCall& call, std::string_view endpoint,
                                const std::vector<std::string_view>& formats);

/// What is wrong with the request, as message.html shows it. @param is_writing as in PageCall.
[[nodiscard]] View problem_view(const Texts& texts, const RequestProblem& problem,
                                const PageState& state, bool is_writing);

/// Values that layout.html names: title, form, tabs, what the index holds.
void add_layout(const PageCall& call, std::string_view title, View& view);

/// Notices and suggestions, as message.html shows them.
void add_notices(const PageCall& call, const PageMatches& matches, View& view);

}  // namespace dateline
