#include "language/persons/article_persons.h"

#include <algorithm>
#include <array>
#include <functional>

#include "language/ascii.h"
#include "language/persons/person_numeral.h"
#include "language/word_list.h"

namespace dateline::persons {
namespace {

using Index = PersonText::Index;

constexpr Index kFarBack = 30;  // words from a name in brackets back to the office of all

// "New Jersey", "South Dakota": with it, the next word is a place's name.
bool is_of_a_place(const PersonText& text, Index i) {
  constexpr std::array<std::string_view, 10> kBefore{"New",     "North",    "South",    "East",
                                                     "West",    "Northern", "Southern", "Eastern",
                                                     "Western", "Upper"};
  return text.gap(i) == Gap::kSpace && is_one_of(text.word(i - 1), kBefore) && !text.opens(i - 1);
}

// "In Netanya, a suicide bomber", "Ernst August of Hanover, husband of Caroline": where somebody is,
// whom the words behind do not introduce.
bool is_whereabouts(const PersonText& text, const NameRun& run) {
  constexpr std::array<std::string_view, 10> kBefore{"in",     "at", "near", "into", "outside",
                                                     "around", "In", "At",   "Near", "Outside"};
  const auto word = text.word(run.first - 1);
  if (text.gap(run.first) != Gap::kSpace) return false;
  const bool named = text.at(run.first - 2).name || text.is(run.first - 2, WordKind::surname);
  return is_one_of(word, kBefore) || (word == "of" && named);
}

// "World Environment Day", "Financial Protection Bureau": the end of a name of which the words
// before are no one's office.
bool ends_a_thing(const PersonText& text, const NameRun& run) {
  constexpr Index kFarthest = 4;
  if (run.first != run.last || text.gap(run.first) != Gap::kSpace) return false;
  const KindMask parts = bit(WordKind::mod) | bit(WordKind::institution) | bit(WordKind::outside);
  Index i = run.first - 1;
  while (i > run.first - kFarthest && text.capital(i) && text.is(i, parts) &&
         !text.is(i, kHeads | bit(WordKind::former)) && text.at(i).place < 0) {
    --i;
  }
  if (i == run.first - 1 || text.opens(i + 1)) return false;
  return text.word(i) != "of" && text.word(i) != "for" && text.word(i) != "and";
}

constexpr KindMask kInsideThings = bit(WordKind::mod) | bit(WordKind::stop) |
                                   bit(WordKind::outside) | bit(WordKind::party) |
                                   bit(WordKind::calling) | bit(WordKind::particle);

// Whether a name is part of the name of a thing: "the Nixon Doctrine", "the USS Ronald Reagan",
// "the Nunn–Lugar program".
bool is_of_a_thing(const PersonText& text, const NameRun& run, bool introduced) {
  if (text.is(run.first - 1, WordKind::before_thing) && text.capital(run.first - 1) &&
      text.gap(run.first) == Gap::kSpace) {
    return true;
  }
  if (run.first == run.last && is_of_a_place(text, run.first)) return true;
  if (ends_a_thing(text, run)) return true;
  Index last = run.last;
  for (int i = 0; i < 4 && text.gap(last + 1) == Gap::kHyphen && text.at(last + 1).name; ++i) {
    ++last;
  }
  if (text.at(last).word.possessive) return false;
  Index next = last + 1;
  for (int i = 0;
       i < 2 && text.gap(next) == Gap::kSpace && text.capital(next) &&
       !text.is(next, WordKind::thing) && text.is(next, kInsideThings) && text.capital(next + 1);
       ++i) {
    ++next;
  }
  if (text.gap(next) != Gap::kSpace) return false;
  // "the Legislative Assembly"
  const bool body = text.capital(next) && text.is(next, WordKind::institution) &&
                    !text.is(next, kHeads | bit(WordKind::admin)) && last == run.first;
  if (body) return true;
  if (!text.is(next, WordKind::thing)) return false;
  if (text.is(next, WordKind::admin)) return false;
  return text.capital(next) || (!introduced && next == last + 1);
}

// "Governor of Arizona Doug Ducey": the first word says of what.
bool is_behind_a_body(const PersonText& text, const NameRun& run) {
  const Index of = is_of_a_place(text, run.first) ? run.first - 2 : run.first - 1;
  return run.last - run.first >= 2 && text.word(of) == "of" && text.is(of - 1, kHeads) &&
         text.at(run.first + 1).name && text.gap(run.first + 1) == Gap::kSpace &&
         text.gap(run.first) == Gap::kSpace;
}

constexpr std::uint64_t kPrime = 0x100000001B3;  // source: FNV-1a

std::uint64_t key_of(const Name& name) noexcept {
  std::uint64_t key = name.size();
  for (const auto& word : name) key = (key ^ word.key) * kPrime;
  return key;
}

// Whether two names have the same words.
bool is_same_name(const Name& a, const Name& b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const NameWord& x, const NameWord& y) { return x.key == y.key; });
}

// Whether nothing but commas and "and" stands between two names, and of which country the first is.
bool follows_in_list(const PersonText& text, const NameRun& before, const NameRun& run) {
  Index last = before.last;
  if (text.word(last + 1) == "of") {
    const Index at = text.word(last + 2) == "the" ? last + 3 : last + 2;
    if (const Place* place = text.place(at)) last = static_cast<Index>(place->last_word);
  }
  const auto from = text.at(last).word.end;
  const auto to = text.at(run.first).word.begin;
  constexpr std::size_t kLongestBracket = 24;  // bytes: "Rand Paul (R-Ky.) and Ron Wyden"
  if (to <= from || to - from > 6 + kLongestBracket) return false;
  auto between = text.text().substr(from, to - from);
  if (between.starts_with(" (") && between.find(')') != std::string_view::npos) {
    between.remove_prefix(between.find(')') + 1);
  }
  return between == ", " || between == " and " || between == ", and " || between == " & ";
}

// "of Japan (Kono), China (Tang)": each behind the country for which it acts.
std::optional<OfficePhrase> bracketed_office(const PersonText& text, const NameRun& run) {
  const auto before = text.between(run.first);
  const Place* place = text.place(run.first - 1);
  if (place == nullptr || !place->country || before != " (") {
    return std::nullopt;
  }
  const auto end = text.at(run.last).word.end;
  if (end >= text.text().size() || text.text()[end] != ')') return std::nullopt;
  for (Index i = run.first - 2; i >= 0 && i > run.first - kFarBack; --i) {
    if (!text.is(i, WordKind::plural) || !text.is(i, WordKind::office)) continue;
    OfficePhrase phrase;
    phrase.standing = Standing::acts;
    phrase.country = place->country;
    Index first = i;
    while (first > 0 && text.is(first - 1, WordKind::mod)) --first;
    phrase.span = text.span(first, i);
    phrase.role = role_of(phrase.span.of(text.text()));
    return phrase;
  }
  return std::nullopt;
}

bool tells_more(const OfficePhrase& a, const OfficePhrase& b) noexcept {
  const auto weight = [](const OfficePhrase& phrase) {
    const bool place = phrase.country.has_value() || !phrase.organization.empty();
    return (phrase.standing == Standing::named ? 0 : 2) + (place ? 1 : 0);
  };
  return weight(a) > weight(b);
}

// The words before and behind a name are about one person.
std::optional<OfficePhrase> joined_office(const std::optional<OfficePhrase>& before,
                                          const std::optional<OfficePhrase>& behind) {
  if (!before) {
    const bool place_alone = behind && behind->standing == Standing::named;
    return place_alone ? std::nullopt : behind;
  }
  if (!behind) return before;
  if (behind->standing == Standing::former || before->standing == Standing::former) {
    auto phrase = behind->standing == Standing::former ? *behind : *before;
    phrase.standing = Standing::former;
    return phrase;
  }
  if (behind->standing == Standing::named) {
    auto phrase = *before;
    const bool place = phrase.country.has_value() || !phrase.organization.empty();
    if (!place && phrase.standing == Standing::acts) {
      phrase.country = behind->country;
      phrase.organization = behind->organization;
      phrase.place_behind = true;
    }
    return phrase;
  }
  // "Judge Anita Brody of the U.S. District Court"
  if (before->standing == Standing::apart && behind->standing == Standing::acts &&
      (!behind->country || behind->place_behind)) {
    return before;
  }
  return tells_more(*behind, *before) ? behind : before;
}

// "Foreign Ministers Igor Ivanov of Russia and Tang Jiaxuan of China": the office is common to them,
// the country is not.
OfficePhrase office_in_list(const OfficePhrase& of_first,
                            const std::optional<OfficePhrase>& behind) {
  auto office = of_first;
  const bool has_own = behind && behind->standing == Standing::named;
  if (has_own || office.place_behind) {
    office.country = has_own ? behind->country : std::nullopt;
    office.organization = has_own ? behind->organization : std::string_view{};
    office.place_behind = true;
  }
  return office;
}

// "Albert II of Belgium" is no prince of Monaco.
bool is_of_another(const PersonText& text, const NameRun& run, const OfficeHolder& row) {
  if (text.word(run.last + 1) != "of" || text.gap(run.last + 1) != Gap::kSpace) return false;
  const Place* place = text.place(run.last + (text.word(run.last + 2) == "the" ? 3 : 2));
  return place != nullptr && place->country && row.country && place->country != row.country;
}

// "pro-Musharraf"
bool is_of_followers(const PersonText& text, const NameRun& run) {
  constexpr std::array<std::string_view, 5> kPrefixes{"pro", "anti", "Pro", "Anti", "post"};
  return text.gap(run.first) == Gap::kHyphen && is_one_of(text.word(run.first - 1), kPrefixes);
}

bool is_clause_end(std::string_view text, std::size_t at) noexcept {
  const char c = text[at];
  if (c == ';' || c == ':' || c == '(' || c == ')') return true;
  return (c == ',' || c == '.') && at + 1 < text.size() && is_ascii_space(text[at + 1]);
}

bool is_sentence_end(std::string_view text, std::size_t at) noexcept {
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  if (at + 2 >= text.size() || !is_ascii_space(text[at + 1]) || is_ascii_small(text[at + 2])) {
    return false;
  }
  // "Oct. 8", "W. Bush", "Gen. Zhang": a short word before the stop is an abbreviation.
  std::size_t begin = at;
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  return at - begin > 4 || (at > begin && is_ascii_small(text[begin]));
}

// The first introduction that does not stand before a candidate. They are in order.
std::vector<Introduction>::const_iterator behind_number(
    const std::vector<Introduction>& introductions, std::uint32_t number) {
  return std::partition_point(introductions.begin(), introductions.end(),
                              [number](const Introduction& one) { return one.candidate < number; });
}

constexpr std::size_t kMostClauseBytes = 400;

// Whether a date says when something happened, and is no part of a name: "in 1978", and not "the
// 1972 ABM Treaty".
bool tells_when(std::string_view text, Span date) noexcept {
  constexpr std::array<std::string_view, 9> kBefore{"in",    "on",    "since", "from", "during",
                                                    "until", "early", "late",  "of"};
  std::size_t end = date.begin;
  while (end > 0 && is_ascii_space(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  return is_one_of(text.substr(begin, end - begin), kBefore);
}

}  // namespace

ArticlePersons::ArticlePersons(std::span<const PersonSource> texts,
                               const std::optional<DateInterval>& published,
                               const OfficeHolders& holders, std::span<const Name> nobodies)
    : sources_{texts}, published_{published}, holders_{holders}, nobodies_{nobodies} {}

void ArticlePersons::run() {
  texts_.reserve(sources_.size());
  for (std::uint32_t i = 0; i < sources_.size(); ++i) {
    const auto& source = sources_[i];
    texts_.emplace_back(source);
    if (source.is_title) {
      for (const auto& place : texts_.back().places()) {
        if (place.country) subjects_.push_back(*place.country);
      }
    }
    read_text(i);
  }
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) register_person(i);
  for (const auto& candidate : candidates_) {
    const Name& name = candidate.run.name;
    if (candidate.person == Register::kNobody && !candidate.thing && name.telling() > 1) {
      strangers_.insert(name.last()->key);
    }
  }
  // Twice: a common surname counts beside another office-holder, who may stand behind it.
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) resolve(i);
  }
  // What a neighbour in the sentence tells may come behind.
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) act(candidates_[i], i);
}

void ArticlePersons::read_text(std::uint32_t text) {
  const std::size_t first = candidates_.size();
  for (auto& run : name_runs(texts_[text], reader_)) {
    if (run.name.telling() == 0 || is_nobody(run.name)) continue;
    Candidate candidate;
    candidate.text = text;
    candidate.run = run;
    if (is_behind_a_body(texts_[text], run)) {
      ++candidate.run.first;
      candidate.run.name =
          reader_.name(texts_[text].span(run.first + 1, run.last).of(texts_[text].text()));
    }
    introduce(candidate, candidates_.size() > first ? &candidates_.back() : nullptr);
    candidates_.push_back(candidate);
  }
}

bool ArticlePersons::is_nobody(const Name& name) const {
  return std::any_of(nobodies_.begin(), nobodies_.end(),
                     [&](const Name& other) { return is_same_name(name, other); });
}

void ArticlePersons::introduce(Candidate& candidate, const Candidate* before) const {
  const PersonText& text = texts_[candidate.text];
  const NameRun& run = candidate.run;
  const auto behind = is_whereabouts(text, run) ? std::nullopt : office_behind(text, run);
  auto office = joined_office(office_before(text, run), behind);
  if (!office) office = bracketed_office(text, run);
  // "The Texas Rangers are"
  const bool determined = text.word(run.first - 1) == "the" || text.word(run.first - 1) == "The";
  if (!office && !determined) office = office_told(text, run.last);
  if (!office && before != nullptr && before->office && before->office->plural &&
      follows_in_list(text, before->run, run)) {
    office = office_in_list(*before->office, behind);
  }
  // "the champions Philadelphia Eagles"
  const Gap gap = text.gap(run.last + 1);
  const bool alone = gap == Gap::kSpace && text.word(run.last + 1) != "and";
  if (office && office->plural && office->standing == Standing::apart && alone &&
      (before == nullptr || !follows_in_list(text, before->run, run))) {
    office.reset();
  }
  // "the Sheikh Radwan district": a courtesy alone introduces nobody there.
  const bool introduced = office && office->standing != Standing::named;
  candidate.thing = is_of_a_thing(text, run, introduced) || is_of_followers(text, run);
  if (!candidate.thing) candidate.office = office;
}

// Introduced names become persons of the article.
void ArticlePersons::register_person(std::uint32_t number) {
  Candidate& candidate = candidates_[number];
  if (!candidate.office) return;
  const auto& run = candidate.run;
  const Span span = texts_[candidate.text].name_span(run.first, run.last);
  const auto bearers = register_.bearers(run.name, candidate.office->role);
  if (bearers.empty()) {
    candidate.person = register_.add(run.name, candidate.text, span);
  } else {
    candidate.person = bearers.front();
    register_.lengthen(candidate.person, run.name, candidate.text, span);
  }
  auto& introductions = register_[candidate.person].introductions;
  if (introductions.size() < Person::kMost) {
    introductions.push_back({*candidate.office, candidate.text, number});
  }
  candidate.rule = "person-introduced";
}

void ArticlePersons::resolve(std::uint32_t number) {
  Candidate& candidate = candidates_[number];
  if (candidate.thing || candidate.person != Register::kNobody) return;
  if (resolve_registered(candidate, number)) return;
  resolve_known(candidate, number);
  const auto& text = texts_[candidate.text];
  const bool droppable =
      candidate.run.last > candidate.run.first && text.opens(candidate.run.first);
  if (candidate.person != Register::kNobody || !droppable) return;
  // A sentence's first word has a capital whatever it is.
  Candidate rest = candidate;
  rest.unlisted = candidate.rest_unlisted;
  rest.dated = false;
  ++rest.run.first;
  rest.run.name = reader_.name(text.span(rest.run.first, rest.run.last).of(text.text()));
  if (rest.run.name.telling() == 0) return;
  if (!resolve_registered(rest, number)) resolve_known(rest, number);
  candidate.rest_unlisted = rest.unlisted;
  if (rest.person != Register::kNobody) candidate = rest;
}

bool ArticlePersons::resolve_registered(Candidate& candidate, std::uint32_t number) {
  const auto bearers = register_.bearers(candidate.run.name, Role::unknown);
  if (bearers.empty()) return false;
  // The one introduced last before it, else the first one behind.
  std::optional<std::uint32_t> best;
  for (const auto id : bearers) {
    const auto& introductions = register_[id].introductions;
    const auto behind = behind_number(introductions, number);
    for (const auto* introduction : {behind == introductions.begin() ? nullptr : &*(behind - 1),
                                     behind == introductions.end() ? nullptr : &*behind}) {
      if (introduction == nullptr) continue;
      const auto at = introduction->candidate;
      const bool better = !best || (at < number && (*best > number || at > *best)) ||
                          (at > number && *best > number && at < *best);
      if (!better) continue;
      best = at;
      candidate.person = id;
    }
  }
  if (!best) candidate.person = bearers.front();
  const auto& run = candidate.run;
  register_.lengthen(candidate.person, run.name, candidate.text,
                     texts_[candidate.text].name_span(run.first, run.last));
  candidate.rule = "person-again";
  return true;
}

bool ArticlePersons::names_country_of(std::uint32_t text, const OfficeHolder& row) const {
  if (!row.country) return false;
  if (std::find(subjects_.begin(), subjects_.end(), *row.country) != subjects_.end()) return true;
  const auto& places = texts_[text].places();
  return std::any_of(places.begin(), places.end(),
                     [&](const Place& place) { return place.country == row.country; });
}

// The rows of one person: where several bear the name, of the one whose country is concerned.
std::vector<const OfficeHolder*> ArticlePersons::concerned(
    const Candidate& candidate, std::vector<const OfficeHolder*> rows) const {
  const auto is_one = [&] {
    return std::all_of(rows.begin(), rows.end(), [&](const OfficeHolder* row) {
      return row->name == rows.front()->name ||
             (row->code == rows.front()->code &&
              can_be_same(holders_.name_of(*row), holders_.name_of(*rows.front())));
    });
  };
  if (rows.empty() || is_one()) return rows;
  const auto all = rows;
  std::erase_if(rows,
                [&](const OfficeHolder* row) { return !names_country_of(candidate.text, *row); });
  if (!rows.empty() && is_one()) return rows;
  // A bare surname is the leader's, and not that of a lesser bearer.
  if (rows.empty()) rows = all;
  std::erase_if(rows, [](const OfficeHolder* row) { return !row->leads; });
  if (!rows.empty() && is_one()) return rows;
  // "Kim": of one state's, whoever leads it in truth.
  const bool of_one_state = std::all_of(rows.begin(), rows.end(), [&](const OfficeHolder* row) {
    return row->code == rows.front()->code;
  });
  if (!of_one_state) return {};
  std::erase_if(rows, [](const OfficeHolder* row) { return !row->in_truth; });
  if (!rows.empty() && is_one()) return rows;
  return {};
}

// Whether a bare name means a row: distinctive names do; those that are words, or that very many
// bear, only where the country or another office-holder is near.
bool ArticlePersons::is_plausible(const Candidate& candidate, std::uint32_t number,
                                  const OfficeHolder& row) const {
  const auto& text = texts_[candidate.text];
  const auto& run = candidate.run;
  if (is_of_another(text, run, row)) return false;
  const auto initials = std::count_if(run.name.begin(), run.name.end(),
                                      [](const NameWord& word) { return word.initial; });
  if (run.name.telling() > 1 || initials > 1 || has_numeral(run.name)) return true;
  const bool common = text.is(run.last, WordKind::common);
  const bool high = row.leads || row.role == Role::foreign;
  if (!common && row.role == Role::defence) return true;
  if (high ? !common || names_country_of(candidate.text, row)
           : !common && names_country_of(candidate.text, row)) {
    return true;
  }
  const auto near = [&](std::size_t other) {
    if (other >= candidates_.size()) return false;
    const auto& beside = candidates_[other];
    if (beside.text != candidate.text || std::abs(beside.run.first - run.first) >= 8) return false;
    if (beside.person != Register::kNobody) {
      return beside.holder != nullptr || beside.office.has_value();
    }
    // "Kim and Moon", "Carter and Deng": two names together mean whom neither would mean alone.
    if (beside.likely == nullptr || beside.likely->code == row.code) return false;
    const bool told = row.leads || !common;
    const bool beside_told = beside.likely->leads || !text.is(beside.run.last, WordKind::common);
    if (!told || !beside_told || (!row.leads && !beside.likely->leads)) return false;
    const bool before = beside.run.first < run.first;
    return follows_in_list(text, before ? beside.run : run, before ? run : beside.run);
  };
  const bool admin = text.is(run.last + 1, WordKind::admin) || run.joined;
  return near(number + 1) || (number > 0 && near(number - 1U)) || admin;
}

// The same names come again and again, and mostly on the same days: they are looked up once.
bool ArticlePersons::is_listed(const Name& name) {
  const auto [known, added] = listed_.try_emplace(key_of(name), false);
  if (added) known->second = !holders_.find(name).empty();
  return known->second;
}

const std::vector<const OfficeHolder*>& ArticlePersons::rows_of(const Name& name,
                                                                const DateInterval& days) {
  const auto day = [](std::chrono::sys_days one) {
    return static_cast<std::uint64_t>(one.time_since_epoch().count());
  };
  const auto key = (((key_of(name) ^ day(days.first)) * kPrime) ^ day(days.last)) * kPrime;
  const auto [known, added] = rows_.try_emplace(key);
  if (added) known->second = holders_.find(name, days);
  return known->second;
}

void ArticlePersons::resolve_known(Candidate& candidate, std::uint32_t number) {
  if (candidate.unlisted) return;
  const auto& name = candidate.run.name;
  candidate.unlisted = !is_listed(name);
  if (candidate.unlisted) return;
  const auto& days = day_of(candidate);
  if (!days) return;
  const auto rows = concerned(candidate, rows_of(name, *days));
  if (rows.empty()) return;
  const OfficeHolder& row = *rows.front();
  if (name.telling() == 1 && strangers_.count(name.last()->key) != 0) return;
  if (!is_plausible(candidate, number, row)) {
    candidate.likely = &row;
    return;
  }
  const Span span = texts_[candidate.text].name_span(candidate.run.first, candidate.run.last);
  const auto [at, added] = known_.try_emplace(row.name, Register::kNobody);
  if (added) {
    // The article may have introduced the person by another of the names.
    const auto same = register_.bearers(holders_.name_of(row), Role::unknown);
    at->second = same.empty() ? register_.add(name, candidate.text, span) : same.front();
  }
  candidate.person = at->second;
  register_.lengthen(candidate.person, name, candidate.text, span);
  candidate.holder = &row;
  candidate.rule = "person-known";
}

const Introduction* ArticlePersons::introduction_for(const Person& person,
                                                     std::uint32_t number) const {
  if (person.introductions.empty()) return nullptr;
  const auto behind = behind_number(person.introductions, number + 1);
  return behind == person.introductions.begin() ? &*behind : &*(behind - 1);
}

void ArticlePersons::act(Candidate& candidate, std::uint32_t number) {
  if (candidate.person == Register::kNobody) return;
  if (candidate.holder != nullptr) {
    candidate.country = candidate.holder->country;
    candidate.organization = candidate.holder->organization;
    return;
  }
  const auto* by = introduction_for(register_[candidate.person], number);
  if (by == nullptr) {
    act_by_table(candidate, register_[candidate.person].name, Role::unknown, false);
  } else {
    act_by_introduction(candidate, number, *by);
    recognize(candidate);
  }
}

// By which name the table knows somebody whom the text introduces: the one bearer of the name who
// is in office for that country on the day, or ever bore it in full.
void ArticlePersons::recognize(Candidate& candidate) {
  if (candidate.holder != nullptr || !candidate.country) return;
  const Name& name = register_[candidate.person].name;
  const auto& days = day_of(candidate);
  if (!days && name.telling() < 2) return;
  auto rows = days ? rows_of(name, *days) : holders_.find(name);
  std::erase_if(rows, [&](const OfficeHolder* row) { return row->country != candidate.country; });
  rows = concerned(candidate, std::move(rows));
  if (!rows.empty()) candidate.known = rows.front();
}

void ArticlePersons::take_country(Candidate& candidate, const Introduction& introduction) const {
  candidate.country = introduction.office.country;
  candidate.organization =
      introduction.office.country ? std::string_view{} : introduction.office.organization;
  candidate.proof = &introduction;
}

void ArticlePersons::act_by_introduction(Candidate& candidate, std::uint32_t number,
                                         const Introduction& by) {
  const Person& person = register_[candidate.person];
  const auto& office = by.office;
  if (office.standing == Standing::former || office.standing == Standing::apart) {
    if (person.name.telling() > 1) act_by_table(candidate, person.name, Role::unknown, false);
    return;
  }
  const auto tells_place = [](const OfficePhrase& phrase) {
    return phrase.standing == Standing::acts && (phrase.country || !phrase.organization.empty());
  };
  if (office.party) {
    if (office.country && PersonWords::built_in().one_party(*office.country)) {
      take_country(candidate, by);
    }
    return;
  }
  if (tells_place(office)) return take_country(candidate, by);
  for (const auto& other : person.introductions) {
    if (tells_place(other.office) && !other.office.party) return take_country(candidate, other);
  }
  if (act_by_table(candidate, person.name, office.role, office.standing == Standing::acts)) return;
  if (office.standing == Standing::acts) act_by_neighbours(candidate, number, office);
}

// By the table of office-holders. Without a date in the text any day counts, if the text names the
// office.
bool ArticlePersons::act_by_table(Candidate& candidate, const Name& name, Role role, bool any_day) {
  const auto& days = day_of(candidate);
  if (!days && !any_day) return false;
  auto rows = days ? rows_of(name, *days) : holders_.find(name);
  std::erase_if(rows, [&](const OfficeHolder* row) { return !may_be_same(row->role, role); });
  const auto fits = [&](const OfficeHolder* row) { return row->role == role; };
  if (std::any_of(rows.begin(), rows.end(), fits)) std::erase_if(rows, std::not_fn(fits));
  rows = concerned(candidate, std::move(rows));
  if (rows.empty()) return false;
  candidate.holder = rows.front();
  candidate.country = rows.front()->country;
  candidate.organization = rows.front()->organization;
  return true;
}

// "Russian First Deputy Prime Minister X and Deputy Prime Minister Y", "his envoy Z", "Blair's
// spokesman": the country of whoever stands beside.
void ArticlePersons::act_by_neighbours(Candidate& candidate, std::uint32_t number,
                                       const OfficePhrase& office) {
  const auto in_text = [&](std::size_t i) { return candidates_[i].text == candidate.text; };
  for (std::size_t i = number; i > 0 && number - i < 8 && in_text(i - 1); --i) {
    const auto& before = candidates_[i - 1];
    const bool owner = office.owner >= before.run.first && office.owner <= before.run.last;
    if (!owner && !office.possessor && !(office.joined && i == number)) continue;
    if (before.person == Register::kNobody || !before.country) {
      if (!office.joined) continue;
      // "Tehran Mayor X and First Vice President Y"
      const bool apart = before.office && before.office->standing == Standing::apart;
      if (apart) candidate.country = before.office->country;
      return;
    }
    candidate.country = before.country;
    candidate.proof = before.proof;
    candidate.holder = before.holder;
    return;
  }
  if (!office.possessor) return;
  const Place* last = nullptr;
  for (const auto& place : texts_[candidate.text].places()) {
    if (place.country && static_cast<Index>(place.last_word) < candidate.run.first) last = &place;
  }
  if (last != nullptr) candidate.country = last->country;
}

std::optional<DateInterval> ArticlePersons::date_beside(const PersonSource& source, Span name,
                                                        bool clause) const {
  if (source.dates.empty()) return std::nullopt;
  const auto text = source.text;
  const auto ends = [&](std::size_t at) {
    return clause ? is_clause_end(text, at) : is_sentence_end(text, at);
  };
  std::size_t from = name.begin;
  while (from > 0 && name.begin - from < kMostClauseBytes && !ends(from - 1)) --from;
  std::size_t to = name.end;
  while (to < text.size() && to - name.end < kMostClauseBytes && !ends(to)) ++to;
  std::optional<DateInterval> best;
  std::size_t best_distance = text.size();
  const auto first = std::lower_bound(
      source.dates.begin(), source.dates.end(), from,
      [](const DateMention& date, std::size_t at) { return date.span.begin < at; });
  for (auto date = first; date != source.dates.end() && date->span.begin < to; ++date) {
    if (clause && !tells_when(text, date->span)) continue;
    const std::size_t distance = date->span.begin > name.begin ? date->span.begin - name.begin
                                                               : name.begin - date->span.begin;
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = date->value.days;
  }
  return best;
}

// On which days it acts; worked out once.
const std::optional<DateInterval>& ArticlePersons::day_of(Candidate& candidate) const {
  if (candidate.dated) return candidate.days;
  candidate.dated = true;
  const auto& source = sources_[candidate.text];
  const Span name = texts_[candidate.text].name_span(candidate.run.first, candidate.run.last);
  const auto date = date_beside(source, name, source.head.has_value());
  if (source.head) {
    candidate.days = date && date->last < source.head->first ? date : source.head;
  } else {
    candidate.days = date ? date : published_;
  }
  return candidate.days;
}

// Whether a name is one of the usual name, or of another spelling that the table has.
bool ArticlePersons::may_be_called(const OfficeHolder& row, const Name& name) const {
  if (can_be_same(name, holders_.name_of(row))) return true;
  const auto rows = holders_.find(name);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const OfficeHolder* other) { return other->name == row.name; });
}

std::vector<std::vector<PersonMention>> ArticlePersons::mentions() const {
  std::vector<std::vector<PersonMention>> found(sources_.size());
  std::vector<std::string_view> identities(register_.size());
  for (const auto& candidate : candidates_) {
    const auto* row = candidate.holder != nullptr ? candidate.holder : candidate.known;
    if (candidate.person != Register::kNobody && row != nullptr &&
        may_be_called(*row, register_[candidate.person].name)) {
      identities[candidate.person] = row->name;
    }
  }
  for (const auto& candidate : candidates_) {
    if (candidate.person == Register::kNobody) continue;
    const Person& person = register_[candidate.person];
    PersonMention mention;
    mention.span = texts_[candidate.text].name_span(candidate.run.first, candidate.run.last);
    for (const char c : person.span.of(sources_[person.text].text)) {
      const bool space = is_ascii_space(c);
      if (!space || (!mention.value.empty() && mention.value.back() != ' ')) {
        mention.value += space ? ' ' : c;
      }
    }
    mention.identity = identities[candidate.person].empty()
                           ? mention.value
                           : std::string{identities[candidate.person]};
    mention.country = candidate.country;
    mention.organization = candidate.organization;
    if (candidate.proof != nullptr) {
      mention.proof_text = candidate.proof->text;
      mention.proof = candidate.proof->office.span;
    }
    mention.holder = candidate.proof == nullptr ? candidate.holder : nullptr;
    mention.rule = candidate.rule;
    found[candidate.text].push_back(std::move(mention));
  }
  return found;
}

}  // namespace dateline::persons
