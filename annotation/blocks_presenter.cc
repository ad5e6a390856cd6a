#include <fmt/format.h>

#include <string>
#include <string_view>

#include "annotation/annotation_presenter.h"
#include "corpus/article.h"
#include "language/display.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kShownBytes = 90;
constexpr std::size_t kNameWidth = 20;

std::string field(std::string_view name, std::string_view value, std::string_view source,
                  std::string_view words = {}) {
  if (value.empty()) return fmt::format("{:<{}}-\n", name, kNameWidth);
  const auto line = fmt::format("{:<{}}{}", name, kNameWidth, printable(value));
  if (source.empty() || source == "unknown") return line + "\n";
  if (words.empty()) return fmt::format("{}  ({})\n", line, source);
  return fmt::format("{}  ({}: {})\n", line, source, printable(words));
}

/// What the reader made of a file, and nothing that was found in it: for seeing why.
class BlocksPresenter : public AnnotationPresenter {
 public:
  std::string article(const AnnotatedArticle& article) override {
    std::string out = first_ ? "" : "\n";
    first_ = false;
    out += article.label() + "\n" + description(article.article().meta);
    for (const BlockRow& block : article.article().blocks) {
      const auto kind = block_kind_name(static_cast<BlockKind>(block.kind));
      out += fmt::format("{:<{}}{}\n", kind, kNameWidth, cut(article.words(shown_span(block))));
    }
    return out;
  }

 private:
  static std::string description(const ArticleMeta& meta) {
    std::string authors;
    for (const auto& author : meta.authors) authors += (authors.empty() ? "" : "; ") + author;
    const auto published = meta.published ? format_interval(*meta.published) : std::string{};
    return field("title:", meta.title, meta.title_source) +
           field("authors:", authors, meta.authors_source) +
           field("published:", published, meta.published_source, meta.published_from) +
           field("language:", meta.language, meta.language_source);
  }

  static std::string cut(std::string words) {
    if (words.size() <= kShownBytes) return words;
    words.resize(floor_code_point(words, kShownBytes));
    return words + "…";
  }

  bool first_ = true;
};

}  // namespace

std::unique_ptr<AnnotationPresenter> present_blocks() {
  return std::make_unique<BlocksPresenter>();
}

}  // namespace dateline
