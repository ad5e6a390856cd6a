#include "corpus/records/json_lines.h"

#include <simdjson.h>

#include "corpus/records/json_record.h"

namespace dateline {

void read_json_lines(ByteStream& stream, const std::string& path, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink) {
  simdjson::dom::parser parser;
  // Documents of a record's size are allocated as they come.
  if (parser.allocate(0, kMaxRecordDepth) != simdjson::SUCCESS) {
    throw CorpusError(path, 0, "no memory for a JSON parser");
  }
  RecordReader{stream, path, options, dates, sink}.run(
      [&](std::string_view line, std::vector<std::string>& notes) {
        return parse_record(parser, line, dates, notes);
      });
}

}  // namespace dateline
