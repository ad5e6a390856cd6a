// A request from names and values, as a command line or a server has them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/error.h"
#include "searcher/query/request.h"

namespace dateline {

/// An unknown name, or a value that its name cannot have. The message writes names as the form
/// does.
class RequestFormError : public Error {
 public:
  using Error::Error;
};

/// Nothing is asked for: neither words nor a filter.
class EmptyRequestError : public RequestFormError {
 public:
  using RequestFormError::RequestFormError;
};

/// Of `limit`: as many as there are.
inline constexpr std::uint32_t kMaxHits = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t kMaxOffset = 1'000'000;  ///< of `offset`

/// What is counted when `facet` names nothing.
enum class CountedFacets : std::uint8_t {
  none,
  usual,  ///< those that show beside hits (FacetUse)
  all,
};

/// A request, and what is to be said about it.
struct FilledRequest {
  SearchRequest request;
  std::vector<std::string> warnings;  ///< of the query, for people
};

/// What a user has filled in, name by name. The names are those of the command line's options:
///
///   q                                  the query
///   phrases                            the query with phrases for words that were given together
///   country, region, …                 a filter (the facets' names; not date); several values of
///                                      one name are alternatives, joined in a value by , or & (or +)
///   from, to                           a day or a period: the first or the last day spoken of
///   date-mode, precision               hold for every date of the request
///   any, expand, events, fold          flags: the value does not matter
///   similar-to                         the id of an article or event
///   sort, limit, offset                how hits are listed
///   facet (again for more), by, top, match    what is counted
///   fit                                flag: by chooses itself by the span of what matches
///
/// When any other name is given twice, its last value holds. Values are checked by read() only.
class RequestForm {
 public:
  /// @param prefix stands before names in messages: "--" where they are options.
  explicit RequestForm(std::string_view prefix = {}) : prefix_(prefix) {}

  /// Fills in one value. @throws RequestFormError for a name that no form has.
  void set(std::string_view name, std::string_view value = {});
  /// The query; empty when there is none.
  [[nodiscard]] std::string_view query() const noexcept { return value_or_empty("q"); }

  /// Documents of this kind alone can be asked for: a query that says `kind:` otherwise is refused.
  void fix_kind(DocumentKind kind) noexcept { kind_ = kind; }
  /// Lets a request without words and filters ask for everything: read() refuses it otherwise.
  void allow_everything() noexcept { allows_everything_ = true; }
  void set_counted(CountedFacets facets) noexcept { counted_ = facets; }

  /// Called with a query's tree, where it has one, before the filters are added: to read dates
  /// among its words. Returns whether names among them have become filters
  /// (SearchRequest::has_read_names).
  using QueryRewriter = std::function<bool(QueryNode& query)>;

  /// The request. Linear in the values.
  /// @throws QueryError when the query cannot be understood; RequestFormError for a value that its
  /// name cannot have, or that contradicts another; EmptyRequestError.
  [[nodiscard]] FilledRequest read(const QueryRewriter& rewrite = {}) const;

 private:
  using Values = std::vector<std::string>;

  [[nodiscard]] const Values& values(std::string_view name) const noexcept;
  [[nodiscard]] const std::string* value(std::string_view name) const noexcept;
  [[nodiscard]] std::string_view value_or_empty(std::string_view name) const noexcept;
  [[nodiscard]] bool has(std::string_view name) const noexcept { return value(name) != nullptr; }
  [[nodiscard]] std::string shown(std::string_view name) const;
  [[noreturn]] void refuse_choice(std::string_view name, std::string_view value,
                                  std::span<const std::string_view> choices) const;
  template <typename Choice, std::size_t N>
  [[nodiscard]] Choice choice(std::string_view name, const std::array<std::string_view, N>& names,
                              Choice otherwise) const;
  [[nodiscard]] std::uint32_t number(std::string_view name, std::uint32_t otherwise,
                                     std::uint32_t max) const;

  [[nodiscard]] FilledRequest read_query() const;
  void add_filters(SearchRequest& request) const;
  void add_dates(SearchRequest& request) const;
  void set_date_mode(SearchRequest& request) const;
  void check(const SearchRequest& request) const;
  void set_listing(SearchRequest& request) const;
  void set_facets(SearchRequest& request) const;
  void set_match(SearchRequest& request) const;
  [[nodiscard]] DateInterval date(std::string_view name) const;

  std::string prefix_;
  std::map<std::string, Values, std::less<>> values_;
  std::optional<DocumentKind> kind_;
  CountedFacets counted_ = CountedFacets::none;
  bool allows_everything_ = false;
};

/// The condition of a filter's value that stands outside a query, where what joins values is `,`,
/// `&` or `+`, and quotes mean nothing.
/// @param field a field of the query language. @param shown the name that messages begin with.
/// @throws RequestFormError.
[[nodiscard]] QueryNode filter_of(std::string_view field, std::string_view value,
                                  std::string_view shown);

/// A facet and one of its values, as in "country:TR".
struct FacetChoice {
  Selection selection;
  std::string value;  ///< as typed
};
/// Reads one. @param shown the name that messages begin with. @throws RequestFormError.
[[nodiscard]] FacetChoice facet_choice(std::string_view text, std::string_view shown);

}  // namespace dateline
