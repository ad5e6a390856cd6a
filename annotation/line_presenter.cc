#include <fmt/format.h>

#include "annotation/annotation_presenter.h"
#include "language/display.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

std::string date_text(const DateValue& date) {
  return format_interval(date.days) + " " + describe_precision(date, " ", "year-inferred");
}

std::string line_of(const AnnotatedArticle& article, Span span, std::string_view kind,
                    std::string_view value, std::string_view rule) {
  return fmt::format("{}:{}:{}-{}\t{}\t{}\t{}\t{}\n", article.label(), article.line_of(span.begin),
                     span.begin, span.end, kind, value, rule, article.words(span));
}

class LinePresenter : public AnnotationPresenter {
 public:
  std::string article(const AnnotatedArticle& article) override {
    std::string out;
    for (const Place& place : article.places()) {
      const bool date = place.kind == MentionKind::date;
      out += line_of(article, place.span, mention_kind_name(place.kind),
                     date ? date_text(place.date) : place_value(place), place.rule);
      if (place.span.empty()) out.insert(out.size() - 1, printable(article.words_of(place)));
      if (!place.year_from.empty()) {
        out.insert(out.size() - 1, fmt::format("\tyear from: {}", place.year_from));
      }
      if (const auto proof = proof_of(article, place); !proof.empty()) {
        out.insert(out.size() - 1, "\t" + proof);
      }
    }
    for (const Event& event : article.article().events) {
      auto value = date_text(event.date);
      if (!event.countries.empty()) value += " " + code_list(event.countries);
      if (!event.acting.empty()) value += " acting " + code_list(event.acting);
      out += line_of(article, event.span, "event", value, event_origin_name(event.origin));
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<AnnotationPresenter> present_lines() { return std::make_unique<LinePresenter>(); }

}  // namespace dateline
