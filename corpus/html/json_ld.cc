#include <simdjson.h>

#include <optional>

#include "corpus/html/html_metadata.h"
#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMaxDepth = 16;  // of arrays and graphs that hold the article

std::string_view string_in(const object& object, std::string_view name) {
  std::string_view text;
  return object.at_key(name).get_string().get(text) == simdjson::SUCCESS ? text
                                                                         : std::string_view{};
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type == "Report" || type == "BlogPosting";
}

bool is_article(const object& candidate) {
  if (is_article_type(string_in(candidate, "@type"))) return true;
  array types;
  if (candidate.at_key("@type").get_array().get(types) != simdjson::SUCCESS) return false;
  for (const element type : types) {
    std::string_view text;
    if (type.get_string().get(text) == simdjson::SUCCESS && is_article_type(text)) return true;
  }
  return false;
}

std::optional<object> find_article(const element& root, std::size_t depth) {
  if (depth > kMaxDepth) return std::nullopt;
  array items;
  if (root.get_array().get(items) == simdjson::SUCCESS) {
    for (const element item : items) {
      if (auto found = find_article(item, depth + 1)) return found;
    }
    return std::nullopt;
  }
  object candidate;
  if (root.get_object().get(candidate) != simdjson::SUCCESS) return std::nullopt;
  if (is_article(candidate)) return candidate;
  element graph;
  if (candidate.at_key("@graph").get(graph) != simdjson::SUCCESS) return std::nullopt;
  return find_article(graph, depth + 1);
}

// A string of names, an object with a name, or an array of either.
void add_people(const element& value, Metadata& metadata, std::size_t depth) {
  std::string_view text;
  array items;
  object person;
  if (value.get_string().get(text) == simdjson::SUCCESS) {
    add_authors(metadata.authors, text);
  } else if (value.get_object().get(person) == simdjson::SUCCESS) {
    add_authors(metadata.authors, string_in(person, "name"));
  } else if (depth < 2 && value.get_array().get(items) == simdjson::SUCCESS) {
    for (const element item : items) add_people(item, metadata, depth + 1);
  }
}

}  // namespace

void add_json_ld(std::string_view json, Metadata& metadata) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return;
  const auto article = find_article(root, 0);
  if (!article) return;
  add_title(metadata, string_in(*article, "headline"));
  element authors;
  if (article->at_key("author").get(authors) == simdjson::SUCCESS) {
    add_people(authors, metadata, 0);
  }
  const auto published = trim(string_in(*article, "datePublished"));
  if (!published.empty()) metadata.published.emplace_back(published);
  if (metadata.language.empty()) metadata.language = string_in(*article, "inLanguage");
}

}  // namespace dateline
