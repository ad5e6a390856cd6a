// Articles in files of tab-separated columns.
#pragma once

#include <string>

#include "corpus/records/record_reader.h"

namespace dateline {

/// Reads a stream of records, one a line, of the columns
///
///     id ⇥ date ⇥ codes ⇥ title ⇥ body
///
/// in UTF-8. Nothing is quoted or escaped, so that no column holds a tab or a line end. `date` is
/// when the article was published (see parse_period); `codes` is passed over, since countries are
/// found in the text. Every column may be empty, but not title and body together: the text of an
/// article is its body, or where that is empty its title. A first line of these very names is a
/// header. Offsets of an article count bytes of its text. A record with another number of columns
/// or that is not UTF-8 is skipped; else as RecordReader has it.
/// @param path goes to Article::source_path.
/// @throws CorpusError as RecordReader::run.
void read_tsv_records(ByteStream& stream, const std::string& path, const ReadOptions& options,
                      const DateFinder& dates, const ReadSink& sink);

}  // namespace dateline
