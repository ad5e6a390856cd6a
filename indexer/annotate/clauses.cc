#include "indexer/annotate/clauses.h"

#include <algorithm>
#include <optional>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 3> kJoinWords{"and", "or", "the"};
constexpr std::string_view kJoinMarks = ",&/-–";

// "On May 3, …".
bool is_date_alone(std::string_view text, const Clause& clause,
                   const std::vector<MentionGroup>& dates) {
  return clause.countries.empty() && clause.dates.size() == 1 &&
         is_head(text, clause, dates[clause.dates.front()].span.begin, kDateWords);
}

// `date_alone` says whether the clause is so far but a date before a comma.
template <typename DateAlone>
bool ends_clause(std::string_view text, const TextPiece& piece, DateAlone date_alone) {
  if (!piece.word.empty()) return is_one_of(piece.word, kClauseWords);
  const auto mark = text.substr(piece.begin, piece.end - piece.begin);
  if (mark == ",") return !date_alone();
  if (mark == "-") return text.substr(piece.begin, 2) == "--";
  return std::string_view{";:()–—"}.find(mark) != std::string_view::npos;
}

/// Passes groups while a sentence is gone through: each is looked at once.
class GroupCursor {
 public:
  explicit GroupCursor(const std::vector<MentionGroup>& groups) : groups_(groups) {}

  /// Notes the group that begins at `at`. @return its end, or `at` when none does. `at` grows from
  /// call to call.
  std::size_t pass(std::size_t at, std::vector<std::size_t>& found) {
    while (next_ < groups_.size() && groups_[next_].span.begin < at) ++next_;
    if (next_ == groups_.size() || groups_[next_].span.begin != at) return at;
    found.push_back(next_);
    return groups_[next_].span.end;
  }

 private:
  const std::vector<MentionGroup>& groups_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<MentionGroup> join_mentions(std::string_view text,
                                        const std::vector<const Mention*>& mentions,
                                        const std::vector<bool>& left_out) {
  std::vector<MentionGroup> groups;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (left_out[i]) continue;
    const Span span = mentions[i]->span;
    // A place that means two countries is mentioned twice.
    const auto from = groups.empty() ? span.begin : std::min(groups.back().span.end, span.begin);
    if (groups.empty() || !holds_only(text, from, span.begin, kJoinWords, kJoinMarks))
      groups.push_back({span, {}});
    groups.back().span.end = std::max(groups.back().span.end, span.end);
    groups.back().members.push_back(i);
  }
  return groups;
}

std::vector<Clause> split_clauses(std::string_view text, Span sentence,
                                  const std::vector<MentionGroup>& countries,
                                  const std::vector<MentionGroup>& dates) {
  std::vector<Clause> clauses{{sentence.begin, {}, {}}};
  GroupCursor next_date{dates};
  GroupCursor next_country{countries};
  std::optional<bool> date_alone;  // of the last clause; many commas may ask
  for (std::size_t at = sentence.begin; at < sentence.end;) {
    auto& clause = clauses.back();
    const auto end =
        std::max(next_date.pass(at, clause.dates), next_country.pass(at, clause.countries));
    if (end > at) {
      at = end;
      date_alone.reset();
      continue;
    }
    const auto piece = piece_at(text, at, sentence.end);
    const auto is_alone = [&] {
      if (!date_alone) date_alone = is_date_alone(text, clause, dates);
      return *date_alone;
    };
    if (ends_clause(text, piece, is_alone)) {
      clauses.push_back({piece.begin, {}, {}});
      date_alone.reset();
    }
    at = piece.end;
  }
  return clauses;
}

bool is_head(std::string_view text, const Clause& clause, std::size_t at, Words also) {
  std::size_t begin = clause.begin;
  while (begin < at) {
    const auto piece = piece_at(text, begin, at);
    if (!piece.word.empty() && !is_one_of(piece.word, kClauseWords)) break;
    begin = piece.end;
  }
  return holds_only(text, begin, at, also, "");
}

}  // namespace dateline
