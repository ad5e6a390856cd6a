// Shows what was found in articles, one after the other: as text, JSON, or a page.
#pragma once

#include <memory>
#include <string>

#include "annotation/annotated_article.h"
#include "presenter/text_style.h"

namespace dateline {

/// Turns articles into output as they come, so that no more than one is kept. Call begin() once,
/// article() for each, end() once, and write what they return.
class AnnotationPresenter {
 public:
  AnnotationPresenter() = default;
  virtual ~AnnotationPresenter() = default;
  AnnotationPresenter(AnnotationPresenter&&) = delete;

  [[nodiscard]] virtual std::string begin() { return {}; }
  [[nodiscard]] virtual std::string article(const AnnotatedArticle& article) = 0;
  [[nodiscard]] virtual std::string end() { return {}; }
};

/// For programs that read lines: one line a mention and one an event,
/// `file:line:begin-end ⇥ kind ⇥ value ⇥ rule ⇥ text`; see docs/extraction.md.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_lines();

/// For a terminal: the text with its line numbers, mentions coloured, and below each block what
/// they mean.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_on_terminal(const TextStyle& style);

/// One JSON object; its grammar is in docs/output.md. `names`: the fingerprint of the overrides.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_json(std::string names);

/// One HTML page that needs nothing else: no script, no other file.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_page(std::string names);

}  // namespace dateline
