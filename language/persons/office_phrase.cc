#include "language/persons/office_phrase.h"

#include <array>

#include "language/persons/office_words.h"
#include "language/word_list.h"

namespace dateline::persons {
namespace {

using Index = PersonText::Index;

constexpr int kMostWords = 16;
constexpr int kMostAdjectives = 3;

bool is_determiner(std::string_view word) noexcept {
  return word == "the" || word == "The" || word == "a" || word == "an" || word == "A" ||
         word == "An";
}

bool is_possessor(const PersonText& text, Index i) { return text.is(i, WordKind::possessor); }

bool is_and(std::string_view word) noexcept { return word == "and" || word == "&"; }

// A word of an office that is a common word in small letters ("in general", "the major").
bool counts_small(const PersonText& text, Index i) {
  if (text.capital(i)) return true;
  const KindMask strong =
      kHeads & ~(bit(WordKind::rank) | bit(WordKind::soldier) | bit(WordKind::courtesy));
  return text.is(i, strong);
}

bool is_head(const PersonText& text, Index i) {
  return text.is(i, kHeads) && text.at(i).place < 0 && counts_small(text, i);
}

bool is_modifier(const PersonText& text, Index i) {
  return text.is(i, kModifiers) && text.at(i).place < 0;
}

// "anti-Syrian", "pro-Russian": not whom somebody acts for.
bool is_for_or_against(const PersonText& text, const Place& place) {
  const auto first = static_cast<Index>(place.first_word);
  const auto word = text.word(first - 1);
  return text.gap(first) == Gap::kHyphen &&
         (word == "anti" || word == "pro" || word == "Anti" || word == "Pro");
}

// A minister's, an ambassador's office: a word that the table lacks may be its field.
bool takes_fields(const OfficeWords& words) { return (words.heads() & bit(WordKind::firm)) != 0; }

// Titles that say nothing of an office.
constexpr KindMask kTitles =
    bit(WordKind::courtesy) | bit(WordKind::rank) | bit(WordKind::kin) | bit(WordKind::calling);

bool are_titles(const OfficeWords& words) {
  return words.has_head() && (words.heads() & kHeads & ~kTitles) == 0 &&
         (words.modifiers() & ~bit(WordKind::mod)) == 0;
}

/// Reads leftwards from a name.
class BeforeReader {
 public:
  BeforeReader(const PersonText& text, const NameRun& run) : BeforeReader{text, run, run.first} {}

  std::optional<OfficePhrase> read() {
    if (!begins()) return std::nullopt;
    for (int left = kMostWords; left > 0 && at_ >= 0; --left) {
      if (at_ != first_ - 1 && !goes_on(text_.gap(at_ + 1), at_)) break;
      if (!step()) break;
    }
    if (auto apposed = office_before_titles()) return apposed;
    auto phrase = words_.phrase();
    if (!phrase || (comma_ && !stands_apart(*phrase))) return std::nullopt;
    phrase->possessor = possessor_;
    phrase->joined = joined_ || is_in_list();
    phrase->owner = owner_;
    return phrase;
  }

 private:
  // "Nicaraguan President Daniel Ortega, Vice President Rosario Murillo and others"
  [[nodiscard]] bool is_in_list() const {
    return at_ >= 0 && !determined_ && text_.gap(at_ + 1) == Gap::kComma && text_.at(at_).name &&
           (is_closed() || text_.word(run_.last + 1) == "and");
  }

  // `first`: where the name and what has been read of its titles begin.
  BeforeReader(const PersonText& text, const NameRun& run, Index first)
      : text_{text}, run_{run}, words_{text}, first_{first}, at_{first - 1} {}

  [[nodiscard]] bool is_closed() const {
    const Gap behind = text_.gap(run_.last + 1);
    return run_.last + 1 >= text_.size() || behind == Gap::kComma || behind == Gap::kOther ||
           behind == Gap::kDot;
  }

  // "the Emir of Kuwait, Sheikh Jaber,": the office stands before the title.
  [[nodiscard]] std::optional<OfficePhrase> office_before_titles() const {
    const bool again = first_ != run_.first;
    if (again || comma_ || placed_ || !are_titles(words_) || !is_closed()) return std::nullopt;
    if (at_ < 0 || text_.gap(at_ + 1) != Gap::kComma) return std::nullopt;
    auto office = BeforeReader{text_, run_, at_ + 1}.read();
    if (!office || (office->standing != Standing::acts && office->standing != Standing::former)) {
      return std::nullopt;
    }
    return office;
  }

  // What must stand between the words and the name.
  bool begins() {
    const Gap gap = text_.gap(first_);
    comma_ = gap == Gap::kComma;
    const bool abbreviated = gap == Gap::kDot && text_.is(at_, kHeads);
    // "the Duke of Edinburgh": what stands behind a preposition is no one's name.
    const auto word = text_.word(at_);
    if (word == "of" || is_determiner(word) || is_and(word) ||
        (text_.is(at_, WordKind::receiving) && !is_head(text_, at_))) {
      return false;
    }
    // "Prime Minister's Questions"
    if (text_.at(at_).word.possessive && is_head(text_, at_)) return false;
    // "members of the gang Tren de Aragua", "a member of Islamic Jihad"
    const bool of_body = !text_.capital(at_) || text_.word(at_ - 1) == "of";
    if (text_.is(at_, WordKind::outside) && !text_.is(at_, WordKind::mod) && !is_head(text_, at_) &&
        of_body) {
      return false;
    }
    return gap == Gap::kSpace || comma_ || abbreviated;
  }

  [[nodiscard]] bool goes_on(Gap gap, Index before) const {
    if (gap == Gap::kSpace || gap == Gap::kHyphen || gap == Gap::kSlash) return true;
    if (gap == Gap::kComma) return false;
    return gap == Gap::kDot && text_.is(before, bit(WordKind::rank) | bit(WordKind::courtesy)) &&
           text_.word(before).size() < 5;
  }

  // One word to the left; false where the phrase begins.
  bool step() {
    if (const Place* place = text_.place(at_); place != nullptr) return take_place(*place);
    const auto word = text_.word(at_);
    if (text_.at(at_).word.possessive && !is_modifier(text_, at_)) return take_owner();
    // "Minister of Justice", "Justice Minister": the word is no judge's title here.
    const auto link = text_.word(at_ - 1);
    if (text_.is(at_, WordKind::local) && is_modifier(text_, at_) &&
        (words_.has_head() || link == "of" || link == "for" || is_and(link))) {
      words_.take_modifier(at_--);
      return true;
    }
    if (is_head(text_, at_) && !(after_of_ && text_.is(at_, WordKind::courtesy))) {
      words_.take_head(at_--);
      return true;
    }
    if (is_modifier(text_, at_)) {
      words_.take_modifier(at_--);
      return true;
    }
    if (is_possessor(text_, at_)) {
      possessor_ = true;
      words_.cover(at_);
      return false;
    }
    if (is_determiner(word)) return take_determiner();
    if (is_and(word)) return take_and();
    if (text_.is(at_, WordKind::receiving) || word == "of") return take_link();
    return take_unknown();
  }

  bool take_place(const Place& place) {
    const auto first = static_cast<Index>(place.first_word);
    if (is_for_or_against(text_, place)) {
      at_ = first - 2;
      return true;
    }
    Index link = first - 1;
    if (is_determiner(text_.word(link))) --link;
    const bool in_complement = !words_.has_head() && text_.gap(first) == Gap::kSpace;
    const bool receiving = in_complement && text_.is(link, WordKind::receiving);
    // "Russian Igor Ivanov": a country before a name, and no office.
    if (in_complement && !is_linked(link) &&
        (words_.modifiers() == 0 || !is_reached_by_institution())) {
      return false;
    }
    words_.take_place(place, receiving);
    placed_ = true;
    at_ = first - 1;
    if (!words_.has_head()) return true;
    // "the Emir of Kuwait Sheikh Jaber"
    if (are_titles(words_) && text_.word(link) == "of" && is_head(text_, link - 1)) {
      at_ = link - 1;
      return true;
    }
    // "Bank of Japan Governor": the country ends an institution's name.
    if (text_.word(at_) == "of" && is_modifier(text_, at_ - 1)) {
      words_.take_modifier(at_ - 1);
      at_ -= 2;
      return true;
    }
    return is_modifier(text_, at_) || text_.place(at_) != nullptr || is_determiner(text_.word(at_));
  }

  [[nodiscard]] bool is_linked(Index link) const {
    return text_.word(link) == "of" || text_.is(link, WordKind::receiving) ||
           is_head(text_, link) || is_modifier(text_, link);
  }

  // "the Chinese Foreign Ministry's Zhu Bangzao"
  [[nodiscard]] bool is_reached_by_institution() const {
    return text_.at(first_ - 1).word.possessive && text_.is(first_ - 1, WordKind::institution);
  }

  bool take_owner() {
    if (text_.at(at_).name && words_.has_head()) owner_ = at_;
    return false;
  }

  bool take_determiner() {
    const auto before = text_.word(at_ - 1);
    const bool inside =
        !words_.has_head() && (before == "of" || text_.is(at_ - 1, WordKind::receiving));
    if (inside) {
      --at_;
      return true;
    }
    determined_ = true;
    return false;
  }

  bool take_and() {
    if (words_.has_head() && is_head(text_, at_ - 1) && text_.gap(at_) == Gap::kSpace) {
      --at_;
      return true;
    }
    joined_ = true;
    // "Minister of Trade and Industry X"
    if (!words_.has_head() && is_modifier(text_, at_ - 1)) {
      --at_;
      return true;
    }
    return false;
  }

  // Within a complement: "Secretary of State", "Ambassador to Beijing".
  bool take_link() {
    if (words_.has_head()) return take_office_of_body();
    // "refugees from Central America"
    const auto word = text_.word(at_);
    if (word != "of" && word != "for" && !placed_) return false;
    after_of_ = true;
    --at_;
    return true;
  }

  // "Chief of General Staff Gen. X"
  bool take_office_of_body() {
    const bool body = text_.word(at_) == "of" && (words_.heads() & kHeads & ~kTitles) == 0 &&
                      (words_.modifiers() & bit(WordKind::institution)) != 0 &&
                      text_.is(at_ - 1, bit(WordKind::office) | bit(WordKind::weak));
    if (body) --at_;
    return body;
  }

  bool take_unknown() {
    if (!words_.has_head() && text_.capital(at_)) {
      // "the chairman of Microsoft, Bill Gates,", "Governor of Arizona Doug Ducey"
      const bool whose = text_.word(at_ - 1) == "of" && (comma_ || is_head(text_, at_ - 2));
      // "negotiator of the High Negotiations Committee"
      const bool of_body = (words_.modifiers() & bit(WordKind::institution)) != 0 && !comma_;
      if (!whose && of_body && ++fields_ <= 2) {
        --at_;
        return true;
      }
      if (!whose) return false;
      words_.take_body();
      of_body_ = true;
      --at_;
      return true;
    }
    if (!text_.at(at_).name) return false;
    if (text_.opens(at_) && !takes_fields(words_)) return false;
    if (takes_fields(words_)) {
      words_.cover(at_--);
      return ++fields_ <= 2;
    }
    words_.take_body();
    return false;
  }

  // "…, his Chinese counterpart, Tang Jiaxuan,": a comma on either side, and words that are about
  // one person.
  [[nodiscard]] bool stands_apart(const OfficePhrase& phrase) const {
    const bool closed = is_closed() || text_.word(run_.last + 1) == "and";
    const bool about_one =
        possessor_ || determined_ || phrase.country || owner_ >= 0 || !phrase.organization.empty();
    // "the Mayor of Chicago, Illinois"
    if (of_body_ && run_.first == run_.last) return false;
    const bool head_last = is_head(text_, first_ - 1) || phrase.country.has_value() || of_body_ ||
                           is_modifier(text_, first_ - 1);
    return about_one && head_last && phrase.standing != Standing::named &&
           (closed || possessor_ || owner_ >= 0 || phrase.country.has_value());
  }

  const PersonText& text_;
  const NameRun& run_;
  OfficeWords words_;
  Index first_;
  Index at_;
  Index owner_ = -1;
  int fields_ = 0;
  bool comma_ = false;
  bool after_of_ = false;
  bool of_body_ = false;  ///< of a firm or the like
  bool placed_ = false;   ///< a country or an organization is among the words
  bool determined_ = false;
  bool possessor_ = false;
  bool joined_ = false;
};

// What a calling's word is said of when it is an adjective: "an extremist group".
bool is_body_of_people(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 22> kBodies{
      "group",     "groups",  "organization", "organisation", "party",     "movement",
      "militia",   "network", "cell",         "faction",      "alliance",  "company",
      "coalition", "firm",    "team",         "club",         "newspaper", "magazine",
      "website",   "base",    "camp",         "stronghold"};
  return is_one_of(word, kBodies);
}

/// Reads rightwards: the words of an office that begin at some word.
class BehindReader {
 public:
  BehindReader(const PersonText& text, Index first) : text_{text}, words_{text}, at_{first} {}

  std::optional<OfficePhrase> read() {
    begin_ = at_;
    for (int left = kMostWords; left > 0 && at_ < text_.size(); --left) {
      if (at_ != begin_ && !joins(at_)) break;
      if (!step()) break;
    }
    if (!words_.has_head()) return std::nullopt;
    // "Putin, President Bush": the next name's title.
    const Gap gap = text_.gap(at_);
    const bool close = gap == Gap::kSpace || gap == Gap::kHyphen;
    if (!complement_ && text_.at(at_).name && close) return std::nullopt;
    // "Las Vegas, Nevada, the Las Vegas Metropolitan Police"
    const bool body = text_.capital(at_) && text_.is(at_, WordKind::institution);
    if (!complement_ && body && gap == Gap::kSpace) return std::nullopt;
    if (!complement_ && close && is_body_of_people(text_.word(at_))) return std::nullopt;
    auto phrase = words_.phrase();
    // "Rex Tillerson, expels Cuban diplomats"
    if (phrase && phrase->plural) return std::nullopt;
    if (phrase) {
      phrase->possessor = possessor_;
      phrase->owner = owner_;
    }
    return phrase;
  }

 private:
  [[nodiscard]] bool joins(Index i) const {
    const Gap gap = text_.gap(i);
    return gap == Gap::kSpace || gap == Gap::kHyphen || gap == Gap::kSlash;
  }

  bool step() {
    const auto word = text_.word(at_);
    if (const Place* place = text_.place(at_); place != nullptr) return take_place(*place);
    if (words_.has_head()) return step_behind_head(word);
    if (is_determiner(word) || is_possessor(text_, at_)) {
      if (at_ != begin_) return false;
      possessor_ = is_possessor(text_, at_);
      words_.cover(at_++);
      return true;
    }
    // "the captain of the team"
    const bool small_rank = text_.is(at_, WordKind::rank) && text_.word(at_ + 1) == "of";
    if (is_head(text_, at_) || small_rank) return take_head();
    if (is_modifier(text_, at_)) {
      words_.take_modifier(at_++);
      return true;
    }
    return take_unknown();
  }

  bool take_head() {
    // "the president's spokesman": the head is another one's.
    if (text_.at(at_).word.possessive) {
      words_.cover(at_++);
      return true;
    }
    // "Deputy Secretary General": heads in a row are one office.
    words_.take_head(at_++);
    return true;
  }

  // Behind the office only what it is of, and to whom.
  bool step_behind_head(std::string_view word) {
    if (is_head(text_, at_) && !complement_ && joins(at_)) {
      words_.take_head(at_++);
      return true;
    }
    if (word == "elect" || word == "designate" || word == "Elect" || word == "General" ||
        word == "general") {
      words_.cover(at_++);
      return true;
    }
    if (word == "of" || text_.is(at_, WordKind::receiving)) {
      complement_ = true;
      receiving_ = receiving_ || (word != "of" && word != "for") ||
                   (word == "for" && !is_modifier(text_, at_ + 1));
      ++at_;
      return true;
    }
    if (!complement_) return false;
    if (is_determiner(word) || is_and(word)) {
      ++at_;
      return true;
    }
    if (is_modifier(text_, at_) || is_head(text_, at_)) {
      words_.take_modifier(at_++);
      return true;
    }
    if (text_.at(at_).name && !receiving_) words_.take_body();
    return false;
  }

  bool take_place(const Place& place) {
    if (!is_for_or_against(text_, place)) words_.take_place(place, receiving_);
    at_ = static_cast<Index>(place.last_word) + 1;
    return true;
  }

  bool take_unknown() {
    if (text_.at(at_).name) {
      if (text_.at(at_).word.possessive) owner_ = at_;
      words_.take_body();
      ++at_;
      return true;
    }
    // An adjective: "the veteran", "a long-serving", "the 45-year-old".
    if (text_.capital(at_) || text_.is(at_, WordKind::stop) || text_.is(at_, WordKind::predicate)) {
      return false;
    }
    const auto word = text_.word(at_);
    const bool verb =
        word.ends_with("ing") || (at_ == begin_ && (word.ends_with("ed") || word.ends_with("s")));
    if (verb || ++adjectives_ > kMostAdjectives) return false;
    ++at_;
    return true;
  }

  const PersonText& text_;
  OfficeWords words_;
  Index at_;
  Index begin_ = 0;
  Index owner_ = -1;
  int adjectives_ = 0;
  bool complement_ = false;
  bool receiving_ = false;
  bool possessor_ = false;
};

bool opens_bracket(std::string_view between) noexcept {
  return between.find('(') != std::string_view::npos && between.size() <= 3;
}

bool is_long_dash(std::string_view between) noexcept {
  return between.find("–") != std::string_view::npos || between.find("—") != std::string_view::npos;
}

// "of the Chinese Foreign Ministry", "of Spain"
std::optional<OfficePhrase> office_of(const PersonText& text, Index of) {
  Index at = of + 1;
  if (is_determiner(text.word(at))) ++at;
  const Place* place = text.place(at);
  if (place == nullptr) return std::nullopt;
  OfficePhrase phrase;
  const auto last = static_cast<Index>(place->last_word);
  Index end = last;
  while (end + 1 < text.size() && end - last < 6 && text.gap(end + 1) == Gap::kSpace &&
         is_modifier(text, end + 1) && text.capital(end + 1)) {
    ++end;
  }
  KindMask between = 0;
  for (Index i = last + 1; i <= end; ++i) between |= text.at(i).kinds;
  const bool institution = place->agency || (end > last && text.is(end, WordKind::institution));
  phrase.standing = institution ? Standing::acts : Standing::named;
  if (institution && (between & bit(WordKind::outside)) != 0) phrase.standing = Standing::apart;
  phrase.party = (between & bit(WordKind::party)) != 0;
  phrase.place_behind = true;
  phrase.country = place->country;
  phrase.organization = place->organization;
  phrase.span = text.span(of, end);
  if (!institution && !place->country) return std::nullopt;
  return phrase;
}

}  // namespace

std::optional<OfficePhrase> office_before(const PersonText& text, const NameRun& run) {
  if (run.first == 0) return std::nullopt;
  return BeforeReader{text, run}.read();
}

std::optional<OfficePhrase> office_behind(const PersonText& text, const NameRun& run) {
  const Index next = run.last + 1;
  if (next >= text.size() || text.at(run.last).word.possessive) return std::nullopt;
  const Gap gap = text.gap(next);
  if (gap == Gap::kSpace && text.word(next) == "of") return office_of(text, next);
  const bool apart =
      gap == Gap::kComma || (gap == Gap::kOther && opens_bracket(text.between(next)));
  const bool dash =
      (gap == Gap::kOther || gap == Gap::kHyphenSpace) && is_long_dash(text.between(next));
  if (!apart && !dash) return std::nullopt;
  if (text.word(next) == "who") {
    auto office = office_told(text, next);
    // "who was president until 1994"
    const bool past = text.word(next + 1) == "was" || text.word(next + 1) == "served";
    if (office && past && office->standing == Standing::acts) office->standing = Standing::former;
    return office;
  }
  Index first = next;
  while (first < next + 2 && (text.word(first) == "then" || text.word(first) == "now" ||
                              text.word(first) == "also" || text.word(first) == "once")) {
    ++first;
  }
  return BehindReader{text, first}.read();
}

std::optional<OfficePhrase> office_told(const PersonText& text, Index last) {
  Index at = last + 1;
  bool told = false;
  for (int left = 7; left > 0 && at < text.size(); --left, ++at) {
    const Gap gap = text.gap(at);
    if (gap != Gap::kSpace && gap != Gap::kHyphen) return std::nullopt;
    if (text.capital(at) || !text.is(at, WordKind::predicate)) break;
    told = true;
  }
  if (!told) {
    // "sent Chyung Dai-chul to Washington as his envoy"
    if (text.word(at) != "to") return std::nullopt;
    for (int left = 3; left > 0 && text.word(at) != "as"; --left) {
      if (text.gap(++at) != Gap::kSpace) return std::nullopt;
    }
    if (text.word(at) != "as") return std::nullopt;
    ++at;
  }
  if (text.gap(at) != Gap::kSpace) return std::nullopt;
  return BehindReader{text, at}.read();
}

}  // namespace dateline::persons
