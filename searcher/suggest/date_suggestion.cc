#include "searcher/suggest/date_suggestion.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "language/period_name.h"
#include "language/utf8.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"

// The finder that reads articles reads queries, too, so that a date means the same in both. It sees
// a run of bare words as one text, without a context: what needs one ("last November") has no value
// then, and is no suggestion. Two things differ in queries: ISO forms are read as the query
// language reads them, and the words before a date bound it.

namespace dateline {
namespace {

// How a word before a date bounds it.
enum class Bound { none, since, after, until, before };

struct BoundWord {
  std::string_view word;
  Bound bound;
};
constexpr std::array<BoundWord, 5> kBoundWords{{{"since", Bound::since},
                                                {"after", Bound::after},
                                                {"until", Bound::until},
                                                {"till", Bound::until},
                                                {"before", Bound::before}}};
// Words that belong to the date behind them and say nothing without it.
constexpr std::array<std::string_view, 11> kGoverningWords{
    "in", "on", "during", "throughout", "within", "of", "from", "between", "by", "around", "the"};

Bound bound_of(std::string_view word) {
  const auto folded = fold(word);
  const auto found = std::find_if(kBoundWords.begin(), kBoundWords.end(),
                                  [&](const BoundWord& entry) { return entry.word == folded; });
  return found == kBoundWords.end() ? Bound::none : found->bound;
}

bool governs_dates(std::string_view word) {
  const auto folded = fold(word);
  return std::find(kGoverningWords.begin(), kGoverningWords.end(), folded) != kGoverningWords.end();
}

// The text of a bare word.
const std::string& word_of(const QueryNode& bare_word) {
  return std::get<QueryText>(bare_word.form).text;
}

bool has_date_filter(const QueryNode& node) {
  bool found = false;
  for_each_date(node, [&](const AskedDays& /*days*/) { found = true; });
  return found;
}

/// Words side by side as one text, and which bytes of it are which word.
class Run {
 public:
  explicit Run(std::span<const QueryNode> words) : words_(words) {
    for (const auto& word : words) {
      if (!text_.empty()) text_ += ' ';
      begins_.push_back(text_.size());
      // The finder gives no value to a date that runs on to an unknown end, as "since 2001" does.
      // Here its beginning is wanted: "in 2001" has it.
      text_ += bound_of(word_of(word)) == Bound::since ? "in" : word_of(word);
    }
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] std::span<const QueryNode> words() const noexcept { return words_; }
  /// The words [first, last) that a mention covers; nullopt when it covers only a part of one.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> words_of(Span span) const {
    const auto first = std::lower_bound(begins_.begin(), begins_.end(), span.begin);
    if (first == begins_.end() || *first != span.begin) return std::nullopt;
    const auto last = std::lower_bound(first, begins_.end(), span.end);
    const auto end = last == begins_.end() ? text_.size() : *last;
    if (has_word(std::string_view{text_}.substr(span.end, end - span.end))) return std::nullopt;
    return std::pair{static_cast<std::size_t>(first - begins_.begin()),
                     static_cast<std::size_t>(last - begins_.begin())};
  }

 private:
  std::span<const QueryNode> words_;
  std::string text_;
  std::vector<std::size_t> begins_;
};

/// A date and the words [first, last) of its run that it takes the place of.
struct Found {
  std::size_t first;
  std::size_t last;
  SuggestedDate date;
};

DateInterval bounded(const DateInterval& date, Bound bound) {
  constexpr std::chrono::days kDay{1};
  switch (bound) {
    case Bound::since:
      return {date.first, kLastDay};
    case Bound::after:
      return {std::min(date.last + kDay, kLastDay), kLastDay};
    case Bound::until:
      return {kFirstDay, date.last};
    case Bound::before:
      return {kFirstDay, std::max(date.first - kDay, kFirstDay)};
    case Bound::none:
      break;
  }
  return date;
}

std::string written(std::span<const QueryNode> words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word_of(word);
  return text;
}

// The date with the words before it that belong to it; those before `free` belong to another date.
Found with_governing_words(std::span<const QueryNode> words, std::size_t free, std::size_t first,
                           std::size_t last, const DateInterval& interval) {
  auto begin = first;
  const auto take_governing_words = [&] {
    while (begin > free && governs_dates(word_of(words[begin - 1]))) --begin;
  };
  take_governing_words();
  const auto bound = begin > free ? bound_of(word_of(words[begin - 1])) : Bound::none;
  auto label = period_name(interval);
  if (bound != Bound::none) {
    --begin;
    first = begin;
    label = fold(word_of(words[begin])) + ' ' + label;
    take_governing_words();
  }
  return {
      begin, last, {bounded(interval, bound), written(words.subspan(first, last - first)), label}};
}

// ISO forms that articles do not have, and read otherwise than articles: 2001-02 is a month.
std::optional<DateInterval> iso_word(const QueryNode& word) {
  constexpr std::size_t kYear = 4;  // whether a number is a year, the finder knows better
  return word_of(word).size() > kYear ? parse_iso_interval(word_of(word)) : std::nullopt;
}

struct Dated {
  std::size_t first;
  std::size_t last;
  DateInterval interval;
};

std::vector<Dated> dates_of(const Run& run, const DateFinder& finder) {
  std::vector<Dated> dates;
  for (std::size_t i = 0; i < run.words().size(); ++i) {
    if (const auto interval = iso_word(run.words()[i])) dates.push_back({i, i + 1, *interval});
  }
  const auto iso_count = static_cast<std::ptrdiff_t>(dates.size());
  for (const auto& mention : finder.find(run.text(), DateContext{})) {
    if (mention.value.year_inferred) continue;
    const auto words = run.words_of(mention.span);
    if (!words) continue;
    const bool is_iso = std::any_of(dates.begin(), dates.begin() + iso_count, [&](const Dated& d) {
      return d.first < words->second && words->first < d.last;
    });
    if (!is_iso) dates.push_back({words->first, words->second, mention.value.days});
  }
  std::sort(dates.begin(), dates.end(),
            [](const Dated& a, const Dated& b) { return a.first < b.first; });
  return dates;
}

std::vector<Found> find_in(std::span<const QueryNode> words, const DateFinder& finder) {
  const Run run{words};
  std::vector<Found> found;
  for (const auto& date : dates_of(run, finder)) {
    const auto free = found.empty() ? 0 : found.back().last;
    found.push_back(with_governing_words(words, free, date.first, date.last, date.interval));
  }
  return found;
}

QueryNode date_node(const DateInterval& interval, Span source) {
  return {FilterCondition{FilterKind::date, AskedDays{interval}}, source};
}

/// Puts a suggestion together, node by node.
class SuggestionBuilder {
 public:
  explicit SuggestionBuilder(const DateFinder& finder) : finder_(finder) {}

  void add_run(std::span<const QueryNode> words) {
    std::size_t kept = 0;
    for (auto& found : find_in(words, finder_)) {
      add_nodes(words.subspan(kept, found.first - kept));
      dates_.push_back(date_node(found.date.interval, {words[found.first].source.begin,
                                                       words[found.last - 1].source.end}));
      suggestion_.dates.push_back(std::move(found.date));
      kept = found.last;
    }
    add_nodes(words.subspan(kept));
  }
  void add_node(const QueryNode& node) { rest_.push_back(node); }

  [[nodiscard]] std::optional<DateSuggestion> take() {
    if (dates_.empty()) return std::nullopt;
    rest_.push_back(joined<AnyOf>(std::move(dates_)));
    suggestion_.root = joined<AllOf>(std::move(rest_));
    suggestion_.query = to_query(suggestion_.root);
    for (const auto& date : suggestion_.dates) {
      suggestion_.label += (suggestion_.label.empty() ? "" : " or ") + date.label;
    }
    return std::move(suggestion_);
  }

 private:
  void add_nodes(std::span<const QueryNode> nodes) {
    rest_.insert(rest_.end(), nodes.begin(), nodes.end());
  }
  template <template <typename> typename Group>
  static QueryNode joined(std::vector<QueryNode> children) {
    if (children.size() == 1) return std::move(children.front());
    const Span source{children.front().source.begin, children.back().source.end};
    return {Group<QueryNode>{std::move(children)}, source};
  }

  const DateFinder& finder_;
  std::vector<QueryNode> rest_;
  std::vector<QueryNode> dates_;
  DateSuggestion suggestion_;
};

}  // namespace

std::optional<DateSuggestion> suggest_date(const QueryNode& root, const DateFinder& finder) {
  if (has_date_filter(root)) return std::nullopt;
  const auto* list = get_if<AllOf<QueryNode>>(root);
  const std::span<const QueryNode> nodes =
      list != nullptr ? std::span{list->children} : std::span<const QueryNode>{&root, 1};
  SuggestionBuilder builder{finder};
  for (std::size_t begin = 0; begin < nodes.size();) {
    if (!is_bare_word(nodes[begin])) {
      builder.add_node(nodes[begin++]);
      continue;
    }
    auto end = begin;
    while (end < nodes.size() && is_bare_word(nodes[end])) ++end;
    builder.add_run(nodes.subspan(begin, end - begin));
    begin = end;
  }
  return builder.take();
}

}  // namespace dateline
