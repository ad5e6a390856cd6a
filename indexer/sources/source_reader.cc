#include "indexer/sources/source_reader.h"

#include <utility>

namespace dateline {

ReadingEnd read_source(const std::filesystem::path& path, const ReadOptions& options,
                       const DateFinder& dates, const SourceSink& sink) {
  bool is_stopped = false;
  const ReadSink articles{
      [&](Article&& article) {
        is_stopped = is_stopped || sink.stop.stop_requested();
        if (!is_stopped) sink.article(std::move(article));
      },
      sink.problem,
      [&] { return is_stopped; },
      sink.read_so_far,
  };
  try {
    read_articles(path, options, dates, articles);
  } catch (const CorpusError& error) {
    if (sink.stop.stop_requested()) return ReadingEnd::stopped;
    sink.problem(error.line(), error.what(), true);
    return ReadingEnd::refused;
  }
  return is_stopped ? ReadingEnd::stopped : ReadingEnd::complete;
}

}  // namespace dateline
