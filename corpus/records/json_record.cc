#include "corpus/records/json_record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "corpus/structure/byline.h"
#include "corpus/structure/language_tag.h"
#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

static_assert(LineReader::kPaddingBytes >= simdjson::SIMDJSON_PADDING);

using simdjson::dom::element;
using simdjson::dom::object;

// The field, or nullopt where it is absent or null.
std::optional<element> field(const object& record, std::string_view name) {
  element value;
  if (record.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::optional<std::string_view> string_field(const object& record, std::string_view name) {
  const auto value = field(record, name);
  if (!value) return std::nullopt;
  std::string_view text;
  if (value->get_string().get(text) != simdjson::SUCCESS) {
    throw RecordError(fmt::format("\"{}\" is not a string", name));
  }
  return text;
}

// A string, or an integer in decimal digits.
std::optional<std::string> plain_field(const object& record, std::string_view name) {
  const auto value = field(record, name);
  if (!value) return std::nullopt;
  std::int64_t number = 0;
  if (value->get_int64().get(number) == simdjson::SUCCESS) return fmt::format("{:04}", number);
  return std::string{string_field(record, name).value_or("")};
}

void add_authors(const element& value, std::string_view name, std::vector<Author>& authors) {
  const auto add = [&](std::string_view author_name) {
    Author author;
    author.name = collapse_spaces(author_name);
    if (!author.name.empty()) authors.push_back(std::move(author));
  };
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) {
    for (const auto& one : split_names(text)) add(one);
    return;
  }
  simdjson::dom::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) {
    throw RecordError(fmt::format("\"{}\" is neither a string nor an array of strings", name));
  }
  for (const element item : array) {
    if (item.get_string().get(text) != simdjson::SUCCESS) {
      throw RecordError(fmt::format("\"{}\" has an item that is not a string", name));
    }
    add(text);
  }
}

void set_language(const object& record, Article& article, std::vector<std::string>& notes) {
  const auto value = string_field(record, "language");
  if (!value || trim(*value).empty()) return;
  if (is_language_tag(*value)) {
    article.language = *value;
    article.language_source = Source::metadata;
  } else {
    notes.emplace_back("\"language\" names no language (such as \"en\"); left out");
  }
}

}  // namespace

Article parse_record(simdjson::dom::parser& parser, std::string_view line, const DateFinder& dates,
                     std::vector<std::string>& notes) {
  element root;
  constexpr bool kCopyInput = false;
  if (const auto error = parser.parse(line.data(), line.size(), kCopyInput).get(root)) {
    throw RecordError(fmt::format("malformed JSON: {}", simdjson::error_message(error)));
  }
  return parse_record(root, dates, notes);
}

Article parse_record(const element& root, const DateFinder& dates,
                     std::vector<std::string>& notes) {
  object record;
  if (root.get_object().get(record) != simdjson::SUCCESS) throw RecordError("not a JSON object");
  const auto text = string_field(record, "text");
  if (!text) throw RecordError("no \"text\"");
  if (trim(*text).empty()) throw RecordError("\"text\" is empty");
  Article article;
  article.id = trim(plain_field(record, "id").value_or(""));
  article.title = collapse_spaces(string_field(record, "title").value_or(""));
  for (const std::string_view name : {"authors", "author"}) {
    const auto value = field(record, name);
    if (value && article.authors.empty()) add_authors(*value, name, article.authors);
  }
  const std::string_view published = "published";
  set_published(published, plain_field(record, published).value_or(""), dates, article, notes);
  set_language(record, article, notes);
  article.text = *text;
  return article;
}

}  // namespace dateline
