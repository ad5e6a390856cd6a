// The options that say what to search for; several commands share them.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "searcher/search.h"

namespace dateline {

/// Declares its options on a subcommand, and turns them into a request when they have been filled
/// in. The query's words may begin with '-', so that they are taken from what CLI11 leaves over.
class SearchOptions {
 public:
  explicit SearchOptions(CLI::App& command);

  /// Also fills `warnings` with what the parser tells. @throws UsageError.
  [[nodiscard]] SearchRequest request(std::vector<std::string>& warnings) const;
  [[nodiscard]] const std::string& index() const noexcept { return index_; }
  [[nodiscard]] bool json() const noexcept { return format_ == "json"; }

 private:
  [[nodiscard]] std::string query_text() const;
  void add_selections(SearchRequest& request) const;
  [[nodiscard]] bool is_given(const std::string& option) const;

  CLI::App& command_;
  std::string index_;
  std::string format_ = "text";
  std::string query_file_;
  std::vector<std::string> countries_;
  std::string from_;
  std::string to_;
  std::string published_;
  std::string sort_ = "relevance";
  std::string by_ = "quarter";
  std::vector<std::string> facets_;
  bool events_ = false;
  bool any_ = false;
  bool no_facets_ = false;
  std::uint32_t limit_ = 10;
  std::uint32_t offset_ = 0;
};

/// The arguments of a search, with those behind "--" marked as words of the query whatever they look like, and "--"
/// itself left out.
[[nodiscard]] std::vector<std::string> mark_literal_words(
    const std::vector<std::string>& arguments);

}  // namespace dateline
