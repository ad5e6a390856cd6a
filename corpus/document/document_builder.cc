#include "corpus/document/document_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/document/lead_date.h"
#include "corpus/document/note_mark.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxJoinedBytes = 300;  // of a cell that another one is joined to

constexpr bool is_control(char c) noexcept {
  return (static_cast<unsigned char>(c) < 0x20 && !is_ascii_space(c)) || c == '\x7F';
}

enum class Effect : std::uint8_t { keep, space, drop };

struct Special {
  std::string_view bytes;
  Effect effect;
};
// No-break, figure, thin and narrow spaces; soft hyphen, zero-width space, joiner and BOM.
constexpr std::array<Special, 9> kSpecials{{
    {"\xC2\xA0", Effect::space},
    {"\xE2\x80\x87", Effect::space},
    {"\xE2\x80\x89", Effect::space},
    {"\xE2\x80\xAF", Effect::space},
    {"\xE3\x80\x80", Effect::space},
    {"\xC2\xAD", Effect::drop},
    {"\xE2\x80\x8B", Effect::drop},
    {"\xE2\x81\xA0", Effect::drop},
    {"\xEF\xBB\xBF", Effect::drop},
}};

const Special* special_at(std::string_view text) noexcept {
  const char c = text.front();
  if (c != '\xC2' && c != '\xE2' && c != '\xE3' && c != '\xEF') return nullptr;
  for (const auto& special : kSpecials) {
    if (text.starts_with(special.bytes)) return &special;
  }
  return nullptr;
}

// How many bytes at the front stand for themselves.
std::size_t plain_size(std::string_view text) noexcept {
  std::size_t size = 0;
  while (size < text.size() && !is_ascii_space(text[size]) && !is_control(text[size]) &&
         special_at(text.substr(size)) == nullptr) {
    ++size;
  }
  return size;
}

// The ending of an ordinal at the front of `text` ("th", "rd,"), or 0.
std::size_t ordinal_ending_size(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 4> kEndings{"st", "nd", "rd", "th"};
  for (const auto ending : kEndings) {
    if (!text.starts_with(ending)) continue;
    const auto rest = text.substr(ending.size());
    const bool ends =
        rest.empty() || !(is_ascii_letter(rest.front()) || is_ascii_digit(rest.front()));
    if (ends) return ending.size();
  }
  return 0;
}

// Whether "st", "nd", "rd" or "th" belongs to the number at the end of `text`: 21 st, but not 21
// th.
bool ends_in_number_for(std::string_view text, std::string_view ending) noexcept {
  const auto last = text.find_last_not_of("0123456789");
  const auto number = text.substr(last == std::string_view::npos ? 0 : last + 1);
  if (number.empty() || number.size() > 3) return false;
  const char unit = number.back();
  const bool teen = number.size() > 1 && number[number.size() - 2] == '1';
  if (teen || unit == '0' || unit > '3') return ending.starts_with("th");
  return ending.starts_with(unit == '1' ? "st" : unit == '2' ? "nd" : "rd");
}

}  // namespace

std::string_view DocumentBuilder::open_text() const {
  return std::string_view{document_.text}.substr(document_.pieces.back().begin);
}

// Whether a new piece would stand in the row of a date, or belong to what a term means.
bool DocumentBuilder::stands_under_date() const noexcept {
  return under_term_ || (!tables_.empty() && tables_.back().in_row && tables_.back().is_dated);
}

void DocumentBuilder::add_year(std::size_t size, std::string_view iso_day) {
  constexpr std::size_t kYearDigits = 4;
  const auto year = iso_day.substr(0, kYearDigits);
  const bool is_day = year.size() == kYearDigits && iso_day.substr(kYearDigits).starts_with('-') &&
                      std::all_of(year.begin(), year.end(), is_ascii_digit);
  if (!is_day || document_.pieces.empty() || size >= document_.text.size()) return;
  auto words = trim(std::string_view{document_.text}.substr(size));
  words.remove_prefix(std::min(words.find_first_not_of(":| "), words.size()));
  if (!is_date_cell(words) || has_year(words)) return;
  const bool ends_in_day = is_ascii_digit(words.back());  // "March 3" wants a comma
  text(std::string{ends_in_day ? ", " : " "}.append(year));
}

void DocumentBuilder::begin_strong() noexcept {
  const bool opens = joint_ == Joint::none && (broken_ || line_breaks_ >= 2);
  if (opens && style_.level == 0) strong_piece_ = document_.pieces.size() + 1;
}

void DocumentBuilder::end_strong() noexcept {
  if (strong_piece_ == 0 || document_.pieces.size() != strong_piece_) return;
  lead_piece_ = std::exchange(strong_piece_, 0);
  lead_end_ = document_.text.size();
}

// The last piece is whole: did a date in bold open it?
void DocumentBuilder::settle_lead() {
  const auto piece = std::exchange(lead_piece_, 0);
  if (piece == 0 || piece != document_.pieces.size()) return;
  const auto begin = document_.pieces.back().begin;
  const std::string_view text{document_.text};
  const auto entry = entry_of_lead(text.substr(begin, lead_end_ - begin), text.substr(lead_end_));
  if (!entry) return;
  document_.text.resize(begin);
  document_.text += *entry;
}

void DocumentBuilder::open_piece() {
  settle_lead();
  auto& text = document_.text;
  if (!text.empty()) text += "\n\n";
  Piece piece;
  piece.begin = static_cast<std::uint32_t>(text.size());
  piece.level = style_.level;
  piece.text_only = style_.text_only;
  piece.kind = style_.kind;
  piece.depth = style_.depth;
  const bool is_item = style_.kind == PieceKind::item;
  const bool goes_on = is_item && !fresh_item_;
  if (is_item) fresh_item_ = false;
  const bool is_text = style_.kind == PieceKind::text && style_.level == 0;
  if (goes_on || ((is_item || is_text) && stands_under_date())) piece.kind = PieceKind::carried;
  document_.pieces.push_back(piece);
}

// Called before text is added: the breaks and spaces announced since the last text take effect.
void DocumentBuilder::settle() {
  constexpr std::array<std::string_view, 4> kJoints{"", ": ", " | ", " "};
  if (joint_ != Joint::none) {
    document_.text += kJoints.at(static_cast<std::size_t>(joint_));
    auto& piece = document_.pieces.back();
    piece.text_only = true;
    if (piece.kind == PieceKind::text) piece.kind = PieceKind::row;
    fresh_item_ = false;
  } else if (broken_ || (line_breaks_ >= 2 && style_.level == 0)) {
    open_piece();
  } else if (line_breaks_ > 0) {
    document_.text += '\n';
  } else if (space_) {
    document_.text += ' ';
  }
  joint_ = Joint::none;
  broken_ = space_ = false;
  line_breaks_ = 0;
  if (fresh_cell_) tables_.back().row.cells.back().begin = document_.text.size();
  fresh_cell_ = false;
}

void DocumentBuilder::drop_space_before_ordinal(std::string_view next) noexcept {
  if (broken_ || joint_ != Joint::none || line_breaks_ > 0) return;
  if (ordinal_ending_size(next) > 0 && ends_in_number_for(document_.text, next)) space_ = false;
}

void DocumentBuilder::text(std::string_view run) {
  if (is_raised_) {
    raised_ += run;
    if (raised_.size() > kMaxNoteMarkBytes * 4) end_raised();  // too long for a mark
    return;
  }
  while (!run.empty()) {
    if (const auto size = plain_size(run)) {
      if (space_) drop_space_before_ordinal(run.substr(0, size));
      if (pending()) settle();
      document_.text.append(run.substr(0, size));
      run.remove_prefix(size);
      continue;
    }
    const auto* const special = special_at(run);
    space_ = space_ || is_ascii_space(run.front()) ||
             (special != nullptr && special->effect == Effect::space);
    run.remove_prefix(special != nullptr ? special->bytes.size() : 1);
  }
}

void DocumentBuilder::verbatim(std::string_view run) {
  for (const char c : run) {
    if (is_control(c) || c == '\r') continue;
    if (is_ascii_space(c) && pending()) {
      if (c == '\n') ++line_breaks_;
      continue;
    }
    if (pending()) settle();
    document_.text += c;
  }
}

void DocumentBuilder::begin_raised() {
  if (is_raised_) return;
  is_raised_ = true;
  raised_.clear();
}

void DocumentBuilder::end_raised() {
  if (!is_raised_) return;
  is_raised_ = false;
  const std::string raised = std::move(raised_);
  raised_.clear();
  if (!is_note_mark(raised)) text(raised);
}

bool DocumentBuilder::pending() const noexcept {
  return joint_ != Joint::none || broken_ || space_ || line_breaks_ > 0;
}

void DocumentBuilder::begin_item(std::uint8_t depth) {
  if (joint_ != Joint::colon) part();
  style_.text_only = true;
  style_.kind = PieceKind::item;
  style_.depth = depth;
  fresh_item_ = true;
}

void DocumentBuilder::begin_table() {
  part();
  fresh_cell_ = false;
  tables_.emplace_back();
}

void DocumentBuilder::end_table() {
  end_row();
  fresh_cell_ = false;
  if (!tables_.empty()) tables_.pop_back();
}

void DocumentBuilder::begin_row() {
  end_row();
  if (tables_.empty()) return;
  auto& table = tables_.back();
  table.in_row = true;
  table.is_dated = table.dated_rows > 0;
  if (table.is_dated) --table.dated_rows;
  table.row.cells.clear();
  fresh_cell_ = false;
  table.first_piece = document_.pieces.size();
}

void DocumentBuilder::end_row() {
  if (!tables_.empty() && tables_.back().in_row) {
    auto& table = tables_.back();
    table.in_row = false;
    settle_row(table);
    table.was_dated = table.is_dated;
  }
  part();
}

// What the row is shows only when it is whole. Only a row that is one piece is looked at: what has
// more is laid out by its tables, and no data.
void DocumentBuilder::settle_row(Table& table) {
  if (document_.pieces.size() != table.first_piece + 1) return;
  auto& piece = document_.pieces.back();
  const auto& row = table.row;
  if (piece.level > 0 || (piece.kind != PieceKind::row && piece.kind != PieceKind::carried)) return;
  if (names_columns(row)) {
    piece.kind = PieceKind::row_head;
    table.date_column = date_column(row, document_.text);
    table.is_dated = false;
    return;
  }
  const auto date = table.date_column;
  if (date > 0 && date < row.cells.size()) {
    const auto& cell = row.cells[date];
    const std::string_view text = document_.text;
    if (is_date_cell(text.substr(cell.begin, cell.end - cell.begin))) {
      auto line = with_date_first(row, text, date);
      document_.text.resize(piece.begin);
      document_.text += line;
      table.is_dated = true;
      return;
    }
    if (cell.begin == cell.end && table.was_dated) {
      piece.kind = PieceKind::carried;
      table.is_dated = true;
    }
  }
  if (is_row_of_numbers(row, document_.text)) piece.kind = PieceKind::listing;
}

void DocumentBuilder::begin_cell(unsigned rows, bool is_head) {
  // Text that stands in no cell of its row is no part of the first one.
  if (!tables_.empty() && tables_.back().row.cells.empty() && joint_ == Joint::none) part();
  cell_begins_at_ = document_.text.size();
  cell_ends_at_ = document_.pieces.size() + (joint_ == Joint::none ? 1 : 0);
  cell_rows_ = rows;
  if (tables_.empty() || tables_.back().row.cells.size() >= kMaxRowCells) return;
  tables_.back().row.cells.push_back({cell_begins_at_, cell_begins_at_, is_head});
  fresh_cell_ = true;
}

bool DocumentBuilder::cell_can_be_joined() const noexcept {
  return document_.text.size() > cell_begins_at_ && document_.pieces.size() <= cell_ends_at_ &&
         open_text().size() <= kMaxJoinedBytes;
}

void DocumentBuilder::end_cell() {
  broken_ = true;
  fresh_cell_ = false;
  auto* const table = tables_.empty() || !tables_.back().in_row ? nullptr : &tables_.back();
  const bool is_first = table != nullptr && table->row.cells.size() == 1;
  if (table != nullptr && !table->row.cells.empty())
    table->row.cells.back().end = document_.text.size();
  if (is_first && document_.text.size() == cell_begins_at_ && table->was_dated)
    table->is_dated = true;
  if (!cell_can_be_joined()) return;
  const auto cell = open_text();
  if (is_date_cell(cell)) {
    joint_ = Joint::colon;
    if (table != nullptr) table->is_dated = true;
    if (is_first) table->dated_rows = std::max(cell_rows_, 1U) - 1;
  } else if (cell.find('\n') == std::string_view::npos) {
    joint_ = Joint::bar;
  }
}

void DocumentBuilder::begin_term() {
  part();
  style_.text_only = true;
  after_term_ = under_term_ = false;
  cell_begins_at_ = document_.text.size();
  cell_ends_at_ = document_.pieces.size() + 1;
}

void DocumentBuilder::end_term() {
  broken_ = true;
  if (!cell_can_be_joined()) return;
  joint_ = trim(open_text()).ends_with(':') ? Joint::space : Joint::colon;
  after_term_ = true;
}

void DocumentBuilder::begin_meaning() {
  break_piece();
  style_.text_only = true;
  under_term_ = after_term_;
}

void DocumentBuilder::end_meaning() {
  part();
  under_term_ = false;
}

void DocumentBuilder::append(const Document& other) {
  part();
  settle_lead();
  for (std::size_t i = 0; i < other.pieces.size(); ++i) {
    auto piece = other.pieces[i];
    const auto end = i + 1 < other.pieces.size() ? other.pieces[i + 1].begin : other.text.size();
    const auto words = trim(std::string_view{other.text}.substr(piece.begin, end - piece.begin));
    if (words.empty()) continue;
    if (!document_.text.empty()) document_.text += "\n\n";
    piece.begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += words;
    document_.pieces.push_back(piece);
  }
}

}  // namespace dateline
