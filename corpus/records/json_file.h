// Articles in JSON files.
#pragma once

#include <string_view>

#include "corpus/reading.h"

namespace dateline {

/// Reads a file that is one record, or an array of records; records as in read_json_lines. A bad
/// record of an array costs itself only.
/// @throws CorpusError when the file is no such JSON, too large, or its only record is refused.
void read_json(std::string_view bytes, const ReadJob& job);

}  // namespace dateline
