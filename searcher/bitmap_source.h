// Lets Xapian's matcher see a set of documents.
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "index/bitmap.h"

namespace dateline {

/// A posting source of weight zero whose documents are those of a set: as a filter it confines
/// ranking to what the matcher found. In a multi-database Xapian asks for one copy a shard; each
/// finds its set by the shard's UUID.
class BitmapSource : public Xapian::PostingSource {
 public:
  /// Sets by the UUID of their database. The map must outlive the source and its copies.
  explicit BitmapSource(const std::map<std::string, const Bitmap*>& sets) : sets_(sets) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  [[nodiscard]] bool at_end() const override {
    return set_ == nullptr || position_ >= set_->size();
  }
  [[nodiscard]] Xapian::docid get_docid() const override {
    return static_cast<Xapian::docid>(position_ + 1);
  }
  [[nodiscard]] PostingSource* clone() const override;
  void init(const Xapian::Database& database) override;
  [[nodiscard]] std::string get_description() const override { return "BitmapSource"; }

 private:
  const std::map<std::string, const Bitmap*>& sets_;
  const Bitmap* set_ = nullptr;
  Xapian::doccount count_ = 0;
  std::size_t position_ = 0;
  bool started_ = false;
};

}  // namespace dateline
