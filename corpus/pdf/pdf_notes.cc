#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/chronology.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

// Footnotes stand at the foot of a page or column: below them is no text of the usual size. They
// begin with a mark, and have smaller letters, or at least a raised mark and a gap above.

namespace dateline {
namespace {

constexpr double kSmall = 0.93;     // size of a note's letters, in that of the body, at most
constexpr double kFirstFoot = 0.6;  // of the page's height: the first page's small print is below
constexpr double kHighest = 0.3;    // of the page's height: where notes without a raised mark begin
constexpr double kNoteGap = 1.2;    // above notes of the usual size, in usual distances
constexpr double kNotePitch = 2.5;  // between lines of a group, in heights
constexpr std::size_t kMaxFoot =
    12;  // lines of small print without a mark, of notes of the usual size

/// An interval across the page.
struct Reach {
  double left = 0;
  double right = 0;
};

/// Which parts of the page's width have text below, as lines are added upwards.
class Below {
 public:
  [[nodiscard]] bool has(const PdfLine& line) const {
    return std::any_of(reaches_.begin(), reaches_.end(), [&](const Reach& reach) {
      return reach.left < line.right && line.left < reach.right;
    });
  }
  void add(const PdfLine& line) {
    Reach sum{line.left, line.right};
    std::erase_if(reaches_, [&](const Reach& reach) {
      const bool meets = reach.left <= sum.right && sum.left <= reach.right;
      if (meets) sum = {std::min(sum.left, reach.left), std::max(sum.right, reach.right)};
      return meets;
    });
    reaches_.push_back(sum);
  }

 private:
  std::vector<Reach> reaches_;
};

/// Finds the notes of one page.
class PageNotes {
 public:
  PageNotes(PdfPage& page, const PdfMeasure& usual, bool is_first, bool goes_on)
      : page_(page), usual_(usual), is_first_(is_first), goes_on_(goes_on) {}

  void set_apart() {
    order_.resize(page_.lines.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return page_.lines[a].top < page_.lines[b].top;
    });
    const auto foot = foot_lines();
    std::vector<bool> out(page_.lines.size(), false);
    for (const auto& group : note_groups(foot)) {
      if (!is_notes(group)) continue;
      for (const auto i : group) {
        out[i] = true;
        page_.notes.push_back(page_.lines[i]);
      }
    }
    std::size_t i = 0;
    std::erase_if(page_.lines, [&](const PdfLine&) { return out[i++]; });
  }

 private:
  using Group = std::vector<std::size_t>;

  bool is_small(const PdfLine& line) const { return line.height() <= kSmall * usual_.height; }

  // From the bottom up: small lines below which is no text, and those of the usual size from a
  // raised mark below a gap on.
  std::vector<std::size_t> foot_lines() const {
    Below below;
    std::vector<std::size_t> foot;
    std::vector<std::size_t> tail;  // of the usual size; the line above decides what they are
    const auto end_tail = [&](bool notes) {
      if (notes) foot.insert(foot.end(), tail.begin(), tail.end());
      if (!notes) {
        for (const auto i : tail) below.add(page_.lines[i]);
      }
      tail.clear();
    };
    for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
      const auto& line = page_.lines[*at];
      if (is_small(line)) {
        end_tail(false);
        if (!below.has(line)) foot.push_back(*at);
        continue;
      }
      tail.push_back(*at);
      const bool lower = line.top > page_.height / 2 && tail.size() <= kMaxFoot;
      if (!lower || below.has(line)) {
        end_tail(false);
      } else if (gap_above(at)) {
        end_tail(line.noted);
      }
    }
    end_tail(false);
    add_marked(foot);
    return foot;
  }

  // Below a table or in the middle of a column: small lines from a raised mark on. Then all are in
  // order.
  void add_marked(std::vector<std::size_t>& foot) const {
    std::vector<bool> in_foot(page_.lines.size(), false);
    for (const auto i : foot) in_foot[i] = true;
    const PdfLine* before = nullptr;
    foot.clear();
    for (const auto i : order_) {
      const auto& line = page_.lines[i];
      const bool goes_on = before != nullptr && is_below(*before, line) &&
                           line.top - before->top <= kNotePitch * line.height();
      if (!in_foot[i] && !(is_small(line) && (line.noted || goes_on))) continue;
      foot.push_back(i);
      if (!in_foot[i]) before = &line;
    }
  }

  // Whether the line stands below a gap: what is above it is another paragraph.
  bool gap_above(const std::vector<std::size_t>::const_reverse_iterator& at) const {
    const auto next = std::next(at);
    if (next == order_.rend()) return true;
    return page_.lines[*at].top - page_.lines[*next].top > kNoteGap * usual_.pitch;
  }

  // Lines below each other.
  std::vector<Group> note_groups(const std::vector<std::size_t>& foot) const {
    std::vector<Group> groups;
    for (const auto i : foot) {
      const auto& line = page_.lines[i];
      const auto fits = [&](const Group& group) {
        const auto& last = page_.lines[group.back()];
        return last.left < line.right && line.left < last.right &&
               line.top - last.top <= kNotePitch * line.height();
      };
      const auto found = std::find_if(groups.rbegin(), groups.rend(), fits);
      if (found == groups.rend()) {
        groups.push_back({i});
      } else {
        found->push_back(i);
      }
    }
    return groups;
  }

  bool has_text_above(const Group& group) const {
    const auto& first = page_.lines[group.front()];
    return std::any_of(page_.lines.begin(), page_.lines.end(), [&](const PdfLine& line) {
      return line.bottom <= first.top + first.height() / 2 && !is_small(line);
    });
  }

  bool is_notes(const Group& group) const {
    const auto& first = page_.lines[group.front()];
    if (!has_text_above(group)) return false;
    if (first.noted) return true;
    if (first.top < kHighest * page_.height) return false;  // a table
    if (begins_note(first)) return true;
    const bool marked = std::any_of(group.begin(), group.end(),
                                    [&](std::size_t i) { return begins_note(page_.lines[i]); });
    if (goes_on_ && marked) return true;
    const EntryHeads heads{std::nullopt};
    const bool dated = std::any_of(group.begin(), group.end(),
                                   [&](std::size_t i) { return heads.at(page_.lines[i].text); });
    return is_first_ && !dated && group.size() <= kMaxFoot &&
           first.top >= kFirstFoot * page_.height;
  }

  PdfPage& page_;
  const PdfMeasure& usual_;
  bool is_first_;
  bool goes_on_;
  std::vector<std::size_t> order_;
};

}  // namespace

bool begins_note(const PdfLine& line) {
  if (line.noted) return true;
  constexpr std::size_t kMaxDigits = 3;
  std::string_view rest{line.text};
  auto mark = next_word(rest);
  rest = trim(rest);
  if (mark.empty() || rest.empty()) return false;
  for (const std::string_view sign : {"*", "†", "‡", "§"}) {
    if (mark.starts_with(sign)) return true;
  }
  if (mark.starts_with('[') && mark.ends_with(']')) mark = mark.substr(1, mark.size() - 2);
  if (mark.ends_with('.') || mark.ends_with(')')) mark.remove_suffix(1);
  const bool number = !mark.empty() && mark.size() <= kMaxDigits &&
                      std::all_of(mark.begin(), mark.end(), is_ascii_digit);
  if (!number || begins_lower(rest)) return false;
  auto words = rest;
  const auto date = std::string{mark}.append(" ").append(next_word(words));
  const EntryHeads heads{std::nullopt};
  return !heads.at(date + ": ") && !heads.at(date + " " + std::string{next_word(words)} + ": ");
}

void set_notes_apart(PdfPages& pages) {
  const auto usual = measure_pages(pages);
  const auto most = max_page_lines(pages);
  bool goes_on = false;
  for (auto& page : pages.pages) {
    const bool is_first = &page == &pages.pages.front();
    if (page.lines.size() <= most) {
      PageNotes{page, usual, is_first, goes_on}.set_apart();
    }
    goes_on = !page.notes.empty();
  }
}

}  // namespace dateline
