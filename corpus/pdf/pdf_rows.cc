#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/chronology.h"

// A table whose first column has days: they look like a column of their own, and are the heads of
// the entries beside them. A day may stand at its row's top, in its middle or at its bottom; what
// parts the rows is the gap between the texts beside the days. One date beside a text is no table:
// it may be the day of an issue, in a margin.

namespace dateline {
namespace {

constexpr std::size_t kMinDated = 2;      // dated cells of a column, with those of the next pages
constexpr std::size_t kMaxCellLines = 3;  // over which one date may run
constexpr double kCellPitch = 2;          // from line to line in a cell, in heights
constexpr double kGapOfRows = 1.2;        // from line to line of two rows, in that of one row
constexpr double kCellIndent = 3;         // of lines in the column beside the days, in heights

using RowLines = std::vector<PdfLine>;

bool is_date_cell(const std::string& text) { return EntryHeads{std::nullopt}.is_date(text); }

/// A cell that is a date.
struct DateCell {
  std::vector<std::size_t> lines;  ///< of the page, downwards
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;

  [[nodiscard]] double middle() const noexcept { return (top + bottom) / 2; }
};

DateCell cell_of(const RowLines& lines, std::vector<std::size_t> members) {
  DateCell cell;
  cell.left = lines[members.front()].left;
  cell.right = lines[members.front()].right;
  cell.top = lines[members.front()].top;
  for (const auto i : members) {
    const auto& line = lines[i];
    const bool open = cell.text.ends_with('-') || cell.text.ends_with("–");
    if (!cell.text.empty() && !open) cell.text += ' ';
    cell.text += line.text;
    cell.left = std::min(cell.left, line.left);
    cell.right = std::max(cell.right, line.right);
    cell.bottom = line.bottom;
  }
  cell.lines = std::move(members);
  return cell;
}

// The line below in the same cell, set left or centered; nullopt when there is none.
std::optional<std::size_t> below_of(const RowLines& lines, std::size_t of) {
  const auto& cell = lines[of];
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const auto step = line.top - cell.top;
    if (step <= cell.height() / 2 || step >= cell.height() * kCellPitch) continue;
    const auto shift = std::abs((line.left + line.right) - (cell.left + cell.right)) / 2;
    const bool aligned =
        std::abs(line.left - cell.left) < cell.height() / 2 || shift < cell.height() / 2;
    if (aligned && line.text.size() <= kMaxEntryHeadBytes) return i;
  }
  return std::nullopt;
}

bool has_text_beside(const RowLines& lines, const DateCell& cell) {
  return std::any_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
    return line.left >= cell.right && line.top < cell.bottom + line.height() &&
           line.bottom > cell.top - line.height();
  });
}

// The longest date that begins in this line and goes on in those below.
std::optional<DateCell> dated_cell(const RowLines& lines, std::size_t first,
                                   const std::vector<bool>& used) {
  std::vector<std::size_t> members{first};
  std::optional<DateCell> dated;
  while (members.size() <= kMaxCellLines) {
    auto cell = cell_of(lines, members);
    if (cell.text.size() > kMaxEntryHeadBytes) break;
    if (is_date_cell(cell.text)) dated = std::move(cell);
    const auto below = below_of(lines, members.back());
    if (!below || used[*below]) break;
    members.push_back(*below);
  }
  return dated;
}

/// The dated cells of a page, downwards.
std::vector<DateCell> dated_cells(const RowLines& lines) {
  std::vector<DateCell> cells;
  std::vector<bool> used(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (used[i] || lines[i].text.size() > kMaxEntryHeadBytes) continue;
    if (!has_text_beside(lines, cell_of(lines, {i}))) continue;
    auto dated = dated_cell(lines, i, used);
    if (!dated) continue;
    for (const auto member : dated->lines) used[member] = true;
    cells.push_back(*std::move(dated));
  }
  std::sort(cells.begin(), cells.end(),
            [](const DateCell& a, const DateCell& b) { return a.top < b.top; });
  return cells;
}

bool in_one_column(const DateCell& a, const DateCell& b) {
  const auto height = std::max(a.bottom - a.top, b.bottom - b.top);
  return std::abs(a.left - b.left) < height ||
         std::abs((a.left + a.right) - (b.left + b.right)) < 2 * height;
}

/// What stands beside a column of dates, downwards, in groups that gaps part.
using Groups = std::vector<std::vector<std::size_t>>;

// The lines of the nearest column to the right, downwards.
std::vector<std::size_t> column_beside(const RowLines& lines, const std::vector<DateCell>& cells) {
  double right = 0;
  for (const auto& cell : cells) right = std::max(right, cell.right);
  double left = 1e9;
  std::vector<std::size_t> beside;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].left < right || lines[i].text.empty()) continue;
    beside.push_back(i);
    left = std::min(left, lines[i].left);
  }
  std::erase_if(beside, [&](std::size_t i) {
    return lines[i].left > left + lines[i].height() * kCellIndent;
  });
  std::sort(beside.begin(), beside.end(),
            [&](std::size_t a, std::size_t b) { return lines[a].top < lines[b].top; });
  return beside;
}

Groups row_groups(const RowLines& lines, const std::vector<std::size_t>& column) {
  const auto step = [&](std::size_t i) { return lines[column[i]].top - lines[column[i - 1]].top; };
  double pitch = 1e9;
  for (std::size_t i = 1; i < column.size(); ++i) {
    if (step(i) > lines[column[i]].height() / 2) pitch = std::min(pitch, step(i));
  }
  Groups groups;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (i == 0 || step(i) > kGapOfRows * pitch) groups.emplace_back();
    groups.back().push_back(column[i]);
  }
  return groups;
}

// The group in which the date's middle is, or that comes nearest.
std::size_t group_of(const RowLines& lines, const Groups& groups, const DateCell& cell) {
  std::size_t nearest = 0;
  double distance = 1e9;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto top = lines[groups[g].front()].top;
    const auto bottom = lines[groups[g].back()].bottom;
    const auto away = std::max({top - cell.middle(), cell.middle() - bottom, 0.0});
    if (away < distance) {
      distance = away;
      nearest = g;
    }
  }
  return nearest;
}

// The line level with the date's first.
std::optional<std::size_t> level_line(const RowLines& lines, const Groups& groups,
                                      const DateCell& cell) {
  for (const auto& group : groups) {
    for (const auto i : group) {
      if (std::abs(lines[i].top - cell.top) < lines[i].height() / 2) return i;
    }
  }
  return std::nullopt;
}

// The first line of the group that is no head of the table's: beside "Event" stands "Date".
std::size_t first_text(const RowLines& lines, const std::vector<std::size_t>& group,
                       const DateCell& cell) {
  const auto is_head = [&](std::size_t i) {
    return std::any_of(lines.begin(), lines.end(), [&](const PdfLine& other) {
      const bool level = std::abs(other.top - lines[i].top) < other.height() / 2;
      return level && !other.text.empty() && other.right <= lines[i].left &&
             other.bottom <= cell.top && other.left < cell.right;
    });
  };
  auto at = group.begin();
  while (std::next(at) != group.end() && is_head(*at)) ++at;
  return *at;
}

void put_before(RowLines& lines, std::size_t text, const DateCell& cell) {
  lines[text].text = cell.text + ": " + lines[text].text;
  lines[text].bulleted = true;
  for (const auto i : cell.lines) lines[i].text.clear();
}

void join_rows(RowLines& lines, const std::vector<DateCell>& cells) {
  const auto groups = row_groups(lines, column_beside(lines, cells));
  if (groups.empty()) return;
  std::vector<std::size_t> dates_in(groups.size(), 0);
  std::vector<std::size_t> places;
  for (const auto& cell : cells) {
    places.push_back(group_of(lines, groups, cell));
    ++dates_in[places.back()];
  }
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto level = level_line(lines, groups, cells[c]);
    if (dates_in[places[c]] == 1) {
      put_before(lines, first_text(lines, groups[places[c]], cells[c]), cells[c]);
    } else if (level) {
      put_before(lines, *level, cells[c]);
    }
  }
}

// The cells of one page that have fellows in their column, on it or on the pages next to it.
std::vector<DateCell> with_fellows(const std::vector<std::vector<DateCell>>& pages, std::size_t p) {
  std::vector<DateCell> result;
  for (const auto& cell : pages[p]) {
    std::size_t fellows = 0;
    for (auto q = p > 0 ? p - 1 : 0; q < std::min(pages.size(), p + 2); ++q) {
      const auto count =
          std::count_if(pages[q].begin(), pages[q].end(),
                        [&](const DateCell& other) { return in_one_column(cell, other); });
      fellows += static_cast<std::size_t>(count);
    }
    if (fellows >= kMinDated) result.push_back(cell);
  }
  return result;
}

}  // namespace

void join_dated_rows(PdfPages& pages) {
  std::vector<std::vector<DateCell>> all;
  const auto most = max_page_lines(pages);
  for (const auto& page : pages.pages) {
    const bool fits = page.lines.size() <= most;
    all.push_back(fits ? dated_cells(page.lines) : std::vector<DateCell>{});
  }
  for (std::size_t p = 0; p < all.size(); ++p) {
    auto& lines = pages.pages[p].lines;
    auto rest = with_fellows(all, p);
    while (!rest.empty()) {
      const auto first = rest.front();
      std::vector<DateCell> column;
      std::erase_if(rest, [&](const DateCell& cell) {
        if (!in_one_column(first, cell)) return false;
        column.push_back(cell);
        return true;
      });
      join_rows(lines, column);
    }
    std::erase_if(lines, [](const PdfLine& line) { return line.text.empty(); });
  }
}

}  // namespace dateline
