// One JSON object → one article.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "language/date_finder.h"

namespace simdjson::dom {
class parser;
}

namespace dateline {

/// A record that cannot be an article; the message is the reason.
class RecordError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The article that a record holds, without its structure; fields as in read_json_lines.
/// @param line one JSON object; LineReader::kPaddingBytes bytes behind it must be readable.
/// @param notes receives what was left out of the record.
/// @throws RecordError when it is no article.
[[nodiscard]] Article parse_record(simdjson::dom::parser& parser, std::string_view line,
                                   const DateFinder& dates, std::vector<std::string>& notes);

}  // namespace dateline
