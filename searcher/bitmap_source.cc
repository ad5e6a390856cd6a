#include "searcher/bitmap_source.h"

namespace dateline {

void BitmapSource::next(double /*min_weight*/) {
  const std::size_t from = started_ ? position_ + 1 : 0;
  started_ = true;
  position_ = set_->next(from);
}

void BitmapSource::skip_to(Xapian::docid id, double /*min_weight*/) {
  started_ = true;
  if (id - 1 > position_ || !set_->test(position_)) position_ = set_->next(id - 1);
}

bool BitmapSource::check(Xapian::docid id, double /*min_weight*/) {
  started_ = true;
  position_ = id - 1;
  return position_ >= set_->size() || set_->test(position_);
}

Xapian::PostingSource* BitmapSource::clone() const { return new BitmapSource(sets_); }

void BitmapSource::init(const Xapian::Database& database) {
  const auto found = sets_.find(database.get_uuid());
  set_ = found == sets_.end() ? nullptr : found->second;
  count_ = set_ == nullptr ? 0 : static_cast<Xapian::doccount>(set_->count());
  position_ = 0;
  started_ = false;
}

}  // namespace dateline
