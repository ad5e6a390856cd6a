// Articles in JSON Lines files.
#pragma once

#include <cstddef>
#include <string>

#include "corpus/records/record_reader.h"

namespace dateline {

/// Objects and arrays inside a record nest at most so deep.
inline constexpr std::size_t kMaxRecordDepth = 64;

/// Reads a stream of records, one JSON object a line: `text` (required, a string with more than
/// white space); `id` (a string or an integer), `title`, `language` (strings), `published` (a
/// string, see parse_period, or a year as an integer), `authors` or `author` (a string of names, or
/// an array of names). null counts as absent, other fields are passed over, empty lines too.
/// Offsets of an article count bytes of its `text`. A record that is no such object is skipped; one
/// whose `published` or `language` is not understood is kept without it, with a problem as altered;
/// else as RecordReader has it. The parser needs up to some ten times the longest record as memory.
/// @param path goes to Article::source_path.
/// @throws CorpusError as RecordReader::run.
void read_json_lines(ByteStream& stream, const std::string& path, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink);

}  // namespace dateline
