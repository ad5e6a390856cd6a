#include "index/manifest.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "index/error.h"
#include "index/file_writer.h"
#include "index/hex_hash.h"
#include "index/json_path.h"
#include "index/schema.h"

namespace dateline {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "dateline-index";

json to_json(const Arrivals& arrivals) {
  auto list = json::array();
  for (const auto& run : arrivals.runs()) list.push_back({run.generation, run.end});
  return list;
}

// Indexes without saved queries have none, nor those of earlier versions.
Arrivals arrivals_from(const json& segment, const char* key) {
  std::vector<Arrivals::Run> runs;
  for (const auto& run : segment.value(key, json::array()))
    runs.push_back({run.at(0).get<std::uint64_t>(), run.at(1).get<std::uint32_t>()});
  return Arrivals(std::move(runs));
}

json to_json(const SegmentEntry& segment) {
  json object{{"name", segment.name},
              {"articles", segment.articles},
              {"events", segment.events},
              {"removed", segment.removed},
              {"seal", segment.seal}};
  if (!segment.arrivals.runs().empty()) object["arrivals"] = to_json(segment.arrivals);
  if (!segment.event_arrivals.runs().empty())
    object["event_arrivals"] = to_json(segment.event_arrivals);
  return object;
}

SegmentEntry segment_from(const json& object) {
  return {object.at("name").get<std::string>(),
          object.at("articles").get<std::uint32_t>(),
          object.at("events").get<std::uint32_t>(),
          object.at("removed").get<std::vector<std::uint32_t>>(),
          object.value("seal", std::string{}),
          arrivals_from(object, "arrivals"),
          arrivals_from(object, "event_arrivals")};
}

[[noreturn]] void fail(const std::filesystem::path& directory, const std::string& message) {
  throw IndexError(IndexFault::missing, directory, message);
}

std::string as_text(const json& object) { return object.dump(2) + "\n"; }

Manifest manifest_from(const json& object) {
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
}

// Reads of a manifest of another schema what it has in common with ours. Its hash may be made in
// another way, and is passed over.
Manifest foreign_manifest_from(const json& object) {
  Manifest manifest;
  manifest.id = object.value("id", std::string{});
  manifest.generation = object.value("generation", std::uint64_t{0});
  manifest.language = object.value("language", manifest.language);
  manifest.names = object.value("names", std::string{});
  for (const auto& root : object.value("roots", json::array()))
    manifest.roots.push_back(path_from_json(root));
  for (const auto& segment : object.value("segments", json::array())) {
    SegmentEntry entry;
    entry.name = segment.value("name", std::string{});
    entry.articles = segment.value("articles", std::uint32_t{0});
    entry.events = segment.value("events", std::uint32_t{0});
    entry.removed = segment.value("removed", std::vector<std::uint32_t>{});
    entry.arrivals = arrivals_from(segment, "arrivals");
    entry.event_arrivals = arrivals_from(segment, "event_arrivals");
    manifest.segments.push_back(std::move(entry));
  }
  return manifest;
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

bool holds_index(const std::filesystem::path& directory) noexcept {
  std::error_code ignored;
  return std::filesystem::is_directory(directory / "segments", ignored) &&
         (std::filesystem::exists(manifest_path(directory), ignored) ||
          std::filesystem::exists(directory / "lock", ignored));
}

std::filesystem::path manifest_path(const std::filesystem::path& directory) {
  return directory / "manifest.json";
}

std::filesystem::path segment_path(const std::filesystem::path& directory,
                                   const std::string& name) {
  return directory / "segments" / name;
}

Manifest read_manifest(const std::filesystem::path& directory) {
  int schema = 0;
  auto manifest = read_manifest_of_any_schema(directory, schema);
  if (schema != kSchemaVersion) {
    fail(directory,
         fmt::format("index {} has schema {}, this program reads {}: build it again from its "
                     "sources with 'dateline index --rebuild'",
                     directory.string(), schema, kSchemaVersion));
  }
  return manifest;
}

Manifest read_manifest_of_any_schema(const std::filesystem::path& directory, int& schema) {
  const auto text = read_whole(directory);
  try {
    auto object = json::parse(text);
    if (object.at("format") != kFormat) {
      fail(directory, fmt::format("{} is no Dateline index", directory.string()));
    }
    schema = object.at("schema").get<int>();
    if (schema != kSchemaVersion) return foreign_manifest_from(object);
    const auto hash = object.at("hash").get<std::string>();
    object.erase("hash");
    if (hash != hex_hash(object.dump())) {
      fail(directory,
           fmt::format(
               "index {}: manifest.json does not match its hash; restore it from a backup, or "
               "index again into a new directory",
               directory.string()));
    }
    return manifest_from(object);
  } catch (const json::exception&) {
    fail(directory,
         fmt::format(
             "index {}: manifest.json is damaged; restore it from a backup, or index again into "
             "a new directory",
             directory.string()));
  }
}

std::string manifest_damage(const std::filesystem::path& directory) {
  (void)read_manifest(directory);
  const auto text = read_whole(directory);
  const auto object = json::parse(text, nullptr, false);
  // Readers pass over white space and the like; but what is written is always the same bytes.
  return object.is_discarded() || as_text(object) != text ? "is not as it was written" : "";
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
  object["hash"] = hex_hash(object.dump());
  replace_file(manifest_path(directory), as_text(object));
}

}  // namespace dateline
