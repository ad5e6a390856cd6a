#include "corpus/structure/finite_verb.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "corpus/structure/line_shape.h"
#include "corpus/structure/verbs_data.h"
#include "language/ascii.h"
#include "language/word_list.h"

namespace dateline {
namespace {

static_assert(std::is_sorted(kVerbs.begin(), kVerbs.end(),
                             [](const auto& a, const auto& b) { return a.word < b.word; }));
static_assert(std::is_sorted(kPasts.begin(), kPasts.end()));

constexpr std::size_t kMaxVerbBytes = 24;

// What an object begins with, and no noun that a plural would stand before; what goes with a verb.
constexpr std::array<std::string_view, 45> kObjectWords{
    "a",      "an",         "her",     "him",      "his",       "into",    "it",    "its",
    "my",     "our",        "that",    "the",      "their",     "them",    "these", "this",
    "those",  "us",         "what",    "whether",  "two",       "three",   "four",  "five",
    "six",    "seven",      "eight",   "nine",     "ten",       "dozens",  "off",   "out",
    "up",     "down",       "himself", "hundreds", "thousands", "several", "more",  "herself",
    "itself", "themselves", "how",     "where",    "why"};
// What stands behind a plural as well as behind a verb: "strikes in Haifa".
constexpr std::array<std::string_view, 44> kLinkWords{
    "about",     "across",    "after",   "against",  "along",   "amid",    "among",  "and",
    "around",    "as",        "at",      "before",   "by",      "death",   "during", "for",
    "from",      "in",        "inside",  "near",     "of",      "on",      "or",     "over",
    "outside",   "since",     "to",      "toward",   "towards", "under",   "until",  "via",
    "while",     "with",      "within",  "without",  "that",    "between", "versus", "following",
    "including", "involving", "related", "targeting"};
// Pasts of what nobody does to anything: they are no participles.
constexpr std::array<std::string_view, 20> kIntransitivePasts{
    "arrived",  "began",    "collapsed", "concluded", "crashed",  "derailed",   "died",
    "emerged",  "ended",    "erupted",   "escaped",   "exploded", "fled",       "met",
    "occurred", "resigned", "returned",  "sank",      "started",  "surrendered"};
// Many, without the ending of a plural.
constexpr std::array<std::string_view, 5> kPlurals{"children", "men", "people", "police", "women"};
// With these a count of people or things begins.
constexpr std::array<std::string_view, 22> kCountWords{
    "About", "At",        "Dozens", "Eight",  "Eleven", "Five",  "Four",    "Hundreds",
    "More",  "Nearly",    "Nine",   "One",    "Over",   "Seven", "Several", "Six",
    "Ten",   "Thousands", "Three",  "Twelve", "Twenty", "Two"};
// Behind these stands an infinitive, or the verb of a clause that says which one is meant.
constexpr std::array<std::string_view, 6> kNotBefore{"that", "to", "which", "who", "whom", "not"};

std::optional<VerbKind> kind_of(std::string_view word) noexcept {
  const auto found =
      std::lower_bound(kVerbs.begin(), kVerbs.end(), word,
                       [](const KnownVerb& verb, std::string_view w) { return verb.word < w; });
  if (found == kVerbs.end() || found->word != word) return std::nullopt;
  return found->kind;
}

/// A word with room for its base form.
class Form {
 public:
  explicit Form(std::string_view word) : word_(word) {}

  // The verb whose third person it is: "denies", "passes", "kills".
  [[nodiscard]] std::optional<VerbKind> third_person() {
    if (!word_.ends_with('s') || word_.ends_with("ss")) return std::nullopt;
    if (word_.ends_with("ies") && word_.size() > 4) {
      if (const auto kind = with_ending(3, "y")) return kind;
    }
    if (word_.ends_with("es") && adds_es(word_.substr(0, word_.size() - 2))) {
      if (const auto kind = with_ending(2, "")) return kind;
    }
    return with_ending(1, "");
  }

  // The verb whose past it is by rule: "denied", "used", "killed", "planned".
  [[nodiscard]] std::optional<VerbKind> regular_past() {
    if (!word_.ends_with("ed") || word_.size() < 5) return std::nullopt;
    if (word_.ends_with("ied")) return with_ending(3, "y");
    if (const auto kind = with_ending(1, "")) return kind;
    if (const auto kind = with_ending(2, "")) return kind;
    const bool doubled = word_[word_.size() - 3] == word_[word_.size() - 4];
    return doubled ? with_ending(3, "") : std::nullopt;
  }

 private:
  // "passes", "fixes", "reaches", "goes"; but "sites" are no form of "sit".
  static bool adds_es(std::string_view stem) noexcept {
    return !stem.empty() && (std::string_view{"sxzo"}.find(stem.back()) != std::string_view::npos ||
                             stem.ends_with("ch") || stem.ends_with("sh"));
  }

  std::optional<VerbKind> with_ending(std::size_t cut, std::string_view ending) {
    const auto stem = word_.substr(0, word_.size() - cut);
    const auto end = std::copy(stem.begin(), stem.end(), buffer_.begin());
    std::copy(ending.begin(), ending.end(), end);
    const auto kind = kind_of({buffer_.data(), stem.size() + ending.size()});
    return kind && *kind <= VerbKind::past && *kind != VerbKind::noun ? std::nullopt : kind;
  }

  std::string_view word_;
  std::array<char, kMaxVerbBytes + 1> buffer_{};
};

// The word without punctuation at its ends.
std::string_view bare(std::string_view word) noexcept {
  constexpr std::string_view kMarks = "\"'()[]{}.,;:!?*_";
  const auto begin = std::min(word.find_first_not_of(kMarks), word.size());
  word.remove_prefix(begin);
  return word.substr(0, word.find_last_not_of(kMarks) + 1);
}

bool is_lower_word(std::string_view word) noexcept {
  return !word.empty() && word.size() <= kMaxVerbBytes &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_capitalised(std::string_view word) noexcept {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

/// Looks at words with their neighbours as they go by.
class VerbFinder {
 public:
  explicit VerbFinder(std::string_view text) : rest_(text) {}

  bool find() noexcept {
    auto word = next_word(rest_);
    first_ = bare(word);
    is_count_ = begins_count(first_);
    while (!word.empty()) {
      const auto next = next_word(rest_);
      const bool last = ends_part(word) || next.starts_with('(') || next.starts_with('[');
      if (is_finite(bare(word), last ? std::string_view{} : bare(next))) return true;
      if (bare(next) == "to" && plans_to(bare(word))) return true;
      before_ = ends_part(word) ? "," : bare(word);
      has_of_ = has_of_ || before_ == "of";
      word = next;
    }
    return false;
  }

 private:
  static bool ends_part(std::string_view word) noexcept {
    return std::string_view{",;:)"}.find(word.back()) != std::string_view::npos ||
           (word.ends_with('.') && !ends_in_abbreviation(word));
  }

  [[nodiscard]] bool has_object(std::string_view next) const noexcept {
    if (next.empty()) return false;
    const bool count = is_ascii_digit(next.front()) && !is_year(next);
    return is_one_of(next, kObjectWords) || count || is_amount(next) ||
           (is_capitalised(next) && (is_capitalised(before_) || before_ == ","));
  }

  // "Hong Kong protest 2014"
  static bool is_year(std::string_view word) noexcept {
    constexpr std::size_t kDigits = 4;
    return word.size() == kDigits && has_year(word) &&
           (word.starts_with("18") || word.starts_with("19") || word.starts_with("20"));
  }

  // "$3 million", "€33 billion"
  static bool is_amount(std::string_view word) noexcept {
    return word.starts_with('$') || word.starts_with("€") || word.starts_with("£") ||
           word.starts_with("¥");
  }

  // "Two men …", "35 leaders …"; but "2014 …" is a year.
  static bool begins_count(std::string_view word) noexcept {
    constexpr std::size_t kYearDigits = 4;
    if (word.empty() || !is_ascii_digit(word.front())) return is_one_of(word, kCountWords);
    return has_year(word.substr(0, kYearDigits)) == false;
  }

  // "Norway bans herring", "a carrier, the first of its kind, crashes after a fire".
  [[nodiscard]] bool acts(std::string_view next) const noexcept {
    if (next.empty()) return false;
    if (before_ == ",") return next == "after" || next == "when" || next == "while";
    auto rest = rest_;
    const bool goes_on = !next_word(rest).empty();
    return is_capitalised(before_) && !is_adjective(before_) && is_lower_word(next) &&
           !next.ends_with("ed") && !is_one_of(next, kLinkWords) && goes_on;
  }

  // "Nuclear arms race", "Baltic states": a noun follows.
  static bool is_adjective(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 7> kEndings{"al", "an", "ar", "ese", "ic", "ish", "ive"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return word.ends_with(ending); });
  }

  // "The plant exploded", "riots started at dawn", "he met with them".
  [[nodiscard]] bool goes(std::string_view word, std::string_view next) const noexcept {
    if (!is_one_of(word, kIntransitivePasts) || before_ == "of" || next == "by") return false;
    if (word == "met") return next == "with";
    return next.empty() || is_one_of(next, kLinkWords);
  }

  // "A bridge collapses": one thing has no plural behind it.
  [[nodiscard]] bool has_single_subject() const noexcept {
    return (first_ == "A" || first_ == "An") && before_ != "," && before_ != first_ && !has_of_;
  }

  [[nodiscard]] bool is_finite(std::string_view word, std::string_view next) const noexcept {
    const bool negated = word.ends_with("n't") || word.ends_with("n’t");
    if (negated) return !before_.empty() && before_ != ",";  // "Don't ask, don't tell"
    if (!is_lower_word(word) || before_.empty() || is_one_of(before_, kNotBefore)) return false;
    if (std::binary_search(kPasts.begin(), kPasts.end(), word) || goes(word, next)) return true;
    if (const auto kind = kind_of(word)) {
      if (*kind == VerbKind::form) return true;
      if (*kind == VerbKind::verb) return has_plural_subject() || has_object(next);
      const bool subject = has_plural_subject() || behind_adverb() || before_ == "also";
      if (*kind == VerbKind::noun && next == "into") return false;  // "report into the raid"
      if (*kind != VerbKind::third && subject && (has_object(next) || is_capitalised(next)))
        return true;
      if (*kind == VerbKind::noun && behind_adverb()) return true;
      if (*kind == VerbKind::third && is_capitalised(before_) && is_one_of(next, kObjectWords)) {
        return true;
      }
      if (*kind == VerbKind::past && is_count_) return true;
    }
    Form form{word};
    if (const auto kind = form.third_person()) {
      return *kind != VerbKind::noun || has_object(next) || has_single_subject() ||
             behind_adverb() || acts(next);
    }
    return form.regular_past() && (is_count_ || (has_object(next) && !is_capitalised(next)));
  }

  // "Kenya plans to ban", not "responses to bans": a verb stands behind "to".
  [[nodiscard]] bool plans_to(std::string_view word) const noexcept {
    auto rest = rest_;
    const auto infinitive = bare(next_word(rest));
    if (!is_lower_word(word) || !is_lower_word(infinitive) || before_.empty()) return false;
    const auto kind = kind_of(infinitive);
    return kind && (*kind == VerbKind::verb || *kind == VerbKind::third) &&
           Form{word}.third_person().has_value();
  }

  // "formally opens"
  [[nodiscard]] bool behind_adverb() const noexcept {
    constexpr std::array<std::string_view, 5> kNouns{"assembly", "family", "monopoly", "rally",
                                                     "supply"};
    return is_lower_word(before_) && before_.size() > 5 && before_.ends_with("ly") &&
           !is_one_of(before_, kNouns);
  }

  // "envoys demand", "Norway and Sweden agree".
  [[nodiscard]] bool has_plural_subject() const noexcept {
    return is_capitalised(before_) || (before_.ends_with('s') && is_lower_word(before_)) ||
           is_one_of(before_, kPlurals);
  }

  std::string_view rest_;
  std::string_view first_;
  std::string_view before_;  // empty at the beginning, "," behind a comma, colon, …
  bool has_of_ = false;
  bool is_count_ = false;  // the line begins with a number
};

}  // namespace

bool has_finite_verb(std::string_view text) noexcept { return VerbFinder{text}.find(); }

}  // namespace dateline
