#include "presenter/date_label.h"

#include "language/display.h"
#include "language/period_name.h"

namespace dateline {
namespace {

// The words for a date that is no run of days: as written, but whole months and years by name,
// since they may be written as "last month". Empty for days.
std::string words_for(const HitDate& date) {
  const bool by_days = date.precision <= Precision::week;
  if (by_days && !date.approximate) return {};
  if (!date.approximate && date.precision <= Precision::year && is_whole_months(date.days))
    return period_name(date.days);
  return printable(date.written);
}

}  // namespace

std::string short_date(const HitDate& date) {
  auto words = words_for(date);
  return words.empty() ? short_days(date.days) : words;
}

std::string chronology_date(const HitDate& date) {
  auto words = words_for(date);
  return words.empty() ? chronology_days(date.days) : words;
}

std::string bucket_title(Bucket bucket, std::uint32_t number) {
  return period_name(to_interval(bucket_days(bucket, number)));
}

}  // namespace dateline
