// The table of office-holders: who acted for which country, and when.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/countries/name_overrides.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "language/persons/numbers_by_key.h"
#include "language/persons/office_role.h"
#include "language/persons/person_name.h"

namespace dateline {

/// One term of one office. Views have the lifetime of the table.
struct OfficeHolder {
  std::string_view code;  ///< as written: "RU", "org:UN", or "-" for nobody
  std::optional<CountryCode> country;
  std::string_view organization;  ///< short name, where the office is an organization's
  std::string_view office;        ///< "foreign minister"
  std::string_view name;          ///< the usual one
  std::string_view first_day;     ///< as written: "1998-09-11", "1998-09", "1998"
  std::string_view last_day;      ///< empty: still in office
  DateInterval term;              ///< both days included; until the end of 2200 where it is open
  std::vector<std::string_view> other_names;
  std::string_view source;
  persons::Role role;
  bool in_truth = false;  ///< whoever holds it leads the state in truth, whatever it is called
  bool leads = false;     ///< a head of state or government, or whoever led the state in truth
};

namespace persons {

/// Rows of office-holders, found by name and day. Immutable; many threads may read it.
class OfficeHolders {
 public:
  /// The tables language/data/office_holders_*.tsv, which are compiled in.
  [[nodiscard]] static const OfficeHolders& built_in();
  /// A row that cannot be read is left out and listed in problems().
  explicit OfficeHolders(std::vector<std::string> tables);
  /// Those that are compiled in, with a user's own rows: all of these that bear a name stand for
  /// the rows of that name.
  explicit OfficeHolders(const NameOverrides& overrides);

  [[nodiscard]] const std::vector<OfficeHolder>& rows() const noexcept { return rows_; }
  /// "line of which table: reason".
  [[nodiscard]] const std::vector<std::string>& problems() const noexcept { return problems_; }

  /// Rows that a name in full means and whose term covers a day of `days`, each person's first; of
  /// a short form, those that bear it. At most kMostBearers are looked at.
  [[nodiscard]] std::vector<const OfficeHolder*> find(const Name& name,
                                                      const DateInterval& days) const;
  /// The same without regard to days.
  [[nodiscard]] std::vector<const OfficeHolder*> find(const Name& name) const;
  /// Rows of whoever the index knows by this name: those whose usual name is just so written.
  [[nodiscard]] std::vector<const OfficeHolder*> named(std::string_view name) const;
  /// The row's usual name, read.
  [[nodiscard]] const Name& name_of(const OfficeHolder& row) const;

  static constexpr std::size_t kMostBearers = 256;

 private:
  struct Form {
    Name name;
    std::uint32_t row;
    bool by_sound;  ///< other transcriptions mean the same person
  };
  void read_table(const std::string& table);
  void add_row(const std::vector<std::string_view>& columns);
  void add_own(const std::vector<NameOverrides::Office>& offices);
  void add_all_forms();
  void add_forms(std::uint32_t row, bool by_sound);
  void add_other_shorts(std::uint32_t row, const Name& usual);
  template <typename Keep>
  [[nodiscard]] std::vector<const OfficeHolder*> collect(const Name& name, Keep keep) const;

  NameReader reader_;
  std::vector<std::string> tables_;
  std::unordered_map<std::string_view, Role> roles_;  ///< by office: there are few
  std::vector<OfficeHolder> rows_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> first_form_;  ///< by row
  NumbersByKey short_;                     ///< key → rows
  NumbersByKey full_;                      ///< skeleton → forms
  std::vector<std::string> problems_;
};

}  // namespace persons
}  // namespace dateline
