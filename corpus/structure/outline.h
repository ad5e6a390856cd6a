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
enum class UnitRole : std::uint8_t { text, heading, chronology_heading };

/// The roles of all units, and where an unannounced chronology begins.
struct Outline {
  std::vector<UnitRole> roles;  ///< one a unit; those of the front part are meaningless
  /// For a chronology heading: how many of its unit's lines it takes; its entries may stand right
  /// below it.
  std::vector<std::uint32_t> heading_lines;
  /// The first unit of dated entries at the end of an article without a chronology heading; else
  /// the unit count.
  std::size_t unannounced_chronology = 0;
};

/// Decides what is a heading:
/// - what is marked so ('#', underlined, in Markdown a bold line);
/// - without marks, a short line by itself that looks like one (see looks_like_heading) and has
///   text below it, at most kMaxStackedHeadings in a row. In Markdown only where no heading of
///   level 2 or deeper is marked.
///
/// A chronology heading has "chronology" or "timeline" in it and dated entries below it, within
/// three units; one that begins with "chronology" needs none.
/// @param first the first unit behind the front part. Linear.
[[nodiscard]] Outline outline_units(std::string_view text, const Layout& layout, std::size_t first,
                                    Marks marks, const EntryHeads& heads);

/// Whether the unit begins with a dated entry.
[[nodiscard]] bool begins_entry(std::string_view text, const TextUnit& unit,
                                const EntryHeads& heads);

}  // namespace dateline
