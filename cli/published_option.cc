#include "cli/published_option.h"

#include <fmt/format.h>

#include "cli/usage_error.h"
#include "searcher/query/query_parser.h"

namespace dateline {

DateInterval published_from(const std::string& value) {
  if (const auto period = parse_query_date(value)) return *period;
  throw UsageError(fmt::format(
      "--published: '{}' is no date: write 2001, 2001-02, 2001-02-19, 2001Q1 or A..B", value));
}

}  // namespace dateline
