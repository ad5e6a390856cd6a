// A page is written in one pass, as the parser's events come, and narrowed afterwards. Whether a
// form, a header or an article element holds the page's text shows only when the whole page is
// known, so what they hold is noted as ranges of pieces, which narrow() takes out or keeps. What is
// never text (scripts, navigation) is left out at once. Each open element remembers what to go back
// to when it ends, since elements nest in any way, and libxml2 repairs their order but not their
// meaning.
#include "corpus/html/html_renderer.h"

#include <algorithm>

#include "corpus/structure/line_shape.h"
#include "language/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTitleBytes = 1000;
constexpr std::size_t kMaxAuthorBytes = 200;
constexpr std::size_t kMaxJsonLdBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxScopes = 10'000;
constexpr std::uint8_t kMaxListDepth = 100;
constexpr std::size_t kMaxDatetimeBytes = 40;
constexpr unsigned kMaxRowSpan = 1000;
constexpr std::size_t kEarlyBytes = 1000;  // so far into the text a <time> speaks of the article

void add_range(std::vector<PieceRange>& ranges, PieceRange range) {
  if (ranges.size() < kMaxScopes && range.begin < range.end) ranges.push_back(range);
}

// A span of rows; 1 for what is no number.
unsigned number(std::string_view digits) noexcept {
  unsigned value = 0;
  for (const char c : digits) {
    if (!is_ascii_digit(c)) break;
    value = std::min(value * 10 + static_cast<unsigned>(c - '0'), kMaxRowSpan);
  }
  return std::max(value, 1U);
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
  open.datetime.clear();
  open.element = element;
  see_metadata(element, attributes, open.dropped);
  const bool no_text = element == HtmlElement::dropped || element == HtmlElement::script ||
                       element == HtmlElement::title || element == HtmlElement::meta;
  // Pages hide themselves until their scripts have run.
  open.dropped = open.dropped || no_text || (element != HtmlElement::root && is_hidden(attributes));
  open.style = builder_.style();
  open.is_furniture = false;
  open.is_author = !open.dropped && !in_author_ && is_early() && names_author(attributes);
  in_author_ = in_author_ || open.is_author;
  if (!open.dropped) see_class(open, name, attributes);
  if (!open.dropped) begin(open, name, attributes);
  open_.push_back(open);
}

// What the class, the id and the role of an element of several lines say that it is; within a line,
// what is no text of it ("[edit]").
void HtmlRenderer::see_class(Open& open, std::string_view name, const HtmlAttributes& attributes) {
  if (name == "span" || name == "a") {
    open.dropped = html_purpose(attributes) == HtmlPurpose::furniture;
    return;
  }
  if (open.element != HtmlElement::block && open.element != HtmlElement::list &&
      open.element != HtmlElement::table)
    return;
  switch (html_purpose(attributes)) {
    case HtmlPurpose::none:
      return;
    case HtmlPurpose::furniture:
    case HtmlPurpose::furniture_part:
      open.is_furniture = true;
      open.first_piece = builder_.mark();
      return;
    case HtmlPurpose::notes:
      return builder_.set_kind(PieceKind::note);
    case HtmlPurpose::sources:
      return builder_.set_kind(PieceKind::listing);
  }
}

void HtmlRenderer::begin(Open& open, std::string_view name, const HtmlAttributes& attributes) {
  switch (open.element) {
    case HtmlElement::line_end:
      return builder_.line_break();
    case HtmlElement::heading:
      builder_.break_piece();
      return builder_.set_level(static_cast<std::uint8_t>(name[1] - '0'));
    case HtmlElement::preformatted:
      open.preformatted = true;
      return builder_.break_piece();
    case HtmlElement::raised:
      return builder_.begin_raised();
    case HtmlElement::time:
      open.datetime = attribute(attributes, "datetime").substr(0, kMaxDatetimeBytes);
      open.first_byte = builder_.settled_size();
      [[fallthrough]];
    case HtmlElement::strong:
      return builder_.begin_strong();
    case HtmlElement::term:
      return builder_.begin_term();
    case HtmlElement::definition:
      return builder_.begin_meaning();
    case HtmlElement::list:
      if (list_depth_ < kMaxListDepth) ++list_depth_;
      return builder_.break_piece();
    case HtmlElement::item:
      return begin_item();
    case HtmlElement::table:
      return builder_.begin_table();
    case HtmlElement::row:
      return builder_.begin_row();
    case HtmlElement::cell:
      return builder_.begin_cell(number(attribute(attributes, "rowspan")), name == "th");
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

// Items of a list of notes are notes.
void HtmlRenderer::begin_item() {
  const auto kind = builder_.style().kind;
  builder_.begin_item(std::max<std::uint8_t>(list_depth_, 1));
  if (kind == PieceKind::note || kind == PieceKind::listing) builder_.set_kind(kind);
}

// "3 March" gets the year that its markup tells.
void HtmlRenderer::end_time(const Open& open) {
  builder_.add_year(open.first_byte, open.datetime);
  builder_.end_strong();
}

void HtmlRenderer::finish(const Open& open) {
  switch (open.element) {
    case HtmlElement::cell:
      return builder_.end_cell();
    case HtmlElement::raised:
      return builder_.end_raised();
    case HtmlElement::time:
      return end_time(open);
    case HtmlElement::strong:
      return builder_.end_strong();
    case HtmlElement::term:
      return builder_.end_term();
    case HtmlElement::definition:
      return builder_.end_meaning();
    case HtmlElement::table:
      return builder_.end_table();
    case HtmlElement::row:
      return builder_.end_row();
    case HtmlElement::list:
      if (list_depth_ > 0) --list_depth_;
      return builder_.break_piece();
    case HtmlElement::item:
      return builder_.part();
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
  const Open open = std::move(open_.back());
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
  if (open.is_author) {
    in_author_ = false;
    metadata_.add_shown_author(author_);
    author_.clear();
  }
  if (!open.dropped) finish(open);
  if (open.is_furniture) add_range(furniture_, {open.first_piece, builder_.mark()});
  builder_.set_style(open.style);
}

void HtmlRenderer::text(std::string_view run) {
  if (in_title_ && title_.size() < kMaxTitleBytes) title_ += run;
  if (in_json_ld_) return raw(run);
  if (open_.empty() || open_.back().dropped) return;
  if (in_author_ && author_.size() < kMaxAuthorBytes) author_ += run;
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
  const auto is_titled = [&](const PieceRange& range) {
    const auto first = document.pieces.begin() + static_cast<std::ptrdiff_t>(range.begin);
    const auto last = document.pieces.begin() + static_cast<std::ptrdiff_t>(range.end);
    return std::any_of(first, last, [](const Piece& p) { return p.level == 1; });
  };
  for (const auto& range : headers_) {
    if (!is_titled(range) && bytes_of(document, range) <= half()) out.push_back(range);
  }
  for (const auto& range : furniture_) {
    if (!is_titled(range) && bytes_of(document, range) <= half() / 2) out.push_back(range);
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
