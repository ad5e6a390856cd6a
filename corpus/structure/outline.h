// What each unit of an article's body is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/structure/chronology.h"
#include "corpus/structure/layout.h"

namespace dateline {

/// So many unmarked short lines in a row may be headings; more are a list or verse.
inline constexpr std::size_t kMaxStackedHeadings = 3;

/// What a unit is.
enum class UnitRole : std::uint8_t {
  text,
  heading,
  chronology_heading,
  chronology_date,  ///< a year, a month or a day above the entries that it dates
  date_line,        ///< says when the text appeared (publication.h)
};

/// The roles of all units, and where an unannounced chronology begins.
struct Outline {
  std::vector<UnitRole> roles;  ///< one a unit; those of the front part are meaningless
  /// For a chronology heading: how many of its unit's lines it takes; its entries may stand right
  /// below it.
  std::vector<std::uint32_t> heading_lines;
  /// The units with which a chronology begins that no heading of its own announces: the first of a
  /// row of dated entries, or of a text whose title says that it is one. In order.
  std::vector<std::size_t> chronology_begins;
};

/// Decides what is a heading:
/// - what is marked so ('#', underlined, in Markdown a bold line);
/// - without marks, a short line by itself that looks like one (see looks_like_heading) and has
///   text below it, at most kMaxStackedHeadings in a row. In Markdown only where no heading of
///   level 2 or deeper is marked.
///
/// A chronology heading has words such as "timeline" in it (names_chronology) and dated entries
/// below it, within three units; one that begins with "chronology" needs none.
///
/// A date that stands alone, as a heading or a line of its own, dates what stands below it
/// - in a chronology that a heading or the title announces;
/// - if it is a year, a month, … and entries begin below it that lie in it and have no year;
/// - if at least kMinLoneDays such days (as headings kMinDayHeadings), each with text below it and
/// in order of time, make the text.
///
/// A chronology without a heading: at least kMinUnannouncedEntries entries in strict style in a row
/// at the end of the text, in rows of a table, or as items; units whose first line is a day.
/// @param first the first unit behind the front part. @param title the article's. Linear.
[[nodiscard]] Outline outline_units(std::string_view text, const Layout& layout, std::size_t first,
                                    Marks marks, std::string_view title);

inline constexpr std::size_t kMinDayHeadings = 2;
inline constexpr std::size_t kMinLoneDays = 4;

/// Whether the unit begins with a dated entry.
[[nodiscard]] bool begins_entry(std::string_view text, const TextUnit& unit,
                                const EntryHeads& heads);

}  // namespace dateline
