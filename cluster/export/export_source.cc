#include "cluster/export/export_source.h"

#include <utility>

#include "cluster/documents/document_reader.h"

namespace dateline {
namespace {

class IndexSource : public ExportSource {
 public:
  IndexSource(const Snapshot& snapshot, std::vector<Bitmap> articles, std::vector<Bitmap> events,
              std::stop_token stop)
      : snapshot_(snapshot),
        reader_(snapshot),
        articles_(std::move(articles)),
        events_(std::move(events)),
        stop_(std::move(stop)) {}

  std::string language() const override { return snapshot_.manifest().language; }
  std::string analyzer() const override { return reader_.analyzer(); }
  std::uint64_t generation() const override { return snapshot_.manifest().generation; }
  std::uint64_t articles(const TakeArticle& take) override {
    return for_each(articles_, [&](Location place, std::uint64_t number) {
      take(reader_.article(place), number);
    });
  }
  std::uint64_t events(const TakeEvent& take) override {
    return for_each(
        events_, [&](Location place, std::uint64_t number) { take(reader_.event(place), number); });
  }
  bool is_stopped() const noexcept override { return stop_.stop_requested(); }

 private:
  template <typename Visit>
  std::uint64_t for_each(const std::vector<Bitmap>& sets, Visit visit) const {
    std::uint64_t count = 0;
    for (std::size_t segment = 0; segment < sets.size(); ++segment) {
      const Bitmap& set = sets[segment];
      for (auto i = set.next(0); i < set.size() && !is_stopped(); i = set.next(i + 1)) {
        visit(Location{static_cast<std::uint32_t>(segment), static_cast<std::uint32_t>(i)},
              count++);
      }
    }
    return count;
  }

  const Snapshot& snapshot_;
  DocumentReader reader_;
  std::vector<Bitmap> articles_;
  std::vector<Bitmap> events_;
  std::stop_token stop_;
};

}  // namespace

std::unique_ptr<ExportSource> index_export_source(const Snapshot& snapshot,
                                                  std::vector<Bitmap> articles,
                                                  std::vector<Bitmap> events,
                                                  std::stop_token stop) {
  return std::make_unique<IndexSource>(snapshot, std::move(articles), std::move(events),
                                       std::move(stop));
}

}  // namespace dateline
