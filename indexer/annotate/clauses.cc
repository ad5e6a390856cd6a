#include "indexer/annotate/clauses.h"

#include <algorithm>

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

bool ends_clause(std::string_view text, const TextPiece& piece, const Clause& clause,
                 const std::vector<MentionGroup>& dates) {
  if (!piece.word.empty()) return is_one_of(piece.word, kClauseWords);
  const auto mark = text.substr(piece.begin, piece.end - piece.begin);
  if (mark == ",") return !is_date_alone(text, clause, dates);
  if (mark == "-") return text.substr(piece.begin, 2) == "--";
  return std::string_view{";:()–—"}.find(mark) != std::string_view::npos;
}

// Notes the group that begins at `at`. @return its end, or `at` when none does.
std::size_t pass_group(const std::vector<MentionGroup>& groups, std::size_t at,
                       std::vector<std::size_t>& found) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].span.begin != at) continue;
    found.push_back(i);
    return groups[i].span.end;
  }
  return at;
}

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
  for (std::size_t at = sentence.begin; at < sentence.end;) {
    auto& clause = clauses.back();
    const auto end =
        std::max(pass_group(dates, at, clause.dates), pass_group(countries, at, clause.countries));
    if (end > at) {
      at = end;
      continue;
    }
    const auto piece = piece_at(text, at, sentence.end);
    if (ends_clause(text, piece, clause, dates)) clauses.push_back({piece.begin, {}, {}});
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
