#include "indexer/annotate/chronology_dates.h"

#include <algorithm>

#include "indexer/annotate/shifted_span.h"

namespace dateline {
namespace {

// The only time of a year or less that the words name.
std::optional<DateInterval> only_period(std::string_view words, const DateFinder& dates) {
  std::optional<DateInterval> period;
  for (const auto& mention : dates.find(words, {})) {
    if (mention.value.precision > Precision::year || mention.value.year_inferred) continue;
    if (period && *period != mention.value.days) return std::nullopt;
    period = mention.value.days;
  }
  return period;
}

}  // namespace

ChronologyDates::ChronologyDates(const Article& article, const DateFinder& dates)
    : article_(article), dates_(dates) {
  const bool has_entries =
      std::any_of(article.blocks.begin(), article.blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::chronology_entry ||
               block.kind == BlockKind::chronology_date;
      });
  if (has_entries && !article.published) own_period_ = only_period(article.title, dates);
}

DateContext ChronologyDates::anchored() const {
  DateContext context;
  context.anchor = period_ ? period_ : article_.published ? article_.published : own_period_;
  return context;
}

void ChronologyDates::read_date_above(const Block& block) {
  auto context = anchored();
  if (year_) context.anchor = year_;
  if (!year_ && !article_.published) context.anchor = own_period_;
  context.is_entry = true;
  written_ = lone_date(block.content.of(article_.text), context);
  previous_head_.reset();
  day_.reset();
  if (!written_) return;
  written_->span = shifted(written_->span, block.content.begin);
  const auto& value = written_->value;
  day_ = EntryDate{value, written_->span};
  if (value.precision <= Precision::week) {
    previous_head_ = value.days;
    return;
  }
  period_ = value.days;
  if (value.precision >= Precision::year) year_ = value.days;
  if (value.precision < Precision::year && !value.year_inferred) {
    const std::chrono::year_month_day first{value.days.first};
    year_ = year_interval(static_cast<int>(first.year()));
  }
}

void ChronologyDates::read_heading(const Block& block) {
  period_.reset();
  year_.reset();
  day_.reset();
  if (article_.published) return;
  if (const auto own = only_period(block.content.of(article_.text), dates_)) own_period_ = own;
}

void ChronologyDates::read_entry(const Block& block, DateContext& context) {
  const auto text = block.content.of(article_.text);
  context.is_entry = true;
  context.previous_head = previous_head_;
  if (const auto strict = find_entry_head(text, context)) {
    day_ = EntryDate{strict->value, shifted(strict->span, block.content.begin)};
    return;
  }
  if (auto head = read_entry_head(text, context, HeadStyle::loose)) {
    head->date.span = shifted(head->date.span, block.content.begin);
    written_ = head->date;
    text_begin_ = block.content.begin + head->text_begin;
    day_ = EntryDate{written_->value, written_->span};
  }
  if (!day_) return;
  dated_ = day_;
  context.head = day_->value.days;
}

DateContext ChronologyDates::context_of(const Block& block) {
  dated_.reset();
  written_.reset();
  text_begin_ = block.content.begin;
  DateContext context;
  context.anchor = article_.published;
  switch (block.kind) {
    case BlockKind::chronology_entry:
      context = anchored();
      read_entry(block, context);
      break;
    case BlockKind::chronology_date:
      read_date_above(block);
      break;
    case BlockKind::chronology_heading:
      read_heading(block);
      break;
    case BlockKind::log_entry:
      context.is_entry = true;
      context.head = article_.published;
      break;
    case BlockKind::heading:
      day_.reset();
      break;
    default:
      break;
  }
  return context;
}

}  // namespace dateline
