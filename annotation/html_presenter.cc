#include <fmt/format.h>

#include "annotation/annotation_presenter.h"
#include "annotation/html_marks.h"
#include "presenter/amount.h"
#include "presenter/html_escape.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

constexpr std::string_view kCss =
#include "page_css.inc"
    ;

constexpr std::string_view kLegend =
    R"(<p class="legend"><mark class="date">date</mark> <mark class="country">country</mark>
<mark class="organization">organization</mark> <mark class="person">person</mark>
<span>Rest the pointer on a mark to see what it means, and the rule that found it.</span></p>
)";

std::string_view tag_of(BlockKind kind) noexcept {
  switch (kind) {
    case BlockKind::title:
      return "h2";
    case BlockKind::heading:
    case BlockKind::chronology_heading:
    case BlockKind::chronology_date:
      return "h3";
    default:
      return "p";
  }
}

// What a place means, with whence its year comes.
std::string described(const Place& place) {
  auto text = describe_value(place);
  if (!place.year_from.empty()) text += "; year from: " + place.year_from;
  return text;
}

// Cells, the last with what `last_class` says.
std::string row(std::initializer_list<std::string> cells, std::string_view last_class = "") {
  std::string out = "<tr>";
  for (const auto& cell : cells) {
    const bool last = &cell + 1 == cells.end();
    out += fmt::format("<td{}>{}</td>", last ? last_class : std::string_view{}, cell);
  }
  return out + "</tr>\n";
}

std::string table(std::string_view summary, std::string_view heads, std::string_view rows) {
  return fmt::format(
      "<details><summary>{}</summary>\n<div class=\"wide\"><table>\n<thead><tr>{}</tr></thead>\n"
      "<tbody>\n{}</tbody></table></div></details>\n",
      summary, heads, rows);
}

class PagePresenter : public AnnotationPresenter {
 public:
  explicit PagePresenter(std::string names) : names_{std::move(names)} {}

  std::string begin() override {
    return fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>Dates, countries, organizations and persons "
        "found</title>\n<style>\n{}</style>\n</head>\n<body>\n"
        "<header><h1>Dates, countries, organizations and persons found</h1>\n{}</header>\n<main>\n",
        kCss, kLegend);
  }

  std::string article(const AnnotatedArticle& article) override {
    ++number_;
    std::string out = "<article>\n" + heading(article);
    const auto& blocks = article.article().blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) out += block(article, i);
    return out + mentions(article) + events(article) + "</article>\n";
  }

  std::string end() override {
    const auto names =
        names_ == "none" ? std::string{} : " Own names: " + html_escaped(names_) + ".";
    return "</main>\n<footer>Made by dateline annotate." + names + "</footer>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] std::string anchor(std::size_t block) const {
    return fmt::format("a{}b{}", number_, block);
  }

  [[nodiscard]] static std::string heading(const AnnotatedArticle& article) {
    const auto& meta = article.article().meta;
    const auto period = meta.published
                            ? fmt::format("published {} ({})", format_interval(*meta.published),
                                          meta.published_source)
                            : std::string{"publication period unknown: what needs it was left out"};
    return fmt::format("<p class=\"file\"><code>{}</code> · {}</p>\n",
                       html_escaped(article.label()), html_escaped(period));
  }

  [[nodiscard]] std::string block(const AnnotatedArticle& article, std::size_t index) const {
    const BlockRow& row = article.article().blocks[index];
    const auto kind = static_cast<BlockKind>(row.kind);
    return fmt::format("<{0} id=\"{1}\" class=\"{2}\" dir=\"auto\" data-line=\"{3}\">{4}</{0}>\n",
                       tag_of(kind), anchor(index), block_kind_name(kind),
                       article.line_of(row.span.begin),
                       html_marked(article, row.content, article.places_in(row.content)));
  }

  [[nodiscard]] static std::string mentions(const AnnotatedArticle& article) {
    std::string rows;
    for (const Place& place : article.places()) {
      rows +=
          row({std::to_string(article.line_of(place.span.begin)),
               fmt::format("<mark class=\"{}\">{}</mark>", mention_kind_name(place.kind),
                           html_escaped(article.words(place.span))),
               html_escaped(place_value(place)), html_escaped(described(place)),
               html_escaped(place.rule), fmt::format("{}–{}", place.span.begin, place.span.end)});
    }
    return table(plural(article.places().size(), "mention"),
                 "<th>Line</th><th>Text</th><th>Value</th><th></th><th>Rule</th><th>Bytes</th>",
                 rows);
  }

  [[nodiscard]] std::string events(const AnnotatedArticle& article) const {
    std::string rows;
    for (const Event& event : article.article().events) {
      rows += row(
          {fmt::format("<a href=\"#{}\">{}</a>", anchor(event.block),
                       article.line_of(event.span.begin)),
           format_interval(event.date.days), describe_precision(event.date, ", ", "year inferred"),
           code_list(event.countries), std::string{event_origin_name(event.origin)},
           html_escaped(article.words(event.span))},
          R"( class="prose")");
    }
    return table(plural(article.article().events.size(), "event"),
                 "<th>Line</th><th>Days</th><th></th><th>Countries</th><th>Origin</th>"
                 "<th>Text</th>",
                 rows);
  }

  std::string names_;
  std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<AnnotationPresenter> present_page(const Annotation& annotation) {
  return std::make_unique<PagePresenter>(annotation.names);
}

}  // namespace dateline
