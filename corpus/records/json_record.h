// One JSON object → one article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/records/record_reader.h"

namespace simdjson::dom {
class element;
class parser;
}  // namespace simdjson::dom

namespace dateline {

/// The article that a parsed record holds; as below.
[[nodiscard]] Article parse_record(const simdjson::dom::element& root, const DateFinder& dates,
                                   std::vector<std::string>& notes);

/// The article that a record holds, without its structure; fields as in read_json_lines.
/// @param line one JSON object; LineReader::kPaddingBytes bytes behind it must be readable.
/// @param notes receives what was left out of the record.
/// @throws RecordError when it is no article.
[[nodiscard]] Article parse_record(simdjson::dom::parser& parser, std::string_view line,
                                   const DateFinder& dates, std::vector<std::string>& notes);

}  // namespace dateline
