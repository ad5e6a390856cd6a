// Presents what was found in articles, one after the other.
#pragma once

#include <memory>
#include <string>

#include "annotation/annotated_article.h"
#include "presenter/formats.h"

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

/// What presenters of annotations know before the first article.
struct Annotation {
  std::string names;  ///< the fingerprint of the user's own names
};

template <>
struct PresentedAs<Annotation> {
  using Type = std::unique_ptr<AnnotationPresenter>;
};

template <>
std::span<const Writer<Annotation>> writers_of() noexcept;

/// For programs that read lines: one line a mention and one an event,
/// `file:line:begin-end ⇥ kind ⇥ value ⇥ rule ⇥ text`; see docs/extraction.md.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_lines();

/// For a terminal: the text with its line numbers, mentions coloured, and below each block what
/// they mean.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_on_terminal(const TextStyle& style);

/// One JSON object; its grammar is in docs/output.md.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_json(const Annotation& annotation);

/// What the reader made of each file: title, authors, publication and language with what they came
/// from, and the blocks, a line each: kind and first words.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_blocks();

/// One HTML page that needs nothing else: no script, no other file.
[[nodiscard]] std::unique_ptr<AnnotationPresenter> present_page(const Annotation& annotation);

}  // namespace dateline
