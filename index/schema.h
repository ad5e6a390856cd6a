// The schema: everything that an index holds, and under which names. This comment is the law; code
// that disagrees with it is wrong.
//
// INDEX DIRECTORY
//   manifest.json      what is in force (manifest.h); replaced by one rename, never edited
//   queries.json       the saved queries (saved_queries.h); no batch touches it
//   lock               held by the one writer (writer_lock.h); sources/: a cache (source_records.h)
//   segments/NNNNNN/   immutable once the manifest names it; others are orphans, which the next
//                      writer sweeps
//     articles/        Xapian database (glass), one document an article
//     columns          the column file (columns.h): all of fixed width, and the dictionaries
//     texts            the articles' UTF-8 texts, end to end
//     tokens           the articles' token streams (token_stream.h), end to end
//     hashes           of each article's text and tokens (checksums.h)
//     checksums        size and hash of each file above; the manifest vouches for this one
//                      (segments that an earlier version made have neither)
//
// ORDINALS AND DOCUMENT IDS. The article with ordinal a (0-based, in the order of adding) is
// document a+1 of articles/. The events of one article are neighbours, in the order of the text.
// Removed articles keep their ordinal; the manifest lists them.
//
// TERMS (bytes; stems come from language/words/analyzer.h)
//   stem               articles/: a word of the title (wdf kTitleWeight), of a heading
//                      (kHeadingWeight) or of the text (1); events: of the event's own text (1)
//   The others have wdf 0: they filter and never weigh.
//   S + stem           articles/: a word of the title
//   XH + stem          articles/: a word of a heading
//   A + stem           articles/: a word of an author's name
//   Q + id             articles/: the article's id (id_term(): long ids are hashed)
//   XM + hash          articles/: its content hash, 16 hex digits
//   XP + source        articles/: where it came from (source_key() in article_meta.h)
//   XC + code          both: a country mentioned, alpha-2
//   XB + code          articles/: a country that it is about
//   XO + name          both: an organization mentioned, by its short name
//   XD + bucket        articles/: a day of this bucket is spoken of. XDm200102, XDq20011, XDy2001,
//                      XDd200, XDc20; each date gives buckets of one level (date_terms.h)
// The terms of events are numbered in the dictionary terms, and have their posting lists in the
// columns event.postings (postings.h): one search reads a list whole, to count exactly, and reading
// it there takes a tenth of the time that Xapian's iterators take; nor need two databases be built.
// Events have no date terms: scanning the column of their days costs less than merging postings.
// Nor do they repeat what they inherit (title, author, published): that is looked up at their
// article. There are no positions: phrases are verified in the token streams. No term lists, no
// values, no document data.
//
// COLUMNS and DICTIONARIES: column_table.def has a row for each, and says what it holds, what its
// rows are counted by, whether a segment may lack it, and how it is merged. column_shapes.h says
// which arrays of the file `columns` it is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/country_code.h"

namespace dateline {

/// Raised whenever the comment above or the table of columns changes, except for columns that may
/// be absent: an index of another schema is refused, and must be rebuilt.
inline constexpr int kSchemaVersion = 2;

/// How often a title's or heading's word counts beside the same word of the text.
inline constexpr unsigned kTitleWeight = 4;
inline constexpr unsigned kHeadingWeight = 2;

inline constexpr std::string_view kTitlePrefix = "S";
inline constexpr std::string_view kHeadingPrefix = "XH";
inline constexpr std::string_view kAuthorPrefix = "A";
inline constexpr std::string_view kIdPrefix = "Q";
inline constexpr std::string_view kHashPrefix = "XM";
inline constexpr std::string_view kSourcePrefix = "XP";
inline constexpr std::string_view kCountryPrefix = "XC";
inline constexpr std::string_view kAboutPrefix = "XB";
inline constexpr std::string_view kOrganizationPrefix = "XO";
inline constexpr std::string_view kDatePrefix = "XD";

/// The term that finds an article by its id: Q + id, or Q + its first 180 bytes + its hash where it
/// is longer than 200 bytes (Xapian's limit is 245 bytes, and a NUL counts double).
[[nodiscard]] std::string id_term(std::string_view id);

/// Two letters in 16 bits, ordered as the letters are.
[[nodiscard]] constexpr std::uint16_t pack_country(CountryCode code) noexcept {
  const auto letters = code.view();
  return static_cast<std::uint16_t>((static_cast<unsigned char>(letters[0]) << 8) |
                                    static_cast<unsigned char>(letters[1]));
}
[[nodiscard]] constexpr CountryCode unpack_country(std::uint16_t packed) noexcept {
  return {static_cast<char>(packed >> 8), static_cast<char>(packed & 0xFF)};
}
/// The same of many, in their order.
[[nodiscard]] std::vector<CountryCode> unpack_countries(std::span<const std::uint16_t> packed);

}  // namespace dateline
