#include "language/persons/office_holders.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "language/error.h"
#include "language/organizations/organization_rows.h"
#include "language/persons/person_numeral.h"
#include "language/persons/person_words.h"
#include "language/utf8.h"
#include "language/word_list.h"

namespace dateline::persons {
namespace {

using organizations::split;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"  // of compilers with less room than ours
// The tables that are compiled in, by part of the world. No constants: their texts are longer than
// what Clang counts when it compiles.
std::vector<std::string> holder_tables() {
  return {
      std::string{
#include "office_holders_africa.inc"
      },
      std::string{
#include "office_holders_americas.inc"
      },
      std::string{
#include "office_holders_asia.inc"
      },
      std::string{
#include "office_holders_europe.inc"
      },
      std::string{
#include "office_holders_middle_east.inc"
      },
      std::string{
#include "office_holders_oceania.inc"
      },
      std::string{
#include "office_holders_world.inc"
      },
  };
}
#pragma GCC diagnostic pop

constexpr std::size_t kColumns = 7;
constexpr std::string_view kOrganization = "org:";
constexpr std::string_view kNobody = "-";
constexpr std::size_t kMostTelling = 6;  // words of a name; what has more is a list
constexpr std::size_t kMostForms = 192;  // of names that share a word with the one looked up
constexpr std::string_view kFirstYear = "1000";
constexpr std::string_view kOwnSource = "names file";

// States whose people bear the family name first. Their names may differ in vowels alone, and their
// transcription is settled.
constexpr std::array<std::string_view, 7> kFamilyFirst{"CN", "TW", "HK", "MO", "KR", "KP", "SG"};
// Names of these states are written in one way only: in Latin letters, or by one transcription.
constexpr std::array<std::string_view, 64> kBySight{
    "VN", "KH", "MM", "LA", "JP", "GB", "US", "CA", "AU", "NZ", "IE", "FR", "DE", "DD", "AT", "CH",
    "LI", "LU", "BE", "NL", "MC", "AD", "IT", "SM", "VA", "MT", "ES", "PT", "SE", "NO", "DK", "FI",
    "IS", "PL", "CZ", "SK", "HU", "MX", "GT", "BZ", "SV", "HN", "NI", "CR", "PA", "CO", "VE", "EC",
    "PE", "BO", "CL", "AR", "UY", "PY", "BR", "CU", "DO", "HT", "JM", "TT", "BB", "BS", "PH", "CV"};

struct Spelling {
  std::string_view letter;
  std::string_view apart;
};
// How letters of Germanic and Slavic languages are written where there is only ASCII.
constexpr std::array kSpelledApart{Spelling{"ä", "ae"}, Spelling{"ö", "oe"}, Spelling{"ü", "ue"},
                                   Spelling{"Ä", "Ae"}, Spelling{"Ö", "Oe"}, Spelling{"Ü", "Ue"},
                                   Spelling{"ø", "oe"}, Spelling{"Ø", "Oe"}, Spelling{"å", "aa"},
                                   Spelling{"Å", "Aa"}, Spelling{"đ", "dj"}, Spelling{"Đ", "Dj"}};

// "Schroeder" for "Schröder"; the same where there is nothing to spell apart.
std::string spelled_apart(std::string_view name) {
  std::string ascii{name};
  for (const auto& [letter, apart] : kSpelledApart) {
    for (auto at = ascii.find(letter); at != std::string::npos; at = ascii.find(letter, at)) {
      ascii.replace(at, letter.size(), apart);
    }
  }
  return ascii;
}

// Which of a name's words its bearer is called by: the family's name, or what stands for it.
struct CalledBy {
  bool first = false;
  bool last = true;
};

CalledBy called_by(const OfficeHolder& row) noexcept {
  if (!is_one_of(row.code, kFamilyFirst)) return {};
  const auto blank = row.name.find(' ');
  const bool two_words = blank == row.name.rfind(' ') && row.name.find('-') == row.name.npos;
  const bool abroad = row.code != "CN" && row.code != "KR" && row.code != "KP";
  if (!two_words || !abroad) return {true, false};
  // "Eugene Chien" has a western name, "Lien Chan" may be read either way.
  return blank > 4 ? CalledBy{} : CalledBy{true, true};
}

bool is_led_by(std::string_view office) noexcept {
  return office.find("leader") != std::string_view::npos ||
         office.find("general secretary") != std::string_view::npos ||
         office == "chairman of the Communist Party" || office == "chief executive" ||
         office == "chief martial law administrator" ||
         office == "chairman of the Central Military Commission";
}

// Whether each initial of `name` is one of a word of `whole`.
bool has_initials_of(const Name& name, const Name& whole) noexcept {
  return std::all_of(name.begin(), name.end(), [&](const NameWord& word) {
    return !word.initial || std::any_of(whole.begin(), whole.end(), [&](const NameWord& other) {
      return other.first == word.first;
    });
  });
}

/// The words of a name that tell who is meant.
struct TellingWords {
  std::array<const NameWord*, Name::kMost> words{};
  std::size_t count = 0;

  explicit TellingWords(const Name& name) noexcept {
    for (const auto& word : name) {
      if (word.tells()) words[count++] = &word;
    }
  }
};

constexpr int kSameWord = 4;   // spelled alike
constexpr int kSameSound = 3;  // another transcription

int likeness(const NameWord& a, const NameWord& b, bool by_sound) noexcept {
  if (a.key == b.key) return kSameWord;
  return by_sound && a.skeleton == b.skeleton ? kSameSound : 0;
}

/// How two names go together, word by word.
struct Alignment {
  std::size_t common = 0;  ///< words that are in both, in one order
  int likeness = 0;        ///< of these
  bool first = false;      ///< the first words are among them
  bool last = false;       ///< the last words are
  bool together = true;    ///< nothing stands between them in the name
};

// From left to right, each word with the next one that is like it. `turned`: `whole` begins with
// its word `turned`, and goes round.
Alignment aligned(const TellingWords& name, const TellingWords& whole, bool by_sound,
                  std::size_t turned) noexcept {
  Alignment found;
  std::size_t next = 0;
  std::size_t before = 0;
  for (std::size_t i = 0; i < name.count; ++i) {
    for (std::size_t k = next; k < whole.count; ++k) {
      const auto at = (k + turned) % whole.count;
      const int like = likeness(*name.words[i], *whole.words[at], by_sound);
      if (like == 0) continue;
      found.together = found.together && (found.common == 0 || before + 1 == i);
      before = i;
      ++found.common;
      found.likeness += like;
      found.first = found.first || (i == 0 && k == 0);
      found.last = found.last || (i + 1 == name.count && k + 1 == whole.count);
      next = k + 1;
      break;
    }
  }
  return found;
}

// A cheap test that rules out most pairs of names before they are aligned.
bool may_be_alike(const TellingWords& mine, const TellingWords& theirs, bool by_sound) noexcept {
  if (mine.count < 2 || theirs.count < 2) return false;
  const auto& first = *mine.words[0];
  const auto& last = *mine.words[mine.count - 1];
  const auto& their_first = *theirs.words[0];
  const auto& their_last = *theirs.words[theirs.count - 1];
  if (likeness(first, their_first, by_sound) != 0 || likeness(last, their_last, by_sound) != 0) {
    return true;
  }
  if (mine.count == theirs.count) {
    return likeness(first, their_last, by_sound) != 0 || likeness(last, their_first, by_sound) != 0;
  }
  return mine.count > theirs.count && likeness(*mine.words[1], their_first, false) != 0;
}

// How well a name of two words or more means the bearer of another: 0, when it does not. All words
// of one must be in the other, in order, with few more between them, and the first or the last ones
// be the same; or both are the same words, and the family's name stands at the other end.
int likeness(const TellingWords& mine, const TellingWords& theirs, bool by_sound) noexcept {
  if (!may_be_alike(mine, theirs, by_sound)) return 0;
  const auto straight = aligned(mine, theirs, by_sound, 0);
  const auto most = std::max(mine.count, theirs.count);
  const auto fewest = std::min(mine.count, theirs.count);
  constexpr std::size_t kMostBetween = 3;
  constexpr int kInPlace = 3;  // a first or a last word
  // "Carlos Mauricio Funes Cartagena" is Mauricio Funes.
  const bool within = straight.together && straight.common == theirs.count &&
                      straight.likeness == kSameWord * static_cast<int>(straight.common);
  // "Cesar Gaviria Trujillo" has the mother's name behind the father's; "Ali Hassan" is not yet
  // Ali Hassan Mwinyi.
  const bool begins = straight.first && mine.count >= theirs.count;
  if (straight.common >= 2 && straight.common == fewest && most - fewest <= kMostBetween &&
      (begins || straight.last || within)) {
    return straight.likeness + (straight.first ? kInPlace : 0) + (straight.last ? kInPlace : 0) +
           static_cast<int>(kMostBetween - (most - fewest));
  }
  if (mine.count != theirs.count) return 0;
  for (const auto turned : {std::size_t{1}, theirs.count - 1}) {
    const auto round = aligned(mine, theirs, by_sound, turned);
    if (round.common == mine.count) return round.likeness;
  }
  return 0;
}

// By which key a name of one word is found: its word; with a numeral how it sounds, and the
// numeral. "Abdallah II" is Abdullah II, and no other Abdullah.
std::optional<std::uint64_t> short_key(const Name& name) noexcept {
  const auto* word = name.last();
  if (word == nullptr) return std::nullopt;
  if (!has_numeral(name)) return word->key;
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;  // spreads bits; source: Knuth, TAOCP 6.4
  return (word->skeleton * kMix) ^ name[name.size() - 1].key;
}

}  // namespace

const OfficeHolders& OfficeHolders::built_in() {
  static const OfficeHolders holders{holder_tables()};
  return holders;
}

OfficeHolders::OfficeHolders(std::vector<std::string> tables) : tables_{std::move(tables)} {
  for (const auto& table : tables_) read_table(table);
  add_all_forms();
}

OfficeHolders::OfficeHolders(const NameOverrides& overrides) : tables_{holder_tables()} {
  for (const auto& table : tables_) read_table(table);
  add_own(overrides.offices);
  add_all_forms();
}

// What the user says of a name stands for what the tables say of it.
void OfficeHolders::add_own(const std::vector<NameOverrides::Office>& offices) {
  std::unordered_set<std::string_view> own;
  for (const auto& office : offices) own.insert(office.name);
  std::erase_if(rows_, [&](const OfficeHolder& row) { return own.count(row.name) != 0; });
  std::string table;
  for (const auto& office : offices) {
    const std::string_view first = office.first_day.empty() ? kFirstYear : office.first_day;
    table += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", office.code, office.office, office.name,
                         first, office.last_day, fmt::join(office.other_names, "|"), kOwnSource);
  }
  tables_.push_back(std::move(table));
  read_table(tables_.back());
}

void OfficeHolders::read_table(const std::string& table) {
  rows_.reserve(rows_.size() +
                static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) + 1);
  std::size_t number = 0;
  for (const auto line : split(table, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto columns = split(line, '\t');
    try {
      add_row(columns);
    } catch (const Error& error) {
      problems_.push_back("line " + std::to_string(number) + ": " + error.what());
    }
  }
}

void OfficeHolders::add_row(const std::vector<std::string_view>& columns) {
  if (columns.size() != kColumns) throw Error("not seven columns");
  OfficeHolder row;
  row.code = columns[0];
  if (row.code.starts_with(kOrganization)) {
    row.organization = row.code.substr(kOrganization.size());
  } else if (row.code.size() == 2) {
    row.country.emplace(row.code);
  } else if (row.code != kNobody) {
    throw Error("no code of a country: " + std::string{row.code});
  }
  row.office = columns[1];
  row.name = columns[2];
  if (row.office.empty() || row.name.empty()) throw Error("no office, or no name");
  row.first_day = columns[3];
  row.last_day = columns[4];
  const auto first = parse_iso_interval(columns[3]);
  const auto last = parse_iso_interval(columns[4].empty() ? std::string_view{"2200"} : columns[4]);
  if (!first || !last) throw Error("a day is no YYYY-MM-DD, YYYY-MM or YYYY");
  if (last->last < first->first) throw Error("the term ends before it begins");
  row.term = {first->first, last->last};
  for (const auto other : split(columns[5], '|')) {
    if (!other.empty()) row.other_names.push_back(other);
  }
  row.source = columns[6];
  if (row.source.empty()) throw Error("no source");
  const auto [role, added] = roles_.try_emplace(row.office, Role::unknown);
  if (added) role->second = role_of(row.office);
  row.role = role->second;
  row.in_truth = is_led_by(row.office);
  row.leads = row.role == Role::state || row.role == Role::government || row.in_truth;
  rows_.push_back(std::move(row));
}

// A query waits for this. The rows of a state stand together, so that its kind of names is looked up
// once for all of them.
void OfficeHolders::add_all_forms() {
  constexpr std::size_t kUsualForms = 2;  // of a row
  forms_.reserve(rows_.size() * kUsualForms);
  first_form_.reserve(rows_.size());
  std::string_view code;
  bool by_sound = false;
  for (std::uint32_t row = 0; row < rows_.size(); ++row) {
    if (code != rows_[row].code) {
      code = rows_[row].code;
      by_sound = !is_one_of(code, kFamilyFirst) && !is_one_of(code, kBySight);
    }
    add_forms(row, by_sound);
  }
  short_.finish();
  full_.finish();
}

void OfficeHolders::add_forms(std::uint32_t number, bool by_sound) {
  const OfficeHolder& row = rows_[number];
  first_form_.push_back(static_cast<std::uint32_t>(forms_.size()));
  const auto add = [&](std::string_view text) {
    const Form form{reader_.name(text), number, by_sound};
    const auto* first = form.name.first();
    const auto* last = form.name.last();
    if (first == nullptr || last == nullptr) return;
    if (first == last) {
      short_.add(first->key, number);
      if (has_numeral(form.name)) short_.add(*short_key(form.name), number);
    }
    const auto at = static_cast<std::uint32_t>(forms_.size());
    for (const auto& word : form.name) {
      if (word.tells()) full_.add(word.skeleton, at);
    }
    forms_.push_back(form);
  };
  const auto add_spellings = [&](std::string_view text) {
    add(text);
    if (is_ascii(text)) return;
    if (const auto apart = spelled_apart(text); apart != text) add(apart);
  };
  add_spellings(row.name);
  const auto first = first_form_.back();
  const Name usual = first < forms_.size() ? forms_[first].name : Name{};
  if (usual.telling() > 1) {
    const auto called = called_by(row);
    if (called.first) short_.add(usual.first()->key, number);
    if (called.last) short_.add(usual.last()->key, number);
  }
  for (const auto other : row.other_names) add_spellings(other);
  add_other_shorts(number, usual);
}

// "Schroeder", "Yatsenyuk": how else the usual name's word is spelled, in names of as many words.
void OfficeHolders::add_other_shorts(std::uint32_t number, const Name& usual) {
  if (usual.telling() < 2) return;
  const std::string_view name = rows_[number].name;
  const auto last_word = name.substr(name.rfind(' ') + 1);
  if ((PersonWords::built_in().kinds(last_word) & bit(WordKind::common)) != 0) return;
  const auto called = called_by(rows_[number]);
  for (std::size_t i = first_form_[number] + std::size_t{1}; i < forms_.size(); ++i) {
    const Name& other = forms_[i].name;
    if (other.telling() != usual.telling()) continue;
    const auto add = [&](const NameWord* word, const NameWord* as) {
      if (word->skeleton == as->skeleton) short_.add(word->key, number);
    };
    if (called.first) add(other.first(), usual.first());
    if (called.last) add(other.last(), usual.last());
  }
}

const Name& OfficeHolders::name_of(const OfficeHolder& row) const {
  return forms_[first_form_[static_cast<std::size_t>(&row - rows_.data())]].name;
}

template <typename Keep>
std::vector<const OfficeHolder*> OfficeHolders::collect(const Name& name, Keep keep) const {
  std::vector<const OfficeHolder*> found;
  const auto take = [&](const OfficeHolder& row) {
    if (found.size() == kMostBearers) return;
    if (std::find(found.begin(), found.end(), &row) == found.end()) found.push_back(&row);
  };
  if (name.telling() < 2) {
    const auto key = short_key(name);
    if (!key) return found;
    for (const auto row : short_.find(*key)) {
      if (has_initials_of(name, name_of(rows_[row])) && keep(rows_[row])) take(rows_[row]);
    }
    return found;
  }
  if (name.telling() > kMostTelling) return found;
  // Two words at least must be the same: whoever is meant is found without the most common one. The
  // rarest come first, since of too many only some are looked at.
  std::array<std::span<const std::uint32_t>, Name::kMost> forms{};
  std::size_t words = 0;
  for (const auto& word : name) {
    if (!word.tells()) continue;
    const auto of_word = full_.find(word.skeleton);
    if (of_word.empty()) continue;
    std::size_t place = words;
    while (place > 0 && forms[place - 1].size() > of_word.size()) --place;
    if (place > 0 && forms[place - 1].data() == of_word.data()) continue;  // the word again
    for (std::size_t i = words++; i > place; --i) forms[i] = forms[i - 1];
    forms[place] = of_word;
  }
  const TellingWords mine{name};
  // Of all whom the name may mean, those whom it means best.
  int best = 1;
  std::size_t looked_at = 0;
  const std::size_t most = std::max<std::size_t>(words, 2) - 1;  // "Boutros Boutros-Ghali" has one
  for (std::size_t i = 0; i < std::min(most, words); ++i) {
    for (const auto number : forms[i]) {
      if (++looked_at > kMostForms) return found;
      const Form& form = forms_[number];
      if (!keep(rows_[form.row])) continue;
      // "Juan Carlos Virreira" is no king.
      if (has_numeral(name_of(rows_[form.row])) && name.telling() > form.name.telling()) continue;
      const int like = likeness(mine, TellingWords{form.name}, form.by_sound);
      if (like < best) continue;
      if (like > best) found.clear();
      best = like;
      take(rows_[form.row]);
    }
  }
  return found;
}

std::vector<const OfficeHolder*> OfficeHolders::find(const Name& name,
                                                     const DateInterval& days) const {
  return collect(name, [&](const OfficeHolder& row) { return row.term.overlaps(days); });
}

std::vector<const OfficeHolder*> OfficeHolders::find(const Name& name) const {
  return collect(name, [](const OfficeHolder&) { return true; });
}

std::vector<const OfficeHolder*> OfficeHolders::named(std::string_view name) const {
  auto rows = find(reader_.name(name));
  std::erase_if(rows, [&](const OfficeHolder* row) { return row->name != name; });
  return rows;
}

}  // namespace dateline::persons
