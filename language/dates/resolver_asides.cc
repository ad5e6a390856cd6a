// Which years a text's telling goes on from: not those that only say when a paper, a bond, a law or
// a person is from. And what is carried on to the next paragraph.
#include <algorithm>
#include <array>
#include <string_view>

#include "language/dates/calendar.h"
#include "language/dates/resolver.h"

namespace dateline::dates {
namespace {

constexpr KindSet kVerbs{Kind::be, Kind::have, Kind::modal, Kind::past, Kind::timetable};

constexpr std::array<std::string_view, 17> kDocuments{
    "accord",     "accords",    "act",          "agreement",  "charter",     "code",
    "communique", "conference", "constitution", "convention", "declaration", "law",
    "pact",       "protocol",   "resolution",   "statement",  "treaty"};

bool is_past_participle(const TokenList& tokens, std::size_t i) {
  const Token& token = tokens.at(i);
  return token.has(Token::kEd) || token.kind == Kind::past || token.kind == Kind::participle ||
         (token.kind == Kind::planned && token.value == 1);
}

bool ends_aside(const TokenList& tokens, std::size_t i) {
  const Token& token = tokens.at(i);
  return token.kind == Kind::comma || token.kind == Kind::close_bracket ||
         kVerbs.contains(token.kind) || token.has(Token::kEd);
}

}  // namespace

// The treaty of 1972, but not in the campaign of 1812: a year inside a name.
bool Resolver::is_named_after(const Expression& e) const {
  constexpr KindSet kNouns{Kind::other,  Kind::no_verb,      Kind::event_noun,  Kind::ordinal_noun,
                           Kind::attack, Kind::crackdown,    Kind::number_noun, Kind::offensive,
                           Kind::paper,  Kind::quantity_noun};
  constexpr KindSet kTimes{Kind::in,   Kind::during,  Kind::until,
                           Kind::over, Kind::through, Kind::after};
  constexpr std::size_t kLongestName = 5;
  const std::size_t noun = e.first - 2;
  if (!tokens_.is(e.first - 1, Kind::of) || !kNouns.contains(tokens_.at(noun).kind)) return false;
  for (std::size_t k = noun; k > 0 && noun - k < kLongestName; --k) {
    if (kTimes.contains(tokens_.at(k - 1).kind)) return false;
    if (!kNouns.contains(tokens_.at(k - 1).kind) && !tokens_.is(k - 1, Kind::the)) break;
  }
  return true;
}

// Papers declassified in 2003 show …; the law, passed in 1976, …; the man who was born in 1931 …
bool Resolver::tells_origin(const Expression& e) const {
  constexpr std::size_t kLongestClause = 10;
  const std::size_t word = e.first - 2;
  const bool ends = ends_aside(tokens_, e.last);
  if (is_past_participle(tokens_, word)) {
    const std::size_t opener = word - 1;
    const bool parted = tokens_.is(opener, Kind::comma) || tokens_.is(opener, Kind::open_bracket);
    if (parted && ends) return true;
    const Token& behind = tokens_.at(e.last);
    const bool verb = kVerbs.contains(behind.kind) || behind.has(Token::kEd) ||
                      (behind.kind == Kind::other && !behind.has(Token::kCapital));
    const Token& noun = tokens_.at(opener);
    if (verb && (noun.kind == Kind::other || noun.kind == Kind::quantity_noun)) return true;
  }
  if (!ends) return false;
  for (std::size_t k = word, steps = 0; steps < kLongestClause; ++steps, --k) {
    const Token& token = tokens_.at(k);
    if (token.kind == Kind::who) return true;
    if (token.kind == Kind::that && kVerbs.contains(tokens_.at(k + 1).kind)) return true;
    if (token.kind == Kind::comma || token.kind == Kind::semicolon || token.kind == Kind::end ||
        token.kind == Kind::period) {
      return false;
    }
  }
  return false;
}

// Whether a whole year is none that the telling goes on from.
bool Resolver::is_aside(const Expression& e) const {
  constexpr std::size_t kNear = 4;
  if (e.range || e.left.base != Precision::year || e.left.part != Part::whole || e.first < 2) {
    return false;
  }
  if (tokens_.text_of(e.first - 1) == "due") return true;  // bonds due 2011
  if (is_named_after(e)) return !(thread_ != nullptr && thread_->is_heading);
  if (!tokens_.is(e.first - 1, Kind::in)) return false;
  for (std::size_t k = e.first - 1, steps = 0; k > 0 && steps < kNear; ++steps) {
    --k;
    if (tokens_.is(k, Kind::since)) return true;  // since its launch in 2003
    if (tokens_.is(k, Kind::comma) || tokens_.is(k, Kind::period)) break;
  }
  return tells_origin(e);
}

// Whether the date is inside the title of a paper: the 1972 treaty, the Treaty of 1972.
bool Resolver::is_titled(const Expression& e) const {
  const auto names = [this](std::size_t i) {
    std::string lower{tokens_.text_of(i)};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return std::find(kDocuments.begin(), kDocuments.end(), lower) != kDocuments.end();
  };
  if (tokens_.is(e.first - 1, Kind::of)) return e.first >= 2 && names(e.first - 2);
  return e.attributive && (names(e.last) || names(e.last + 1));
}

// Hands the year of a date on to the paragraphs behind this one.
void Resolver::carry(const Expression& e, const DateInterval& days) {
  constexpr int kStride = 2;  // years that "two years later" may take the telling along
  if (thread_ == nullptr || head_ || e.form == Form::window || e.since) return;
  if (context_.anchor && days.first > context_.anchor->last) return;
  const int year = year_of(days.last);
  const bool written =
      e.form == Form::calendar && (e.left.year != 0 || (e.range && e.right.year != 0));
  if (thread_->is_heading) {
    if (!written || e.left.base > Precision::year || is_titled(e)) return;
    thread_->year = YearInForce{year_of(days.first), {}, true};
    thread_->last_day.reset();
    return;
  }
  const bool whole_years = e.left.base >= Precision::year;
  if (e.left.base > Precision::year || (whole_years && year != year_of(days.first))) return;
  if (written) {
    const bool bound = e.bound && whole_years && e.left.part == Part::whole;
    if (bound || (e.attributive && whole_years) || is_aside(e)) return;
    thread_->year = YearInForce{year, article_span({e.begin, e.end}), false};
  } else {
    if (!thread_->year || source_.origin == YearOrigin::published || year < thread_->year->year)
      return;
    if (year <= thread_->year->year + kStride) thread_->year->year = year;
  }
  if (e.left.base < Precision::year || e.left.part != Part::whole) thread_->last_day = days;
}

// Whether a year is written in the sentence of the date, or is in force for it.
bool Resolver::has_other_year(const Expression& e) const {
  constexpr std::size_t kNear = 8;  // dates on either side
  if (has_year_in_force()) return true;
  const std::size_t from = current_ > kNear ? current_ - kNear : 0;
  const std::size_t to = std::min(expressions_->size(), current_ + kNear + 1);
  for (std::size_t i = from; i < to; ++i) {
    const Expression& other = (*expressions_)[i];
    if (other.begin == e.begin || sentence_index_[i] != sentence_index_[current_]) continue;
    if (other.form == Form::calendar && other.left.year != 0 &&
        other.left.base <= Precision::year) {
      return true;
    }
  }
  return false;
}

Span Resolver::article_span(Span span) const noexcept {
  const std::uint32_t offset = thread_ != nullptr ? thread_->offset : 0;
  return {span.begin + offset, span.end + offset};
}

YearSource Resolver::words_of(const Expression& e) const {
  return {YearOrigin::text, article_span({e.begin, e.end})};
}

YearSource Resolver::year_in_force_source() const {
  return {thread_->year->in_heading ? YearOrigin::heading : YearOrigin::text, thread_->year->words};
}

}  // namespace dateline::dates
