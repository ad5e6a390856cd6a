// An article with everything that was found in it, each find with what it means and why.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

#include "index/rows.h"
#include "index/snapshot.h"
#include "language/countries/country_finder.h"
#include "language/period_name.h"
#include "presenter/date_label.h"
#include "searcher/hit/article_view.h"
#include "searcher/query/query_fields.h"
#include "server/page/citation.h"
#include "server/page/pages.h"

namespace dateline {
namespace {

std::string value_text(const ViewedMention& mention) {
  if (mention.date) {
    return fmt::format("{}{} ({})", mention.date->approximate ? "about " : "",
                       format_interval(mention.date->days),
                       precision_name(mention.date->precision));
  }
  if (mention.kind == MentionKind::country) {
    return fmt::format("{} ({})", country_name(mention.country).value_or(mention.country.str()),
                       mention.country.str());
  }
  return mention.organization;
}

std::string event_anchor(std::string_view id) {
  const auto hash = id.rfind('#');
  return fmt::format("e-{}", hash == std::string_view::npos ? id : id.substr(hash + 1));
}

// An event's mark at its place.
View anchor_view(const ViewedEvent& event, bool is_focus) {
  return {{"anchor", event_anchor(event.id)}, {"focus", is_focus}};
}

// Cuts the text of a block at the bounds of mentions and where events begin. Mentions may overlap: a
// piece has all the kinds that it lies in, and the first piece of a mention its anchor.
class BlockPieces {
 public:
  BlockPieces(const ArticleView& article, const BlockRow& block, std::optional<Span> focus)
      : article_{article}, span_{block.content}, focus_{focus} {
    for (std::size_t i = 0; i < article.mentions.size(); ++i) {
      const auto& mention = article.mentions[i];
      if (!mention.span.empty() && span_.contains(mention.span)) mentions_.push_back(i);
    }
  }

  [[nodiscard]] View view() const {
    std::vector<std::uint32_t> bounds{span_.begin, span_.end};
    for (const auto i : mentions_) {
      bounds.push_back(article_.mentions[i].span.begin);
      bounds.push_back(article_.mentions[i].span.end);
    }
    for (const auto& event : article_.events) {
      if (event.span.begin >= span_.begin && event.span.begin < span_.end)
        bounds.push_back(event.span.begin);
    }
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    View pieces = View::array();
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
      add_anchors(bounds[i], pieces);
      pieces.push_back(piece({bounds[i], bounds[i + 1]}));
    }
    return pieces;
  }

 private:
  void add_anchors(std::uint32_t at, View& pieces) const {
    for (const auto& event : article_.events) {
      if (event.span.begin == at)
        pieces.push_back(anchor_view(event, focus_ && *focus_ == event.span));
    }
  }

  [[nodiscard]] View piece(Span span) const {
    View view{{"text", std::string{span.of(article_.text)}}};
    std::string kinds;
    std::string tip;
    for (const auto i : mentions_) {
      const auto& mention = article_.mentions[i];
      if (!mention.span.contains(span)) continue;
      kinds += fmt::format("{}{}", kinds.empty() ? "" : " ", mention_kind_name(mention.kind));
      tip += fmt::format("{}{} · {}", tip.empty() ? "" : "; ", value_text(mention), mention.rule);
      view["row"] = fmt::format("m{}", i);
      if (mention.span.begin == span.begin) view["place"] = fmt::format("at{}", i);
    }
    if (kinds.empty()) return view;
    view["mark"] = true;
    view["kinds"] = std::move(kinds);
    view["tip"] = std::move(tip);
    return view;
  }

  const ArticleView& article_;
  Span span_;
  std::optional<Span> focus_;
  std::vector<std::size_t> mentions_;
};

bool is_heading_kind(BlockKind kind) noexcept {
  return kind == BlockKind::heading || kind == BlockKind::chronology_heading;
}

View blocks_view(const PageCall& call, const ArticleView& article, std::optional<Span> focus,
                 bool& has_title) {
  View blocks = View::array();
  std::uint32_t page = 0;
  for (const auto& block : article.blocks) {
    const auto kind = static_cast<BlockKind>(block.kind);
    const bool is_title = kind == BlockKind::title && !std::exchange(has_title, true);
    View view{{"kind", block_kind_name(kind)},
              {"is_title", is_title},
              {"is_heading", !is_title && is_heading_kind(kind)},
              {"is_text", !is_title && !is_heading_kind(kind)},
              {"pieces", BlockPieces(article, block, focus).view()}};
    const auto pages = pages_of(article.page_starts, block.span);
    if (pages.known() && pages.first != std::exchange(page, pages.first)) {
      view["page"] = std::to_string(pages.first);
      view["page_label"] = call.texts.filled("page_label", pages.first);
    }
    blocks.push_back(std::move(view));
  }
  return blocks;
}

View events_view(const PageCall& call, const ArticleView& article, std::optional<Span> focus) {
  View events = View::array();
  for (const auto& event : article.events) {
    events.push_back({{"anchor", event_anchor(event.id)},
                      {"date", short_date(event.date)},
                      {"countries", join_codes(event.countries, " ")},
                      {"url", reader_url(call.base, event.id)},
                      {"focus", focus && *focus == event.span}});
  }
  return events;
}

View mentions_view(const ArticleView& article) {
  View mentions = View::array();
  for (std::size_t i = 0; i < article.mentions.size(); ++i) {
    const auto& mention = article.mentions[i];
    View view{{"row", fmt::format("m{}", i)},
              {"kind", mention_kind_name(mention.kind)},
              {"text", mention.text},
              {"value", value_text(mention)},
              {"rule", mention.rule}};
    if (!mention.span.empty()) {
      view["place"] = fmt::format("at{}", i);
      view["span"] = fmt::format("{}–{}", mention.span.begin, mention.span.end);
    }
    mentions.push_back(std::move(view));
  }
  return mentions;
}

// The kinds of mentions that the text has, as its marks show them.
View kinds_view(const PageCall& call, const ArticleView& article) {
  View kinds = View::array();
  for (const auto kind : {MentionKind::date, MentionKind::country, MentionKind::organization}) {
    const auto is_of_kind = [kind](const ViewedMention& one) { return one.kind == kind; };
    if (std::none_of(article.mentions.begin(), article.mentions.end(), is_of_kind)) continue;
    const auto name = mention_kind_name(kind);
    kinds.push_back({{"kind", name}, {"label", call.texts.of(name)}});
  }
  return kinds;
}

View article_view(const PageCall& call, const ArticleView& article, const std::string& id,
                  std::optional<Span> focus) {
  const auto& meta = article.meta;
  const CitedArticle cited{meta.id, meta.title, meta.authors, meta.published};
  bool has_title = false;
  View view = View::object();
  view["blocks"] = blocks_view(call, article, focus, has_title);
  view["has_title"] = has_title;
  view["title"] = meta.title.empty() ? meta.id : meta.title;
  view["described"] = fmt::format(
      "{}{}{} · {}", fmt::join(meta.authors, ", "), meta.authors.empty() ? "" : " · ",
      meta.published ? period_name(*meta.published) : call.texts.of("undated"), meta.id);
  view["whole_url"] = id == meta.id ? std::string{} : reader_url(call.base, meta.id);
  view["events"] = events_view(call, article, focus);
  view["mentions"] = mentions_view(article);
  view["kinds"] = kinds_view(call, article);
  view["mentions_line"] = call.texts.filled("mentions_line", article.mentions.size());
  view["bibtex"] = bibtex_of(cited);
  view["csl"] = csl_of(cited);
  view["coins"] = coins_of(cited);
  view["file"] = std::filesystem::path(meta.path).filename().string();
  view["similar"] = fmt::format("{}/similar?{}", call.base, to_query_string({{"id", id}}));
  view["json"] = fmt::format("{}/v1/articles/{}", call.base, percent_encoded(id));
  view["plain"] = fmt::format("{}/v1/articles/{}/text", call.base, percent_encoded(meta.id));
  return view;
}

}  // namespace

// An event is shown in the whole of its article, its place marked.
View reader_page(const PageCall& call, const std::string& id) {
  const auto& searcher = call.reader.searcher();
  const auto kind = required_kind(searcher, id);
  auto own = view_of(searcher.snapshot(), id);
  const auto focus = own->focus;
  if (kind == DocumentKind::event) own = view_of(searcher.snapshot(), own->meta.id);
  const auto& article = *own;
  View view = View::object();
  view["article"] = article_view(call, article, id, focus);
  view["metas"] = citation_metas(
      {article.meta.id, article.meta.title, article.meta.authors, article.meta.published});
  add_layout(call, article.meta.title, view);
  return view;
}

}  // namespace dateline
