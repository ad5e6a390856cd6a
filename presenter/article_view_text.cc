#include <fmt/format.h>

#include <algorithm>

#include "language/display.h"
#include "presenter/article_view_presenter.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

std::string heading_of(const ArticleView& view, const TextStyle& style) {
  std::string out =
      style.bold(view.meta.title.empty() ? "(no title)" : printable(view.meta.title)) + "\n";
  std::string line;
  for (const auto& author : view.meta.authors) line += printable(author) + " · ";
  line += view.meta.published ? style.date(format_interval(*view.meta.published)) : "undated";
  line += " · " + style.dim(printable(view.meta.id));
  return out + line + "\n" + style.dim(printable(view.meta.path)) + "\n";
}

std::string block_text(const ArticleView& view, const BlockRow& block, const TextStyle& style) {
  std::vector<Span> marks;
  std::vector<PaintedSpan::Paint> paints;
  const auto first =
      std::lower_bound(view.mentions.begin(), view.mentions.end(), block.content.begin,
                       [](const ViewedMention& mention, std::uint32_t offset) {
                         return mention.span.begin < offset;
                       });
  for (auto it = first; it != view.mentions.end() && it->span.begin < block.content.end; ++it) {
    const ViewedMention& mention = *it;
    if (mention.span.empty() || !block.content.contains(mention.span)) continue;
    if (!marks.empty() && mention.span.begin < marks.back().end)
      continue;  // the second country of one place
    marks.push_back(mention.span);
    paints.push_back(paint_of(mention.kind));
  }
  const Snippet copy = copy_for_display(view.text, shown_span(block), marks);
  std::vector<PaintedSpan> spans;
  for (std::size_t i = 0; i < std::min(copy.highlights.size(), paints.size()); ++i)
    spans.push_back({copy.highlights[i], paints[i]});
  const auto shown = printable_painted(copy.text, spans);
  if (is_heading(block)) {
    return each_line(wrapped(shown.text, {}, "", style),
                     [&](std::string_view line) { return style.bold(line); });
  }
  const bool dimmed = view.focus && !block.content.overlaps(*view.focus);
  if (dimmed) {
    return each_line(wrapped(shown.text, {}, "", style),
                     [&](std::string_view line) { return style.dim(line); });
  }
  return wrapped(shown.text, shown.spans, "", style);
}

std::string event_line(const ArticleView& view, const TextStyle& style) {
  const ViewedEvent& event = view.events.front();
  const auto page = page_label(pages_of(view.page_starts, event.span));
  const auto countries = event.countries.empty() ? "" : " " + join_codes(event.countries, " ");
  return fmt::format("{} ·{} · {} · {}{}{}\n", style.bold(format_interval(event.date.days)),
                     style.country(countries), event_origin_name(event.origin),
                     precision_name(event.date.precision),
                     event.date.approximate ? ", approximate" : "",
                     page.empty() ? page : " · " + page);
}

}  // namespace

std::string to_text(const ArticleView& view, const TextStyle& style) {
  std::string out = heading_of(view, style);
  if (view.focus) out += event_line(view, style);
  std::uint32_t page = 0;
  for (const BlockRow& block : view.blocks) {
    const auto kind = static_cast<BlockKind>(block.kind);
    if (kind == BlockKind::title) continue;  // stands above
    const auto begins_on = pages_of(view.page_starts, block.content).first;
    if (!view.focus && begins_on > page) {
      page = begins_on;
      out += "\n" + style.dim(page_label({page, page})) + "\n";
    }
    out += "\n" + block_text(view, block, style);
  }
  return out;
}

}  // namespace dateline
