#include "language/persons/person_text.h"

#include <algorithm>
#include <array>

#include "language/organizations/organization_rows.h"
#include "language/word_list.h"

namespace dateline::persons {
namespace {

constexpr std::string_view kAgencyTable =
#include "person_agencies.inc"
    ;

// Words that are no name wherever they stand.
constexpr KindMask kNoName = kHeads | kModifiers | bit(WordKind::stop) | bit(WordKind::calendar) |
                             bit(WordKind::before_thing);

}  // namespace

const Agencies& Agencies::built_in() {
  static const Agencies agencies{kAgencyTable};
  return agencies;
}

Agencies::Agencies(std::string_view table) {
  for (const auto& row : organizations::rows_of(table)) {
    if (row.size() != 3 || row[0].size() != 2 || row[2].empty()) {
      problems_.push_back("not code, names and reason: " + std::string{row[0]});
      continue;
    }
    for (const auto name : organizations::split(row[1], '|')) {
      auto& value = names_.value(name, scan_words(name));
      if (value != PhraseTrie::kNone && countries_[value] != CountryCode{row[0]}) {
        problems_.push_back("of two countries: " + std::string{name});
      }
      value = static_cast<std::uint32_t>(countries_.size());
      countries_.emplace_back(row[0]);
    }
  }
}

std::optional<Agencies::Match> Agencies::at(std::string_view text, std::span<const Word> words,
                                            std::size_t first) const {
  const auto match = names_.longest(text, words, first);
  if (!match || match->by_capitals) return std::nullopt;
  return Match{countries_[match->value], match->last_word};
}

PersonText::PersonText(const PersonSource& source) : text_{source.text} {
  if (source.words.empty()) {
    read(source, scan_words(text_));
  } else {
    read(source, source.words);
  }
}

void PersonText::read(const PersonSource& source, std::span<const Word> words) {
  words_.reserve(words.size());
  for (const Word& word : words) words_.push_back({word});
  read_kinds();
  read_dates(source.dates);
  std::size_t from = 0;
  for (const auto& mention : source.organizations) {
    add_place(mention.span, {0, 0, std::nullopt, mention.value, false, false}, from);
  }
  from = 0;
  for (const auto& mention : source.countries) {
    Place place;
    if (mention.codes.size() == 1) place.country = mention.codes.front();
    place.capital = mention.rule == "capital";
    add_place(mention.span, place, from);
  }
  add_agencies(words);
  for (Index i = 0; i < size(); ++i) words_[static_cast<std::size_t>(i)].name = may_be_a_name(i);
}

void PersonText::read_kinds() {
  const auto& table = PersonWords::built_in();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto at = static_cast<Index>(i);
    words_[i].kinds = table.kinds(word(at));
    if (i == 0 || !is(at - 1, WordKind::opens) || !is(at, kHeads | kModifiers)) continue;
    const auto pair = table.kinds(word(at - 1), word(at));
    if (pair == 0 || (gap(at) != Gap::kSpace && gap(at) != Gap::kHyphen)) continue;
    words_[i].kinds = pair | (words_[i].kinds & (bit(WordKind::plural) | bit(WordKind::opens)));
    words_[i - 1].kinds = (words_[i - 1].kinds & ~kHeads) | bit(WordKind::mod);
  }
}

// "in late May" speaks of nobody who has died.
void PersonText::read_dates(std::span<const DateMention> dates) {
  std::size_t i = 0;
  for (const auto& date : dates) {
    while (i < words_.size() && words_[i].word.begin < date.span.begin) ++i;
    for (; i < words_.size() && words_[i].word.end <= date.span.end; ++i) {
      words_[i].kinds |= bit(WordKind::calendar);
    }
  }
}

// `from` is the first word that may belong to it: mentions come in order of the text.
void PersonText::add_place(Span span, Place place, std::size_t& from) {
  while (from < words_.size() && words_[from].word.end <= span.begin) ++from;
  std::size_t last = from;
  while (last + 1 < words_.size() && words_[last + 1].word.begin < span.end) ++last;
  if (from >= words_.size() || words_[from].word.begin >= span.end) return;
  place.first_word = static_cast<std::uint32_t>(from);
  place.last_word = static_cast<std::uint32_t>(last);
  if (place.country && last > from) {
    place.people = (words_[last].kinds & bit(WordKind::ethnic)) != 0;
  }
  for (std::size_t i = from; i <= last; ++i) {
    words_[i].place = static_cast<std::int32_t>(places_.size());
  }
  places_.push_back(place);
}

void PersonText::add_agencies(std::span<const Word> words) {
  const auto& agencies = Agencies::built_in();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    const auto match = agencies.at(text_, words, i);
    if (!match) continue;
    Place place;
    place.first_word = static_cast<std::uint32_t>(i);
    place.last_word = match->last_word;
    place.country = match->country;
    place.agency = true;
    for (std::size_t k = i; k <= match->last_word; ++k) {
      words_[k].place = static_cast<std::int32_t>(places_.size());
    }
    places_.push_back(place);
    i = match->last_word;
  }
}

// A word with a capital that is no place and may be a name.
bool PersonText::is_free_capital(Index i) const {
  return capital(i) && at(i).place < 0 && !is(i, kNoName);
}

// "the president of Kazakhstan, Nursultan Nazarbayev,": a capital's name behind a title or a comma,
// or at a sentence's beginning, and before a surname.
bool PersonText::is_given_name(Index i) const {
  const Place& here = *place(i);
  const bool alone = here.capital && here.first_word == here.last_word;
  if (!alone || at(i).word.possessive || gap(i + 1) != Gap::kSpace) return false;
  const bool introduced =
      opens(i) || gap(i) == Gap::kComma || (gap(i) == Gap::kSpace && is(i - 1, kHeads));
  return introduced && is_free_capital(i + 1) && !at(i + 1).word.all_caps;
}

// "Jan Peter Balkenende", where a month would have a stop or a number.
bool PersonText::is_jan(Index i) const {
  return word(i) == "Jan" && gap(i + 1) == Gap::kSpace && is_free_capital(i + 1) &&
         text_[at(i + 1).word.begin] > '9';
}

// "Soon-young": whatever its first part means alone.
bool PersonText::is_given_by_hyphen(Index i) const {
  constexpr std::size_t kLongest = 6;  // "-young", "-kwang"
  return capital(i) && at(i).place < 0 && !at(i).word.all_caps && !is(i, kHeads) &&
         gap(i + 1) == Gap::kHyphen && !capital(i + 1) && word(i + 1).size() <= kLongest;
}

// "Gen. Than Shwe", "Do Muoi", "Hong Soon-young", "Liu He", "De Gaulle": small words of English are
// names behind a title or a family's name.
bool PersonText::is_small_word_as_name(Index i) const {
  if (is(i, WordKind::stop) && is_given_by_hyphen(i)) {
    return gap(i) == Gap::kSpace && capital(i - 1) && at(i - 1).place < 0 && !is(i - 1, kNoName);
  }
  const auto spelled = word(i);
  // "Kim Jong Un", "Moon Jae In"
  const bool ends = !capital(i + 1) || gap(i + 1) != Gap::kSpace;
  if ((spelled == "Un" || spelled == "In") && ends) {
    return gap(i) == Gap::kSpace && gap(i - 1) == Gap::kSpace && is_free_capital(i - 1) &&
           is_free_capital(i - 2);
  }
  if (spelled == "He" && ends && gap(i) == Gap::kSpace && is_free_capital(i - 1)) return true;
  if (gap(i + 1) != Gap::kSpace || !is_free_capital(i + 1)) return false;
  // "Defense Minister Amir Peretz", "Foreign Minister Shah Mahmood Qureshi"
  const KindMask offices = bit(WordKind::office) | bit(WordKind::weak) | bit(WordKind::leader);
  const bool titled = gap(i) == Gap::kSpace && is(i - 1, offices);
  if (titled && (spelled == "Amir" || spelled == "Shah" || spelled == "Sultan")) return true;
  if (spelled == "De" || spelled == "Said") return true;
  if (spelled == "Christian") return word(i - 1) != "the" && word(i - 1) != "The";
  constexpr std::array<std::string_view, 7> kAsNames{"Than", "So", "Do", "No", "An", "He", "You"};
  return is_one_of(spelled, kAsNames) && is(i - 1, kHeads) &&
         (gap(i) == Gap::kSpace || gap(i) == Gap::kDot);
}

bool PersonText::may_be_a_name(Index i) const {
  const TextWord& here = at(i);
  // "Amir-Abdollahian"
  const bool joined =
      is(i, WordKind::royal) && gap(i + 1) == Gap::kHyphen && capital(i + 1) && !is(i + 1, kNoName);
  if (!here.word.capital) return false;
  if (is(i, kNoName) && !joined && !is_jan(i) && !is_small_word_as_name(i)) return false;
  if (here.place >= 0) return is_given_name(i);
  const char first = text_[here.word.begin];
  if (first >= '0' && first <= '9') return false;
  if (!here.word.all_caps) return true;
  const auto spelled = word(i);
  if (spelled.size() == 2 && spelled[1] == '.') return true;  // an initial
  // "KIM Dae-jung": a family name set in capitals, with the other name beside it.
  const auto mixed = [&](Index k) {
    return (is_free_capital(k) && !at(k).word.all_caps) || is_given_by_hyphen(k);
  };
  return spelled.find('.') == std::string_view::npos && spelled.size() > 2 &&
         ((gap(i + 1) == Gap::kSpace && mixed(i + 1)) || (gap(i) == Gap::kSpace && mixed(i - 1)));
}

bool PersonText::opens(Index i) const noexcept {
  return i <= 0 || at(i).word.after_stop || gap(i) == Gap::kOther;
}

Span PersonText::name_span(Index first, Index last) const noexcept {
  Span name = span(first, last);
  const auto spelled = word(last);
  const bool abbreviated = spelled == "Jr" || spelled == "Sr";
  if (abbreviated && name.end < text_.size() && text_[name.end] == '.') ++name.end;
  return name;
}

std::string_view PersonText::between(Index i) const noexcept {
  if (i <= 0 || i >= size()) return {};
  const auto from = at(i - 1).word.end;
  return text_.substr(from, at(i).word.begin - from);
}

}  // namespace dateline::persons
