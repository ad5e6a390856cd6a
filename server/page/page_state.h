// The state of a page, which is its URL and nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/facet.h"
#include "server/api/call.h"
#include "server/http/request_target.h"

namespace dateline {

/// What the page's URL says: the API's parameters, and those that say how it is shown:
///
///   all=country        the selected values of this facet must all hold, not any of them
///   open=region        this facet shows its values, though it is not usual
///   more=country       all its values
///   find-country=jap   those with this in them
///   share              the histogram shows shares of the archive
///   order=name         of the countries of the matrix of pairs
///   tellings           a timeline shows every telling of an event
///
/// A parameter with an empty value is none. Values that a form sends may stand beside each other; the
/// canonical form drops what says nothing and keeps the order of names fixed, so that alike states have
/// one URL.
class PageState {
 public:
  PageState() = default;
  /// @throws ProblemError for a name that no page has.
  explicit PageState(const Parameters& given);

  [[nodiscard]] const Parameters& parameters() const noexcept { return parameters_; }
  /// Whether the parameters that were given are the canonical ones.
  [[nodiscard]] bool was_canonical() const noexcept { return was_canonical_; }

  /// The last value of this name; empty: none.
  [[nodiscard]] std::string value(std::string_view name) const;
  [[nodiscard]] bool flag(std::string_view name) const { return !value(name).empty(); }
  [[nodiscard]] bool has(std::string_view name, std::string_view value) const noexcept;
  /// Whether there is any word or filter.
  [[nodiscard]] bool asks() const noexcept;

  /// The same with one name changed to this value; an empty one takes it away. Where a page began is
  /// forgotten (offset, cursor), since it was a page of another answer.
  [[nodiscard]] PageState with(std::string_view name, std::string_view value) const;
  /// The same with a value more, or less, of a name that may have several.
  [[nodiscard]] PageState and_with(std::string_view name, std::string_view value) const;
  [[nodiscard]] PageState without(std::string_view name, std::string_view value) const;
  /// Without what belongs to one view alone.
  [[nodiscard]] PageState shared() const;

  /// "q=treaty&country=RU"; empty when it says nothing.
  [[nodiscard]] std::string query() const { return to_query_string(parameters_); }
  /// `path`, and behind it the question mark and the query, where there is one.
  [[nodiscard]] std::string url(std::string_view path) const;

  /// What the API would be asked: without what says how it is shown, and without page and order where
  /// `for_export` holds.
  [[nodiscard]] Parameters api_parameters(bool for_export = false) const;

 private:
  void put_in_order();

  Parameters parameters_;
  bool was_canonical_ = true;
};

/// The filter that leaves a value of a facet out, in the query language: "-country:RU".
[[nodiscard]] std::string exclusion_of(std::string_view facet, std::string_view value);

}  // namespace dateline
