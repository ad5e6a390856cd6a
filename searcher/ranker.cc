#include "searcher/ranker.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "searcher/bitmap_source.h"
#include "searcher/prefix.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

std::optional<Xapian::Query> joined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return std::nullopt;
  return Xapian::Query(op, parts.begin(), parts.end());
}

}  // namespace

Ranker::Ranker(const Snapshot& snapshot, DatabaseKind kind) : snapshot_(snapshot), kind_(kind) {
  for (std::size_t i = 0; i < snapshot.segment_count(); ++i) {
    const auto shard = snapshot.segment(i).open(kind);
    uuids_.push_back(shard.get_uuid());
    database_.add_database(shard);
  }
}

std::optional<Xapian::Query> Ranker::prefix(const Condition& condition) const {
  std::set<std::string> words;
  for (std::size_t i = 0; i < snapshot_.segment_count(); ++i) {
    const Segment& segment = snapshot_.segment(i);
    for (const auto id : expand_prefix(segment, condition.terms.front())) {
      words.emplace(segment.terms.text(id));
    }
  }
  if (words.size() > kMaxWeighedExpansions) return std::nullopt;
  return Xapian::Query(Xapian::Query::OP_SYNONYM, words.begin(), words.end());
}

// The part of a condition that gives weight. An `all` asks for all of its weighted parts, which
// lets Xapian skip; what else it asks for, the filter by matches sees to.
std::optional<Xapian::Query> Ranker::weighted(const Condition& condition) const {
  const bool in_text = condition.field == TextField::any || condition.field == TextField::text ||
                       (kind_ == DatabaseKind::articles && condition.field != TextField::author);
  switch (condition.kind) {
    case Kind::word:
    case Kind::phrase:
      if (!in_text) return std::nullopt;
      return Xapian::Query(Xapian::Query::OP_AND, condition.terms.begin(), condition.terms.end());
    case Kind::prefix:
      if (!in_text) return std::nullopt;
      return prefix(condition);
    case Kind::all:
    case Kind::any: {
      std::vector<Xapian::Query> parts;
      bool all_weighted = true;
      for (const auto& child : condition.children) {
        if (auto part = weighted(child)) {
          parts.push_back(std::move(*part));
        } else {
          all_weighted = false;
        }
      }
      if (condition.kind == Kind::all) return joined(Xapian::Query::OP_AND, parts);
      if (all_weighted || parts.empty()) return joined(Xapian::Query::OP_OR, parts);
      // An alternative without weight matches documents that have none of the others' words.
      parts.insert(parts.begin(), Xapian::Query::MatchAll * 0.0);
      return joined(Xapian::Query::OP_OR, parts);
    }
    default:
      return std::nullopt;
  }
}

std::optional<std::vector<Ranked>> Ranker::by_relevance(const Condition& condition,
                                                        const std::vector<Bitmap>& matches,
                                                        std::uint32_t offset, std::uint32_t limit) {
  const auto words = weighted(condition);
  if (!words) return std::nullopt;
  std::map<std::string, const Bitmap*> sets;
  for (std::size_t i = 0; i < matches.size(); ++i) sets.emplace(uuids_[i], &matches[i]);
  BitmapSource source(sets);
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25K1, 0, 1, kBm25B, kBm25MinNormLength));
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, *words, Xapian::Query(&source)));
  const auto found = enquire.get_mset(offset, limit);
  std::vector<Ranked> ranked;
  for (auto it = found.begin(); it != found.end(); ++it) {
    ranked.push_back({snapshot_.locate(*it), it.get_weight()});
  }
  return ranked;
}

std::vector<Ranked> Ranker::by_date(SortOrder order, const std::vector<Bitmap>& matches,
                                    std::uint32_t offset, std::uint32_t limit) const {
  struct Dated {
    DayRange days;
    Location location;
  };
  constexpr DayRange kNever{std::numeric_limits<std::int32_t>::min(),
                            std::numeric_limits<std::int32_t>::min()};
  std::vector<Dated> all;
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    const Segment& segment = snapshot_.segment(s);
    matches[s].for_each([&](std::size_t i) {
      const auto ordinal = static_cast<std::uint32_t>(i);
      const bool own_date = kind_ == DatabaseKind::events && order != SortOrder::published;
      const auto days =
          own_date ? segment.days(ordinal)
                   : segment.published(kind_ == DatabaseKind::events ? segment.article_of(ordinal)
                                                                     : ordinal);
      all.push_back({days.known() ? days : kNever, {s, ordinal}});
    });
  }
  const auto newer = [](const Dated& a, const Dated& b) {
    if (a.days != b.days) return a.days > b.days;
    return a.location < b.location;
  };
  const auto last = std::min<std::size_t>(std::size_t{offset} + limit, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(last), all.end(), newer);
  std::vector<Ranked> ranked;
  for (std::size_t i = offset; i < last; ++i) ranked.push_back({all[i].location, 0});
  return ranked;
}

}  // namespace dateline
