#include "index/article_meta.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "index/bounded_json.h"
#include "index/error.h"
#include "index/hex_hash.h"
#include "index/json_path.h"

namespace dateline {
namespace {

using nlohmann::json;

[[noreturn]] void fail_as_damaged() {
  throw IndexError(IndexFault::missing, {},
                   "an article's description in the index is damaged; build the index again");
}

}  // namespace

std::string source_key(std::string_view path, std::size_t number) {
  auto key = fmt::format("{}:", number);
  key += path;
  return hex_hash(key);
}

std::string to_json(const ArticleMeta& meta) {
  json object{{"published_source", meta.published_source},
              {"language", meta.language},
              {"path", path_to_json(meta.path)},
              {"offsets_in", meta.offsets_in},
              {"hash", meta.hash},
              {"source", meta.source}};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty() && value != "unknown") object[name] = value;
  };
  add("feed", meta.feed);
  add("title_source", meta.title_source);
  add("authors_source", meta.authors_source);
  add("language_source", meta.language_source);
  add("published_from", meta.published_from);
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

ArticleMeta parse_article_meta(std::string_view text) {
  try {
    const auto object = parse_bounded_json(text);
    ArticleMeta meta;
    meta.published_source = object.at("published_source").get<std::string>();
    meta.language = object.at("language").get<std::string>();
    meta.path = path_from_json(object.at("path"));
    meta.offsets_in = object.at("offsets_in").get<std::string>();
    meta.hash = object.at("hash").get<std::string>();
    meta.source = object.at("source").get<std::string>();
    meta.feed = object.value("feed", std::string{});
    meta.title_source = object.value("title_source", std::string{});
    meta.authors_source = object.value("authors_source", std::string{});
    meta.language_source = object.value("language_source", std::string{});
    meta.published_from = object.value("published_from", std::string{});
    return meta;
  } catch (const JsonMisfit&) {
    fail_as_damaged();
  } catch (const json::exception&) {
    fail_as_damaged();
  }
}

}  // namespace dateline
