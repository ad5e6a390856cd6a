// Fuzzes the query parser: only QueryError leaves it, and a tree survives printing and reading.
#include <string>
#include <string_view>

#include "searcher/query/query.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace dateline;

void check_spans(const QueryNode& node, std::string_view text) {
  fuzz::require(node.source.begin <= node.source.end && node.source.end <= text.size(),
                "a node stands beyond the query");
  for (const auto& child : children_of(node)) check_spans(child, text);
}

void check_days(const QueryNode& root) {
  for_each_part<FilterCondition>(root, [](const FilterCondition& filter) {
    const auto* days = std::get_if<AskedDays>(&filter.value);
    fuzz::require(days == nullptr || days->interval.first <= days->interval.last,
                  "an interval ends before it begins");
  });
}

// What is printed may be longer than what was typed, and of more pieces than a user may write.
constexpr QueryLimits kWide{.max_bytes = std::size_t{1} << 24,
                            .max_terms = 1'000'000,
                            .max_phrase = 1'000'000,
                            .max_window = 100,
                            .max_depth = 1000};

void check_round_trip(const QueryNode& root) {
  const auto printed = to_query(root);
  const auto again = parse_query(printed, kWide);
  const bool same = again.root && to_string(*again.root) == to_string(root);
  if (!same) std::fprintf(stderr, "%s\nprinted as\n%s\n", to_string(root).c_str(), printed.c_str());
  fuzz::require(same, "a printed query reads otherwise");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  try {
    const auto query = parse_query(text);
    if (query.root) {
      check_spans(*query.root, text);
      check_days(*query.root);
      check_round_trip(*query.root);
    }
  } catch (const QueryError& error) {
    fuzz::require(error.offset() <= text.size(), "an error points behind the query");
    fuzz::require(*error.what() != '\0', "an error without a message");
  }
  return 0;
}
