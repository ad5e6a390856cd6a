// An article on its way through the workers.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include "corpus/article.h"
#include "index/article_meta.h"
#include "index/snapshot.h"
#include "indexer/annotate/annotator.h"
#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// An article to annotate.
struct AnnotationTask {
  Article article;
  std::string source;                ///< source_key() of where it came from
  std::optional<Location> replaces;  ///< the version that goes when this one comes
  std::optional<ArticleMeta> kept;   ///< its description, when it comes from the index itself
  std::string feed = {};             ///< as in ArticleMeta
};

/// An article that is ready to be written.
struct AnnotatedTask {
  IndexedArticle article;
  std::optional<Location> replaces;
};

/// What each worker does. @return nullopt once a stop is requested.
[[nodiscard]] inline std::optional<AnnotatedTask> annotate_task(Annotator& annotator,
                                                                AnnotationTask&& task,
                                                                const std::stop_token& stop) {
  auto annotated = annotator.annotate(std::move(task.article), stop);
  if (!annotated) return std::nullopt;
  AnnotatedTask finished{*std::move(annotated), task.replaces};
  if (task.kept) {
    finished.article.meta = std::move(*task.kept);
  } else {
    finished.article.meta.source = std::move(task.source);
    finished.article.meta.feed = std::move(task.feed);
  }
  return finished;
}

}  // namespace dateline
