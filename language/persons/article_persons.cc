#include "language/persons/article_persons.h"

#include <algorithm>
#include <array>
#include <functional>

#include "language/ascii.h"

namespace dateline::persons {
namespace {

using Index = PersonText::Index;

constexpr Index kFarBack = 30;  // words from a name in brackets back to the office of all

// Whether a name is part of the name of a thing: "the Nixon Doctrine", "the USS Ronald Reagan",
// "the Nunn–Lugar program".
bool is_of_a_thing(const PersonText& text, const NameRun& run, bool introduced) {
  if (text.is(run.first - 1, WordKind::before_thing) && text.capital(run.first - 1) &&
      text.gap(run.first) == Gap::kSpace) {
    return true;
  }
  Index last = run.last;
  for (int i = 0; i < 4 && text.gap(last + 1) == Gap::kHyphen && text.at(last + 1).name; ++i) {
    ++last;
  }
  if (text.at(last).word.possessive) return false;
  Index next = last + 1;
  for (int i = 0; i < 2 && text.gap(next) == Gap::kSpace && text.capital(next) &&
                  !text.is(next, WordKind::thing) &&
                  text.is(next, bit(WordKind::mod) | bit(WordKind::stop)) && text.capital(next + 1);
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

// Whether nothing but commas and "and" stands between two names.
bool follows_in_list(const PersonText& text, const NameRun& before, const NameRun& run) {
  const auto from = text.at(before.last).word.end;
  const auto to = text.at(run.first).word.begin;
  if (to <= from || to - from > 6) return false;
  const auto between = text.text().substr(from, to - from);
  return between == ", " || between == " and " || between == ", and " || between == " & ";
}

// "of Japan (Kono), China (Tang)": each behind the country for which it acts.
std::optional<OfficePhrase> bracketed_office(const PersonText& text, const NameRun& run) {
  const auto before = text.between(run.first);
  const Place* place = text.place(run.first - 1);
  if (place == nullptr || !place->country || before.find('(') == std::string_view::npos) {
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
    }
    return phrase;
  }
  if (before->standing == Standing::apart && behind->standing == Standing::acts &&
      !behind->country) {
    return before;
  }
  return tells_more(*behind, *before) ? behind : before;
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
  const auto word = text.substr(begin, end - begin);
  return std::find(kBefore.begin(), kBefore.end(), word) != kBefore.end();
}

}  // namespace

ArticlePersons::ArticlePersons(std::span<const PersonSource> texts,
                               const std::optional<DateInterval>& published,
                               const OfficeHolders& holders)
    : sources_{texts}, published_{published}, holders_{holders}, reader_{PersonWords::built_in()} {}

void ArticlePersons::run() {
  texts_.reserve(sources_.size());
  for (std::uint32_t i = 0; i < sources_.size(); ++i) {
    const auto& source = sources_[i];
    texts_.emplace_back(source.text, source.countries, source.organizations);
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
    if (run.name.telling() == 0) continue;
    Candidate candidate;
    candidate.text = text;
    candidate.run = run;
    introduce(candidate, candidates_.size() > first ? &candidates_.back() : nullptr);
    candidates_.push_back(std::move(candidate));
  }
}

void ArticlePersons::introduce(Candidate& candidate, const Candidate* before) const {
  const PersonText& text = texts_[candidate.text];
  const NameRun& run = candidate.run;
  auto office = joined_office(office_before(text, run), office_behind(text, run));
  if (!office) office = bracketed_office(text, run);
  if (!office) office = office_told(text, run);
  if (!office && before != nullptr && before->office && before->office->plural &&
      follows_in_list(text, before->run, run)) {
    office = before->office;
  }
  candidate.thing = is_of_a_thing(text, run, office.has_value());
  if (!candidate.thing) candidate.office = std::move(office);
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
  ++rest.run.first;
  rest.run.name = reader_.name(text.span(rest.run.first, rest.run.last).of(text.text()));
  if (rest.run.name.telling() == 0) return;
  if (!resolve_registered(rest, number)) resolve_known(rest, number);
  if (rest.person != Register::kNobody) candidate = std::move(rest);
}

bool ArticlePersons::resolve_registered(Candidate& candidate, std::uint32_t number) {
  const auto bearers = register_.bearers(candidate.run.name, Role::unknown);
  if (bearers.empty()) return false;
  // The one introduced last before it, else the first one behind.
  std::optional<std::uint32_t> best;
  for (const auto id : bearers) {
    for (const auto& introduction : register_[id].introductions) {
      const auto at = introduction.candidate;
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
  return {};
}

// Whether a bare name means a row: distinctive names do; those that are words, or that very many
// bear, only where the country or another office-holder is near.
bool ArticlePersons::is_plausible(const Candidate& candidate, std::uint32_t number,
                                  const OfficeHolder& row) const {
  const auto& text = texts_[candidate.text];
  const auto& run = candidate.run;
  if (run.name.telling() > 1) return true;
  if (names_country_of(candidate.text, row)) return true;
  const bool common = text.is(run.last, WordKind::common);
  if (!common && (row.leads || row.role == Role::foreign)) return true;
  const auto near = [&](std::size_t other) {
    if (other >= candidates_.size()) return false;
    const auto& beside = candidates_[other];
    return beside.text == candidate.text && beside.person != Register::kNobody &&
           (beside.holder != nullptr || beside.office.has_value()) &&
           std::abs(beside.run.first - run.first) < 8;
  };
  const bool admin = text.is(run.last + 1, WordKind::admin) || run.joined;
  return near(number + 1) || (number > 0 && near(number - 1U)) || admin;
}

void ArticlePersons::resolve_known(Candidate& candidate, std::uint32_t number) {
  const auto days = day_of(candidate);
  if (!days) return;
  const auto& name = candidate.run.name;
  const auto rows = concerned(candidate, holders_.find(name, *days));
  if (rows.empty()) return;
  const OfficeHolder& row = *rows.front();
  if (name.telling() == 1 && strangers_.count(name.last()->key) != 0) return;
  if (!is_plausible(candidate, number, row)) return;
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
  const Introduction* best = nullptr;
  for (const auto& introduction : person.introductions) {
    if (best == nullptr || introduction.candidate <= number) best = &introduction;
  }
  return best;
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
    act_by_table(candidate, candidate.run.name, Role::unknown, false);
  } else {
    act_by_introduction(candidate, number, *by);
    recognize(candidate);
  }
}

// By which name the table knows somebody whom the text introduces: the one bearer of the name who
// is in office for that country on the day, or ever bore it in full.
void ArticlePersons::recognize(Candidate& candidate) const {
  if (candidate.holder != nullptr || !candidate.country) return;
  const Name& name = register_[candidate.person].name;
  const auto days = day_of(candidate);
  if (!days && name.telling() < 2) return;
  auto rows = days ? holders_.find(name, *days) : holders_.find(name);
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

// By the table of office-holders; on any day when the text tells none and the office is told.
bool ArticlePersons::act_by_table(Candidate& candidate, const Name& name, Role role, bool any_day) {
  const auto days = day_of(candidate);
  if (!days && !any_day) return false;
  auto rows = days ? holders_.find(name, *days) : holders_.find(name);
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
      if (office.joined) return;
      continue;
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

std::optional<DateInterval> ArticlePersons::day_of(const Candidate& candidate) const {
  const auto& source = sources_[candidate.text];
  const Span name = texts_[candidate.text].name_span(candidate.run.first, candidate.run.last);
  if (source.head) {
    const auto date = date_beside(source, name, true);
    return date && date->last < source.head->first ? date : source.head;
  }
  const auto date = date_beside(source, name, false);
  return date ? date : published_;
}

std::vector<std::vector<PersonMention>> ArticlePersons::mentions() const {
  std::vector<std::vector<PersonMention>> found(sources_.size());
  std::vector<std::string_view> identities(register_.size());
  for (const auto& candidate : candidates_) {
    const auto* row = candidate.holder != nullptr ? candidate.holder : candidate.known;
    if (candidate.person != Register::kNobody && row != nullptr &&
        can_be_same(candidate.run.name, holders_.name_of(*row))) {
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
