// A user's own names for countries, terms of office, names taken away, and rules switched off.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "language/country_code.h"
#include "language/error.h"
#include "language/mention.h"

namespace dateline {

/// What a file of overrides says, in a canonical form: two files that mean the same compare equal.
/// The finders of countries, organizations and persons take it when they are constructed; for dates
/// see leave_out_rules().
struct NameOverrides {
  /// A surface form that is a mention of `codes` wherever it stands, or, without codes, none, and
  /// no organization either.
  /// `surface` is in NFC, with plain apostrophes, and one blank for a blank or a dash.
  struct Name {
    std::string surface;
    std::vector<CountryCode> codes;  ///< sorted, each once

    friend bool operator==(const Name&, const Name&) = default;
  };
  /// A term of office. All those of a name stand for what the table of office-holders has of it.
  struct Office {
    std::string name;
    std::string code;       ///< "RU", "org:UN"; "-": acts for nobody
    std::string office;     ///< "foreign minister"
    std::string first_day;  ///< YYYY-MM-DD, YYYY-MM or YYYY; empty: as far back as dates go
    std::string last_day;   ///< empty: still in office
    std::vector<std::string> other_names;

    friend bool operator==(const Office&, const Office&) = default;
    friend auto operator<=>(const Office&, const Office&) = default;
  };
  std::vector<Name> names;             ///< sorted by surface, each once
  std::vector<Office> offices;         ///< sorted, each once
  std::vector<std::string> nobodies;   ///< names that are no person's; sorted, each once
  std::vector<std::string> rules_off;  ///< of every kind; sorted, each once

  [[nodiscard]] bool empty() const noexcept {
    return names.empty() && offices.empty() && nobodies.empty() && rules_off.empty();
  }
  [[nodiscard]] bool is_off(std::string_view rule) const noexcept;
  /// XXH3 of the whole, 16 hex digits; "none" when it is empty. The same for files that differ only
  /// in order, comments, spelling of blanks and dashes, or repeated lines.
  [[nodiscard]] std::string fingerprint() const;

  friend bool operator==(const NameOverrides&, const NameOverrides&) = default;
};

/// A file of overrides that cannot be used. The message has one line for each thing that is wrong,
/// "FILE:LINE: reason" (without a line number when the whole file is meant).
class NameOverridesError : public Error {
 public:
  using Error::Error;
};

/// A file of more bytes is refused.
inline constexpr std::size_t kMaxOverrideBytes = std::size_t{16} << 20;

/// Reads a file of overrides: UTF-8, a rule a line, columns parted by tabs, lines that begin with
/// '#' and empty ones passed over:
///
///     add⇥Surface form⇥RU[,CN]     is a mention of these countries
///     drop⇥Surface form            is no mention of a country or an organization
///     off⇥rule-name                mentions by this rule are left out (see rule_names.h)
///     person⇥Name⇥RU⇥office⇥first day⇥last day⇥other name|other name
///                                  held that office (org:UN: of an organization; -: of nobody);
///                                  the days and other names may be missing
///     nobody⇥Name                  is no person
///
/// A last column that begins with '#' is a comment. A surface form is at most 16 words with blanks,
/// dashes, full stops or commas between them. Codes are those of all_country_codes(), in any case.
/// @throws Error when the reading fails. @throws NameOverridesError when there is no file that may
/// be read, or a line is malformed, names an unknown code or rule (the message lists near ones), or
/// contradicts an earlier one.
[[nodiscard]] NameOverrides read_name_overrides(const std::filesystem::path& path);

/// The same from text; `file` is for messages.
[[nodiscard]] NameOverrides parse_name_overrides(std::string_view text, const std::string& file);

/// A file of overrides that says the same: parse_name_overrides() gives it back. Empty when it says
/// nothing.
[[nodiscard]] std::string to_text(const NameOverrides& overrides);

/// Takes the mentions whose rules are switched off out of what the date finder found, the head of
/// an entry included. What they mean was used by then: dates around them keep their values.
void leave_out_rules(std::vector<DateMention>& mentions, const NameOverrides& overrides);

}  // namespace dateline
