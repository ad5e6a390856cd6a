// What a list of expressions knows of each other, before any is resolved.
#include "language/dates/calendar.h"
#include "language/dates/resolver.h"
#include "language/words/sentences.h"

namespace dateline::dates {
namespace {

bool is_full_date(const Expression& e) noexcept {
  return e.form == Form::calendar && e.left.base == Precision::day && e.left.ref == Ref::none &&
         (e.range ? e.right.year : e.left.year) >= kFirstYear;
}

bool is_listable(const Piece& piece) noexcept {
  return piece.base == Precision::day || piece.base == Precision::month ||
         piece.base == Precision::season ||
         (piece.base == Precision::year &&
          (piece.part == Part::quarter || piece.part == Part::half));
}

// Only what lists are made of stands between two expressions.
bool is_list_gap(const TokenList& tokens, std::size_t from, std::size_t to) noexcept {
  if (to <= from || to - from > 3) return false;
  for (std::size_t i = from; i < to; ++i) {
    const Kind kind = tokens.at(i).kind;
    if (kind != Kind::comma && kind != Kind::and_word && kind != Kind::or_word &&
        kind != Kind::slash && kind != Kind::the) {
      return false;
    }
  }
  return true;
}

}  // namespace

void Resolver::find_sentences(const std::vector<Expression>& expressions) {
  const auto spans = split_sentences(tokens_.text());
  std::size_t s = 0, token = 0;
  TokenRange tokens_of_sentence;
  const auto take_sentence = [&] {
    tokens_of_sentence.begin = token;
    const std::uint32_t end = s + 1 < spans.size() ? spans[s + 1].begin : 0xFFFFFFFFU;
    while (token < tokens_.size() && tokens_.at(token).begin < end) ++token;
    tokens_of_sentence.end = token;
  };
  take_sentence();
  sentences_.reserve(expressions.size());
  sentence_index_.reserve(expressions.size());
  for (const Expression& e : expressions) {
    while (s + 1 < spans.size() && spans[s + 1].begin <= e.begin) ++s, take_sentence();
    sentences_.push_back(tokens_of_sentence);
    sentence_index_.push_back(s);
  }
}

// May and June 1987; late May or early June 2001; Feb. 5 and March 12, 2001
void Resolver::share_years(std::vector<Expression>& expressions) const {
  for (std::size_t i = expressions.size(); i-- > 1;) {
    const Expression& right = expressions[i];
    Expression& left = expressions[i - 1];
    if (left.form != Form::calendar || right.form != Form::calendar || left.range ||
        !lacks_year(left.left) || lacks_year(right.left) || !is_listable(left.left) ||
        left.left.base != right.left.base || right.left.ref_unit != Precision::year ||
        is_fraction(left.left) != is_fraction(right.left) ||
        !is_list_gap(tokens_, left.last, right.first)) {
      continue;
    }
    left.left.year = right.left.year;
    left.left.ref = right.left.ref;
    left.left.short_year = right.left.short_year;
    const bool later = left.left.month > right.left.month ||
                       (left.left.month == right.left.month && left.left.day > right.left.day);
    if (later && left.left.year > 0 && left.left.base == Precision::month) --left.left.year;
  }
}

// For each expression the nearest full date of its sentence.
void Resolver::find_full_dates(const std::vector<Expression>& expressions) {
  full_year_.assign(expressions.size(), -1);
  const auto offer = [&](std::size_t i, int full) {
    if (full < 0) return;
    const auto f = static_cast<std::size_t>(full);
    if (f == i || sentence_index_[f] != sentence_index_[i]) return;
    const auto distance = [&](int other) {
      const Expression& o = expressions[static_cast<std::size_t>(other)];
      return o.begin < expressions[i].begin ? expressions[i].begin - o.end
                                            : o.begin - expressions[i].end;
    };
    if (full_year_[i] < 0 || distance(full) < distance(full_year_[i])) full_year_[i] = full;
  };
  int last = -1;
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    offer(i, last);
    if (is_full_date(expressions[i])) last = static_cast<int>(i);
  }
  last = -1;
  for (std::size_t i = expressions.size(); i-- > 0;) {
    offer(i, last);
    if (is_full_date(expressions[i])) last = static_cast<int>(i);
  }
}

}  // namespace dateline::dates
