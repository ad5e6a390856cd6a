// A folder of articles that are written, changed and removed, and an index of it.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "indexer/indexer.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

/// Writes files that a batch can trust, runs batches, and tells what is in the index.
class Archive {
 public:
  // Writes a file as if long ago, so that the next batch can trust its time.
  void write(const std::string& name, const std::string& text) {
    const auto path = dir_.write(name, text);
    std::filesystem::last_write_time(
        path, std::filesystem::file_time_type::clock::now() - std::chrono::hours{++age_});
  }
  // Other bytes of the same length under the same time: only reading could tell.
  void alter_unseen(const std::string& name, const std::string& text) const {
    const auto time = std::filesystem::last_write_time(dir_.path() / name);
    std::filesystem::last_write_time(dir_.write(name, text), time);
  }
  void remove(const std::string& name) const { std::filesystem::remove_all(dir_.path() / name); }
  [[nodiscard]] std::filesystem::path path(const std::string& name) const {
    return dir_.path() / name;
  }
  [[nodiscard]] std::filesystem::path index() const { return dir_.path() / "idx"; }

  [[nodiscard]] IndexOptions options(const std::vector<std::string>& paths) const {
    IndexOptions options;
    options.index = index();
    for (const auto& name : paths) options.paths.push_back(dir_.path() / name);
    options.threads = 1;
    return options;
  }
  [[nodiscard]] IndexReport run(const std::vector<std::string>& paths = {"in"}) const {
    return index_files(options(paths), {}, {});
  }
  [[nodiscard]] IndexReport prune(const std::vector<std::string>& paths = {"in"}) const {
    auto with = options(paths);
    with.prune = true;
    return index_files(with, {}, {});
  }
  // The text of the article in force under an id; empty: there is none.
  [[nodiscard]] std::string text(const std::string& id) const {
    const Snapshot snapshot(index());
    const Finder finder(snapshot);
    const auto where = finder.article(id);
    return where ? std::string(snapshot.segment(where->segment).text(where->ordinal)) : "";
  }
  // Ids in force, and the file that each came from.
  [[nodiscard]] std::map<std::string, std::string> articles() const {
    std::map<std::string, std::string> all;
    const Snapshot snapshot(index());
    for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
      const auto& segment = snapshot.segment(s);
      segment.live(DocumentKind::article).for_each([&](std::size_t i) {
        const auto meta = segment.meta(static_cast<std::uint32_t>(i));
        const auto shown = std::filesystem::path(meta.path).lexically_relative(
            std::filesystem::canonical(dir_.path()));
        REQUIRE(all.emplace(meta.id, shown.string()).second);
      });
    }
    return all;
  }

 private:
  TempDir dir_;
  int age_ = 0;
};

/// A line of JSON Lines: one record.
inline std::string record(const std::string& id, const std::string& text) {
  return fmt::format(R"({{"id": "{}", "text": "{}"}})"
                     "\n",
                     id, text);
}

}  // namespace dateline::test
