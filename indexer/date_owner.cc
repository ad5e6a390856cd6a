#include "indexer/date_owner.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 13> kClauseWords{
    "after", "although", "and",  "as",    "before",  "but",  "nor",
    "or",    "then",     "when", "where", "whereas", "while"};
constexpr std::array<std::string_view, 14> kDateWords{"around", "as",    "by",  "during", "early",
                                                      "for",    "from",  "in",  "late",   "of",
                                                      "on",     "since", "the", "until"};
constexpr std::array<std::string_view, 3> kJoinWords{"and", "or", "the"};
constexpr std::array<std::string_view, 1> kArticles{"the"};
// What may follow a name that is no subject: "and Vietnam in a ceremony on May 5".
constexpr std::array<std::string_view, 14> kPrepositions{"after", "at", "by",   "during", "for",
                                                         "from",  "in", "near", "of",     "on",
                                                         "over",  "to", "via",  "with"};

constexpr std::string_view kSpaces = " \t\n\r";

using Words = std::span<const std::string_view>;

// A dash or a typographic quote: the Unicode block General Punctuation.
bool is_typographic(std::string_view text, std::size_t at) noexcept {
  return text.substr(at, 2) == "\xE2\x80";
}

bool is_letter(std::string_view text, std::size_t at) noexcept {
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return static_cast<unsigned char>(c) >= 0x80 && !is_typographic(text, at);
}

// A word in small letters, or one other character.
struct Piece {
  std::string word;  // empty for another character
  std::size_t begin = 0;
  std::size_t end = 0;
};

Piece piece_at(std::string_view text, std::size_t begin, std::size_t end) {
  Piece piece{{}, begin, begin + 1};
  if (is_typographic(text, begin)) piece.end = std::min(begin + 3, end);
  if (!is_letter(text, begin)) return piece;
  while (piece.end < end && is_letter(text, piece.end)) ++piece.end;
  for (const char c : text.substr(begin, piece.end - begin))
    piece.word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return piece;
}

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether nothing stands from `begin` to `end` but these words, spaces and these marks.
bool holds_only(std::string_view text, std::size_t begin, std::size_t end, Words words,
                std::string_view marks) {
  for (std::size_t i = begin; i < end;) {
    const auto piece = piece_at(text, i, end);
    i = piece.end;
    if (!piece.word.empty()) {
      if (!is_one_of(piece.word, words)) return false;
    } else if (const auto mark = text.substr(piece.begin, piece.end - piece.begin);
               kSpaces.find(mark) == kSpaces.npos && marks.find(mark) == marks.npos) {
      return false;
    }
  }
  return true;
}

// Whether `date` stands in brackets directly behind `country`: "South Korea (February 26-28)".
bool is_bracketed(std::string_view text, const Mention& country, const Mention& date) {
  const auto open = text.find('(', country.span.end);
  if (open >= date.span.begin) return false;
  if (!holds_only(text, country.span.end, open, {}, "")) return false;
  return text.substr(open + 1, date.span.begin - open - 1).find_first_of("(),;") ==
         std::string_view::npos;
}

// Countries that are joined to one another.
struct Group {
  Span span;
  std::vector<std::size_t> members;
  std::size_t clause = 0;
  std::optional<std::size_t> owner;
  bool yields = false;  // to dates without countries of their own
};

struct Clause {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::size_t> dates;
  std::vector<std::size_t> groups;
};

// Reads one sentence. The steps, in the order of their calls, fill in what the later ones look at.
class Sentence {
 public:
  Sentence(std::string_view text, Span span, const std::vector<const Mention*>& countries,
           const std::vector<const Mention*>& dates)
      : text_(text), span_(span), countries_(countries), dates_(dates) {}

  std::vector<std::vector<bool>> owners() {
    find_brackets();
    join_countries();
    split_clauses();
    for (auto& clause : clauses_) {
      if (clause.groups.empty()) continue;
      clause.groups.front() == 0 ? claim_first(clause) : claim_later(clause);
    }
    return answer();
  }

 private:
  void find_brackets() {
    bracketed_.resize(countries_.size());
    for (std::size_t i = 0; i < countries_.size(); ++i) {
      for (std::size_t j = 0; j < dates_.size() && !bracketed_[i]; ++j) {
        if (dates_[j]->span.begin >= countries_[i]->span.end &&
            is_bracketed(text_, *countries_[i], *dates_[j]))
          bracketed_[i] = j;
      }
    }
  }

  void join_countries() {
    for (std::size_t i = 0; i < countries_.size(); ++i) {
      if (bracketed_[i]) continue;
      const Span span = countries_[i]->span;
      const bool joined =
          !groups_.empty() && holds_only(text_, std::min(groups_.back().span.end, span.begin),
                                         span.begin, kJoinWords, ",&/-–");
      if (!joined) groups_.push_back({span, {}, 0, {}, false});
      groups_.back().span.end = std::max(groups_.back().span.end, span.end);
      groups_.back().members.push_back(i);
    }
  }

  // The end of the date or the countries that stand at `at`; `at` when there are none.
  [[nodiscard]] std::size_t end_of_mention(std::size_t at) const {
    for (const Mention* date : dates_) {
      if (date->span.begin <= at && at < date->span.end) return date->span.end;
    }
    for (const auto& group : groups_) {
      if (group.span.begin <= at && at < group.span.end) return group.span.end;
    }
    return at;
  }

  void split_clauses() {
    clauses_.push_back({span_.begin, span_.end, {}, {}});
    for (std::size_t at = span_.begin; at < span_.end;) {
      if (const auto end = end_of_mention(at); end > at) {
        note_mentions(at);
        at = end;
        continue;
      }
      const auto piece = piece_at(text_, at, span_.end);
      if (ends_clause(piece)) {
        clauses_.back().end = piece.begin;
        clauses_.push_back({piece.begin, span_.end, {}, {}});
      }
      at = piece.end;
    }
  }

  void note_mentions(std::size_t at) {
    auto& clause = clauses_.back();
    for (std::size_t j = 0; j < dates_.size(); ++j) {
      if (dates_[j]->span.begin == at) clause.dates.push_back(j);
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].span.begin != at) continue;
      groups_[g].clause = clauses_.size() - 1;
      clause.groups.push_back(g);
    }
  }

  [[nodiscard]] bool ends_clause(const Piece& piece) const {
    if (!piece.word.empty()) return is_one_of(piece.word, kClauseWords);
    const auto mark = text_.substr(piece.begin, piece.end - piece.begin);
    if (mark == ",") return !is_date_alone(clauses_.back());
    if (mark == "-") return text_.substr(piece.begin, 2) == "--";
    return std::string_view{";:()–—"}.find(mark) != std::string_view::npos;
  }

  // "On May 3, …": the comma behind a date that begins a clause does not end it.
  [[nodiscard]] bool is_date_alone(const Clause& clause) const {
    return clause.groups.empty() && clause.dates.size() == 1 &&
           is_head(clause, dates_[clause.dates.front()]->span.begin, kDateWords);
  }

  // Whether nothing stands before `at` but what joins the clause to the one before it.
  [[nodiscard]] bool is_head(const Clause& clause, std::size_t at, Words also) const {
    std::size_t begin = clause.begin;
    while (begin < at) {
      const auto piece = piece_at(text_, begin, at);
      const bool joins = piece.word.empty() || is_one_of(piece.word, kClauseWords);
      if (!joins) break;
      begin = piece.end;
    }
    return holds_only(text_, begin, at, also, "");
  }

  // "Japan on May 5": nothing but a preposition between them.
  [[nodiscard]] bool follows_at_once(const Group& group, std::size_t date) const {
    const Span span = dates_[date]->span;
    return span.begin >= group.span.end &&
           holds_only(text_, group.span.end, span.begin, kDateWords, "");
  }

  // "and Japan protested on May 5", "and in May Japan protested".
  [[nodiscard]] bool has_own_subject(const Clause& clause, const Group& group,
                                     std::size_t date) const {
    const Span when = dates_[date]->span;
    if (when.begin < group.span.begin) {
      return is_head(clause, when.begin, kDateWords) &&
             holds_only(text_, when.end, group.span.begin, kArticles, ",");
    }
    if (!is_head(clause, group.span.begin, kArticles) || follows_at_once(group, date)) return false;
    std::size_t at = group.span.end;
    while (at < when.begin && !is_letter(text_, at)) ++at;
    return !is_one_of(piece_at(text_, at, when.begin).word, kPrepositions);
  }

  void claim_first(const Clause& clause) {
    if (clause.dates.size() != 1) return;
    for (const auto g : clause.groups) {
      if (!follows_at_once(groups_[g], clause.dates.front())) continue;
      groups_[g].owner = clause.dates.front();
      groups_[g].yields = true;
    }
  }

  void claim_later(const Clause& clause) {
    if (clause.dates.size() != 1 || clause.groups.size() != 1) return;
    const auto date = clause.dates.front();
    auto& group = groups_[clause.groups.front()];
    group.owner = date;
    if (!has_own_subject(clause, group, date)) return;
    cut_.resize(dates_.size());
    cut_[date] = group.clause;
  }

  [[nodiscard]] std::vector<std::vector<bool>> answer() const {
    std::vector<bool> has_own(dates_.size());
    for (const auto& date : bracketed_) {
      if (date) has_own[*date] = true;
    }
    for (const auto& group : groups_) {
      if (group.owner) has_own[*group.owner] = true;
    }
    std::vector<std::vector<bool>> result(countries_.size(), std::vector<bool>(dates_.size()));
    for (std::size_t i = 0; i < countries_.size(); ++i) {
      if (bracketed_[i]) result[i][*bracketed_[i]] = true;
    }
    for (const auto& group : groups_) {
      for (std::size_t j = 0; j < dates_.size(); ++j) {
        const bool is_cut = !cut_.empty() && cut_[j] && group.clause < *cut_[j];
        const bool belongs =
            group.owner ? *group.owner == j || (group.yields && !has_own[j]) : !is_cut;
        for (const auto i : group.members) result[i][j] = belongs;
      }
    }
    return result;
  }

  std::string_view text_;
  Span span_;
  const std::vector<const Mention*>& countries_;
  const std::vector<const Mention*>& dates_;
  std::vector<std::optional<std::size_t>> bracketed_;  // of each country, the date behind it
  std::vector<Group> groups_;
  std::vector<Clause> clauses_;
  std::vector<std::optional<std::size_t>> cut_;  // of each date, the clause that has its subject
};

}  // namespace

std::vector<std::vector<bool>> date_owners(std::string_view text, Span sentence,
                                           const std::vector<const Mention*>& countries,
                                           const std::vector<const Mention*>& dates) {
  if (dates.size() < 2) return {countries.size(), std::vector<bool>(dates.size(), true)};
  return Sentence(text, sentence, countries, dates).owners();
}

}  // namespace dateline
