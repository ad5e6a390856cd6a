// Articles in JSON Lines files.
#pragma once

#include <cstddef>
#include <string>

#include "corpus/article_reader.h"
#include "corpus/byte_stream.h"

namespace dateline {

/// A record is at most so long; a longer one is refused, and passed over without being kept. The
/// parser needs up to some ten times the longest record as memory.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{64} << 20;
/// Objects and arrays inside a record nest at most so deep.
inline constexpr std::size_t kMaxRecordDepth = 64;

/// Reads a stream of records, one JSON object a line: `text` (required, a string with more than
/// white space); `id` (a string or an integer), `title`, `language` (strings), `published` (a
/// string, see parse_period, or a year as an integer), `authors` or `author` (a string of names, or
/// an array of names). null counts as absent, other fields are passed over, empty lines too.
/// Offsets of an article count bytes of its `text`. A record that is no such object, or whose id
/// another record of the file has, goes to `sink.problem` as skipped; one whose `published` or
/// `language` is not understood is kept without it, with a problem as altered. If the file breaks
/// off (damaged gzip data, the size limit), what was read before stands, and the rest is a problem.
/// Memory: one record, and every id of the file.
/// @param path goes to Article::source_path.
/// @throws CorpusError when the file has no record at all, is binary, or breaks off before the
/// first article.
void read_json_lines(ByteStream& stream, const std::string& path, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink);

}  // namespace dateline
