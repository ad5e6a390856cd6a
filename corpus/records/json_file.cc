#include "corpus/records/json_file.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/records/json_lines.h"
#include "corpus/records/json_record.h"

namespace dateline {
namespace {

using simdjson::dom::element;

class RecordSink {
 public:
  explicit RecordSink(const ReadJob& job) : job_(job) {}

  /// @throws RecordError when it is no article.
  void add(const element& record, std::size_t number, const std::string& prefix) {
    std::vector<std::string> notes;
    auto article = parse_record(record, job_.dates, notes);
    if (!article.id.empty()) {
      const auto [first, is_new] = ids_.try_emplace(article.id, number);
      if (!is_new) {
        throw RecordError(
            fmt::format("id \"{}\" is taken by record {}", article.id, first->second));
      }
    }
    for (const auto& note : notes) job_.repaired(prefix + note);
    article.source_path = job_.path.string();
    find_record_structure(article, job_.path.filename().string(), job_.options, job_.dates);
    job_.sink.article(std::move(article));
  }

 private:
  const ReadJob& job_;
  std::unordered_map<std::string, std::size_t> ids_;
};

}  // namespace

void read_json(std::string_view bytes, const ReadJob& job) {
  if (bytes.size() > job.options.limits.max_markup_bytes) {
    job.refuse(fmt::format("too large for JSON: {} bytes, the limit is {}; JSON Lines have none",
                           bytes.size(), job.options.limits.max_markup_bytes));
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  simdjson::dom::parser parser;
  element root;
  // An array around the records is one level more.
  if (parser.allocate(bytes.size(), kMaxRecordDepth + 1) != simdjson::SUCCESS) {
    job.refuse("no memory for a JSON parser");
  }
  if (const auto error = parser.parse(bytes.data(), bytes.size()).get(root)) {
    job.refuse(fmt::format("malformed JSON: {}", simdjson::error_message(error)));
  }
  RecordSink sink{job};
  simdjson::dom::array records;
  if (root.get_array().get(records) != simdjson::SUCCESS) {
    try {
      return sink.add(root, 1, {});
    } catch (const RecordError& error) {
      job.refuse(error.what());
    }
  }
  std::size_t number = 0;
  for (const element record : records) {
    ++number;
    try {
      sink.add(record, number, fmt::format("record {}: ", number));
    } catch (const RecordError& error) {
      job.left_out(fmt::format("record {}: {}; record skipped", number, error.what()));
    }
    if (job.sink.is_enough && job.sink.is_enough()) return;
  }
  if (number == 0) job.refuse("empty file: no record in it");
}

}  // namespace dateline
