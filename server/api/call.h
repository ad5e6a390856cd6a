// One request to the API: what it asks for, and what answers it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "presenter/formats.h"
#include "searcher/query/request_form.h"
#include "server/api/parameter_table.h"
#include "server/api/problem.h"
#include "server/api/reader_pool.h"
#include "server/http/request_target.h"

namespace dateline {

/// Values of parameters, by name.
class CallParameters {
 public:
  CallParameters() = default;
  /// @throws ProblemError for a name that none of the groups has.
  CallParameters(Parameters given, unsigned groups);

  /// The last value of this name.
  [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const noexcept;
  [[nodiscard]] std::string text(std::string_view name) const {
    return std::string{value(name).value_or(std::string_view{})};
  }
  [[nodiscard]] bool flag(std::string_view name) const noexcept;
  [[nodiscard]] const Parameters& all() const noexcept { return given_; }
  /// All of them, with one changed or added at the end.
  /// All of them but one.
  [[nodiscard]] CallParameters without(std::string_view name) const;
  [[nodiscard]] Parameters with(std::string_view name, std::string_view value) const;

 private:
  Parameters given_;
};

/// How a request's parameters become a question.
struct CallForm {
  bool events = false;                          ///< events alone
  std::optional<DocumentKind> kind;             ///< of the article or event that is named
  std::string similar_to;                       ///< its id
  bool allows_everything = false;               ///< neither words nor filters are needed
  CountedFacets counted = CountedFacets::none;  ///< when none is named
  std::optional<Bucket> by;                     ///< unless it is named
  std::optional<std::uint32_t> top;
  std::optional<std::uint32_t> limit;
};

/// The question that parameters ask, as the command line asks it. @throws RequestFormError, QueryError.
[[nodiscard]] FilledRequest read_call(const CallParameters& parameters, const CallForm& how);

/// A request that is being answered.
struct ApiCall {
  ReaderPool::Lease reader;
  CallParameters parameters;
  std::vector<std::string> path;  ///< segments behind the endpoint's name
  Format format = Format::json;
  std::string own_path;  ///< of the endpoint, for links: "/v1/search"
  const std::atomic<bool>* stop = nullptr;
};

}  // namespace dateline
