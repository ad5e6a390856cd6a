// JSON of the values that several answers share.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "index/pages.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "language/span.h"
#include "searcher/answer.h"
#include "searcher/query/request.h"

namespace dateline {

struct ArticleMeta;

using Json = nlohmann::ordered_json;

/// Version of the JSON output's grammar: docs/output.md.
inline constexpr int kOutputSchema = 1;

/// {"first": "2001-02-19", "last": "2001-02-22"}
[[nodiscard]] Json interval_json(const DateInterval& interval);
/// The same; null for nullopt.
[[nodiscard]] Json interval_json(const std::optional<DateInterval>& interval);
/// An interval with precision, approximate, written.
[[nodiscard]] Json date_json(const HitDate& date);
/// ["CN", "RU"]
[[nodiscard]] Json countries_json(const std::vector<CountryCode>& countries);
/// [begin, end]
[[nodiscard]] Json span_json(Span span);
/// Puts `page` behind a span, and `last_page` where it goes on to a later page; nothing where the
/// text has no pages.
void add_pages(PageRange pages, Json& object);
/// Appends what an article says of itself: title, authors, published, published_source, language,
/// path, offsets_in; where known, what they came from: published_from (the words), title_source,
/// authors_source, language_source.
void add_description(const ArticleMeta& meta, Json& object);
/// The text; null when it is empty.
[[nodiscard]] Json text_or_null(const std::string& text);
/// A hit, without `schema`: Hit in docs/output.md.
[[nodiscard]] Json hit_json(const Hit& hit);
/// The facets of a search, a list: Facet in docs/output.md.
[[nodiscard]] Json facets_json(const SearchRequest& request, const SearchResult& result);
/// [{"kind", "label", "query"}]
[[nodiscard]] Json suggestions_json(const std::vector<Suggestion>& suggestions);
/// Indented, with a line end; bytes that are no UTF-8 (paths may have them) become U+FFFD, and what
/// would command a terminal (is_commanding()) is escaped.
[[nodiscard]] std::string dump(const Json& object);
/// The same on one line.
[[nodiscard]] std::string dump_line(const Json& object);

}  // namespace dateline
