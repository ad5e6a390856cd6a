#include "index/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string_view>

#include "index/bounded_json.h"
#include "index/error.h"
#include "index/file_writer.h"
#include "index/hex_hash.h"
#include "index/index_file.h"
#include "index/json_path.h"
#include "index/schema.h"

namespace dateline {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "dateline-index";
constexpr const char* kQueriesKey = "queries";
constexpr std::size_t kMaxBytes = std::size_t{1} << 30;  // some 50 million removed articles
constexpr std::size_t kMaxNameBytes = 20;

json to_json(const Arrivals& arrivals) {
  auto list = json::array();
  for (const auto& run : arrivals.runs()) list.push_back({run.generation, run.end});
  return list;
}

// Indexes without saved queries have none, nor those of earlier versions.
Arrivals arrivals_from(const json& segment, const char* key) {
  std::vector<Arrivals::Run> runs;
  for (const auto& run : segment.value(key, json::array()))
    runs.push_back({number_in<std::uint64_t>(run.at(0)), number_in<std::uint32_t>(run.at(1))});
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

std::vector<std::uint32_t> ordinals_in(const json& list) {
  std::vector<std::uint32_t> ordinals;
  ordinals.reserve(list.size());
  for (const auto& ordinal : list) ordinals.push_back(number_in<std::uint32_t>(ordinal));
  return ordinals;
}

SegmentEntry segment_from(const json& object) {
  return {object.at("name").get<std::string>(),
          number_in<std::uint32_t>(object.at("articles")),
          number_in<std::uint32_t>(object.at("events")),
          ordinals_in(object.at("removed")),
          object.value("seal", std::string{}),
          arrivals_from(object, "arrivals"),
          arrivals_from(object, "event_arrivals")};
}

// A segment's name becomes a path.
bool is_segment_name(std::string_view name) noexcept {
  return !name.empty() && name.size() <= kMaxNameBytes &&
         name.find_first_not_of("0123456789") == std::string_view::npos;
}

template <typename Values, typename Compare>
bool ascends(const Values& values, Compare is_out_of_order) {
  return std::adjacent_find(values.begin(), values.end(), is_out_of_order) == values.end();
}

bool fit(const Arrivals& arrivals, std::uint32_t count) {
  const auto& runs = arrivals.runs();
  return runs.empty() ||
         (runs.back().end <= count &&
          ascends(runs, [](const auto& a, const auto& b) { return a.end >= b.end; }));
}

// Whether a manifest is one that can have been written. Whoever reads it relies on that.
void check_segments(const Manifest& manifest) {
  std::set<std::string_view> names;
  for (const auto& segment : manifest.segments) {
    const auto& removed = segment.removed;
    const bool is_sound = is_segment_name(segment.name) && names.insert(segment.name).second &&
                          ascends(removed, std::greater_equal<>{}) &&
                          (removed.empty() || removed.back() < segment.articles) &&
                          fit(segment.arrivals, segment.articles) &&
                          fit(segment.event_arrivals, segment.events);
    if (!is_sound) throw JsonMisfit();
  }
}

[[noreturn]] void fail(const std::filesystem::path& directory, const std::string& message) {
  throw IndexError(IndexFault::missing, directory, message);
}

std::string as_text(const json& object) { return object.dump(2) + "\n"; }

Manifest manifest_from(const json& object) {
  Manifest manifest;
  manifest.id = object.value("id", std::string{});
  manifest.generation = number_in<std::uint64_t>(object.at("generation"));
  manifest.language = object.at("language").get<std::string>();
  manifest.analyzer = object.at("analyzer").get<std::string>();
  manifest.extractor = object.at("extractor").get<std::string>();
  manifest.names = object.at("names").get<std::string>();
  for (const auto& root : object.at("roots")) manifest.roots.push_back(path_from_json(root));
  manifest.has_queries = object.value(kQueriesKey, false);
  for (const auto& segment : object.at("segments"))
    manifest.segments.push_back(segment_from(segment));
  check_segments(manifest);
  return manifest;
}

// Reads of a manifest of another schema what it has in common with ours. Its hash may be made in
// another way, and is passed over.
Manifest foreign_manifest_from(const json& object) {
  Manifest manifest;
  manifest.id = object.value("id", std::string{});
  manifest.generation = number_in<std::uint64_t>(object.value("generation", json(0U)));
  manifest.language = object.value("language", manifest.language);
  manifest.names = object.value("names", std::string{});
  for (const auto& root : object.value("roots", json::array()))
    manifest.roots.push_back(path_from_json(root));
  for (const auto& segment : object.value("segments", json::array())) {
    SegmentEntry entry;
    entry.name = segment.value("name", std::string{});
    entry.articles = number_in<std::uint32_t>(segment.value("articles", json(0U)));
    entry.events = number_in<std::uint32_t>(segment.value("events", json(0U)));
    entry.removed = ordinals_in(segment.value("removed", json::array()));
    entry.arrivals = arrivals_from(segment, "arrivals");
    entry.event_arrivals = arrivals_from(segment, "event_arrivals");
    manifest.segments.push_back(std::move(entry));
  }
  check_segments(manifest);
  return manifest;
}

std::string read_text(const std::filesystem::path& directory) {
  const auto path = manifest_path(directory);
  const auto file = open_if_there(path);
  if (file.is_open()) return read_whole(file, path, kMaxBytes);
  if (!is_there(directory)) {
    fail(directory,
         fmt::format(
             "no index at {}: make one with 'dateline index PATH…', or name another with --index",
             directory.string()));
  }
  fail(directory,
       fmt::format("{} is no Dateline index: it has no manifest.json", directory.string()));
}

[[noreturn]] void fail_as_damaged(const std::filesystem::path& directory) {
  fail(directory,
       fmt::format("index {}: manifest.json is damaged; restore it from a backup, or index again "
                   "into a new directory",
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
  const auto text = read_text(directory);
  try {
    auto object = parse_bounded_json(text);
    if (object.at("format") != kFormat) {
      fail(directory, fmt::format("{} is no Dateline index", directory.string()));
    }
    schema = static_cast<int>(number_in<std::uint16_t>(object.at("schema")));
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
  } catch (const JsonMisfit&) {
    fail_as_damaged(directory);
  } catch (const json::exception&) {
    fail_as_damaged(directory);
  }
}

std::string manifest_damage(const std::filesystem::path& directory) {
  (void)read_manifest(directory);
  const auto text = read_text(directory);
  try {
    // Readers pass over white space and the like; but what is written is always the same bytes.
    return as_text(parse_bounded_json(text)) == text ? "" : "is not as it was written";
  } catch (const JsonMisfit&) {  // replaced by damage meanwhile
    return "is damaged";
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
  if (manifest.has_queries) object[kQueriesKey] = true;
  for (const auto& root : manifest.roots) object["roots"].push_back(path_to_json(root));
  for (const auto& segment : manifest.segments) object["segments"].push_back(to_json(segment));
  object["hash"] = hex_hash(object.dump());
  replace_file(manifest_path(directory), as_text(object));
}

}  // namespace dateline
