// An article on its way through the workers.
#pragma once

#include <optional>
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

/// Annotates one article: what each worker does.
[[nodiscard]] inline AnnotatedTask annotate_task(Annotator& annotator, AnnotationTask&& task) {
  AnnotatedTask finished{annotator.annotate(std::move(task.article)), task.replaces};
  if (task.kept) {
    finished.article.meta = std::move(*task.kept);
  } else {
    finished.article.meta.source = std::move(task.source);
    finished.article.meta.feed = std::move(task.feed);
  }
  return finished;
}

}  // namespace dateline
