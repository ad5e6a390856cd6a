#include "index/saved_queries.h"

#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "index/bounded_json.h"
#include "index/error.h"
#include "index/file_writer.h"
#include "index/hex_hash.h"
#include "index/index_file.h"
#include "index/lock_note.h"
#include "index/manifest.h"
#include "language/utf8.h"

namespace dateline {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kQueriesFormat = "dateline-queries";
constexpr std::uint32_t kQueriesVersion = 1;
constexpr std::size_t kMaxQueryNameBytes = 100;
constexpr std::size_t kMaxQueriesBytes = std::size_t{64} << 20;
constexpr std::chrono::milliseconds kLockPoll{10};
constexpr const char* kDamaged =
    "is damaged; restore it from a backup, or take it away and add the saved queries again";
constexpr const char* kNewer =
    "was written by a newer version of the program, which must read it, too";
constexpr const char* kGone =
    "is missing; restore it from a backup, or add the saved queries again";

fs::path queries_path(const fs::path& directory) { return directory / kQueriesFile; }

json to_json(const SavedQuery& query) {
  return {{"name", query.name},           {"kind", query.events ? "event" : "article"},
          {"query", query.query},         {"any", query.any_word},
          {"date_mode", query.date_mode}, {"shown", query.shown ? json(*query.shown) : json()}};
}

SavedQuery query_from(const json& object) {
  SavedQuery query;
  query.name = object.at("name").get<std::string>();
  query.events = object.at("kind") == "event";
  query.query = object.at("query").get<std::string>();
  query.any_word = object.at("any").get<bool>();
  query.date_mode = object.at("date_mode").get<std::string>();
  const auto& shown = object.at("shown");
  if (!shown.is_null()) query.shown = number_in<std::uint64_t>(shown);
  return query;
}

// What was found in the file, or why nothing could be.
struct QueriesFile {
  std::vector<SavedQuery> queries;
  std::string problem;  // empty: none
  bool is_there = true;
};

QueriesFile reading_of(json object) {
  if (object.at("format") != kQueriesFormat) return {{}, kDamaged};
  if (number_in<std::uint32_t>(object.at("version")) != kQueriesVersion) return {{}, kNewer};
  const auto hash = object.at("hash").get<std::string>();
  object.erase("hash");
  if (hash != hex_hash(object.dump())) return {{}, kDamaged};
  QueriesFile file;
  for (const auto& query : object.at("queries")) file.queries.push_back(query_from(query));
  return file;
}

// @throws IndexError (io).
QueriesFile read_queries(const fs::path& path) {
  try {
    const auto file = open_if_there(path);
    if (!file.is_open()) return {{}, {}, false};
    return reading_of(parse_bounded_json(read_whole(file, path, kMaxQueriesBytes)));
  } catch (const IndexError& error) {
    if (error.fault() != IndexFault::missing) throw;
    return {{}, kDamaged};  // no regular file, or without end
  } catch (const JsonMisfit&) {
    return {{}, kDamaged};
  } catch (const json::exception&) {
    return {{}, kDamaged};
  }
}

bool are_missed(const fs::path& directory) {
  return is_there(manifest_path(directory)) && read_manifest(directory).has_queries;
}

[[noreturn]] void refuse_queries(const fs::path& path, std::string_view problem) {
  throw IndexError(IndexFault::missing, path, fmt::format("{}: {}", path.string(), problem));
}

// The lock of a directory that is open.
bool lock_within(int fd, std::chrono::milliseconds at_most) {
  const auto end = std::chrono::steady_clock::now() + at_most;
  for (;;) {
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return true;
    if (has_no_locks(errno)) return true;
    if (errno != EWOULDBLOCK && errno != EINTR) return false;
    if (std::chrono::steady_clock::now() >= end) {
      errno = EWOULDBLOCK;
      return false;
    }
    std::this_thread::sleep_for(kLockPoll);
  }
}

OpenFile open_locked(const fs::path& directory, std::chrono::milliseconds at_most) {
  auto folder = open_folder(directory);
  if (folder.is_open() && lock_within(folder.fd(), at_most)) return folder;
  const int error = errno;
  if (folder.is_open() && error == EWOULDBLOCK) {
    throw IndexError(
        IndexFault::locked, directory,
        fmt::format("index {}: another process is changing the saved queries; try again",
                    directory.string()));
  }
  throw IndexError(
      IndexFault::io, directory,
      fmt::format("index {}: its saved queries cannot be locked for a change ({})",
                  directory.string(), std::strerror(error)));  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace

std::vector<SavedQuery> read_saved_queries(const fs::path& directory) {
  const auto path = queries_path(directory);
  auto reading = read_queries(path);
  if (!reading.is_there && are_missed(directory)) refuse_queries(path, kGone);
  if (!reading.problem.empty()) refuse_queries(path, reading.problem);
  return std::move(reading.queries);
}

std::string saved_queries_damage(const fs::path& directory, const Manifest& manifest) {
  const auto reading = read_queries(queries_path(directory));
  return !reading.is_there && manifest.has_queries ? kGone : reading.problem;
}

bool is_query_name(std::string_view name) noexcept {
  if (name.empty() || name.size() > kMaxQueryNameBytes || name.front() == '-' ||
      find_invalid_utf8(name))
    return false;
  return std::none_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7F;
  });
}

SavedQueries::SavedQueries(const fs::path& directory, std::chrono::milliseconds at_most)
    : directory_(directory), folder_(open_locked(directory, at_most)) {
  auto reading = read_queries(queries_path(directory_));
  if (!reading.problem.empty()) refuse_queries(queries_path(directory_), reading.problem);
  queries_ = std::move(reading.queries);
  is_there_ = reading.is_there;
}

const SavedQuery* SavedQueries::find(std::string_view name) const noexcept {
  const auto found = std::find_if(queries_.begin(), queries_.end(),
                                  [&](const SavedQuery& query) { return query.name == name; });
  return found == queries_.end() ? nullptr : &*found;
}

void SavedQueries::put(SavedQuery query) {
  for (auto& there : queries_) {
    if (there.name != query.name) continue;
    there = std::move(query);
    return;
  }
  queries_.push_back(std::move(query));
}

bool SavedQueries::remove(std::string_view name) {
  return std::erase_if(queries_, [&](const SavedQuery& query) { return query.name == name; }) > 0;
}

void SavedQueries::note_shown(const SavedQuery& query, std::uint64_t generation,
                              std::uint64_t current) {
  for (auto& there : queries_) {
    auto as_read = query;
    as_read.shown = there.shown;
    if (there != as_read) continue;
    const bool is_ahead = there.shown && *there.shown > generation && *there.shown <= current;
    if (!is_ahead) there.shown = generation;
  }
}

std::uint64_t SavedQueries::oldest_shown(std::uint64_t none) const noexcept {
  for (const auto& query : queries_) {
    // A query of which nothing has been shown takes all for new, whenever it came.
    if (query.shown) none = std::min(none, *query.shown);
  }
  return none;
}

void SavedQueries::write() const {
  json object{{"format", kQueriesFormat}, {"version", kQueriesVersion}, {"queries", json::array()}};
  for (const auto& query : queries_) object["queries"].push_back(to_json(query));
  object["hash"] = hex_hash(object.dump());
  replace_file(queries_path(directory_), object.dump(2) + "\n");
}

}  // namespace dateline
