#include "presenter/proof_presenter.h"

#include <fmt/format.h>

#include "language/display.h"
#include "presenter/json_values.h"
#include "searcher/query/request.h"

namespace dateline {

std::string to_text(const ProofsAnswer& answer, const TextStyle& style) {
  const auto& [facet, value, total, proofs, kind] = answer;
  std::string out = fmt::format("{} {} with {} {}", with_commas(total), unit_name(kind, total),
                                facet_name(facet), printable(value));
  if (proofs.size() < total) out += fmt::format(", {} shown", with_commas(proofs.size()));
  out += "\n";
  for (const auto& proof : proofs) {
    out += "\n" + style.bold(proof.title.empty() ? "(no title)" : printable(proof.title)) + "\n" +
           style.dim(printable(proof.id)) + "\n";
    for (const auto& span : proof.spans) {
      const auto place = span.span.empty() ? std::string{"(no place in the text)"}
                                           : fmt::format("{}-{}", span.span.begin, span.span.end);
      const auto page = page_label(span.pages);
      out += fmt::format("  {:<15} {}{}  {}\n", place,
                         page.empty() ? page : fmt::format("{:<6} ", page),
                         style.dim(fmt::format("{:<18}", span.rule)), printable(span.text));
    }
  }
  return out;
}

std::string to_json(const ProofsAnswer& answer) {
  const auto& [facet, value, total, proofs, kind] = answer;
  Json hits = Json::array();
  for (const auto& proof : proofs) {
    Json spans = Json::array();
    for (const auto& span : proof.spans) {
      const bool placed = !span.span.empty();
      Json object{{"span", placed ? span_json(span.span) : Json(nullptr)}};
      add_pages(span.pages, object);
      object["text"] = placed ? Json(span.text) : Json(nullptr);
      object["rule"] = span.rule;
      spans.push_back(std::move(object));
    }
    hits.push_back({{"id", proof.id}, {"title", proof.title}, {"spans", std::move(spans)}});
  }
  return dump(Json{{"schema", kOutputSchema},
                   {"kind", unit_name(kind, 1)},
                   {"facet", facet_name(facet)},
                   {"value", value},
                   {"total", total},
                   {"hits", std::move(hits)}});
}

}  // namespace dateline
