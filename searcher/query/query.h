// What a query is, once it has been read: a tree of conditions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "index/document_kind.h"
#include "index/rows.h"
#include "language/error.h"
#include "language/span.h"
#include "searcher/query/condition_tree.h"
#include "searcher/query/filter_condition.h"

namespace dateline {

/// A query that cannot be understood. The message names the piece and what to do about it; `offset`
/// and `piece` point into the query as typed, so that a caret can be put under it.
class QueryError : public Error {
 public:
  QueryError(const std::string& message, std::size_t offset, std::string piece,
             std::string instead = {})
      : Error(message), offset_(offset), piece_(std::move(piece)), instead_(std::move(instead)) {}
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }  ///< in bytes
  [[nodiscard]] const std::string& piece() const noexcept { return piece_; }
  /// What was perhaps meant, to be written in place of the piece; empty: nothing is near.
  [[nodiscard]] const std::string& instead() const noexcept { return instead_; }

 private:
  std::size_t offset_;
  std::string piece_;
  std::string instead_;
};

/// Where words are looked for.
enum class TextField : std::uint8_t {
  any,  ///< title, headings and text together
  title,
  heading,
  author,
  text,  ///< the body: neither title nor headings
};

/// How a text is looked for.
enum class TextForm : std::uint8_t {
  word,
  phrase,  ///< its words side by side and in order; with `slop` in any order, with at most so many
           ///< other words among them
  prefix,  ///< a word that begins with it
};

/// A word, phrase or prefix as typed, quotes and star left out.
struct QueryText {
  TextForm form = TextForm::word;
  std::string text;
  TextField field = TextField::any;
  std::uint32_t slop = 0;  ///< of a phrase
};

/// One condition of a query. A tree of these is a query; it owns everything, and copies freely.
/// A parser makes no group `all` or `any` of fewer than two, and no tree deeper than its limit
/// (QueryLimits): whoever walks a tree may recurse.
struct QueryNode {
  std::variant<AllOf<QueryNode>, AnyOf<QueryNode>, Exclude<QueryNode>, QueryText, FilterCondition>
      form;
  Span source;  ///< where it stands in the query as typed, bytes
};

/// What the parser makes of a line.
struct ParsedQuery {
  std::optional<QueryNode> root;      ///< nullopt: nothing but `kind:` or nothing at all
  std::optional<DocumentKind> kind;   ///< from `kind:`
  std::vector<std::string> warnings;  ///< "the quote at 12 was not closed; read to the end"
};

/// Whether it is a single word that is looked for anywhere.
[[nodiscard]] inline bool is_bare_word(const QueryNode& node) noexcept {
  const auto* text = get_if<QueryText>(node);
  return text != nullptr && text->form == TextForm::word && text->field == TextField::any;
}

/// Calls `visit` with the days of each `date:` of a tree, whatever they stand in.
template <typename Node, typename Visit>
void for_each_date(Node& node, Visit visit) {
  for_each_part<FilterCondition>(node, [&](auto& filter) {
    if (filter.kind == FilterKind::date) visit(std::get<AskedDays>(filter.value));
  });
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
