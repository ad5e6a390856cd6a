#include "corpus/document/lead_date.h"

#include <array>

#include "corpus/document/table_row.h"
#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 6> kMarksBehindDate{":", ".", ",", "–", "—", "-"};

std::string_view without_mark_behind(std::string_view text) {
  for (const auto mark : kMarksBehindDate) {
    if (text.ends_with(mark)) return trim(text.substr(0, text.size() - mark.size()));
  }
  return text;
}

std::string_view without_mark_before(std::string_view text) {
  for (const auto mark : kMarksBehindDate) {
    if (text.starts_with(mark)) return trim(text.substr(mark.size()));
  }
  return text;
}

}  // namespace

std::optional<std::string> entry_of_lead(std::string_view lead, std::string_view rest) {
  const auto date = without_mark_behind(trim(lead));
  const auto behind = trim(rest);
  const auto text = without_mark_before(behind);
  const bool marked = date.size() < trim(lead).size() || text.size() < behind.size();
  if (text.empty() || (!marked && begins_lower(text)) || !is_date_cell(date)) return std::nullopt;
  return std::string{date}.append(": ").append(text);
}

}  // namespace dateline
