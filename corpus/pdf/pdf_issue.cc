#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "corpus/pdf/pdf_face.h"
#include "corpus/pdf/pdf_measure.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr double kHead = 0.38;        // of the page's height: what stands above is the page's head
constexpr double kFoot = 0.6;         // of a cover: the year of printing stands below
constexpr double kIssueEdge = 0.125;  // of the page's height, as for running heads
constexpr double kLargeLine = 1.125;  // size of a line that stands out, in that of the body
constexpr std::size_t kMaxBytes = 200;
constexpr std::size_t kMaxPlaceWords = 4;
constexpr std::size_t kProseBytes = 60;
constexpr std::size_t kMaxCoverProse = 5;  // lines of prose on a cover
constexpr std::size_t kMaxLoneDays = 2;    // more of them are a diary, a table
constexpr std::size_t kPagesOfDiary = 5;
constexpr std::size_t kMaxFaceLines = 400;  // that are looked at

constexpr std::chrono::days kVolume{366};  // of a journal, and longer than any year

/// What a line says of the day of issue.
struct Issue {
  DateInterval days;
  Precision precision = Precision::day;
  bool alone = false;     ///< nothing else is written there
  bool labelled = false;  ///< "updated", "published"
};

bool is_label(std::string_view word) {
  constexpr std::array<std::string_view, 28> kLabels{
      "adopted", "approved", "date",     "dated",  "ed",       "edition",     "effective",
      "issue",   "issued",   "modified", "posted", "prepared", "publication", "published",
      "release", "released", "reissued", "rev",    "revised",  "revision",    "submitted",
      "update",  "updated",  "updates",  "ver",    "version",  "vol",         "volume"};
  return std::find(kLabels.begin(), kLabels.end(), word) != kLabels.end();
}

bool is_dull(std::string_view word) {
  constexpr std::array<std::string_view, 17> kDull{"a",  "and",  "as",    "at",     "by",    "for",
                                                   "in", "last", "no",    "number", "of",    "on",
                                                   "p",  "page", "pages", "the",    "report"};
  return std::find(kDull.begin(), kDull.end(), word) != kDull.end();
}

// "13:57": when something was printed.
bool is_time(std::string_view word) {
  const auto colon = word.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < word.size() &&
         is_ascii_digit(word[colon - 1]) && is_ascii_digit(word[colon + 1]);
}

/// The words around a date.
struct Rest {
  bool fits = true;
  bool labelled = false;
  std::size_t words = 0;
  std::size_t places = 0;  ///< capitalised words
};

void look_at(std::string_view text, Rest& rest) {
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
    if (is_time(word)) rest.fits = false;
    std::string bare;
    for (const char c : word) {
      const bool kept =
          is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
      if (kept) bare += c;
    }
    if (bare.empty() || bare == "©") continue;
    ++rest.words;
    const auto lower = fold(bare);
    const bool digits = std::any_of(bare.begin(), bare.end(), is_ascii_digit);
    if (is_label(lower)) {
      rest.labelled = true;
    } else if (!digits && !is_dull(lower)) {
      const bool capital = lower != bare && !begins_lower(bare);
      if (!capital || ++rest.places > kMaxPlaceWords) rest.fits = false;
    }
  }
}

// "3/17/04": only where day and month cannot be mistaken for each other.
std::optional<DateInterval> day_by_slashes(std::string_view word) {
  std::array<int, 3> parts{};
  std::size_t count = 0;
  const char* at = word.data();
  const char* const end = at + word.size();
  while (count < parts.size()) {
    const auto [next, error] = std::from_chars(at, end, parts[count]);
    if (error != std::errc{} || next == at) return std::nullopt;
    ++count;
    at = next;
    if (count == parts.size()) break;
    if (at == end || *at != '/') return std::nullopt;
    ++at;
  }
  if (at != end) return std::nullopt;
  auto [month, day, year] = parts;
  if (month > 12) std::swap(month, day);
  if (day <= 12 && day != month) return std::nullopt;
  constexpr int kTurn = 50;  // "49" is 2049, "50" is 1950
  if (year < 100) year += year < kTurn ? 2000 : 1900;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || month < 1 || year < 1000) return std::nullopt;
  return DateInterval{std::chrono::sys_days{date}, std::chrono::sys_days{date}};
}

// "May 2001 to June 2002" is what a paper is about.
bool is_issue_long(const DateValue& value) {
  constexpr std::chrono::days kQuarter{92};
  return value.precision == Precision::year ? value.days.last - value.days.first < kVolume
                                            : value.days.last - value.days.first <= kQuarter;
}

class IssueReader {
 public:
  explicit IssueReader(const DateFinder& dates) : dates_(dates) {}

  /// What one part of a line says.
  std::optional<Issue> read(std::string_view part) const {
    const auto mentions = dates_.find(part, {});
    if (mentions.empty()) return by_slashes(part);
    const auto& mention = mentions.front();
    const bool fits = mentions.size() == 1 && !mention.value.year_inferred &&
                      !mention.value.approximate && mention.value.precision <= Precision::year &&
                      is_issue_long(mention.value);
    if (!fits) return std::nullopt;
    return with_rest(part.substr(0, mention.span.begin), part.substr(mention.span.end),
                     {mention.value.days, mention.value.precision, false, false});
  }

 private:
  static std::optional<Issue> with_rest(std::string_view before, std::string_view after,
                                        Issue issue) {
    Rest rest;
    look_at(before, rest);
    look_at(after, rest);
    if (!rest.fits) return std::nullopt;
    issue.alone = rest.words == 0;
    issue.labelled = rest.labelled;
    // A year with other words names what they are about.
    if (issue.precision == Precision::year && !issue.alone && !issue.labelled) return std::nullopt;
    return issue;
  }

  static std::optional<Issue> by_slashes(std::string_view part) {
    std::string_view rest{part};
    for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
      const auto begin = static_cast<std::size_t>(word.data() - part.data());
      const auto length = word.size();
      while (!word.empty() && !is_ascii_digit(word.back())) word.remove_suffix(1);
      if (const auto days = day_by_slashes(word)) {
        return with_rest(part.substr(0, begin), part.substr(begin + length),
                         {*days, Precision::day, false, false});
      }
    }
    return std::nullopt;
  }

  const DateFinder& dates_;
};

// The parts of a line that bars, bullets and ends of sentences set apart.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end, std::size_t size) {
    parts.push_back(trim(text.substr(begin, end - begin)));
    begin = end + size;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto rest = text.substr(i);
    if (rest.starts_with('|') || rest.starts_with(';')) cut(i, 1);
    if (rest.starts_with("•") || rest.starts_with("·")) cut(i, rest.starts_with("•") ? 3 : 2);
    const bool sentence = rest.starts_with(". ") && i >= 4 && !begins_lower(trim(rest.substr(2)));
    const auto word = text.substr(text.substr(0, i).find_last_of(' ') + 1);
    constexpr std::size_t kMaxAbbreviation = 4;  // "Dec. 2020"
    const bool whole_word = word.size() - rest.size() > kMaxAbbreviation;
    if (sentence && (whole_word || is_ascii_digit(text[i - 1]))) cut(i, 2);
  }
  cut(text.size(), 0);
  return parts;
}

/// What was found, and how much it counts.
struct Candidate {
  Issue issue;
  int weight = 0;
};

/// Looks at the head of a document.
class IssueFinder {
 public:
  IssueFinder(const PdfPages& pages, const DateFinder& dates)
      : pages_(pages), reader_(dates), usual_(measure_pages(pages)) {}

  std::optional<DateInterval> find() {
    const auto first = std::find_if(pages_.pages.begin(), pages_.pages.end(),
                                    [](const PdfPage& page) { return !page.lines.empty(); });
    if (first == pages_.pages.end()) return std::nullopt;
    add_lines(*first);
    add_margins();
    const auto best = std::max_element(
        candidates_.begin(), candidates_.end(),
        [](const Candidate& a, const Candidate& b) { return a.weight < b.weight; });
    if (best == candidates_.end()) return std::nullopt;
    return best->issue.days;
  }

 private:
  static int weight_of(const Issue& issue, bool in_text) {
    const int precision = issue.precision == Precision::day     ? 6
                          : issue.precision == Precision::month ? 4
                          : issue.precision < Precision::year   ? 3
                                                                : 0;
    return precision + (issue.labelled ? 2 : 0) + (issue.alone ? 1 : 0) + (in_text ? 2 : 0);
  }

  bool is_cover(const PdfPage& page) const {
    const auto prose =
        std::count_if(page.lines.begin(), page.lines.end(), [&](const PdfLine& line) {
          return line.text.size() > kProseBytes && line.height() <= kLargeLine * usual_.height;
        });
    return static_cast<std::size_t>(prose) <= kMaxCoverProse;
  }

  // Days that stand alone in lines like this one, on the first pages: more than a few are no
  // issue's.
  bool is_of_diary(const PdfLine& like) const {
    std::set<std::chrono::sys_days> days;
    const auto pages = std::min(pages_.pages.size(), kPagesOfDiary);
    for (std::size_t p = 0; p < pages; ++p) {
      for (const auto& line : pages_.pages[p].lines) {
        if (line.text.size() > kProseBytes || !same_size(line, like)) continue;
        if (std::abs(line.left - like.left) > like.height()) continue;
        const auto issue = reader_.read(line.text);
        if (issue && issue->alone && issue->precision <= Precision::month) {
          days.insert(issue->days.first);
        }
      }
    }
    return days.size() > kMaxLoneDays;
  }

  void add_lines(const PdfPage& page) {
    const bool cover = is_cover(page);
    const auto count = std::min(page.lines.size(), kMaxFaceLines);
    for (std::size_t i = 0; i < count; ++i) {
      const auto& line = page.lines[i];
      if (line.text.size() > kMaxBytes || line.role == PdfRole::title) continue;
      const bool at_edge =
          line.bottom <= kIssueEdge * page.height || line.top >= (1 - kIssueEdge) * page.height;
      const bool in_head = line.top < kHead * page.height || cover;
      const bool large = line.height() >= kLargeLine * usual_.height;
      if (!at_edge && !in_head && !large) continue;
      const bool in_foot = line.top > kFoot * page.height;
      add_line(line, {cover && in_foot, at_edge});
      if (i + 1 < count) add_pair(line, page.lines[i + 1]);
    }
  }

  struct Place {
    bool foot_of_cover = false;
    bool at_edge = false;
  };

  void add_line(const PdfLine& line, const Place& place) {
    const auto parts = parts_of(line.text);
    for (const auto part : parts) {
      const auto issue = reader_.read(part);
      if (!issue) continue;
      const bool year = issue->precision == Precision::year;
      if (year && !place.foot_of_cover && !issue->labelled) continue;
      const bool whole = parts.size() == 1;
      const bool fits = issue->labelled || ((whole || place.at_edge) && !is_of_diary(line));
      if (fits) candidates_.push_back({*issue, weight_of(*issue, true)});
    }
  }

  // "17 September" above "2020".
  void add_pair(const PdfLine& line, const PdfLine& next) {
    const bool pair = line.text.size() + next.text.size() <= kProseBytes && same_size(line, next) &&
                      is_below(line, next) && next.top - line.top < 2 * line.height();
    if (!pair || reader_.read(line.text)) return;
    const auto issue = reader_.read(line.text + ' ' + next.text);
    if (issue && issue->alone) candidates_.push_back({*issue, weight_of(*issue, true)});
  }

  // Heads that are the same on each page; or the days of a journal, from the first to the last.
  void add_margins() {
    std::vector<Candidate> found;
    for (const auto& margin : pages_.margins) {
      if (margin.text.size() > kMaxBytes) continue;
      for (const auto part : parts_of(margin.text)) {
        const auto issue = reader_.read(part);
        if (!issue || issue->precision == Precision::year) continue;
        found.push_back({*issue, weight_of(*issue, false)});
      }
    }
    const auto labelled = std::any_of(found.begin(), found.end(),
                                      [](const Candidate& c) { return c.issue.labelled; });
    if (labelled) std::erase_if(found, [](const Candidate& c) { return !c.issue.labelled; });
    if (found.empty()) return;
    auto sum = found.front();
    bool one = true;
    bool days = true;
    for (const auto& [issue, weight] : found) {
      one = one && issue.days == sum.issue.days;
      days = days && issue.precision == Precision::day && issue.alone;
      sum.issue.days.first = std::min(sum.issue.days.first, issue.days.first);
      sum.issue.days.last = std::max(sum.issue.days.last, issue.days.last);
    }
    const bool journal = days && sum.issue.days.last - sum.issue.days.first <= kVolume;
    if (one || journal) candidates_.push_back(sum);
  }

  const PdfPages& pages_;
  IssueReader reader_;
  PdfMeasure usual_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::optional<DateInterval> find_issue_date(const PdfPages& pages, const DateFinder& dates) {
  return IssueFinder{pages, dates}.find();
}

}  // namespace dateline
