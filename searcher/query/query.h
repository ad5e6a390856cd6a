// What a query is, once it has been read: a tree of conditions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/document_kind.h"
#include "index/rows.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "language/error.h"
#include "language/span.h"

namespace dateline {

/// A query that cannot be understood. The message names the piece and what to do about it; `offset`
/// and `piece` point into the query as typed, so that a caret can be put under it.
class QueryError : public Error {
 public:
  QueryError(const std::string& message, std::size_t offset, std::string piece)
      : Error(message), offset_(offset), piece_(std::move(piece)) {}
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }  ///< in bytes
  [[nodiscard]] const std::string& piece() const noexcept { return piece_; }

 private:
  std::size_t offset_;
  std::string piece_;
};

/// Where words are looked for.
enum class TextField : std::uint8_t {
  any,  ///< title, headings and text together
  title,
  heading,
  author,
  text,  ///< the body: neither title nor headings
};

/// How a date must lie to an interval that is asked for.
enum class DateMode : std::uint8_t {
  overlaps,  ///< they share a day
  within,    ///< the date lies in the interval
  contains,  ///< the interval lies in the date
};

/// One condition of a query. A tree of these is a query; it owns everything, and copies freely.
struct QueryNode {
  enum class Kind : std::uint8_t {
    all,      ///< every child matches (AND; words side by side)
    any,      ///< at least one child matches (OR)
    exclude,  ///< its one child does not match (NOT, -)
    word,     ///< `text` in `field`
    phrase,   ///< the words of `text` in `field`: side by side and in order, or with `slop` in any
              ///< order with at most so many other words among them
    prefix,   ///< a word that begins with `text` in `field`
    country,  ///< mentions one of `countries` (every one, when `match_all`)
    about,    ///< the article is about one of `countries` (every one, when `match_all`)
    pair,     ///< an event of both `countries`, sorted; an article about both
    region,   ///< mentions a country of the region `text` (an id of language/countries/region.h)
    organization,  ///< mentions the organization `text` (its short name)
    date,  ///< speaks of a date that lies to `interval` as `mode` says, no coarser than `coarsest`
    published,  ///< its publication period overlaps `interval`
    origin,     ///< an event of this `origin`
    id,  ///< the article or the event of the id `text`; an article's events, an event's article
  };

  Kind kind = Kind::all;
  Span source;       ///< where it stands in the query as typed, bytes
  std::string text;  ///< word, phrase, prefix: as typed, quotes left out; a filter's value
  TextField field = TextField::any;
  std::uint32_t slop = 0;
  std::vector<QueryNode>
      children;  ///< all, any: two or more (a parser never makes fewer); exclude: one
  std::vector<CountryCode> countries;
  bool match_all = false;
  DateInterval interval{kFirstDay, kLastDay};
  DateMode mode = DateMode::overlaps;
  Precision coarsest = Precision::century;
  EventOrigin origin = EventOrigin::chronology;
};

/// What the parser makes of a line.
struct ParsedQuery {
  std::optional<QueryNode> root;      ///< nullopt: nothing but `kind:` or nothing at all
  std::optional<DocumentKind> kind;   ///< from `kind:`
  std::vector<std::string> warnings;  ///< "the quote at 12 was not closed; read to the end"
};

/// The names of DateMode, in order.
inline constexpr std::array<std::string_view, 3> kDateModeNames{"overlaps", "within", "contains"};
[[nodiscard]] constexpr std::string_view date_mode_name(DateMode mode) noexcept {
  return kDateModeNames[static_cast<std::size_t>(mode)];
}

/// Calls `visit` with each date of a tree, whatever it stands in.
template <typename Visit>
void for_each_date(QueryNode& node, Visit visit) {
  if (node.kind == QueryNode::Kind::date) visit(node);
  for (auto& child : node.children) for_each_date(child, visit);
}

/// "chronology", "prose", "log".
[[nodiscard]] constexpr std::string_view event_origin_name(EventOrigin origin) noexcept {
  switch (origin) {
    case EventOrigin::chronology:
      return "chronology";
    case EventOrigin::prose:
      return "prose";
    case EventOrigin::log:
      return "log";
  }
  return {};
}

}  // namespace dateline
