#include "corpus/zip_reader.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "corpus/office/zip_archive.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// Hidden files and folders, and what macOS keeps beside each file.
bool is_passed_over(std::string_view name) noexcept {
  return name.empty() || name.ends_with('/') || name.starts_with('.') ||
         name.starts_with("__MACOSX") || name.find("/.") != std::string_view::npos ||
         name.find("/__MACOSX") != std::string_view::npos;
}

// What is packed once more would need a bound of its own.
bool is_archive(const std::string& name, FileKind kind) {
  return kind == FileKind::zip || fold(name).ends_with(".gz");
}

/// Reads one archive.
class ZipFiles {
 public:
  ZipFiles(std::string_view bytes, const ReadJob& job, const ReadBytes& read)
      : archive_(bytes, job), job_(job), read_(read) {}

  void run() {
    for (const auto& name : archive_.names()) {
      if (is_passed_over(name)) continue;
      const auto kind = kind_of(name);
      if (kind == FileKind::unknown || is_archive(name, kind)) {
        ++others_;
        continue;
      }
      if (is_full_) return;
      read_file(name, kind);
      if (job_.sink.is_enough && job_.sink.is_enough()) return;
    }
    if (others_ > 0)
      job_.repaired(fmt::format("{} of its files are of other kinds and not read", others_));
    if (articles_ == 0) job_.refuse("no file in it that can be read");
  }

 private:
  void read_file(const std::string& name, FileKind kind) {
    const std::filesystem::path path{job_.path.string() + "/" + name};
    const ReadSink sink{
        [&](Article&& article) {
          ++articles_;
          job_.sink.article(std::move(article));
        },
        [&](std::size_t line, std::string message, bool skipped) {
          const auto where = line > 0 ? fmt::format("{}:{}", name, line) : name;
          job_.sink.problem(0, fmt::format("{}: {}", where, message), skipped);
        },
        job_.sink.is_enough,
    };
    const ReadJob inner{path, job_.options, job_.dates, sink};
    try {
      auto bytes = archive_.part(name);
      if (!bytes) return;
      used_ += bytes->size();
      if (used_ > job_.options.max_file_bytes) return stop_before(name);
      read_(kind, std::move(*bytes), inner);
    } catch (const CorpusError& error) {
      sink.problem(error.line(), error.what(), true);
    }
  }

  void stop_before(const std::string& name) {
    is_full_ = true;
    job_.left_out(fmt::format("more than {} bytes in it: {} and what follows are left out",
                              job_.options.max_file_bytes, name));
  }

  ZipArchive archive_;
  const ReadJob& job_;
  const ReadBytes& read_;
  std::size_t used_ = 0;
  std::size_t articles_ = 0;
  std::size_t others_ = 0;
  bool is_full_ = false;
};

}  // namespace

void read_zip(std::string_view bytes, const ReadJob& job, const ReadBytes& read) {
  ZipFiles{bytes, job, read}.run();
}

}  // namespace dateline
