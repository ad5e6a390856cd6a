#include "indexer/annotate/date_owner.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "corpus/structure/finite_verb.h"
#include "indexer/annotate/clauses.h"
#include "indexer/annotate/text_pieces.h"
#include "language/ascii.h"

namespace dateline {
namespace {

// Without a grammar, few things in a sentence say for certain that a country has to do with one
// date and not with another: brackets, a clause with one of each, a date right behind the country.
// Where none of these is found, the country belongs to all dates of the sentence: a search that
// finds one event too many is better than one that misses it. The rules are laid down in the
// header; here they are claims that groups of countries make on dates, weighed at the end, when it
// is known which dates have countries of their own.

constexpr std::array<std::string_view, 1> kArticles{"the"};
constexpr std::array<std::string_view, 2> kNewThings{"a", "an"};
constexpr std::array<std::string_view, 5> kPronouns{"he", "it", "she", "they", "we"};
// What may follow a name that is no subject: "and Vietnam in a ceremony on May 5".
constexpr std::array<std::string_view, 14> kPrepositions{"after", "at", "by",   "during", "for",
                                                         "from",  "in", "near", "of",     "on",
                                                         "over",  "to", "via",  "with"};

// The date that stands in brackets directly behind `country`: "South Korea (February 26-28)".
std::optional<std::size_t> bracketed_date(std::string_view text, Span country,
                                          const std::vector<MentionGroup>& dates) {
  const auto open = text.find_first_not_of(" \t\n\r", country.end);
  if (open == std::string_view::npos || text[open] != '(') return std::nullopt;
  const auto begins_before = [](const MentionGroup& date, std::size_t offset) {
    return date.span.begin < offset;
  };
  const auto date = std::lower_bound(dates.begin(), dates.end(), open, begins_before);
  if (date == dates.end()) return std::nullopt;
  const auto between = text.substr(open + 1, date->span.begin - open - 1);
  if (between.find_first_of("(),;") != std::string_view::npos) return std::nullopt;
  return static_cast<std::size_t>(date - dates.begin());
}

// What was found out about a group of countries. Dates are groups of dates.
struct Claim {
  std::optional<std::size_t> owner;  // the one date that it belongs to
  bool yields = false;               // only to dates that have countries of their own
  bool in_first_clause = false;
  bool is_place = false;  // "in Norway"
};

// Reads one sentence. The steps, in the order of their calls, fill in what the later ones look at.
class Sentence {
 public:
  Sentence(std::string_view text, Span span, const std::vector<const Mention*>& countries,
           const std::vector<const Mention*>& dates)
      : text_(text), dates_(join_mentions(text, dates, std::vector<bool>(dates.size()))) {
    find_brackets(countries);
    std::vector<bool> left_out;
    left_out.reserve(bracketed_.size());
    for (const auto& date : bracketed_) left_out.push_back(date.has_value());
    countries_ = join_mentions(text, countries, left_out);
    claims_.resize(countries_.size());
    has_own_subject_.resize(dates_.size());
    has_pronoun_.resize(dates_.size());
    for (const auto& clause : split_clauses(text, span, countries_, dates_)) claim(clause);
  }

  [[nodiscard]] std::vector<std::vector<bool>> owners(std::size_t dates) const {
    const auto has_own = dates_with_countries();
    std::vector<std::vector<bool>> result(bracketed_.size(), std::vector<bool>(dates));
    const auto set = [&](std::size_t country, std::size_t date) {
      for (const auto member : dates_[date].members) result[country][member] = true;
    };
    for (std::size_t i = 0; i < bracketed_.size(); ++i) {
      if (bracketed_[i]) set(i, *bracketed_[i]);
    }
    for (std::size_t g = 0; g < countries_.size(); ++g) {
      for (std::size_t date = 0; date < dates_.size(); ++date) {
        if (!belongs(claims_[g], date, has_own)) continue;
        for (const auto country : countries_[g].members) set(country, date);
      }
    }
    return result;
  }

 private:
  void find_brackets(const std::vector<const Mention*>& countries) {
    bracketed_.reserve(countries.size());
    for (const auto* country : countries) {
      bracketed_.push_back(bracketed_date(text_, country->span, dates_));
    }
  }

  void claim(const Clause& clause) {
    if (clause.countries.empty()) return;
    if (clause.countries.front() == 0) {
      claim_in_first(clause);
    } else if (clause.dates.size() == 1 && clause.countries.size() == 1) {
      const auto country = clause.countries.front();
      const auto date = clause.dates.front();
      claims_[country].owner = date;
      has_own_subject_[date] =
          has_own_subject(clause, countries_[country].span, dates_[date].span) ||
          tells_of_another(clause, dates_[date].span);
      has_pronoun_[date] = is_one_of(head_word(clause), kPronouns);
    }
  }

  // "and a collection of records shows … in 1987": not what the first clause tells of.
  [[nodiscard]] bool tells_of_another(const Clause& clause, Span date) const {
    if (!is_one_of(head_word(clause), kNewThings) || date.begin <= clause.begin) return false;
    auto told = text_.substr(clause.begin, date.begin - clause.begin);
    for (const std::string_view relative : {" that ", " which ", " who ", " whose "}) {
      told = told.substr(0, told.find(relative));
    }
    return has_finite_verb(told);
  }

  // The first word of a clause behind those that join it to the one before; in small letters.
  [[nodiscard]] std::string head_word(const Clause& clause) const {
    for (auto at = clause.begin; at < text_.size();) {
      auto piece = piece_at(text_, at, text_.size());
      if (!piece.word.empty() && !is_one_of(piece.word, kClauseWords)) return piece.word;
      if (piece.word.empty() && is_ascii_digit(text_[at])) return {};
      at = piece.end;
    }
    return {};
  }

  // "… was made in Norway": a place, and not who acts.
  [[nodiscard]] bool is_place(const Clause& clause, Span country) const {
    constexpr std::array<std::string_view, 5> kPlaces{"at", "from", "in", "inside", "near"};
    constexpr std::string_view kBlanks = " \t\n\r";
    auto before = text_.substr(clause.begin, country.begin - clause.begin);
    const auto drop_blanks = [&] {
      before = before.substr(0, before.find_last_not_of(kBlanks) + 1);
    };
    drop_blanks();
    if (before.ends_with(" the")) before.remove_suffix(3);
    drop_blanks();
    const auto last = before.substr(before.find_last_of(kBlanks) + 1);
    return is_one_of(last, kPlaces);
  }

  void claim_in_first(const Clause& clause) {
    for (const auto country : clause.countries) {
      auto& claim = claims_[country];
      claim.in_first_clause = true;
      claim.is_place = is_place(clause, countries_[country].span);
      if (clause.dates.size() != 1) continue;
      const auto date = clause.dates.front();
      if (!follows_at_once(countries_[country].span, dates_[date].span)) continue;
      claim.owner = date;
      claim.yields = true;
    }
  }

  // "Japan on May 5": nothing but a preposition between them.
  [[nodiscard]] bool follows_at_once(Span country, Span date) const {
    return date.begin >= country.end && holds_only(text_, country.end, date.begin, kDateWords, "");
  }

  // "and Japan protested on May 5", "and in May Japan protested".
  [[nodiscard]] bool has_own_subject(const Clause& clause, Span country, Span date) const {
    if (date.begin < country.begin) {
      return is_head(text_, clause, date.begin, kDateWords) &&
             holds_only(text_, date.end, country.begin, kArticles, ",");
    }
    if (!is_head(text_, clause, country.begin, kArticles)) return false;
    if (follows_at_once(country, date)) return false;
    auto next = piece_at(text_, country.end, date.begin);
    while (next.word.empty() && next.end < date.begin) next = piece_at(text_, next.end, date.begin);
    return !is_one_of(next.word, kPrepositions);
  }

  [[nodiscard]] std::vector<bool> dates_with_countries() const {
    std::vector<bool> has_own(dates_.size());
    for (const auto& date : bracketed_) {
      if (date) has_own[*date] = true;
    }
    for (const auto& claim : claims_) {
      if (claim.owner) has_own[*claim.owner] = true;
    }
    return has_own;
  }

  [[nodiscard]] bool belongs(const Claim& claim, std::size_t date,
                             const std::vector<bool>& has_own) const {
    if (!claim.owner) {
      const bool another = has_own_subject_[date] || (claim.is_place && has_pronoun_[date]);
      return !(claim.in_first_clause && another);
    }
    return *claim.owner == date || (claim.yields && !has_own[date]);
  }

  std::string_view text_;
  std::vector<MentionGroup> dates_;
  std::vector<std::optional<std::size_t>> bracketed_;  // of each country, the date behind it
  std::vector<MentionGroup> countries_;                // the others
  std::vector<Claim> claims_;                          // of each of countries_
  std::vector<bool> has_own_subject_;                  // of each date, whether its clause has
  std::vector<bool> has_pronoun_;  // of each, whether its clause begins with "it"
};

}  // namespace

namespace {

// In a list with semicolons each part has its own countries: the pact of 1815 between Austria and
// Russia; the Charter of 1941; …
void part_by_semicolons(std::string_view text, Span sentence,
                        const std::vector<const Mention*>& countries,
                        const std::vector<const Mention*>& dates,
                        std::vector<std::vector<bool>>& owners) {
  std::vector<std::uint32_t> semicolons;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (text[i] == ';') semicolons.push_back(i);
  }
  constexpr std::size_t kList = 2;
  if (semicolons.size() < kList) return;
  const auto part_of = [&](const Mention& mention) {
    return std::upper_bound(semicolons.begin(), semicolons.end(), mention.span.begin) -
           semicolons.begin();
  };
  for (std::size_t i = 0; i < countries.size(); ++i) {
    for (std::size_t j = 0; j < dates.size(); ++j) {
      if (part_of(*countries[i]) != part_of(*dates[j])) owners[i][j] = false;
    }
  }
}

}  // namespace

std::vector<std::vector<bool>> date_owners(std::string_view text, Span sentence,
                                           const std::vector<const Mention*>& countries,
                                           const std::vector<const Mention*>& dates) {
  if (dates.size() < 2) return {countries.size(), std::vector<bool>(dates.size(), true)};
  auto owners = Sentence(text, sentence, countries, dates).owners(dates.size());
  part_by_semicolons(text, sentence, countries, dates, owners);
  return owners;
}

}  // namespace dateline
