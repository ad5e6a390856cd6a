// A division is dated by its head, but whether the head is nothing but a date shows at its end, and
// whether text follows, later still. So a head is kept until the division's first block, or its
// end.
#include "corpus/tei/tei_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/document/document_builder.h"
#include "corpus/office/xml_parser.h"
#include "corpus/structure/line_shape.h"
#include "corpus/tei/tei_date.h"
#include "corpus/tei/tei_elements.h"
#include "corpus/tei/tei_header.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxHeadBytes = 10'000;
constexpr std::size_t kMaxNoteBytes = 100'000;
constexpr std::uint8_t kMaxHeadLevel = 6;
constexpr std::uint8_t kMaxListDepth = 100;

/// A date that was marked, with what was written.
struct MarkedDate {
  DateInterval days;
  std::size_t begin = 0;  // in the text of the head
  std::size_t end = 0;
};

/// A head that waits for what it heads.
struct TeiHead {
  std::string text;
  std::vector<MarkedDate> dates;
  std::uint8_t level = 0;
};

// The head without its dates: "Mutual Recognition, ." of "Mutual Recognition, 1922."
std::string without_dates(const TeiHead& head) {
  std::string rest;
  std::size_t from = 0;
  for (const auto& date : head.dates) {
    rest.append(head.text, from, date.begin - from);
    from = date.end;
  }
  return rest.append(head.text, from);
}

bool has_word(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
}

bool is_dated_type(std::string_view type) {
  const auto name = fold(type);
  return name == "timeline" || name == "chronology" || name == "event" || name == "entry";
}

/// Reads the elements of a TEI document in their order.
class TeiText : public XmlVisitor {
 public:
  explicit TeiText(const DateFinder& dates) : dates_(dates) {}

  void start(const std::string& name, const XmlAttributes& attributes) override;
  void end(const std::string& name) override;
  void text(std::string_view run) override;
  [[nodiscard]] Document take();

  std::vector<std::string> contradictions;
  bool is_tei = false;

 private:
  /// An element that is open, and what to go back to when it ends.
  struct Open {
    TeiElement element = TeiElement::inline_text;
    PieceStyle style;
    bool is_dated = false;     // of a division: its type, or it has an entry's head
    bool has_meaning = false;  // of a division: what is in it stands under its head
    std::optional<DateInterval> days;
    std::size_t date_begin = 0;
  };

  void begin(Open& open, const XmlAttributes& attributes);
  void begin_within(Open& open, const XmlAttributes& attributes);
  void finish(Open& open);
  bool finish_block(const Open& open);
  bool finish_part(const Open& open);
  void begin_division(Open& open, std::string_view type);
  void begin_block();
  void begin_event(Open& open, const XmlAttributes& attributes);
  void end_date(const Open& open);
  void end_head();
  void write_head();
  void write_entry_head();
  void write_notes();
  [[nodiscard]] Open* division();
  [[nodiscard]] bool replaced(const std::string& name) const;

  const DateFinder& dates_;
  DocumentBuilder builder_;
  TeiHeader header_;
  std::vector<Open> open_;
  std::size_t header_depth_ = 0;
  std::size_t dropped_ = 0;
  std::size_t note_depth_ = 0;
  std::string note_;
  std::vector<std::string> notes_;
  std::optional<TeiHead> head_;  // waits
  TeiHead writing_;              // open
  bool in_head_ = false;
  bool in_figure_ = false;
  std::string date_words_;
  std::size_t open_dates_ = 0;
  std::uint8_t divisions_ = 0;
  std::uint8_t list_depth_ = 0;
  std::size_t dated_heads_ = 0;
  std::string language_;
};

TeiText::Open* TeiText::division() {
  for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
    if (it->element == TeiElement::division) return &*it;
  }
  return nullptr;
}

// Of two readings of one place the editor's counts, and of an abbreviation the abbreviation.
bool TeiText::replaced(const std::string& name) const {
  const bool chosen = !open_.empty() && open_.back().element == TeiElement::choice;
  return chosen && (name == "sic" || name == "orig" || name == "expan");
}

void TeiText::start(const std::string& name, const XmlAttributes& attributes) {
  if (open_.empty() && header_depth_ == 0) {
    is_tei = is_tei || name == "TEI" || name == "TEI.2" || name == "teiCorpus";
  }
  if (header_depth_ > 0) {
    ++header_depth_;
    return header_.start(name, attributes);
  }
  const auto element = tei_element(name);
  if (dropped_ > 0 || element == TeiElement::dropped || replaced(name)) {
    ++dropped_;
    return;
  }
  if (element == TeiElement::header) {
    header_depth_ = 1;
    return;
  }
  if (language_.empty() && (name == "TEI" || name == "text"))
    language_ = attribute(attributes, "lang");
  Open open;
  open.element = element;
  open.style = builder_.style();
  begin(open, attributes);
  open_.push_back(open);
}

void TeiText::begin(Open& open, const XmlAttributes& attributes) {
  if (note_depth_ > 0) {
    if (open.element == TeiElement::note) ++note_depth_;
    note_ += ' ';
    return;
  }
  switch (open.element) {
    case TeiElement::division:
      return begin_division(open, attribute(attributes, "type"));
    case TeiElement::head:
      in_head_ = true;
      writing_ = {};
      return;
    case TeiElement::block:
      return begin_block();
    case TeiElement::event:
      return begin_event(open, attributes);
    case TeiElement::note:
      note_depth_ = 1;
      return note_.clear();
    case TeiElement::sources:
      begin_block();
      return builder_.set_kind(PieceKind::listing);
    case TeiElement::list:
      begin_block();
      if (list_depth_ < kMaxListDepth) ++list_depth_;
      return;
    case TeiElement::item:
      if (builder_.style().kind != PieceKind::listing) builder_.begin_item(list_depth_);
      return builder_.begin_meaning();
    case TeiElement::figure:
      in_figure_ = true;
      begin_block();
      return builder_.set_items(true);
    default:
      return begin_within(open, attributes);
  }
}

// What stands within a block, and the parts of a table.
void TeiText::begin_within(Open& open, const XmlAttributes& attributes) {
  switch (open.element) {
    case TeiElement::label:
      return builder_.begin_term();
    case TeiElement::table:
      begin_block();
      return builder_.begin_table();
    case TeiElement::row:
      return builder_.begin_row();
    case TeiElement::cell: {
      const auto rows = attribute(attributes, "rows");
      const bool spans = rows.size() == 1 && is_ascii_digit(rows[0]);
      return builder_.begin_cell(spans ? static_cast<unsigned>(rows[0] - '0') : 1U,
                                 attribute(attributes, "role") == "label");
    }
    case TeiElement::highlighted: {
      const auto how = attribute(attributes, "rend");
      if (how.find("super") != std::string_view::npos || how == "sup") builder_.begin_raised();
      return;
    }
    case TeiElement::date:
      open.days = tei_days(attributes);
      open.date_begin = writing_.text.size();
      if (open_dates_++ == 0) date_words_.clear();
      return;
    case TeiElement::line_end:
      return text("\n");
    case TeiElement::page_break:
      return text(" ");
    default:
      return;
  }
}

void TeiText::begin_division(Open& open, std::string_view type) {
  write_head();
  builder_.part();
  open.is_dated = is_dated_type(type);
  if (divisions_ < 100) ++divisions_;
}

// Text of its own: the head of its division is complete.
void TeiText::begin_block() {
  if (in_head_) return;
  if (head_ && !head_->dates.empty() && !in_figure_ && !has_word(without_dates(*head_))) {
    write_entry_head();
    if (auto* const inside = division()) inside->has_meaning = true;
    return builder_.begin_meaning();
  }
  write_head();
  builder_.break_piece();
}

// "<event when="1989-11-09"><label>The Wall falls</label><desc>…": an entry, dated by its mark.
void TeiText::begin_event(Open& open, const XmlAttributes& attributes) {
  write_head();
  open.days = tei_days(attributes);
  builder_.part();
  if (!open.days) return;
  builder_.begin_term();
  builder_.set_kind(PieceKind::entry);
  builder_.text(format_interval(*open.days));
  builder_.end_term();
  builder_.begin_meaning();
  dated_heads_ += kMinDatedHeads;
}

void TeiText::end(const std::string& /*name*/) {
  if (header_depth_ > 0) {
    if (--header_depth_ > 0) header_.end();
    return;
  }
  if (dropped_ > 0) {
    --dropped_;
    return;
  }
  if (open_.empty()) return;
  auto open = open_.back();
  open_.pop_back();
  finish(open);
}

void TeiText::finish(Open& open) {
  if (note_depth_ > 0) {
    if (open.element != TeiElement::note || --note_depth_ > 0) return;
    auto note = collapse_spaces(note_);
    if (!note.empty()) notes_.push_back(std::move(note));
    return;
  }
  if (open.element == TeiElement::highlighted) return builder_.end_raised();
  if (open.element == TeiElement::date) return end_date(open);
  if (finish_block(open) || finish_part(open)) builder_.set_style(open.style);
}

// @return false for what is no block.
bool TeiText::finish_block(const Open& open) {
  switch (open.element) {
    case TeiElement::division:
      write_head();
      if (open.has_meaning) builder_.end_meaning();
      builder_.part();
      if (divisions_ > 0) --divisions_;
      write_notes();
      return true;
    case TeiElement::head:
      end_head();
      return true;
    case TeiElement::block:
      if (in_head_) return true;
      builder_.break_piece();
      if (list_depth_ == 0) write_notes();
      return true;
    case TeiElement::list:
      if (list_depth_ > 0) --list_depth_;
      builder_.break_piece();
      return true;
    case TeiElement::figure:
      in_figure_ = false;
      builder_.break_piece();
      return true;
    case TeiElement::sources:
      builder_.break_piece();
      return true;
    default:
      return false;
  }
}

// @return false for what is no part of a list or table.
bool TeiText::finish_part(const Open& open) {
  switch (open.element) {
    case TeiElement::event:
    case TeiElement::item:
      builder_.end_meaning();
      return true;
    case TeiElement::label:
      builder_.end_term();
      return true;
    case TeiElement::table:
      builder_.end_table();
      return true;
    case TeiElement::row:
      builder_.end_row();
      return true;
    case TeiElement::cell:
      builder_.end_cell();
      return true;
    default:
      return false;
  }
}

// What is written is what counts. What it is marked with tells the year where that is not written,
// in a head, and is compared.
void TeiText::end_date(const Open& open) {
  if (open_dates_ > 0) --open_dates_;
  if (!open.days) return;
  constexpr std::size_t kMaxTold = 20;
  if (contradictions.size() < kMaxTold && contradicts(date_words_, *open.days, dates_)) {
    contradictions.push_back(fmt::format("\"{}\" is marked as {}", collapse_spaces(date_words_),
                                         format_interval(*open.days)));
  }
  if (!in_head_) return;
  const auto begin = std::min(open.date_begin, writing_.text.size());
  const auto words = with_year(std::string_view{writing_.text}.substr(begin), *open.days);
  writing_.text.resize(begin);
  writing_.text += words;
  writing_.dates.push_back({*open.days, begin, writing_.text.size()});
}

void TeiText::end_head() {
  in_head_ = false;
  if (in_figure_ || division() == nullptr) {
    begin_block();
    builder_.set_items(true);
    builder_.text(writing_.text);
    return builder_.break_piece();
  }
  write_head();  // a second one
  writing_.level = std::min<std::uint8_t>(static_cast<std::uint8_t>(divisions_ + 1), kMaxHeadLevel);
  if (!trim(writing_.text).empty()) head_ = std::move(writing_);
  writing_ = {};
}

// The head stands by itself: a heading, or in a chronology the entry itself.
void TeiText::write_head() {
  if (!head_) return;
  const auto head = *std::exchange(head_, std::nullopt);
  const auto before = builder_.style();
  builder_.part();
  auto* const inside = division();
  const bool is_entry = inside != nullptr && inside->is_dated && !head.dates.empty();
  PieceStyle style;
  if (is_entry) {
    style.text_only = true;
    style.kind = PieceKind::entry;
    dated_heads_ += kMinDatedHeads;
  } else {
    style.level = head.level;
  }
  builder_.set_style(style);
  builder_.text(head.text);
  builder_.part();
  builder_.set_style(before);
}

// "July 27, 1789" becomes "July 27, 1789: " before the text that it heads.
void TeiText::write_entry_head() {
  const auto head = *std::exchange(head_, std::nullopt);
  const auto before = builder_.style();
  auto words = std::string{trim(head.text)};
  while (words.ends_with('.') || words.ends_with(':') || words.ends_with(',')) words.pop_back();
  builder_.begin_term();
  builder_.set_kind(PieceKind::entry);
  builder_.text(words);
  builder_.end_term();
  builder_.set_style(before);
  ++dated_heads_;
}

void TeiText::write_notes() {
  if (notes_.empty()) return;
  const auto before = builder_.style();
  PieceStyle style;
  style.text_only = true;
  style.kind = PieceKind::note;
  for (const auto& note : notes_) {
    builder_.part();
    builder_.set_style(style);
    builder_.text(note);
  }
  builder_.break_piece();
  builder_.set_style(before);
  notes_.clear();
}

void TeiText::text(std::string_view run) {
  if (header_depth_ > 0) return header_.text(run);
  if (dropped_ > 0) return;
  if (note_depth_ > 0) {
    if (note_.size() + run.size() <= kMaxNoteBytes) note_ += run;
    return;
  }
  if (open_dates_ > 0 && date_words_.size() + run.size() <= kMaxHeadBytes) date_words_ += run;
  if (in_head_) {
    if (writing_.text.size() + run.size() <= kMaxHeadBytes) writing_.text += run;
    return;
  }
  if (head_ && !trim(run).empty()) begin_block();
  builder_.text(run);
}

Document TeiText::take() {
  write_head();
  write_notes();
  auto document = builder_.take();
  document.metadata = header_.take();
  if (document.metadata.language.empty()) document.metadata.language = language_;
  if (dated_heads_ >= kMinDatedHeads) return document;
  for (auto& piece : document.pieces) {
    if (piece.kind == PieceKind::entry || piece.kind == PieceKind::carried)
      piece.kind = PieceKind::text;
  }
  return document;
}

}  // namespace

void read_tei(std::string bytes, const ReadJob& job) {
  const auto& limits = job.options.limits;
  if (bytes.size() > limits.max_markup_bytes) {
    job.refuse(fmt::format("too large for XML: {} bytes, the limit is {}", bytes.size(),
                           limits.max_markup_bytes));
  }
  TeiText text{job.dates};
  try {
    parse_xml(std::move(bytes), limits, text, Doctype::ignored);
  } catch (const XmlError& error) {
    job.refuse(error.what());
  }
  if (!text.is_tei) job.refuse("no TEI: of XML, only the Text Encoding Initiative's is read");
  auto document = text.take();
  for (const auto& told : text.contradictions)
    job.repaired("a date contradicts its mark: " + told + "; the words count");
  emit_document(std::move(document), job);
}

}  // namespace dateline
