// The options that say what to search for; every command that takes a query shares them.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/request.h"

namespace dateline {

/// Declares its options on a subcommand, and turns them into a request when they have been filled
/// in. The query's words may begin with '-', so that they are taken from what CLI11 leaves over.
class QueryOptions {
 public:
  /// Whether one of the words is no part of the query, but an id.
  enum class IdPlace : std::uint8_t { none, first, last };

  explicit QueryOptions(CLI::App& command, IdPlace id_place = IdPlace::none);

  /// The word that is an id. Requires a place for it. @throws UsageError when there is no word.
  [[nodiscard]] std::string id() const;

  /// What is searched for (the id aside; where it comes first, there may be nothing else); how much
  /// of it is shown, and what is counted, is left to the command. Also fills `warnings` with what
  /// the parser tells. @throws UsageError.
  /// @param default_kind what is found unless the query says `kind:`.
  [[nodiscard]] SearchRequest request(std::vector<std::string>& warnings,
                                      DocumentKind default_kind = DocumentKind::article) const;
  /// The same for a command that knows events alone: `kind:article` is refused.
  [[nodiscard]] SearchRequest event_request(std::vector<std::string>& warnings) const;
  [[nodiscard]] const std::string& index() const noexcept { return index_; }

 private:
  [[nodiscard]] std::vector<std::string> query_words() const;
  [[nodiscard]] std::string query_text() const;
  [[nodiscard]] bool is_given(const std::string& option) const;
  void add_values(SearchRequest& request) const;
  void add_dates(SearchRequest& request) const;
  void set_date_mode(SearchRequest& request) const;

  /// An option whose values are those of a filter, and select in a facet.
  struct ValueOption {
    Facet facet;
    const char* field;  ///< of the query language; the option is "--" and this
    std::vector<std::string> values;
  };

  CLI::App& command_;
  IdPlace id_place_;
  std::string index_;
  std::string query_file_;
  std::vector<ValueOption> value_options_;
  std::string from_;
  std::string to_;
  std::string date_mode_ = "overlaps";
  std::string precision_;
  bool any_ = false;
  bool expand_ = false;
  bool smart_ = false;
};

/// A filter's condition from a value on the command line, where what joins values is `,` or `&`.
/// @throws UsageError that begins with `option`.
[[nodiscard]] QueryNode filter_from(std::string_view option, std::string_view field,
                                    std::string_view value);

/// The arguments of a command that takes a query, with those behind "--" marked as words of the
/// query whatever they look like, and "--" itself left out.
[[nodiscard]] std::vector<std::string> mark_literal_words(
    const std::vector<std::string>& arguments);

}  // namespace dateline
