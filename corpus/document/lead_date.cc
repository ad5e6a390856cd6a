#include "corpus/document/lead_date.h"

#include <array>

#include "corpus/document/table_row.h"
#include "corpus/structure/byline.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// What may stand between the date and its text. Behind a comma or a full stop a small letter goes
// on with the sentence.
struct LeadMark {
  std::string_view mark;
  bool parts = false;
};
constexpr std::array<LeadMark, 6> kLeadMarks{
    {{":", true}, {"–", true}, {"—", true}, {"-", true}, {".", false}, {",", false}}};

// Takes a mark from the end of `lead`, or else from the front of `rest`. @return whether it parts.
bool take_mark(std::string_view& lead, std::string_view& rest) {
  for (const auto& [mark, parts] : kLeadMarks) {
    if (lead.ends_with(mark)) {
      lead = trim(lead.substr(0, lead.size() - mark.size()));
      return parts;
    }
    if (rest.starts_with(mark)) {
      rest = trim(rest.substr(mark.size()));
      return parts;
    }
  }
  return false;
}

// A word, a quotation or a bracket; no bar or bullet, as lines of metadata have.
bool begins_text(std::string_view text) noexcept {
  const char c = text.front();
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '"' || c == '\'' || c == '(' ||
         (static_cast<unsigned char>(c) >= 0x80 && !text.starts_with("•") &&
          !text.starts_with("·"));
}

}  // namespace

std::optional<std::string> entry_of_lead(std::string_view lead, std::string_view rest) {
  auto date = trim(lead);
  auto text = trim(rest);
  const bool parted = take_mark(date, text);
  if (text.empty() || !begins_text(text) || begins_byline(text)) return std::nullopt;
  if ((!parted && begins_lower(text)) || !is_date_cell(date)) return std::nullopt;
  return std::string{date}.append(": ").append(text);
}

}  // namespace dateline
