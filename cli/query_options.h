// The options that say what to search for; every command that takes a query shares them.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/archive_location.h"
#include "searcher/query/request.h"
#include "searcher/query/request_form.h"

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

  /// Whether there is any word: of the query, or an id.
  [[nodiscard]] bool has_words() const { return !command_.remaining().empty(); }

  /// A form with all that says what is searched for (without the id; where that comes first, there
  /// may be nothing else). The command adds how much of it is shown, and what is counted. @throws
  /// UsageError when the query cannot be read, or a word looks like an option.
  [[nodiscard]] RequestForm form() const;
  /// Reads a form that form() began, and prints the warnings. @throws UsageError.
  [[nodiscard]] SearchRequest request(const RequestForm& form) const;
  /// The value of --index, for commands that work on an index alone.
  [[nodiscard]] const std::string& index() const noexcept { return archive_.index(); }
  /// Which archive is asked.
  [[nodiscard]] const ArchiveOptions& archive() const noexcept { return archive_; }
  /// That archive, open. @throws as ArchiveOptions::open().
  [[nodiscard]] std::unique_ptr<Archive> open_archive() const { return archive_.open(); }

 private:
  /// @throws UsageError for a word that looks like an option.
  void refuse_options(const std::vector<std::string>& words) const;
  [[nodiscard]] std::vector<std::string> query_words() const;
  [[nodiscard]] std::string query_text() const;
  [[nodiscard]] std::string query_with_phrases() const;
  [[nodiscard]] bool is_given(const std::string& option) const;
  void set_values(RequestForm& form) const;

  /// An option whose values are those of a filter.
  struct FilterOption {
    std::string_view name;  ///< without "--"
    std::vector<std::string> values;
  };

  CLI::App& command_;
  IdPlace id_place_;
  ArchiveOptions archive_;
  std::string query_file_;
  std::vector<FilterOption> filters_;
  std::string from_;
  std::string to_;
  std::string date_mode_ = "overlaps";
  std::string precision_;
  bool any_ = false;
  bool expand_ = false;
  bool smart_ = false;
};

/// The arguments of a command that takes a query, with those behind "--" marked as words of the
/// query whatever they look like, and "--" itself left out.
[[nodiscard]] std::vector<std::string> mark_literal_words(
    const std::vector<std::string>& arguments);

}  // namespace dateline
