// Articles in files of comma-separated values.
#pragma once

#include <string>

#include "corpus/records/record_reader.h"

namespace dateline {

/// Reads a stream of records in CSV (RFC 4180: a value in quotes may hold separators, line ends and
/// doubled quotes; the separator is the comma, semicolon, tab or bar that the first line has most
/// of). The first line names the columns, in any case and order: text (body, content, description,
/// event, summary), title (headline, subject), published (date, pubdate, …), author, id, language;
/// others are passed over. Every value may be empty, but not title and text together. In UTF-8.
/// @param path goes to Article::source_path.
/// @throws CorpusError when no column is a text or a title; else as RecordReader::run.
void read_csv_records(ByteStream& stream, const std::string& path, const ReadOptions& options,
                      const DateFinder& dates, const ReadSink& sink);

}  // namespace dateline
