#include "index/article_meta.h"

#include <nlohmann/json.hpp>

#include "index/error.h"

namespace dateline {
namespace {

using nlohmann::json;

// A path is bytes; JSON is UTF-8. Bytes that are no UTF-8 are kept as U+DCxx-like escapes would be
// elsewhere: here as one array of numbers, which is rare and unambiguous.
json path_to_json(const std::string& path) {
  try {
    json value = path;
    (void)value.dump();  // throws on ill-formed UTF-8
    return value;
  } catch (const json::type_error&) {
    return std::vector<unsigned char>(path.begin(), path.end());
  }
}

std::string path_from_json(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  const auto bytes = value.get<std::vector<unsigned char>>();
  return {bytes.begin(), bytes.end()};
}

}  // namespace

std::string to_json(const ArticleMeta& meta) {
  json object{{"id", meta.id},
              {"title", meta.title},
              {"authors", meta.authors},
              {"published_source", meta.published_source},
              {"language", meta.language},
              {"path", path_to_json(meta.path)},
              {"offsets_in", meta.offsets_in},
              {"hash", meta.hash}};
  if (meta.published) object["published"] = format_interval(*meta.published);
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

ArticleMeta parse_article_meta(std::string_view text) {
  try {
    const auto object = json::parse(text);
    ArticleMeta meta;
    meta.id = object.at("id").get<std::string>();
    meta.title = object.at("title").get<std::string>();
    meta.authors = object.at("authors").get<std::vector<std::string>>();
    meta.published_source = object.at("published_source").get<std::string>();
    meta.language = object.at("language").get<std::string>();
    meta.path = path_from_json(object.at("path"));
    meta.offsets_in = object.at("offsets_in").get<std::string>();
    meta.hash = object.at("hash").get<std::string>();
    if (object.contains("published")) {
      meta.published = parse_iso_interval(object.at("published").get<std::string>());
    }
    return meta;
  } catch (const json::exception&) {
    throw IndexError(IndexFault::missing, {},
                     "an article's description in the index is damaged; build the index again");
  }
}

}  // namespace dateline
