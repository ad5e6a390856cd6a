// A page is written in one pass, as the parser's events come, and narrowed afterwards. Whether a
// form, a header or an article element holds the page's text shows only when the whole page is
// known, so what they hold is noted as ranges of pieces, which narrow() takes out or keeps. What is
// never text (scripts, navigation) is left out at once. Each open element remembers what to go back
// to when it ends, since elements nest in any way, and libxml2 repairs their order but not their
// meaning.
#include "corpus/html/html_renderer.h"

#include <algorithm>

#include "corpus/structure/line_shape.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTitleBytes = 1000;
constexpr std::size_t kMaxJsonLdBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxScopes = 10'000;
constexpr std::size_t kEarlyBytes = 1000;  // so far into the text a <time> speaks of the article

void add_range(std::vector<PieceRange>& ranges, PieceRange range) {
  if (ranges.size() < kMaxScopes && range.begin < range.end) ranges.push_back(range);
}

}  // namespace

void HtmlRenderer::see_metadata(HtmlElement element, const HtmlAttributes& attributes,
                                bool dropped) {
  switch (element) {
    case HtmlElement::root:
      metadata_.set_language(attribute(attributes, "lang"));
      break;
    case HtmlElement::meta:
      metadata_.add_meta(attributes);
      break;
    case HtmlElement::title:
      in_title_ = title_.empty() && !dropped;
      break;
    case HtmlElement::script:
      in_json_ld_ = attribute(attributes, "type") == "application/ld+json";
      break;
    case HtmlElement::time:
      if (!dropped && is_early()) metadata_.add_time(attribute(attributes, "datetime"));
      break;
    default:
      break;
  }
}

bool HtmlRenderer::is_early() const noexcept { return builder_.size_bytes() < kEarlyBytes; }

void HtmlRenderer::start(std::string_view name, const HtmlAttributes& attributes) {
  const auto element = html_element(name);
  Open open = open_.empty() ? Open{} : open_.back();
  open.element = element;
  see_metadata(element, attributes, open.dropped);
  const bool no_text = element == HtmlElement::dropped || element == HtmlElement::script ||
                       element == HtmlElement::title || element == HtmlElement::meta;
  // Pages hide themselves until their scripts have run.
  open.dropped = open.dropped || no_text || (element != HtmlElement::root && is_hidden(attributes));
  open.level = builder_.level();
  open.items = builder_.items();
  if (!open.dropped) begin(open, name);
  open_.push_back(open);
}

void HtmlRenderer::begin(Open& open, std::string_view name) {
  switch (open.element) {
    case HtmlElement::line_end:
      return builder_.line_break();
    case HtmlElement::heading:
      builder_.break_piece();
      return builder_.set_level(static_cast<std::uint8_t>(name[1] - '0'));
    case HtmlElement::preformatted:
      open.preformatted = true;
      return builder_.break_piece();
    case HtmlElement::term:
      builder_.end_row();
      builder_.set_items(true);
      return builder_.begin_cell();
    case HtmlElement::item:
      builder_.end_row();
      return builder_.set_items(true);
    case HtmlElement::definition:
      builder_.break_piece();
      return builder_.set_items(true);
    case HtmlElement::table:
    case HtmlElement::row:
      return builder_.end_row();
    case HtmlElement::cell:
      return builder_.begin_cell();
    case HtmlElement::article:
      open.in_article = true;
      [[fallthrough]];
    case HtmlElement::form:
    case HtmlElement::header:
      open.first_piece = builder_.mark();
      return;
    case HtmlElement::block:
      return builder_.break_piece();
    default:
      return;
  }
}

void HtmlRenderer::finish(const Open& open) {
  switch (open.element) {
    case HtmlElement::cell:
      return builder_.end_cell();
    case HtmlElement::term:
      return builder_.end_term();
    case HtmlElement::table:
    case HtmlElement::row:
    case HtmlElement::item:
    case HtmlElement::definition:
      return builder_.end_row();
    case HtmlElement::article:
      return add_range(articles_, {open.first_piece, builder_.mark()});
    case HtmlElement::form:
      return add_range(forms_, {open.first_piece, builder_.mark()});
    case HtmlElement::header:
      if (!open.in_article) add_range(headers_, {open.first_piece, builder_.mark()});
      return;
    case HtmlElement::heading:
    case HtmlElement::preformatted:
    case HtmlElement::block:
      return builder_.break_piece();
    default:
      return;
  }
}

void HtmlRenderer::end() {
  if (open_.empty()) return;
  const Open open = open_.back();
  open_.pop_back();
  if (open.element == HtmlElement::title && in_title_) {
    in_title_ = false;
    metadata_.set_page_title(title_);
  }
  if (open.element == HtmlElement::script && in_json_ld_) {
    in_json_ld_ = false;
    metadata_.add_json_ld(json_ld_);
    json_ld_.clear();
  }
  if (!open.dropped) finish(open);
  builder_.set_level(open.level);
  builder_.set_items(open.items);
}

void HtmlRenderer::text(std::string_view run) {
  if (in_title_ && title_.size() < kMaxTitleBytes) title_ += run;
  if (in_json_ld_) return raw(run);
  if (open_.empty() || open_.back().dropped) return;
  if (open_.back().preformatted) {
    builder_.verbatim(run);
  } else {
    builder_.text(run);
  }
}

void HtmlRenderer::raw(std::string_view run) {
  if (in_json_ld_ && json_ld_.size() + run.size() <= kMaxJsonLdBytes) json_ld_ += run;
}

// Leaves the text that the page is about.
void HtmlRenderer::narrow(Document& document) {
  const auto half = [&] { return document.text.size() / 2; };
  const auto all = document.pieces.size();
  PieceRange best{0, all};
  for (const auto& range : articles_) {
    if (bytes_of(document, range) > half() &&
        bytes_of(document, range) <= bytes_of(document, best)) {
      best = range;
    }
  }
  std::vector<PieceRange> out{{0, best.begin}, {best.end, all}};
  for (const auto& range : forms_) {
    if (bytes_of(document, range) <= half()) out.push_back(range);
  }
  for (const auto& range : headers_) {
    const auto first = document.pieces.begin() + static_cast<std::ptrdiff_t>(range.begin);
    const auto last = document.pieces.begin() + static_cast<std::ptrdiff_t>(range.end);
    const bool titled = std::any_of(first, last, [](const Piece& p) { return p.level == 1; });
    if (!titled && bytes_of(document, range) <= half()) out.push_back(range);
  }
  std::sort(out.begin(), out.end(),
            [](const PieceRange& a, const PieceRange& b) { return a.begin < b.begin; });
  take_out(document, out);
}

Document HtmlRenderer::take() {
  while (!open_.empty()) end();
  auto document = builder_.take();
  document.metadata = metadata_.take();
  narrow(document);
  return document;
}

}  // namespace dateline
