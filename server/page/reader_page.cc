// An article with everything that was found in it, each find with what it means and why.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "index/rows.h"
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
    return fmt::format("{} ({})", country_label(mention.country), mention.country.str());
  }
  if (mention.kind == MentionKind::person) {
    const auto state = country_name(mention.country);
    return state ? fmt::format("{}, for {}", mention.person, *state) : mention.person;
  }
  return mention.organization;
}

// An event's mark at its place.
View anchor_view(const ViewedEvent& event, bool is_focus) {
  return {{"anchor", event_anchor(event.id)}, {"focus", is_focus}};
}

// What stands in an article's text, in the order of where it begins.
struct Places {
  explicit Places(const ArticleView& article) {
    for (std::size_t i = 0; i < article.mentions.size(); ++i) {
      if (!article.mentions[i].span.empty()) mentions.push_back(i);
    }
    for (const auto& event : article.events) events.push_back(&event);
    std::stable_sort(mentions.begin(), mentions.end(), [&](std::size_t a, std::size_t b) {
      return article.mentions[a].span.begin < article.mentions[b].span.begin;
    });
    std::stable_sort(events.begin(), events.end(),
                     [](const auto* a, const auto* b) { return a->span.begin < b->span.begin; });
  }

  std::vector<std::size_t> mentions;  // indices into the article's own
  std::vector<const ViewedEvent*> events;
};

// Cuts the text of a block at the bounds of mentions and where events begin. Mentions may overlap: a
// piece has all the kinds that it lies in, and the first piece of a mention its anchor.
class BlockPieces {
 public:
  BlockPieces(const ArticleView& article, const Places& places, Span block) : article_{article} {
    const auto begins_before = [&](std::size_t i, std::uint32_t at) {
      return article.mentions[i].span.begin < at;
    };
    auto mention = std::lower_bound(places.mentions.begin(), places.mentions.end(), block.begin,
                                    begins_before);
    for (; mention != places.mentions.end() && begins_before(*mention, block.end); ++mention) {
      if (block.contains(article.mentions[*mention].span)) mentions_.push_back(*mention);
    }
    auto event = std::lower_bound(
        places.events.begin(), places.events.end(), block.begin,
        [](const ViewedEvent* one, std::uint32_t at) { return one->span.begin < at; });
    for (; event != places.events.end() && (*event)->span.begin < block.end; ++event)
      events_.push_back(*event);
    bounds_ = {block.begin, block.end};
    for (const auto i : mentions_) {
      bounds_.push_back(article.mentions[i].span.begin);
      bounds_.push_back(article.mentions[i].span.end);
    }
    for (const auto* one : events_) bounds_.push_back(one->span.begin);
    std::sort(bounds_.begin(), bounds_.end());
    bounds_.erase(std::unique(bounds_.begin(), bounds_.end()), bounds_.end());
  }

  [[nodiscard]] View view() const {
    View pieces = View::array();
    std::vector<std::size_t> open;  // the mentions that a piece lies in
    auto mention = mentions_.begin();
    auto event = events_.begin();
    for (std::size_t i = 0; i + 1 < bounds_.size(); ++i) {
      const auto at = bounds_[i];
      for (; event != events_.end() && (*event)->span.begin == at; ++event)
        pieces.push_back(anchor_view(**event, article_.focus == (*event)->span));
      std::erase_if(open, [&](std::size_t m) { return article_.mentions[m].span.end <= at; });
      for (; mention != mentions_.end() && article_.mentions[*mention].span.begin == at; ++mention)
        open.push_back(*mention);
      pieces.push_back(piece({at, bounds_[i + 1]}, open));
    }
    return pieces;
  }

 private:
  [[nodiscard]] View piece(Span span, const std::vector<std::size_t>& open) const {
    View view{{"text", std::string{span.of(article_.text)}}};
    if (open.empty()) return view;
    std::string kinds;
    std::string tip;
    for (const auto i : open) {
      const auto& mention = article_.mentions[i];
      kinds += fmt::format("{}{}", kinds.empty() ? "" : " ", mention_kind_name(mention.kind));
      tip += fmt::format("{}{} · {}", tip.empty() ? "" : "; ", value_text(mention), mention.rule);
      view["row"] = fmt::format("m{}", i);
      if (mention.span.begin == span.begin) view["place"] = fmt::format("at{}", i);
    }
    view["mark"] = true;
    view["kinds"] = std::move(kinds);
    view["tip"] = std::move(tip);
    return view;
  }

  const ArticleView& article_;
  std::vector<std::size_t> mentions_;
  std::vector<const ViewedEvent*> events_;
  std::vector<std::uint32_t> bounds_;
};

bool is_heading_kind(BlockKind kind) noexcept {
  return kind == BlockKind::heading || kind == BlockKind::chronology_heading;
}

View blocks_view(const PageCall& call, const ArticleView& article, bool& has_title) {
  View blocks = View::array();
  const Places places(article);
  std::uint32_t page = 0;
  for (const auto& block : article.blocks) {
    const auto kind = static_cast<BlockKind>(block.kind);
    const bool is_title = kind == BlockKind::title && !std::exchange(has_title, true);
    View view{{"kind", block_kind_name(kind)},
              {"is_title", is_title},
              {"is_heading", !is_title && is_heading_kind(kind)},
              {"is_text", !is_title && !is_heading_kind(kind)}};
    const auto pages = pages_of(article.page_starts, block.span);
    if (pages.known() && pages.first != std::exchange(page, pages.first)) {
      view["page"] = std::to_string(pages.first);
      view["page_label"] = call.texts.filled("page_label", pages.first);
    }
    view["pieces"] = BlockPieces(article, places, block.content).view();
    blocks.push_back(std::move(view));
  }
  return blocks;
}

View events_view(const PageCall& call, const ArticleView& article) {
  View events = View::array();
  for (const auto& event : article.events) {
    events.push_back({{"anchor", event_anchor(event.id)},
                      {"date", chronology_date(event.date)},
                      {"countries", join_codes(event.countries, " ")},
                      {"url", reader_url(call.base, event.id)},
                      {"focus", article.focus == event.span}});
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
  for (const auto kind :
       {MentionKind::date, MentionKind::country, MentionKind::organization, MentionKind::person}) {
    const auto is_of_kind = [kind](const ViewedMention& one) { return one.kind == kind; };
    if (std::none_of(article.mentions.begin(), article.mentions.end(), is_of_kind)) continue;
    const auto name = mention_kind_name(kind);
    kinds.push_back({{"kind", name}, {"label", call.texts.of(name)}});
  }
  return kinds;
}

View article_view(const PageCall& call, const ArticleView& article, const std::string& id) {
  const auto& meta = article.meta;
  const CitedArticle cited{meta.id, meta.title, meta.authors, meta.published};
  bool has_title = false;
  View view = page_values();
  view["blocks"] = blocks_view(call, article, has_title);
  view["has_title"] = has_title;
  view["title"] = meta.title.empty() ? meta.id : meta.title;
  view["described"] = fmt::format(
      "{}{}{} · {}", fmt::join(meta.authors, ", "), meta.authors.empty() ? "" : " · ",
      meta.published ? period_name(*meta.published) : call.texts.of("undated"), meta.id);
  view["whole_url"] = id == meta.id ? std::string{} : reader_url(call.base, meta.id);
  view["events"] = events_view(call, article);
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
  auto& archive = call.reader.archive();
  (void)required_kind(archive.searcher(), id);
  const auto article = *archive.whole_view(id);
  View view = page_values();
  view["article"] = article_view(call, article, id);
  view["metas"] = citation_metas(
      {article.meta.id, article.meta.title, article.meta.authors, article.meta.published});
  add_layout(call, article.meta.title, view);
  return view;
}

}  // namespace dateline
