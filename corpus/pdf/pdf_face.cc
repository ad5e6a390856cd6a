#include "corpus/pdf/pdf_face.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "corpus/pdf/pdf_line_text.h"
#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/byline.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/utf8.h"
#include "language/word_list.h"

namespace dateline {
namespace {

constexpr double kSameTitleHeight = 0.06;  // heights that differ by less are the same
constexpr double kTitleSize = 1.125;       // of a title, in that of the body, at least
constexpr double kMuchLarger = 1.25;       // so large, it beats a title of the properties
constexpr double kPitch = 2.2;             // between lines of a title, in heights
constexpr double kPartGap = 1.5;           // between parts of one line
constexpr double kLowest = 0.75;           // of the page's height: a title stands above
constexpr double kNearlyAsLarge = 0.8;     // of what is joined to the largest letters
constexpr double kNear = 1.2;              // from there, at most, in heights
constexpr std::size_t kMaxTitleBytes = 400;
constexpr std::size_t kMaxTitleLines = 8;
constexpr std::size_t kLookBack = 8;  // groups to which a line may belong
constexpr std::size_t kPagesToCompare = 20;
constexpr std::size_t kMaxHeadingPages = 1;  // that have letters of a title's size, too
constexpr std::size_t kMaxBylineFollowers = 4;

/// Lines of one size, one below the other.
struct Group {
  std::vector<std::size_t> lines;  ///< of the page, in the order of reading
  double height = 0;
  double left = 0;
  double right = 0;
  double top = 0;
  double last_top = 0;
  double bottom = 0;
  std::string text;
};

void extend(Group& group, const PdfLine& line, std::size_t index) {
  const bool first = group.lines.empty();
  group.left = first ? line.left : std::min(group.left, line.left);
  group.right = first ? line.right : std::max(group.right, line.right);
  if (first) {
    group.height = line.height();
    group.top = line.top;
  } else {
    group.text += ' ';
  }
  group.last_top = line.top;
  group.bottom = line.bottom;
  group.text += line.text;
  group.lines.push_back(index);
}

bool belongs(const Group& group, const PdfLine& line) {
  if (std::abs(group.height - line.height()) > kSameTitleHeight * group.height) return false;
  const auto step = line.top - group.last_top;
  if (std::abs(step) < group.height / 3) return line.left - group.right < kPartGap * group.height;
  return step > 0 && step <= kPitch * group.height && line.left < group.right &&
         group.left < line.right;
}

/// Downwards.
std::vector<Group> face_groups(const PdfPage& page) {
  std::vector<std::size_t> order(page.lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto row = [&](std::size_t i) { return std::lround(page.lines[i].top); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return row(a) != row(b) ? row(a) < row(b) : page.lines[a].left < page.lines[b].left;
  });
  std::vector<Group> groups;
  for (const auto i : order) {
    const auto& line = page.lines[i];
    const auto last = groups.rbegin();
    const auto end =
        std::next(last, static_cast<std::ptrdiff_t>(std::min(groups.size(), kLookBack)));
    const auto found =
        std::find_if(last, end, [&](const Group& group) { return belongs(group, line); });
    extend(found == end ? groups.emplace_back() : *found, line, i);
  }
  return groups;
}

// Letters and digits alone, words parted by one space.
std::string face_words(std::string_view text) {
  std::string words;
  for (const char c : fold(text)) {
    const bool kept =
        is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (kept) words += c;
    if (!kept && c != '\'' && !words.empty() && words.back() != ' ') words += ' ';
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

bool has_whole(const std::string& text, const std::string& part) {
  return (' ' + text + ' ').find(' ' + part + ' ') != std::string::npos;
}

// What kind of paper it is, or a part of any: no title by itself.
bool is_kind_of_paper(const std::string& words) {
  constexpr std::array<std::string_view, 36> kKinds{"abstract",
                                                    "advisory",
                                                    "brief",
                                                    "briefing",
                                                    "briefing paper",
                                                    "bulletin",
                                                    "discussion paper",
                                                    "draft",
                                                    "executive summary",
                                                    "fact sheet",
                                                    "factsheet",
                                                    "final report",
                                                    "for immediate release",
                                                    "in brief",
                                                    "introduction",
                                                    "issue brief",
                                                    "memorandum",
                                                    "news",
                                                    "news release",
                                                    "newsletter",
                                                    "occasional paper",
                                                    "policy brief",
                                                    "policy paper",
                                                    "preface",
                                                    "press release",
                                                    "report",
                                                    "research brief",
                                                    "research paper",
                                                    "research report",
                                                    "special report",
                                                    "statement",
                                                    "summary",
                                                    "technical report",
                                                    "testimony",
                                                    "white paper",
                                                    "working paper"};
  return is_one_of(words, kKinds);
}

// Words with letters alone.
std::size_t plain_words(std::string_view text) {
  std::size_t count = 0;
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
    const bool digits = std::any_of(word.begin(), word.end(), is_ascii_digit);
    const auto letters = std::count_if(word.begin(), word.end(), [](char c) {
      return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!digits && letters >= 2) ++count;
  }
  return count;
}

bool is_single_word(const Group& group) { return group.text.find(' ') == std::string::npos; }

bool may_be_title(const Group& group, const PdfPage& page) {
  constexpr std::size_t kMinSingleWord = 4;
  if (group.text.size() > kMaxTitleBytes || group.lines.size() > kMaxTitleLines) return false;
  if (group.top > kLowest * page.height) return false;
  const auto words = face_words(group.text);
  if (announces_contents(group.text) || is_kind_of_paper(words) || is_lone_date(group.text))
    return false;
  return plain_words(group.text) > 0 && (!is_single_word(group) || words.size() >= kMinSingleWord);
}

/// Finds the title on a page.
class TitleFinder {
 public:
  TitleFinder(const PdfPages& pages, std::size_t page, std::string_view property)
      : pages_(pages),
        page_(page),
        property_(face_words(property)),
        usual_(measure_pages(pages)),
        groups_(face_groups(pages.pages[page])) {}

  /// The lines of the title; empty when it is the property, or nothing is.
  std::vector<std::size_t> lines() const {
    auto shown = hearing();
    if (shown.lines.empty()) shown = largest();
    if (property_.empty()) return shown.lines;
    const auto words = face_words(shown.text);
    if (!words.empty() && has_whole(words, property_)) return shown.lines;
    for (const auto& group : groups_) {
      if (face_words(group.text) == property_) return group.lines;
    }
    if (!words.empty() && has_whole(property_, words)) return {};
    return shown.height >= kMuchLarger * usual_.height ? shown.lines : std::vector<std::size_t>{};
  }

 private:
  // "… / HEARING / BEFORE THE / COMMITTEE ON …": the title stands above.
  Group hearing() const {
    constexpr std::array<std::string_view, 8> kSittings{
        "hearing",       "hearings",       "markup",   "joint hearing",
        "field hearing", "joint hearings", "briefing", "oversight hearing"};
    for (std::size_t i = 1; i + 1 < groups_.size(); ++i) {
      const bool sitting = is_one_of(face_words(groups_[i].text), kSittings) &&
                           face_words(groups_[i + 1].text).starts_with("before the");
      if (!sitting) continue;
      return *std::max_element(
          groups_.begin(), groups_.begin() + static_cast<std::ptrdiff_t>(i),
          [](const Group& a, const Group& b) { return a.text.size() < b.text.size(); });
    }
    return {};
  }

  // Headings inside have this size, too.
  bool is_heading_size(double height) const {
    std::size_t pages = 0;
    const auto end = std::min(pages_.pages.size(), page_ + kPagesToCompare);
    for (auto p = page_ + 1; p < end; ++p) {
      const auto& lines = pages_.pages[p].lines;
      const bool as_large = std::any_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
        return line.height() >= height * (1 - kSameTitleHeight);
      });
      if (as_large) ++pages;
    }
    return pages > kMaxHeadingPages;
  }

  Group largest() const {
    const auto& page = pages_.pages[page_];
    const Group* best = nullptr;
    for (const auto& group : groups_) {
      if (group.height < kTitleSize * usual_.height || !may_be_title(group, page)) continue;
      const bool larger = best == nullptr || group.height > best->height * (1 + kSameTitleHeight);
      const bool as_large =
          best != nullptr && group.height >= best->height * (1 - kSameTitleHeight);
      if (larger || (as_large && group.text.size() > best->text.size())) best = &group;
    }
    if (best == nullptr) return {};
    const bool leads = best == &groups_.front();
    if (!leads && is_heading_size(best->height)) return {};
    return with_neighbours(static_cast<std::size_t>(best - groups_.data()));
  }

  bool joins(const Group& above, const Group& below, double height) const {
    const bool large = std::min(above.height, below.height) >= kNearlyAsLarge * height;
    const bool near = below.top - above.bottom <= kNear * height;
    return large && near && below.top > above.top && !is_lone_date(above.text) &&
           !is_lone_date(below.text) && (is_single_word(above) || ends_open(fold(above.text)));
  }

  // "HANDBOOK / FOR / CODING GUIDELINES" is one title, whatever its sizes.
  Group with_neighbours(std::size_t at) const {
    auto first = at;
    auto last = at;
    const auto height = groups_[at].height;
    while (first > 0 && joins(groups_[first - 1], groups_[first], height)) --first;
    while (last + 1 < groups_.size() && joins(groups_[last], groups_[last + 1], height)) ++last;
    Group result = groups_[first];
    for (auto i = first + 1; i <= last; ++i) {
      result.text += ' ' + groups_[i].text;
      result.lines.insert(result.lines.end(), groups_[i].lines.begin(), groups_[i].lines.end());
    }
    result.height = height;
    return result;
  }

  const PdfPages& pages_;
  std::size_t page_;
  std::string property_;
  PdfMeasure usual_;
  std::vector<Group> groups_;
};

// "By Constance Poe and": another name follows on the next line.
bool begins_by(std::string_view text) {
  constexpr std::string_view kAnd = " and";
  if (text.ends_with(kAnd)) text.remove_suffix(kAnd.size());
  return begins_byline(text);
}

// The lines of the byline, from the one with "By" on.
std::vector<std::size_t> byline_lines(const PdfPage& page) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const auto& line = page.lines[i];
    if (found.empty()) {
      const bool begins = line.role == PdfRole::text && begins_by(line.text) &&
                          line.text.size() <= kMaxBylineLineBytes && !ends_sentence(line.text);
      if (begins) found.push_back(i);
      continue;
    }
    const auto& before = page.lines[found.back()];
    const bool near = is_below(before, line) && line.top - before.top < kPitch * line.height();
    const bool open = before.text.ends_with(',') || before.text.ends_with(" and");
    const bool follows = near && found.size() <= kMaxBylineFollowers &&
                         line.role == PdfRole::text &&
                         (open || is_role_line(line.text) || line.text.starts_with("and "));
    if (!follows) break;
    found.push_back(i);
  }
  return found;
}

void move_to_front(PdfPage& page) {
  const auto rank = [](const PdfLine& line) {
    return line.role == PdfRole::title ? 0 : line.role == PdfRole::byline ? 1 : 2;
  };
  std::stable_sort(page.lines.begin(), page.lines.end(),
                   [&](const PdfLine& a, const PdfLine& b) { return rank(a) < rank(b); });
}

}  // namespace

std::string find_title(PdfPages& pages, std::string_view property) {
  const auto first = std::find_if(pages.pages.begin(), pages.pages.end(),
                                  [](const PdfPage& page) { return !page.lines.empty(); });
  if (first == pages.pages.end() || first->lines.size() > kMaxPageLines)
    return std::string{property};
  const auto index = static_cast<std::size_t>(first - pages.pages.begin());
  const auto lines = TitleFinder{pages, index, property}.lines();
  if (lines.empty()) return std::string{property};
  std::string title;
  for (const auto i : lines) {
    auto& line = first->lines[i];
    line.role = PdfRole::title;
    line.text = without_raised(line.text);
    title += (title.empty() ? "" : " ") + line.text;
  }
  // What stood above the title comes between title and byline else.
  const bool leads = first->lines.front().role == PdfRole::title;
  for (const auto i : byline_lines(*first)) first->lines[i].role = PdfRole::byline;
  if (!leads) move_to_front(*first);
  return title;
}

}  // namespace dateline
