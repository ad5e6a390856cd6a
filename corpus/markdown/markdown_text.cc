#include "corpus/markdown/markdown_text.h"

#include <algorithm>
#include <exception>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "corpus/document/document_builder.h"
#include "corpus/document/lead_date.h"
#include "corpus/document/note_mark.h"
#include "corpus/html/html_reader.h"
#include "corpus/input/xml_library.h"
#include "corpus/markdown/delimiter_rows.h"
#include "corpus/markdown/markdown_leaf.h"
#include "corpus/markdown/markdown_library.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxHtmlBlocks = 10'000;
constexpr std::uint8_t kMaxListDepth = 100;

Span to_span(std::size_t begin, std::size_t end) noexcept {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string_view as_text(const MD_ATTRIBUTE& attribute) noexcept {
  return attribute.text == nullptr ? std::string_view{}
                                   : std::string_view{attribute.text, attribute.size};
}

void append_utf8(std::string& text, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value & 0xFFU); };
  const bool is_character = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!is_character) return;
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0U | code >> 6U);
  } else {
    if (code < 0x10000) {
      byte(0xE0U | code >> 12U);
    } else {
      byte(0xF0U | code >> 18U);
      byte(0x80U | (code >> 12U & 0x3FU));
    }
    byte(0x80U | (code >> 6U & 0x3FU));
  }
  byte(0x80U | (code & 0x3FU));
}

// "&eacute;", "&#233;", "&#xE9;". What is none stands for itself.
std::string entity_text(std::string_view entity) {
  std::string text;
  auto name = entity.substr(1, entity.size() < 2 ? 0 : entity.size() - 2);
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (hexadecimal) name.remove_prefix(1);
    append_utf8(text, static_cast<std::uint32_t>(
                          std::strtoul(std::string{name}.c_str(), nullptr, hexadecimal ? 16 : 10)));
    return text;
  }
  const std::string terminated{name};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libxml2 has unsigned characters
  const auto* const written = reinterpret_cast<const xmlChar*>(terminated.c_str());
  const auto* const library = xml_library();
  const auto* const found = library == nullptr ? nullptr : library->find_entity(written);
  if (found == nullptr) return std::string{entity};
  append_utf8(text, found->value);
  return text;
}

// The name in a tag of HTML, in small letters, with its slash: "br", "/sup".
std::string tag_name(std::string_view tag) {
  std::string name;
  for (const char c : tag.substr(std::min<std::size_t>(tag.size(), 1), 20)) {
    if (!is_ascii_letter(c) && !(c == '/' && name.empty())) break;
    name += ascii_lower(c);
  }
  return name;
}

bool has_text(std::string_view html) noexcept {
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag && !is_ascii_space(c)) return true;
    if (c == '>') in_tag = false;
  }
  return false;
}

/// Takes what the parser tells, block by block.
class MarkdownRenderer {
 public:
  MarkdownRenderer(std::string_view source, const ReadJob& job)
      : source_(source), job_(job), leaf_(source) {}

  void enter(MD_BLOCKTYPE type, void* detail);
  void leave(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view run);
  [[nodiscard]] MarkdownText take();

  std::exception_ptr error;

 private:
  struct Link {
    std::size_t begin = 0;  // of its text, in the leaf's
    std::string target;
  };

  void flush(std::uint8_t level);
  void clear();
  void emit_notes(const std::string& text);
  void emit(std::string_view text, std::uint8_t level, PieceKind kind);
  void note_place(bool is_heading);
  void flush_html();
  void take_lead();
  void inline_html(std::string_view tag);
  void end_link();
  void erase_from(std::size_t begin);
  [[nodiscard]] bool is_title_like(std::string_view text) const;
  [[nodiscard]] bool is_setext() const;

  std::string_view source_;
  const ReadJob& job_;
  DocumentBuilder builder_;
  Layout layout_;
  MarkdownLeaf leaf_;
  std::vector<PieceStyle> styles_;  // of the items that are open, from before each
  std::vector<Link> links_;
  std::string html_;
  std::size_t html_blocks_ = 0;
  std::size_t raised_at_ = std::string::npos;
  std::uint8_t list_depth_ = 0;
  std::size_t strong_ = 0;
  std::size_t lead_end_ = 0;  // of the bold text that opens the leaf
  bool opens_bold_ = false;
  std::size_t pictures_ = 0;
  bool in_code_ = false;
  bool in_html_ = false;
  bool in_cell_ = false;
  bool in_source_ = true;
  bool page_break_ = false;
};

void MarkdownRenderer::enter(MD_BLOCKTYPE type, void* detail) {
  if (type != MD_BLOCK_DOC && !in_cell_) flush(0);
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      if (list_depth_ < kMaxListDepth) ++list_depth_;
      return;
    case MD_BLOCK_LI:
      styles_.push_back(builder_.style());
      return builder_.begin_item(list_depth_);
    case MD_BLOCK_CODE:
      in_code_ = true;
      return;
    case MD_BLOCK_HTML:
      in_html_ = true;
      return html_.clear();
    case MD_BLOCK_TABLE:
      in_source_ = false;
      return builder_.begin_table();
    case MD_BLOCK_TR:
      return builder_.begin_row();
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      in_cell_ = true;
      return builder_.begin_cell(1, type == MD_BLOCK_TH);
    case MD_BLOCK_H:
      return builder_.set_level(
          static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
    default:
      return;
  }
}

void MarkdownRenderer::leave(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      if (list_depth_ > 0) --list_depth_;
      return;
    case MD_BLOCK_LI:
      flush(0);
      builder_.part();
      builder_.set_style(styles_.back());
      return styles_.pop_back();
    case MD_BLOCK_CODE:
      in_code_ = false;
      return;
    case MD_BLOCK_HTML:
      in_html_ = false;
      return flush_html();
    case MD_BLOCK_TABLE:
      return builder_.end_table();
    case MD_BLOCK_TR:
      return builder_.end_row();
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      in_cell_ = false;
      drop_note_marks(leaf_.text());
      builder_.text(leaf_.text());
      clear();
      return builder_.end_cell();
    case MD_BLOCK_H: {
      const auto level = builder_.style().level;
      builder_.set_level(0);
      return flush(level);
    }
    default:
      return flush(0);
  }
}

void MarkdownRenderer::enter_span(MD_SPANTYPE type, void* detail) {
  switch (type) {
    case MD_SPAN_STRONG:
      if (strong_++ == 0) opens_bold_ = leaf_.is_empty();
      return;
    case MD_SPAN_IMG:
      ++pictures_;
      return leaf_.gap();
    case MD_SPAN_CODE:
      return leaf_.gap();
    case MD_SPAN_A:
      links_.push_back({leaf_.text().size(),
                        std::string{as_text(static_cast<MD_SPAN_A_DETAIL*>(detail)->href)}});
      return;
    default:
      return;
  }
}

void MarkdownRenderer::leave_span(MD_SPANTYPE type) {
  if (type == MD_SPAN_STRONG && --strong_ == 0 && opens_bold_) lead_end_ = leaf_.text().size();
  if (type == MD_SPAN_IMG) --pictures_;
  if (type == MD_SPAN_A) end_link();
}

// A link that shows its own target, and the mark of a footnote, are no text.
void MarkdownRenderer::end_link() {
  const auto link = std::move(links_.back());
  links_.pop_back();
  const auto shown =
      std::string_view{leaf_.text()}.substr(std::min(link.begin, leaf_.text().size()));
  const auto is_target = [&](std::string_view scheme) {
    return link.target.size() == scheme.size() + shown.size() && link.target.starts_with(scheme) &&
           link.target.ends_with(shown);
  };
  if (shown.starts_with('^') || is_target("") || is_target("http://") || is_target("mailto:"))
    erase_from(link.begin);
}

void MarkdownRenderer::erase_from(std::size_t begin) {
  leaf_.text().resize(std::min(begin, leaf_.text().size()));
  leaf_.gap();
}

void MarkdownRenderer::inline_html(std::string_view tag) {
  leaf_.gap();
  const auto name = tag_name(tag);
  if (name == "br" && !leaf_.text().ends_with('\n')) leaf_.line_end();
  if (name == "sup") raised_at_ = leaf_.text().size();
  if (name != "/sup" || raised_at_ > leaf_.text().size()) return;
  if (is_note_mark(std::string_view{leaf_.text()}.substr(raised_at_))) erase_from(raised_at_);
  raised_at_ = std::string::npos;
}

void MarkdownRenderer::text(MD_TEXTTYPE type, std::string_view run) {
  if (in_html_) {
    html_ += run;
    return;
  }
  if (in_code_ || pictures_ > 0) return;
  switch (type) {
    case MD_TEXT_NORMAL:
      return leaf_.run(run, strong_ > 0);
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      if (!leaf_.text().ends_with('\n')) leaf_.line_end();
      return;
    case MD_TEXT_ENTITY:
      return leaf_.other(entity_text(run));
    case MD_TEXT_NULLCHAR:
      return leaf_.other(" ");
    case MD_TEXT_HTML:
      return inline_html(run);
    default:
      return leaf_.gap();
  }
}

bool MarkdownRenderer::is_setext() const {
  auto line = leaf_.begin();
  while (line > 0 && source_[line - 1] != '\n') --line;
  return leaf_.is_in_source() &&
         source_.substr(line, leaf_.begin() - line).find('#') == std::string_view::npos;
}

// What stands above a line of dashes may be a paragraph whose author wanted a rule.
bool MarkdownRenderer::is_title_like(std::string_view text) const {
  return looks_like_title(text.substr(0, text.find('\n')), kMaxHeadingBytes) &&
         std::count(text.begin(), text.end(), '\n') < 2;
}

void MarkdownRenderer::clear() {
  leaf_.clear();
  lead_end_ = 0;
  raised_at_ = std::string::npos;
}

// The paragraph, heading or item is whole.
void MarkdownRenderer::flush(std::uint8_t level) {
  if (leaf_.is_empty()) return clear();
  const bool in_list = list_depth_ > 0;
  const bool is_first = builder_.size_bytes() == 0;
  if (!in_list && !is_first && level == 0 && is_page_number(trim(leaf_.text()))) {
    page_break_ = true;
    return clear();
  }
  if (in_list) leaf_.take_year_before();
  if (level > 0 && is_setext() && !is_title_like(trim(leaf_.text()))) level = 0;
  const auto& text = leaf_.text();
  if (level == 0 && (note_label_size(text) > 0 || text.find("\n[^") != std::string::npos)) {
    emit_notes(text);
  } else {
    take_lead();
    if (drop_note_marks(leaf_.text())) leaf_.gap();
    const auto before = builder_.size_bytes();
    emit(leaf_.text(), level, builder_.style().kind);
    // Characters that nobody sees make no block.
    if (builder_.size_bytes() > before) note_place(level > 0);
  }
  clear();
}

// "**3 March 2021** France calls …" is an entry's head with its text.
void MarkdownRenderer::take_lead() {
  if (lead_end_ == 0 || lead_end_ > leaf_.text().size()) return;
  const std::string_view text{leaf_.text()};
  auto entry = entry_of_lead(text.substr(0, lead_end_), text.substr(lead_end_));
  if (!entry) return;
  leaf_.text() = std::move(*entry);
  leaf_.gap();
}

// Lines that begin with a label ("[^1]: …") begin notes; what stands before them is a paragraph.
void MarkdownRenderer::emit_notes(const std::string& text) {
  in_source_ = false;
  auto kind = builder_.style().kind;
  std::string part;
  const auto end_part = [&] {
    drop_note_marks(part);
    if (!trim(part).empty()) emit(part, 0, kind);
    part.clear();
  };
  std::string_view rest{text};
  while (!rest.empty()) {
    auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (const auto label = note_label_size(line)) {
      end_part();
      kind = PieceKind::note;
      line.remove_prefix(label);
    }
    part.append(line).append("\n");
  }
  end_part();
}

void MarkdownRenderer::emit(std::string_view text, std::uint8_t level, PieceKind kind) {
  const auto before = builder_.style();
  builder_.set_level(level);
  builder_.set_kind(kind);
  builder_.break_piece();
  text = trim(text);
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    builder_.text(line);
    text.remove_prefix(line.size());
    if (text.empty()) break;
    text.remove_prefix(1);
    builder_.line_break();
  }
  builder_.set_style(before);
}

// Where in the source the piece that was just written stands.
void MarkdownRenderer::note_place(bool is_heading) {
  in_source_ = in_source_ && leaf_.is_in_source() && layout_.units.size() < kMaxUnits;
  if (!in_source_) return;
  const auto& piece = builder_.last_piece();
  TextUnit unit;
  unit.content = to_span(leaf_.begin(), leaf_.end());
  unit.level = piece.level;
  unit.text_only = piece.text_only;
  unit.kind = piece.kind;
  unit.depth = piece.depth;
  unit.bold_line = !is_heading && leaf_.is_bold_line() && piece.kind == PieceKind::text;
  unit.after_page_break = std::exchange(page_break_, false);
  unit.first_line = static_cast<std::uint32_t>(layout_.lines.size());
  auto begin = leaf_.begin();
  if (is_heading) {
    while (begin > 0 && (source_[begin - 1] == '#' || source_[begin - 1] == ' ')) --begin;
    while (source_[begin] == ' ') ++begin;
  }
  unit.span = to_span(begin, leaf_.end());
  while (begin < leaf_.end()) {
    const auto end = std::min(source_.find('\n', begin), leaf_.end());
    const auto line = trim(source_.substr(begin, end - begin));
    const auto at = static_cast<std::size_t>(line.data() - source_.data());
    if (!line.empty()) layout_.lines.push_back(to_span(at, at + line.size()));
    begin = end + 1;
  }
  unit.line_count = static_cast<std::uint32_t>(layout_.lines.size()) - unit.first_line;
  const bool in_order = layout_.units.empty() || layout_.units.back().span.end <= unit.span.begin;
  in_source_ = in_order && unit.line_count > 0;
  layout_.units.push_back(unit);
}

void MarkdownRenderer::flush_html() {
  if (!has_text(html_) || html_blocks_ >= kMaxHtmlBlocks) return;
  if (++html_blocks_ == kMaxHtmlBlocks)
    job_.left_out("more than 10,000 blocks of HTML: those that follow are left out");
  const auto document = render_html(std::move(html_), job_);
  html_.clear();
  if (document.pieces.empty()) return;
  in_source_ = false;
  builder_.append(document);
}

MarkdownText MarkdownRenderer::take() {
  MarkdownText result;
  result.document = builder_.take();
  if (in_source_) result.in_source = std::move(layout_);
  return result;
}

// The parser's callbacks: C functions, through which no exception may pass.
template <typename Function>
int guarded(void* user, Function&& function) noexcept {
  auto& renderer = *static_cast<MarkdownRenderer*>(user);
  try {
    function(renderer);
    return 0;
  } catch (...) {
    renderer.error = std::current_exception();
    return 1;
  }
}

MD_PARSER callbacks() noexcept {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return guarded(user, [&](MarkdownRenderer& r) { r.enter(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* user) {
    return guarded(user, [&](MarkdownRenderer& r) { r.leave(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return guarded(user, [&](MarkdownRenderer& r) { r.enter_span(type, detail); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* user) {
    return guarded(user, [&](MarkdownRenderer& r) { r.leave_span(type); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return guarded(user, [&](MarkdownRenderer& r) { r.text(type, {text, size}); });
  };
  return parser;
}

}  // namespace

MarkdownText parse_markdown(std::string_view source, std::size_t begin, const ReadJob& job) {
  const auto parse = markdown_parse();
  if (parse == nullptr) job.refuse("needs " DATELINE_LIBMD4C ", which is not installed");
  auto body = source.substr(begin);
  const auto changed = with_long_delimiters(body);
  if (changed) source = body = *changed;
  if (body.size() > std::numeric_limits<MD_SIZE>::max()) job.refuse("too large for Markdown");
  MarkdownRenderer renderer{source, job};
  const auto parser = callbacks();
  const int result = parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &renderer);
  if (renderer.error) std::rethrow_exception(renderer.error);
  if (result != 0) job.refuse("no memory to parse Markdown");
  auto text = renderer.take();
  if (changed) text.in_source.reset();
  return text;
}

}  // namespace dateline
