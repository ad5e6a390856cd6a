#include "language/persons/office_holders.h"

#include <algorithm>
#include <array>

#include "language/error.h"
#include "language/organizations/organization_rows.h"

namespace dateline::persons {
namespace {

using organizations::split;

constexpr std::array kHolderTables{
    std::string_view{
#include "office_holders_africa.inc"
    },
    std::string_view{
#include "office_holders_americas.inc"
    },
    std::string_view{
#include "office_holders_asia.inc"
    },
    std::string_view{
#include "office_holders_europe.inc"
    },
    std::string_view{
#include "office_holders_middle_east.inc"
    },
    std::string_view{
#include "office_holders_oceania.inc"
    },
    std::string_view{
#include "office_holders_world.inc"
    },
};

constexpr std::size_t kColumns = 7;
constexpr std::string_view kOrganization = "org:";

// States whose people bear the family name first. Their names are told apart by vowels alone, too,
// and their transcription is settled.
constexpr std::array<std::string_view, 7> kFamilyFirst{"CN", "TW", "HK", "MO", "KR", "KP", "SG"};
// The last word is what a person of these is called by.
constexpr std::array<std::string_view, 5> kBySight{"VN", "KH", "MM", "LA", "JP"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& codes, std::string_view code) noexcept {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// Which of a name's words its bearer is called by: the family's name, or what stands for it.
struct CalledBy {
  bool first = false;
  bool last = true;
};

CalledBy called_by(const OfficeHolder& row) noexcept {
  if (!is_among(kFamilyFirst, row.code)) return {};
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

std::optional<std::chrono::sys_days> day_of(std::string_view text, bool last) {
  const auto interval = parse_iso_interval(text);
  if (!interval) return std::nullopt;
  return last ? interval->last : interval->first;
}

}  // namespace

const OfficeHolders& OfficeHolders::built_in() {
  static const OfficeHolders holders{{kHolderTables.begin(), kHolderTables.end()}};
  return holders;
}

OfficeHolders::OfficeHolders(std::vector<std::string> tables)
    : reader_{PersonWords::built_in()}, tables_{std::move(tables)} {
  for (const auto& table : tables_) read_table(table);
  for (std::uint32_t row = 0; row < rows_.size(); ++row) add_forms(row);
}

void OfficeHolders::read_table(const std::string& table) {
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
  } else {
    throw Error("no code of a country: " + std::string{row.code});
  }
  row.office = columns[1];
  row.name = columns[2];
  if (row.office.empty() || row.name.empty()) throw Error("no office, or no name");
  row.first_day = columns[3];
  row.last_day = columns[4];
  const auto first = day_of(columns[3], false);
  const auto last = day_of(columns[4].empty() ? std::string_view{"2200"} : columns[4], true);
  if (!first || !last) throw Error("a day is no YYYY-MM-DD, YYYY-MM or YYYY");
  if (*last < *first) throw Error("the term ends before it begins");
  row.term = {*first, *last};
  for (const auto other : split(columns[5], '|')) {
    if (!other.empty()) row.other_names.push_back(other);
  }
  row.source = columns[6];
  if (row.source.empty()) throw Error("no source");
  row.role = role_of(row.office);
  row.leads = row.role == Role::state || row.role == Role::government || is_led_by(row.office);
  rows_.push_back(std::move(row));
}

void OfficeHolders::add_short(std::uint64_t key, std::uint32_t row) {
  auto& rows = short_[key];
  if (rows.empty() || rows.back() != row) rows.push_back(row);
}

void OfficeHolders::add_forms(std::uint32_t number) {
  const OfficeHolder& row = rows_[number];
  first_form_.push_back(static_cast<std::uint32_t>(forms_.size()));
  const bool by_sound = !is_among(kFamilyFirst, row.code) && !is_among(kBySight, row.code);
  const auto add = [&](std::string_view text) {
    const Form form{reader_.name(text), number, by_sound};
    const auto* first = form.name.first();
    const auto* last = form.name.last();
    if (first == nullptr || last == nullptr) return;
    if (first == last) add_short(first->key, number);
    const auto at = static_cast<std::uint32_t>(forms_.size());
    for (const auto& word : form.name) {
      if (word.tells()) full_[word.skeleton].push_back(at);
    }
    forms_.push_back(form);
  };
  add(row.name);
  const Name& usual = forms_.empty() || forms_.back().row != number ? Name{} : forms_.back().name;
  if (usual.telling() > 1) {
    const auto called = called_by(row);
    if (called.first) add_short(usual.first()->key, number);
    if (called.last) add_short(usual.last()->key, number);
  }
  for (const auto other : row.other_names) add(other);
}

const Name& OfficeHolders::name_of(const OfficeHolder& row) const {
  return forms_[first_form_[static_cast<std::size_t>(&row - rows_.data())]].name;
}

// At least two words in common, and all that tell of one of the two names.
bool OfficeHolders::means(const Name& name, const Form& form) const {
  std::size_t common = 0;
  for (const auto& word : name) {
    if (!word.tells()) continue;
    for (const auto& other : form.name) {
      if (!other.tells()) continue;
      const bool same = word.key == other.key;
      if (!same && (!form.by_sound || word.skeleton != other.skeleton)) continue;
      ++common;
      break;
    }
  }
  const auto mine = name.telling();
  const auto theirs = form.name.telling();
  if (common < 2) return false;
  if (common == theirs) return mine - common <= 2;
  return common >= mine && theirs - common <= 3;
}

template <typename Keep>
std::vector<const OfficeHolder*> OfficeHolders::collect(const Name& name, Keep keep) const {
  std::vector<const OfficeHolder*> found;
  const auto take = [&](const OfficeHolder& row) {
    if (!keep(row) || found.size() == kMostBearers) return;
    const bool again = std::any_of(found.begin(), found.end(),
                                   [&](const OfficeHolder* other) { return other == &row; });
    if (!again) found.push_back(&row);
  };
  if (name.telling() == 0) return found;
  if (name.telling() == 1) {
    const auto at = short_.find(name.last()->key);
    if (at == short_.end()) return found;
    for (const auto row : at->second) {
      if (has_initials_of(name, name_of(rows_[row]))) take(rows_[row]);
    }
    return found;
  }
  std::size_t looked_at = 0;
  for (const auto* word : {name.last(), name.first()}) {
    const auto at = full_.find(word->skeleton);
    if (at == full_.end()) continue;
    for (const auto form : at->second) {
      if (++looked_at > 16 * kMostBearers) return found;
      if (means(name, forms_[form])) take(rows_[forms_[form].row]);
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

}  // namespace dateline::persons
