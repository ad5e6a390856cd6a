// Fuzzes the date finder. The last byte of the input chooses what surrounds the text.
#include <optional>

#include "language/dates/date_finder.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace dateline;

std::optional<DateInterval> anchor_of(unsigned choice) {
  switch (choice & 3U) {
    case 1:
      return parse_iso_interval("2001Q1");
    case 2:
      return parse_iso_interval("1987-05-11");
    case 3:
      return parse_iso_interval("0001-01-01..9999-12-31");
    default:
      return std::nullopt;
  }
}

DateContext context_of(unsigned choice) {
  DateContext context;
  context.anchor = anchor_of(choice);
  context.is_entry = (choice & 4U) != 0;
  if ((choice & 8U) != 0) context.head = parse_iso_interval("2000-02-29");
  if ((choice & 16U) != 0) context.previous_head = parse_iso_interval("1999-12-30..2000-01-02");
  return context;
}

void check(const DateMention& mention) {
  const auto& days = mention.value.days;
  fuzz::require(days.first <= days.last, "an interval ends before it begins");
  fuzz::require(kFirstDay <= days.first && days.last <= kLastDay, "a day beyond the calendar");
  fuzz::require(!mention.rule.empty(), "a mention without a rule");
  fuzz::require(!precision_name(mention.value.precision).empty(), "an unknown precision");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const DateFinder finder;
  auto text = fuzz::as_text(data, size);
  unsigned choice = 0;
  if (!text.empty()) {
    choice = static_cast<unsigned char>(text.back());
    text.remove_suffix(1);
  }
  const auto context = context_of(choice);
  fuzz::SpanOrder order{text};
  for (const auto& mention : finder.find(text, context)) {
    order.next(mention.span);
    check(mention);
  }
  if (const auto head = find_entry_head(text, context)) {
    fuzz::SpanOrder{text}.next(head->span);
    check(*head);
  }
  return 0;
}
