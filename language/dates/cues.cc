#include "language/dates/cues.h"

#include <algorithm>

// The verb of a date's clause shows the date's tense, but nothing here parses clauses. In place of
// a parser: the nearest sign before the date decides, since a verb mostly stands before its date,
// then the nearest sign behind it, and words that open another clause end the search. Whether a
// word is a sign is judged by its kind and its neighbours. Where they leave it open ("the planned
// treaty"), the word counts for nothing, and the choice of a year rests on other evidence
// (resolver_years.cc). A date that opens its clause ("…, and in May it fell") belongs to the verb
// behind it. A present, and what could be (might, should), shows that the verb is found and no cue.

namespace dateline::dates {
namespace {

enum class Sign { none, future, later_on, present, possible, open, past, stop };

bool opens_infinitive(const TokenList& tokens, std::size_t i) {
  return tokens.is(i, Kind::to) && !tokens.at(i + 1).has(Token::kCapital) &&
         (tokens.is(i + 1, Kind::other) || tokens.is(i + 1, Kind::be) ||
          tokens.is(i + 1, Kind::timetable) || tokens.is(i + 1, Kind::have) ||
          tokens.is(i + 1, Kind::past) || tokens.is(i + 1, Kind::part_noun) ||
          tokens.is(i + 1, Kind::next));
}

// Whether a word stands between the participle at i and the date that ties them together: "for",
// "to", or another that may follow this participle.
bool planned_for(const TokenList& tokens, std::size_t i, std::size_t until) {
  // "Due to the floods" is a cause, "is due to open" a plan.
  if (tokens.text_of(i) == "due" && tokens.is(i + 1, Kind::to) && !tokens.is(i - 1, Kind::be)) {
    return false;
  }
  if (tokens.at(i).value == 2) {  // moved to May 8: nothing may stand between
    const Kind link = tokens.at(until - 1).kind;
    return i + 1 < until && until <= i + 6 &&
           (link == Kind::to || link == Kind::for_word || link == Kind::until);
  }
  const bool needs_link = tokens.at(i).value == 1;
  // due May 8, the planned May summit
  if (i + 1 == until && (!needs_link || tokens.text_of(i) == "planned")) return true;
  for (std::size_t k = i + 1; k < std::min(i + 5, until); ++k) {
    if (tokens.is(k, Kind::for_word) || tokens.is(k, Kind::to)) return true;
    if (!needs_link &&
        (tokens.is(k, Kind::in) || tokens.is(k, Kind::on) || tokens.is(k, Kind::by) ||
         tokens.is(k, Kind::before) || tokens.is(k, Kind::at))) {
      return true;
    }
  }
  return false;
}

// Whether an -ed word is an adjective or a participle rather than the verb: "the proposed treaty".
bool qualifies(const TokenList& tokens, std::size_t i) {
  // A nationally televised speech: the adverb belongs to the adjective.
  const std::size_t adverb = tokens.text_of(i - 1).ends_with("ly") ? i - 1 : i;
  const Token& before = tokens.at(adverb - 1);
  switch (before.kind) {
    case Kind::the:
    case Kind::a:
    case Kind::possessive:
    case Kind::of:
    case Kind::in:
    case Kind::this_word:
    case Kind::by:
    case Kind::for_word:
    case Kind::dash:
    case Kind::about:
      return true;
    default:
      return before.has(Token::kPossessive);
  }
}

// Whether a participle or irregular form at i is no past: to put, will cut, will be (formally)
// held.
bool is_infinitive(const TokenList& tokens, std::size_t i) {
  const auto opens = [&](std::size_t k) {
    return tokens.is(k, Kind::to) || tokens.is(k, Kind::modal) ||
           (tokens.is(k, Kind::be) && tokens.at(k).value == 2);
  };
  return opens(i - 1) ||
         (((tokens.is(i - 1, Kind::other) && !tokens.at(i - 1).has(Token::kCapital)) ||
           tokens.is(i - 1, Kind::function)) &&
          opens(i - 2));
}

// "Ministers to meet", "Putin to visit": a name or a plural before the infinitive.
bool names_actor(const TokenList& tokens, std::size_t i) {
  const Token& token = tokens.at(i);
  return token.kind == Kind::other && (token.has(Token::kCapital) || token.has(Token::kPlural));
}

// "Plans" and "hopes" as nouns say nothing about the date unless what is planned stands before it.
bool intends(const TokenList& tokens, std::size_t i, std::size_t until) {
  const Token& before = tokens.at(i - 1);
  const bool noun = before.has(Token::kEd) || before.has(Token::kPossessive) ||
                    before.kind == Kind::past || before.kind == Kind::the ||
                    before.kind == Kind::possessive || before.kind == Kind::a ||
                    before.kind == Kind::of;
  const Kind next = tokens.at(i + 1).kind;
  return !noun || (i + 1 < until && (next == Kind::to || next == Kind::for_word));
}

bool is_participle(const TokenList& tokens, std::size_t i) {
  return tokens.is(i, Kind::past) || tokens.is(i, Kind::participle) || tokens.at(i).has(Token::kEd);
}

// is arriving, are meeting: the present of what is fixed ahead
bool is_on_its_way(const TokenList& tokens, std::size_t i) {
  const auto word = tokens.text_of(i);
  return (tokens.is(i, Kind::timetable) && tokens.at(i).value == 1) || word == "meeting" ||
         word == "opening" || word == "coming" || word == "going" || word == "closing";
}

// The deadline is, they are arriving; it is weaker, the case is heard: a present of what is fixed
// where the date is all that it tells, else of how things are.
Sign sign_of_present(const TokenList& tokens, std::size_t i, std::size_t until) {
  if (is_on_its_way(tokens, i + 1)) return Sign::present;
  const bool linked =
      tokens.is(i + 1, Kind::in) || tokens.is(i + 1, Kind::on) || tokens.is(i + 1, Kind::for_word);
  const std::size_t date = linked ? i + 2 : i + 1;
  return date == until || (date + 1 == until && tokens.is(date, Kind::the)) ? Sign::present
                                                                            : Sign::open;
}

// is to visit, was to visit, are scheduled to, to be held
Sign sign_of_be(const TokenList& tokens, std::size_t i, std::size_t until) {
  const Token& token = tokens.at(i);
  // To be held, but not: appeared to be the result.
  const bool done = is_participle(tokens, i + 1) || is_participle(tokens, i + 2) ||
                    tokens.is(i + 1, Kind::planned);
  if (token.value == 2 && tokens.is(i - 1, Kind::to) && done) {
    const bool now = tokens.is(i - 2, Kind::be) && tokens.at(i - 2).value == 0;  // is to be held
    return now ? Sign::future : Sign::later_on;
  }
  if (token.value == 2) return Sign::none;
  const Sign ahead = token.value == 1 ? Sign::later_on : Sign::future;
  if (tokens.is(i + 1, Kind::to) && tokens.is(i + 2, Kind::have)) return Sign::past;
  if (opens_infinitive(tokens, i + 1)) return ahead;
  for (std::size_t k = i + 1; k <= i + 3; ++k) {
    if (tokens.is(k, Kind::planned) && planned_for(tokens, k, k + 5)) return ahead;
  }
  return token.value == 1 ? Sign::past : sign_of_present(tokens, i, until);
}

// had; has signed; has
Sign sign_of_have(const TokenList& tokens, std::size_t i) {
  if (tokens.at(i).value == 1) return Sign::past;
  for (std::size_t k = i + 1; k <= i + 3; ++k) {
    if (tokens.is(k, Kind::be) || is_participle(tokens, k) || tokens.is(k, Kind::planned)) {
      return Sign::past;
    }
    if (!tokens.is(k, Kind::function) && !tokens.is(k, Kind::now)) break;
  }
  return Sign::open;
}

// will, would; would have; could
Sign sign_of_modal(const TokenList& tokens, std::size_t i) {
  if (tokens.at(i).has(Token::kCapital) && !tokens.is(i - 1, Kind::end)) return Sign::none;
  if (tokens.is(i + 1, Kind::have) || tokens.is(i + 2, Kind::have)) return Sign::past;
  if (tokens.at(i).value == 0) return Sign::possible;
  return tokens.text_of(i) == "would" ? Sign::later_on : Sign::future;
}

// scheduled for, agreed to
Sign sign_of_plan(const TokenList& tokens, std::size_t i, std::size_t until) {
  if (planned_for(tokens, i, until)) {
    const bool now = tokens.is(i - 1, Kind::be) && tokens.at(i - 1).value == 0;
    return now ? Sign::future : Sign::later_on;
  }
  const bool present = !tokens.at(i).has(Token::kEd) && tokens.text_of(i) != "set";  // agrees
  if (present) return Sign::open;
  return qualifies(tokens, i) || is_infinitive(tokens, i) ? Sign::none : Sign::past;
}

// The ministers meet, the summit opens: the present of a verb of coming and going. Before another
// verb it is a noun: housing starts fell.
Sign sign_of_timetable(const TokenList& tokens, std::size_t i) {
  constexpr KindSet kVerbs{Kind::past, Kind::be, Kind::have, Kind::modal, Kind::planned};
  const Token& next = tokens.at(i + 1);
  const bool noun = kVerbs.contains(next.kind) || next.has(Token::kEd);
  if (tokens.at(i).value == 1) return Sign::none;  // leaving: "is" before it shows the tense
  if (noun || qualifies(tokens, i) || is_infinitive(tokens, i)) return Sign::none;
  return tokens.at(i).has(Token::kPlural) || names_actor(tokens, i - 1) ? Sign::present
                                                                        : Sign::none;
}

// What the token says when met on the way from the date; `until` is where the date begins (or ends
// the search).
Sign sign_at(const TokenList& tokens, std::size_t i, std::size_t until) {
  const Token& token = tokens.at(i);
  const Token& next = tokens.at(i + 1);
  switch (token.kind) {
    case Kind::modal:
      return sign_of_modal(tokens, i);
    case Kind::planned:
      return sign_of_plan(tokens, i, until);
    case Kind::intends:
      return intends(tokens, i, until) ? Sign::future : Sign::none;
    case Kind::upcoming:
      return Sign::later_on;
    case Kind::ahead:
      return next.kind == Kind::of ? Sign::later_on : Sign::none;
    case Kind::next:
      return i + 1 < until && next.kind == Kind::other ? Sign::later_on : Sign::none;
    case Kind::be:
      return sign_of_be(tokens, i, until);
    case Kind::have:
      return sign_of_have(tokens, i);
    case Kind::past:
      if (tokens.is(i - 1, Kind::be) && tokens.at(i - 1).value == 0) return Sign::none;  // is held
      return qualifies(tokens, i) || is_infinitive(tokens, i) ? Sign::none : Sign::past;
    case Kind::timetable:
      return sign_of_timetable(tokens, i);
    case Kind::clause:
    case Kind::who:
    case Kind::semicolon:
    case Kind::colon:
      return Sign::stop;
    case Kind::that:
      return next.kind == Kind::unit || next.kind == Kind::month ? Sign::none : Sign::stop;
    default:
      return token.has(Token::kEd) && token.kind == Kind::other && !qualifies(tokens, i) &&
                     !is_infinitive(tokens, i) &&
                     !(tokens.is(i - 1, Kind::be) && tokens.at(i - 1).value == 0)
                 ? Sign::past
                 : Sign::none;
  }
}

// Looks for a sign before the date. `infinitive` notes "to meet" without a verb that governs it, as
// headlines have it.
Sign look_left(const TokenList& tokens, const CueIndex& cues, TokenRange sentence, TokenRange date,
               bool& infinitive) {
  const std::size_t stop = std::max(sentence.begin, date.begin > kReach ? date.begin - kReach : 0);
  const auto& places = cues.places();
  for (std::size_t k = cues.before(); k != 0; k = k == 1 ? 0 : places[k - 2].cues) {
    const std::size_t i = places[k - 1].token;
    if (i < stop) break;
    const Sign sign = sign_at(tokens, i, date.begin);
    if (sign != Sign::none) return sign;
    if (tokens.is(i, Kind::after) && i + 1 < date.begin) return Sign::stop;
    infinitive = infinitive || (opens_infinitive(tokens, i) && names_actor(tokens, i - 1));
  }
  return Sign::none;
}

Sign look_right(const TokenList& tokens, const CueIndex& cues, TokenRange sentence,
                TokenRange date) {
  const std::size_t stop = std::min(sentence.end, date.end + kReach);
  const auto& places = cues.places();
  for (std::size_t k = cues.behind(); k < places.size(); ++k) {
    const std::size_t i = places[k].token;
    if (i < date.end) continue;
    if (i >= stop) break;
    // A comma ends the clause, unless it parts the date from what it opens.
    if (tokens.is(i, Kind::comma) && i > date.end) return Sign::none;
    const Sign sign = sign_at(tokens, i, stop);
    // Behind its date "agreed to" is what was done that day: on Thursday agreed to plead.
    const bool done = tokens.is(i, Kind::planned) && tokens.at(i).value == 1;
    if (sign != Sign::none) return done ? Sign::past : sign;
    if (tokens.is(i, Kind::and_word) && tokens.at(i + 1).kind != Kind::other) return Sign::none;
  }
  return Sign::none;
}

Tense tense_of(Sign sign) noexcept {
  switch (sign) {
    case Sign::future:
      return Tense::future;
    case Sign::later_on:
      return Tense::later_on;
    case Sign::past:
      return Tense::past;
    case Sign::present:
      return Tense::present;
    case Sign::possible:
      return Tense::open;
    default:
      return Tense::none;
  }
}

// Whether the date, with the preposition before it, opens a clause: "…, and in May it fell".
bool opens_clause(const TokenList& tokens, TokenRange date) {
  constexpr KindSet kPrepositions{Kind::in,    Kind::on,  Kind::by,
                                  Kind::after, Kind::the, Kind::during};
  std::size_t i = date.begin;
  for (int steps = 0; steps < 2 && i > 0 && kPrepositions.contains(tokens.at(i - 1).kind); ++steps)
    --i;
  if (i == date.begin) return false;
  const Kind before = tokens.at(i - 1).kind;
  return before == Kind::comma || before == Kind::and_word || before == Kind::clause ||
         before == Kind::semicolon;
}

// "If it is low by August, they will be asked": what a condition tells lies ahead as what follows
// from it does.
bool is_condition(const TokenList& tokens, const CueIndex& cues, TokenRange sentence,
                  TokenRange date) {
  const auto opener = tokens.text_of(sentence.begin);
  if (opener != "If" && opener != "Unless" && opener != "Once") return false;
  const std::size_t stop = std::min(sentence.end, date.end + kReach);
  const auto& places = cues.places();
  for (std::size_t k = cues.behind(); k < places.size() && places[k].token < stop; ++k) {
    const std::size_t i = places[k].token;
    if (tokens.is(i, Kind::modal) && sign_of_modal(tokens, i) == Sign::future) return true;
  }
  return false;
}

bool is_day(const TokenList& tokens, TokenRange date) {
  for (std::size_t i = date.begin; i < date.end; ++i) {
    if (tokens.is(i, Kind::number) && tokens.at(i).digits <= 2) return true;
  }
  return false;
}

}  // namespace

Tense tense_around(const TokenList& tokens, const CueIndex& cues, TokenRange sentence,
                   TokenRange date) {
  if (tokens.is(date.begin, Kind::since) || tokens.is(date.begin - 1, Kind::since))
    return Tense::past;
  bool infinitive = false;
  // "Will discuss the raid of May 8": such a day belongs to its noun, not to the verb before it.
  const bool of_noun = tokens.is(date.begin - 1, Kind::of) && is_day(tokens, date);
  const bool opens = !of_noun && opens_clause(tokens, date);
  if (opens) {
    const Sign right = look_right(tokens, cues, sentence, date);
    if (const Tense tense = tense_of(right); tense != Tense::none) return tense;
  }
  const Sign left = of_noun ? Sign::none : look_left(tokens, cues, sentence, date, infinitive);
  if (left == Sign::open) {
    return is_condition(tokens, cues, sentence, date) ? Tense::future : Tense::none;
  }
  if (const Tense tense = tense_of(left); tense != Tense::none) return tense;
  const Sign right = look_right(tokens, cues, sentence, date);
  if (const Tense tense = tense_of(right); tense != Tense::none) return tense;
  if (is_condition(tokens, cues, sentence, date)) return Tense::future;
  return right == Sign::none && left == Sign::none && infinitive ? Tense::future : Tense::none;
}

bool looks_back(const TokenList& tokens, TokenRange sentence, TokenRange date) {
  if (tokens.is(date.begin, Kind::since) || tokens.is(date.begin - 1, Kind::since)) return true;
  const std::size_t stop = std::max(sentence.begin, date.begin > 12 ? date.begin - 12 : 0);
  for (std::size_t i = date.begin; i-- > stop;) {
    const Token& token = tokens.at(i);
    if ((token.kind == Kind::have && token.value == 1) || token.kind == Kind::who) return true;
    if (token.kind == Kind::modal || token.kind == Kind::timetable || token.kind == Kind::comma ||
        token.kind == Kind::clause || token.kind == Kind::semicolon) {
      return false;
    }
  }
  return false;
}

bool is_promised(const TokenList& tokens, TokenRange sentence, TokenRange date) {
  const std::size_t stop = std::max(sentence.begin, date.begin > 12 ? date.begin - 12 : 0);
  for (std::size_t i = date.begin; i-- > stop;) {
    switch (tokens.at(i).kind) {
      case Kind::modal:
        return tokens.at(i).value == 1 && tokens.text_of(i) != "would" &&
               !tokens.is(i + 1, Kind::have);
      case Kind::upcoming:
        return true;
      case Kind::planned:
        return planned_for(tokens, i, date.begin);
      case Kind::be:
        if (tokens.at(i).value == 0 && opens_infinitive(tokens, i + 1)) return true;
        break;
      case Kind::comma:
      case Kind::semicolon:
      case Kind::clause:
      case Kind::who:
        return false;
      case Kind::past:
        if (!is_infinitive(tokens, i)) return false;
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace dateline::dates
