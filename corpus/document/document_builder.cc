#include "corpus/document/document_builder.h"

#include <array>

#include "corpus/structure/chronology.h"
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

}  // namespace

std::string_view DocumentBuilder::open_text() const {
  return std::string_view{document_.text}.substr(document_.pieces.back().begin);
}

void DocumentBuilder::open_piece() {
  auto& text = document_.text;
  if (!text.empty()) text += "\n\n";
  document_.pieces.push_back({static_cast<std::uint32_t>(text.size()), level_, items_});
}

// Called before text is added: the breaks and spaces announced since the last text take effect.
void DocumentBuilder::settle() {
  constexpr std::array<std::string_view, 4> kJoints{"", ": ", " | ", " "};
  if (joint_ != Joint::none) {
    document_.text += kJoints.at(static_cast<std::size_t>(joint_));
    document_.pieces.back().text_only = true;
  } else if (broken_ || (line_breaks_ >= 2 && level_ == 0)) {
    open_piece();
  } else if (line_breaks_ > 0) {
    document_.text += '\n';
  } else if (space_) {
    document_.text += ' ';
  }
  joint_ = Joint::none;
  broken_ = space_ = false;
  line_breaks_ = 0;
}

void DocumentBuilder::text(std::string_view run) {
  while (!run.empty()) {
    if (const auto size = plain_size(run)) {
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

bool DocumentBuilder::pending() const noexcept {
  return joint_ != Joint::none || broken_ || space_ || line_breaks_ > 0;
}

void DocumentBuilder::begin_cell() noexcept {
  cell_begins_at_ = document_.text.size();
  cell_ends_at_ = document_.pieces.size() + (joint_ == Joint::none ? 1 : 0);
}

bool DocumentBuilder::cell_can_be_joined() const noexcept {
  return document_.text.size() > cell_begins_at_ && document_.pieces.size() <= cell_ends_at_ &&
         open_text().size() <= kMaxJoinedBytes;
}

void DocumentBuilder::end_cell() {
  broken_ = true;
  if (!cell_can_be_joined()) return;
  const auto cell = open_text();
  const bool date = cell.find(':') == std::string_view::npos &&
                    EntryHeads{std::nullopt}.at(std::string{cell} + ": ");
  if (date) {
    joint_ = Joint::colon;
  } else if (cell.find('\n') == std::string_view::npos) {
    joint_ = Joint::bar;
  }
}

void DocumentBuilder::end_term() {
  broken_ = true;
  if (!cell_can_be_joined()) return;
  joint_ = trim(open_text()).ends_with(':') ? Joint::space : Joint::colon;
}

}  // namespace dateline
