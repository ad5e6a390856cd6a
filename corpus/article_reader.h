// How files become articles.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "corpus/reading.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// Whether a file of this name is one that read_articles knows (.txt .md .markdown .html .htm .pdf
/// .docx .odt .json .jsonl .ndjson .tsv .csv .xml .tei .epub .eml .mbox .zip, each also with .gz
/// behind it), without regard to case.
[[nodiscard]] bool is_readable_name(const std::filesystem::path& path);

/// Reads every article of one file. The name says of which kind it is; an unknown kind is refused,
/// and so are bytes of another kind than the name says (docs/formats.md).
/// @throws CorpusError when nothing of the file can be read (missing, unreadable, empty, binary,
/// too large, encrypted, of unknown kind or encoding); a bad record inside a JSON, JSON Lines,
/// TSV or CSV file, a bad file of an archive or a bad message of a mailbox goes to sink.problem
/// instead. Whatever `sink` throws passes through.
void read_articles(const std::filesystem::path& path, const ReadOptions& options,
                   const DateFinder& dates, const ReadSink& sink);

/// Reads one article from `bytes`, as read_articles does from a .txt file. `name` stands in
/// the place of a path ("-"). @throws CorpusError as read_articles.
void read_plain_text(std::string bytes, const std::string& name, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink);

}  // namespace dateline
