// Gives days to what the grammar recognised: the policy's anchor, head and reference (A2), and the
// choice of a year (A3).
#pragma once

#include <optional>
#include <vector>

#include "language/dates/context.h"
#include "language/dates/cues.h"
#include "language/dates/expression.h"
#include "language/dates/thread.h"
#include "language/dates/token.h"
#include "language/mention.h"

namespace dateline::dates {

/// Where a year was found that is not written with its date.
struct YearSource {
  YearOrigin origin = YearOrigin::none;
  Span words;  ///< bytes of the article
};

/// A date met earlier in the text.
struct Reference {
  DateInterval days;
  Precision precision = Precision::day;
  YearSource source = {};  ///< its own words, or whence it has its year itself
};

/// Resolves the expressions of one paragraph or entry, in order.
///
/// In order, because what a date means depends on the dates before it: "that year", "on the 28th",
/// "two weeks later", and a month without its year all look back. The class holds what they look
/// at: `reference_`, `anaphor_` and `named_` differ only in which earlier dates count. What lists
/// share ("May and June 1987": one year for both) is settled before the first date, because there
/// the year stands behind. The choice of a year for a date that has none is the hardest part; its
/// order of evidence is the policy's (A3), each step a function in resolver_years.cc.
class Resolver {
 public:
  /// All arguments must outlive the resolver. `head` is the entry's date, if the text is an entry.
  Resolver(const TokenList& tokens, const DateContext& context, std::optional<DateInterval> head,
           bool head_is_written);

  /// Reads the text as the next block of an article. `thread` must outlive the resolver.
  void follow(DateThread& thread) noexcept { thread_ = &thread; }
  /// Says where the entry's head is written, in bytes of the text.
  void take_head(Span words) noexcept { head_words_ = words; }

  /// Adds the mentions of `expressions`, which are changed on the way (years shared within lists).
  void resolve(std::vector<Expression>& expressions, std::vector<DateMention>& mentions);

  /// What an entry's head means: years that are not written follow the entry before it, or the
  /// anchor.
  [[nodiscard]] std::optional<DateMention> resolve_head(const Expression& e);

 private:
  /// An expression without a year, to be tried in one year or another.
  struct InYear {
    const Resolver& resolver;
    const Expression& expression;
    int weekday = 0;  ///< the weekday that its first day must be; 0: any
    std::optional<DateInterval> operator()(int year) const;
    /// Whether the text narrates it as an event, and does not name it (the June summit).
    [[nodiscard]] bool is_told() const;
  };

  // resolver.cc
  void find_sentences(const std::vector<Expression>& expressions);
  void share_years(std::vector<Expression>& expressions) const;
  void find_full_dates(const std::vector<Expression>& expressions);
  std::optional<DateInterval> days_of(const Expression& e);
  std::optional<DateInterval> calendar(const Expression& e);
  std::optional<DateInterval> range(const Expression& e);
  std::optional<DateInterval> side(const Piece& piece, int year) const;
  std::optional<DateInterval> in_year(const Expression& e, int year) const;
  Piece scoped(const Piece& piece) const;
  bool known_year(const Piece& piece, int& year) const;
  std::optional<DateInterval> special_day(const Expression& e);
  std::optional<DateInterval> range_or_day(const Expression& e);
  DateMention mention(const Expression& e, const DateInterval& days);
  void remember(const Expression& e, const DateInterval& days, Precision precision);

  // resolver_asides.cc: which years the telling goes on from
  bool is_aside(const Expression& e) const;
  bool tells_origin(const Expression& e) const;
  bool is_named_after(const Expression& e) const;
  bool is_titled(const Expression& e) const;
  void carry(const Expression& e, const DateInterval& days);
  bool has_other_year(const Expression& e) const;
  YearSource words_of(const Expression& e) const;
  /// A span of the text as bytes of the article.
  Span article_span(Span span) const noexcept;
  YearSource year_in_force_source() const;

  // resolver_years.cc: A3
  std::optional<DateInterval> infer_year(const Expression& e);
  std::optional<DateInterval> by_full_date(const InYear& in_year, const DateInterval& day,
                                           bool follows, bool future) const;
  std::optional<DateInterval> by_weekday(const Expression& e) const;
  std::optional<DateInterval> nearest_to(const InYear& in_year, std::chrono::sys_days day) const;
  std::optional<DateInterval> by_reference(const InYear& in_year, const Reference& reference,
                                           Tense clause) const;
  std::optional<DateInterval> by_year_in_force(const InYear& in_year) const;
  bool has_year_in_force() const;
  std::optional<DateInterval> by_anchor(const InYear& in_year, Tense tense) const;
  std::optional<DateInterval> first_after(const InYear& in_year, std::chrono::sys_days day) const;
  std::optional<DateInterval> first_not_before(const InYear& in_year,
                                               std::chrono::sys_days day) const;
  std::optional<DateInterval> last_until(const InYear& in_year, std::chrono::sys_days day) const;

  // resolver_relative.cc
  std::optional<DateInterval> pointed(const Piece& piece) const;
  std::optional<DateInterval> pointed_unit(Ref ref, Precision unit) const;
  std::optional<Reference> anaphor_for(Ref ref) const;
  std::optional<DateInterval> anaphoric_unit(Ref ref, Precision unit) const;
  std::optional<DateInterval> occurrence(const Expression& e) const;
  std::optional<DateInterval> window(const Expression& e);
  bool is_foreseen(const Expression& e) const;
  std::optional<DateInterval> ago(const Expression& e) const;
  std::optional<DateInterval> shift(const Expression& e);
  std::optional<DateInterval> around(const Expression& e) const;
  std::optional<DateInterval> weekday(const Expression& e);
  std::optional<std::chrono::sys_days> weekday_day(const Expression& e);
  std::optional<DateInterval> day_word(const Expression& e);
  std::optional<DateInterval> fiscal(const Piece& piece);
  int fiscal_start_month();

  Tense tense(const Expression& e);
  TokenRange range_of(const Expression& e) const { return {e.first, e.last}; }
  /// The last day that deictic words look at: the head's, else the anchor's.
  std::optional<std::chrono::sys_days> now() const;
  /// The day of an entry, of a wire report, or of the last date, for "yesterday".
  std::optional<std::chrono::sys_days> spoken_day() const;
  bool is_past(const DateInterval& days) const;
  bool is_wire() const;

  const TokenList& tokens_;
  const DateContext& context_;
  std::optional<DateInterval> head_;
  bool head_is_written_ = false;

  DateThread* thread_ = nullptr;
  Span head_words_;
  YearSource source_;  ///< of the date that is being resolved

  std::optional<Reference> reference_;  ///< the policy's R
  /// What "that year" and "a week later" look at: R, names and bounds too.
  std::optional<Reference> anaphor_;
  /// The last date that was not itself anaphoric: for "two weeks later".
  std::optional<Reference> named_;
  std::optional<Piece> fraction_;  ///< the last half or quarter of the sentence, with its scope
  std::size_t fraction_sentence_ = 0;

  std::vector<TokenRange> sentences_;  // of each expression, by its index
  std::vector<std::size_t> sentence_index_;
  std::vector<int> full_year_;  // of each expression: the nearest full date's index, or -1
  const std::vector<Expression>* expressions_ = nullptr;

  NearbyKinds fiscal_words_;
  NearbyKinds crackdown_words_;
  CueIndex cues_;  // stands at the last expression whose tense was asked for
  std::size_t current_ = 0;
};

}  // namespace dateline::dates
