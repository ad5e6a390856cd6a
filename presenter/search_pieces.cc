#include "presenter/search_pieces.h"

#include "presenter/csv.h"
#include "presenter/json_values.h"
#include "presenter/search_parts.h"

namespace dateline {

SearchPieces::SearchPieces(Format format, const SearchRequest& request, const SearchResult& summary,
                           std::size_t hit_count, const TextStyle& style)
    : format_{format}, request_{request}, summary_{summary}, hit_count_{hit_count}, style_{style} {}

std::string SearchPieces::before() const {
  switch (format_) {
    case Format::json:
      return json_before_hits(request_, summary_);
    case Format::jsonl:
      return {};
    case Format::csv:
      return hits_csv(summary_.kind, {});
    default:
      return for_terminal(search_head_text(request_, summary_, hit_count_), style_);
  }
}

std::string SearchPieces::hit(const Hit& hit) {
  ++given_;
  switch (format_) {
    case Format::json:
      return json_of_hit(hit, given_ == 1);
    case Format::jsonl:
      return dump_line(hit_json(hit));
    case Format::csv:
      return hit_record(hit);
    default:
      return for_terminal(hit_text(request_.offset + given_, hit, style_), style_);
  }
}

std::string SearchPieces::after() const {
  switch (format_) {
    case Format::json:
      return json_after_hits(request_, summary_, given_ > 0);
    case Format::jsonl:
    case Format::csv:
      return {};
    default:
      return for_terminal(search_facets_text(request_, summary_, all_facets_, style_), style_);
  }
}

}  // namespace dateline
