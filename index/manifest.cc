#include "index/manifest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "index/error.h"
#include "index/file_writer.h"
#include "index/json_path.h"
#include "index/schema.h"

namespace dateline {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "dateline-index";

std::string hash_of(const json& object) {
  const auto text = object.dump();
  return fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
}

json to_json(const SegmentEntry& segment) {
  return {{"name", segment.name},
          {"articles", segment.articles},
          {"events", segment.events},
          {"removed", segment.removed}};
}

SegmentEntry segment_from(const json& object) {
  return {object.at("name").get<std::string>(), object.at("articles").get<std::uint32_t>(),
          object.at("events").get<std::uint32_t>(),
          object.at("removed").get<std::vector<std::uint32_t>>()};
}

[[noreturn]] void fail(const std::filesystem::path& directory, const std::string& message) {
  throw IndexError(IndexFault::missing, directory, message);
}

std::string read_whole(const std::filesystem::path& directory) {
  const auto path = manifest_path(directory);
  std::ifstream file(path, std::ios::binary);
  if (file) {
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }
  std::error_code unknown;  // a folder that may not be looked into counts as one that is no index
  if (!std::filesystem::exists(directory, unknown) && !unknown) {
    fail(directory,
         fmt::format(
             "no index at {}: make one with 'dateline index PATH…', or name another with --index",
             directory.string()));
  }
  fail(directory, fmt::format("{} is no Dateline index: it has no readable manifest.json",
                              directory.string()));
}

}  // namespace

std::string new_index_id() {
  std::random_device source;
  std::string id;
  for (int i = 0; i < 4; ++i) id += fmt::format("{:08x}", source());
  return id;
}

std::filesystem::path manifest_path(const std::filesystem::path& directory) {
  return directory / "manifest.json";
}

std::filesystem::path segment_path(const std::filesystem::path& directory,
                                   const std::string& name) {
  return directory / "segments" / name;
}

Manifest read_manifest(const std::filesystem::path& directory) {
  const auto text = read_whole(directory);
  try {
    auto object = json::parse(text);
    if (object.at("format") != kFormat) {
      fail(directory, fmt::format("{} is no Dateline index", directory.string()));
    }
    if (const int schema = object.at("schema").get<int>(); schema != kSchemaVersion) {
      fail(directory,
           fmt::format(
               "index {} has schema {}, this program reads {}: index its sources again into a "
               "new directory",
               directory.string(), schema, kSchemaVersion));
    }
    const auto hash = object.at("hash").get<std::string>();
    object.erase("hash");
    if (hash != hash_of(object)) {
      fail(directory,
           fmt::format(
               "index {}: manifest.json does not match its hash; restore it from a backup, or "
               "index again into a new directory",
               directory.string()));
    }
    Manifest manifest;
    manifest.id = object.value("id", std::string{});
    manifest.generation = object.at("generation").get<std::uint64_t>();
    manifest.language = object.at("language").get<std::string>();
    manifest.analyzer = object.at("analyzer").get<std::string>();
    manifest.extractor = object.at("extractor").get<std::string>();
    manifest.names = object.at("names").get<std::string>();
    for (const auto& root : object.at("roots")) manifest.roots.push_back(path_from_json(root));
    for (const auto& segment : object.at("segments"))
      manifest.segments.push_back(segment_from(segment));
    return manifest;
  } catch (const json::exception&) {
    fail(directory,
         fmt::format(
             "index {}: manifest.json is damaged; restore it from a backup, or index again into "
             "a new directory",
             directory.string()));
  }
}

void write_manifest(const std::filesystem::path& directory, const Manifest& manifest) {
  json object{{"format", kFormat},
              {"schema", kSchemaVersion},
              {"id", manifest.id},
              {"generation", manifest.generation},
              {"language", manifest.language},
              {"analyzer", manifest.analyzer},
              {"extractor", manifest.extractor},
              {"names", manifest.names},
              {"roots", json::array()},
              {"segments", json::array()}};
  for (const auto& root : manifest.roots) object["roots"].push_back(path_to_json(root));
  for (const auto& segment : manifest.segments) object["segments"].push_back(to_json(segment));
  object["hash"] = hash_of(object);
  replace_file(manifest_path(directory), object.dump(2) + "\n");
}

}  // namespace dateline
