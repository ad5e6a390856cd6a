#include "searcher/hit/text_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "corpus/article.h"
#include "language/utf8.h"
#include "searcher/match/text_pattern.h"
#include "searcher/match/text_verifier.h"

namespace dateline {
namespace {

constexpr auto kUnknownTerm = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kWordsShown = 5;

// How often a pattern stands in each part of a document.
class Counter {
 public:
  Counter(const Segment& segment, Analyzer& analyzer, const DocumentRef& document)
      : segment_(segment), analyzer_(analyzer), document_(document) {}

  [[nodiscard]] std::vector<std::string> places(const TextPattern& pattern) {
    const PatternFinder finder({pattern});
    words_.clear();
    if (document_.kind == DocumentKind::event) return places_of_event(finder);
    return places_of_article(finder);
  }
  /// The words that the last pattern was found by, as written, and how often.
  [[nodiscard]] const std::map<std::string, std::size_t>& words() const noexcept { return words_; }

 private:
  using Run = std::vector<StoredToken>;

  static std::vector<std::string> describe_counts(
      const std::vector<std::pair<std::string_view, std::size_t>>& counts) {
    std::vector<std::string> places;
    for (const auto& [place, count] : counts) {
      if (count > 0) places.push_back(fmt::format("{} {}×", place, count));
    }
    return places;
  }

  std::size_t count(const PatternFinder& finder, const Run& run, std::string_view text) {
    const auto found = finder.find(run);
    for (const auto& one : found) {
      const Span word{run[one.first].span.begin, run[one.last].span.end};
      ++words_[fold(word.of(text))];
    }
    return found.size();
  }

  std::size_t count_in_string(const PatternFinder& finder, std::string_view text) {
    Run run;
    for (const Token& token : analyzer_.analyze(text))
      run.push_back({segment_.terms.find(token.term).value_or(kUnknownTerm), token.span});
    return count(finder, run, text);
  }

  std::vector<std::string> places_of_event(const PatternFinder& finder) {
    const auto event = document_.location.ordinal;
    const auto article = segment_.article_of(event);
    const auto field = finder.patterns().front().field;
    if (field == TextField::title)
      return describe_counts(
          {{"its article's title", count_in_string(finder, segment_.title(article))}});
    if (field == TextField::heading) {
      const auto* heading = heading_above(segment_, article, segment_.event(event).block);
      if (heading == nullptr) return {};
      const auto text = heading->content.of(segment_.text(article));
      return describe_counts({{"its section's heading", count_in_string(finder, text)}});
    }
    Run run;
    auto cursor = segment_.event_tokens(event);
    for (StoredToken token; cursor.next(token);) run.push_back(token);
    return describe_counts({{"text", count(finder, run, segment_.text(article))}});
  }

  // A title may stand in the text, in the article's description, or in both: the same title.
  std::vector<std::string> places_of_article(const PatternFinder& finder) {
    const auto article = document_.location.ordinal;
    const auto field = finder.patterns().front().field;
    std::size_t in_title = 0;
    std::size_t in_headings = 0;
    std::size_t in_text = 0;
    auto cursor = segment_.article_tokens(article);
    StoredToken token;
    bool more = cursor.next(token);
    for (const BlockRow& block : segment_.blocks(article)) {
      Run run;
      for (; more && token.span.begin < block.span.end; more = cursor.next(token))
        run.push_back(token);
      if (!counts_for(field, block)) continue;
      const auto found = count(finder, run, segment_.text(article));
      if (static_cast<BlockKind>(block.kind) == BlockKind::title) {
        in_title += found;
      } else {
        (is_heading(block) ? in_headings : in_text) += found;
      }
    }
    if (in_title == 0 && (field == TextField::any || field == TextField::title))
      in_title = count_in_string(finder, segment_.title(article));
    return describe_counts({{"title", in_title}, {"headings", in_headings}, {"text", in_text}});
  }

  const Segment& segment_;
  Analyzer& analyzer_;
  const DocumentRef& document_;
  std::map<std::string, std::size_t> words_;
};

// Where each word of a phrase stands alone: this shows why the phrase does not match.
std::vector<std::string> single_words(Counter& counter, const TextCondition& phrase,
                                      const Segment& segment, Analyzer& analyzer) {
  std::vector<std::string> facts;
  std::vector<std::string> words;
  for (const Token& token : analyzer.analyze(phrase.typed))
    words.emplace_back(token.span.of(phrase.typed));
  for (std::size_t i = 0; i < std::min(kWordsShown, phrase.terms.size()); ++i) {
    TextCondition word = phrase;
    word.form = TextForm::word;
    word.terms = {phrase.terms[i]};
    const auto& label = i < words.size() ? words[i] : phrase.terms[i];
    const auto pattern = pattern_of(word, segment);
    const auto places = pattern ? counter.places(*pattern) : std::vector<std::string>{};
    facts.push_back(
        fmt::format("alone, {}: {}", label,
                    places.empty() ? "not there" : fmt::format("{}", fmt::join(places, ", "))));
  }
  return facts;
}

}  // namespace

std::vector<std::string> text_places(const Segment& segment, Analyzer& analyzer,
                                     const DocumentRef& document, const TextCondition& text) {
  Counter counter(segment, analyzer, document);
  const auto pattern = pattern_of(text, segment);
  auto places = pattern ? counter.places(*pattern) : std::vector<std::string>{};
  if (text.form == TextForm::phrase && places.empty())
    return single_words(counter, text, segment, analyzer);
  if (text.form != TextForm::prefix) return places;
  std::vector<std::pair<std::size_t, std::string>> words;
  for (const auto& [word, count] : counter.words()) words.emplace_back(count, word);
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < std::min(kWordsShown, words.size()); ++i)
    places.push_back(fmt::format("as {} {}×", words[i].second, words[i].first));
  return places;
}

}  // namespace dateline
