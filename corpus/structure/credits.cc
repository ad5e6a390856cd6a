#include "corpus/structure/credits.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/structure/finite_verb.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kJoints = " \t\r\n,;.";
constexpr std::size_t kMaxBareBytes = 60;

bool is_address(std::string_view text) noexcept {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

// "reason.com", "News.com.au".
bool is_host(std::string_view name) noexcept {
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && dot > 0 && dot + 2 < name.size() &&
         name.find(' ') == std::string_view::npos &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(),
                     is_ascii_letter);
}

// Names an agency or a paper, whatever stands around it: "Reuters", "The Straits Times", a host.
bool is_source_name(std::string_view name) noexcept {
  name = trim(name);
  if (name.empty() || name.size() > kMaxCreditBytes || has_year(name)) return false;
  if (is_host(name) || is_address(name)) return true;
  return !begins_lower(name) &&
         (word_is(WordClass::source, name) || has_word(WordClass::source, name));
}

// "Greek", "in Spanish", "Dutch language": in what a source is written, and no country.
bool is_language(std::string_view name) noexcept {
  name = trim(name);
  if (name.starts_with("in ")) name = trim(name.substr(3));
  for (const std::string_view noun : {" language", " article"}) {
    if (name.ends_with(noun)) name.remove_suffix(noun.size());
  }
  return !name.empty() && is_ascii_capital(name.front()) && word_is(WordClass::language, name);
}

// "NOS (Dutch)": a source, and its language in a bracket of its own.
bool ends_in_language(std::string_view name) noexcept {
  name = trim(name);
  const auto begin = name.rfind('(');
  return name.ends_with(')') && begin != std::string_view::npos &&
         is_language(name.substr(begin + 1, name.size() - begin - 2));
}

// Where the bracket opens that `text`, which ends in its closing one, ends with.
std::size_t bracket_begin(std::string_view text) noexcept {
  const char close = text.back();
  if (close == '}') return text.rfind('(');  // "(AP via Yahoo! News}"
  const char open = close == ')' ? '(' : '[';
  std::size_t depth = 0;
  for (auto i = text.size(); i-- > 0;) {
    if (text[i] == close) ++depth;
    if (text[i] == open && --depth == 0) return i;
  }
  return std::string_view::npos;
}

// "so", "it": no abbreviation, which is written without vowels or with a capital; but "et al.".
bool is_short_word(std::string_view word) noexcept {
  return is_ascii_small(word.front()) && !word.starts_with("al.") &&
         word.find_first_of("aeiouy") < word.find('.');
}

// "Free Syrian Army (FSA)": what was written out before.
bool abbreviates(std::string_view inner, std::string_view before) noexcept {
  const auto last = before.substr(before.find_last_of(" \t\n-") + 1);
  return std::none_of(inner.begin(), inner.end(),
                      [](char c) { return is_ascii_small(c) || c == ' '; }) &&
         !last.empty() && last.front() == inner.back();
}

// Whether a bracket before credits is one as well, whatever it says: "(Kerala Next) (BBC)".
bool may_stand_beside_credits(std::string_view inner, std::string_view before) noexcept {
  constexpr std::size_t kMaxWords = 6;
  inner = trim(inner);
  std::size_t words = 0;
  for (auto rest = inner; !next_word(rest).empty();) ++words;
  const bool capital = !inner.empty() && is_ascii_capital(inner.front());
  return capital && words <= kMaxWords && !has_digit(inner) && !abbreviates(inner, before);
}

// Whether a bracket behind the end of a sentence tells where it was read.
bool may_be_credit(std::string_view inner) noexcept {
  inner = trim(inner);
  if (inner.empty() || is_source_name(inner)) return true;
  return inner.size() <= kMaxCreditBytes && !ends_sentence(inner) && !has_finite_verb(inner);
}

std::string_view without_joints(std::string_view text) noexcept {
  return text.substr(0, text.find_last_not_of(kJoints) + 1);
}

/// Goes back from the end of an entry, bracket by bracket.
class BackwardReader {
 public:
  explicit BackwardReader(std::string_view entry) : entry_(entry), end_(entry.size()) {}

  std::size_t read() noexcept {
    take_address();
    take_open_bracket();
    while (take_bracket() || take_bare_names()) {
    }
    return is_certain_ ? certain_end_ : entry_.size();
  }

 private:
  [[nodiscard]] std::string_view left() const noexcept { return entry_.substr(0, end_); }

  // What was passed is credits if a sentence ends before it, or if it is by its name.
  void passed(std::size_t begin, bool by_its_name) noexcept {
    end_ = begin;
    auto before = trim(left());
    while (before.ends_with('[') || before.ends_with('(') || before.ends_with(" -")) {
      before.remove_suffix(1);
      before = trim(before);
    }
    if (before.empty()) return;
    if (ends_stopped(before) || by_its_name) {
      is_certain_ = true;
      certain_end_ = static_cast<std::size_t>(before.data() - entry_.data()) + before.size();
    }
  }

  bool take_bracket() noexcept {
    const auto text = without_joints(left());
    if (text.empty() || std::string_view{")]}"}.find(text.back()) == std::string_view::npos) {
      return false;
    }
    const auto begin = bracket_begin(text);
    if (begin == std::string_view::npos) return false;
    const auto inner = text.substr(begin + 1, text.size() - begin - 2);
    const bool by_name = is_source_name(inner) || is_language(inner) || ends_in_language(inner);
    if (!by_name && !may_be_credit(inner)) return false;
    // A full stop behind it ends its sentence: "… for 9 billion yen ($80 million)."
    const auto before = trim(left().substr(0, begin));
    const bool stopped = left().substr(text.size()).find('.') != std::string_view::npos;
    if (stopped && !by_name && !ends_stopped(before)) return false;
    passed(begin, by_name || (is_certain_ && !stopped && may_stand_beside_credits(inner, before)));
    return true;
  }

  // "… were hurt.http://www.example.org/a.html"
  void take_address() noexcept {
    const auto text = without_joints(left());
    auto begin = text.rfind("http");
    if (begin == std::string_view::npos || !is_address(text.substr(begin))) return;
    if (text.find_first_of(" \t\n", begin) != std::string_view::npos) return;
    constexpr std::string_view kMark = "[url=";
    if (begin >= kMark.size() && text.substr(begin - kMark.size()).starts_with(kMark)) {
      begin -= kMark.size();
    } else if (begin > 0 && text[begin - 1] == '[') {
      --begin;
    }
    passed(begin, true);
  }

  // "… were hurt. (The Hindu": nobody closed it.
  void take_open_bracket() noexcept {
    const auto text = without_joints(left());
    const auto begin = text.rfind('(');
    if (begin == std::string_view::npos || text.find(')', begin) != std::string_view::npos) return;
    const auto inner = trim(text.substr(begin + 1));
    if (inner.empty() || begins_lower(inner) || !may_be_credit(inner)) return;
    if (ends_stopped(trim(text.substr(0, begin)))) {
      passed(begin, true);
    }
  }

  // "… were hurt. BBC, AP": names behind the end of a sentence, or behind a bracket.
  bool take_bare_names() noexcept {
    const auto text = without_joints(left());
    const auto from = text.size() > kMaxBareBytes ? text.size() - kMaxBareBytes : 0;
    const auto last = text.substr(from).find_last_of(".!?)\"");
    if (last == std::string_view::npos || from + last + 1 >= text.size()) return false;
    const auto stop = from + last;
    auto names = trim(text.substr(stop + 1));
    while (names.starts_with('-') || names.starts_with("–")) {
      names.remove_prefix(names.front() == '-' ? 1 : std::string_view{"–"}.size());
      names = trim(names);
    }
    // Whether a bracket is a credit shows when it is read.
    const bool fits = text[stop] == ')' || ends_stopped(text.substr(0, stop + 1));
    if (names.empty() || !fits) return false;
    while (!names.empty()) {
      const auto size = std::min(names.find_first_of(",;"), names.size());
      if (!is_source_name(names.substr(0, size))) return false;
      names.remove_prefix(std::min(size + 1, names.size()));
    }
    passed(stop + 1, true);
    return true;
  }

  std::string_view entry_;
  std::size_t end_ = 0;
  std::size_t certain_end_ = 0;
  bool is_certain_ = false;
};

// "https://www.bbc.co.uk/news/…" ==> "bbc.co.uk"
std::string_view host_of(std::string_view address) noexcept {
  for (const std::string_view scheme : {"https://", "http://", "www."}) {
    if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
  }
  return address.substr(0, address.find_first_of("/?#: "));
}

/// Collects sources, each once.
class Sources {
 public:
  void add(std::string_view name) {
    name = trim(name);
    if (name.starts_with("url=")) name.remove_prefix(4);
    if (is_address(name)) name = host_of(name);
    while (!name.empty() &&
           std::string_view{"-;,. "}.find(name.front()) != std::string_view::npos) {
      name.remove_prefix(1);
    }
    if (name.ends_with('.') || name.ends_with(',') || name.ends_with(';')) name.remove_suffix(1);
    const bool none = name.empty() || name.size() > kMaxCreditBytes || is_language(name) ||
                      (begins_lower(name) && !is_host(name)) || names_.size() >= kMaxCredits ||
                      std::none_of(name.begin(), name.end(), is_letter_byte);
    if (none) return;
    auto plain = collapse_spaces(name);
    if (std::find(names_.begin(), names_.end(), plain) == names_.end()) {
      names_.push_back(std::move(plain));
    }
  }

  // "AP via Yahoo News" are two; "Reuters, AP" are if both are known.
  void add_joined(std::string_view names) {
    for (auto via = names.find(" via "); via != std::string_view::npos; via = names.find(" via ")) {
      add_list(names.substr(0, via));
      names.remove_prefix(via + std::string_view{" via "}.size());
    }
    add_list(names);
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

 private:
  static bool is_letter_byte(char c) noexcept {
    return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  }

  void add_list(std::string_view names) {
    if (is_address(trim(names))) return add(names);
    const auto rest = names;
    for (const bool look : {true, false}) {
      names = rest;
      while (!names.empty()) {
        const auto size = std::min(names.find_first_of(",;"), names.size());
        const auto name = trim(names.substr(0, size));
        if (look && !name.empty() && !is_source_name(name)) return add(rest);
        if (!look) add(name);
        names.remove_prefix(std::min(size + 1, names.size()));
      }
    }
  }

  std::vector<std::string> names_;
};

}  // namespace

bool ends_stopped(std::string_view text) noexcept {
  if (!ends_sentence(text) || text.ends_with(':')) return false;
  const auto word = text.substr(text.find_last_of(" \t\n") + 1);
  const auto stop = word.rfind('.');
  if (stop == std::string_view::npos) return true;
  std::size_t letters = 0;
  while (letters < stop && is_ascii_letter(word[stop - letters - 1])) ++letters;
  // "resolution L.22" ends in no note.
  const bool numbered = is_ascii_digit(word.back());
  if (numbered && letters < 3 && word[stop - 1] != ')' && word[stop - 1] != '"') return false;
  const bool capital = is_ascii_capital(word.front());
  const bool abbreviated =
      ends_in_abbreviation(text) ||
      (letters > 0 && letters == stop && letters <= 2 && !is_short_word(word)) ||
      (capital && (word_is(WordClass::suffix, word) ||
                   (letters <= 3 && word_is(WordClass::affiliation, word))));
  return !abbreviated || has_finite_verb(text);
}

std::size_t credits_begin(std::string_view entry) noexcept { return BackwardReader{entry}.read(); }

std::size_t brackets_end(std::string_view credits) noexcept {
  const auto last = credits.find_last_of(")]}");
  return last == std::string_view::npos ? 0 : last + 1;
}

std::string comparable_source(std::string_view name) {
  auto plain = comparable_line(name);
  std::replace(plain.begin(), plain.end(), '-', ' ');
  constexpr std::string_view kArticle = "the ";
  if (plain.size() > kArticle.size() && plain.starts_with(kArticle))
    plain.erase(0, kArticle.size());
  return plain;
}

std::vector<std::string> parse_credits(std::string_view credits) {
  Sources sources;
  while (!credits.empty()) {
    const auto open = std::min(credits.find_first_of("(["), credits.size());
    sources.add_joined(credits.substr(0, open));
    credits.remove_prefix(open);
    if (credits.empty()) break;
    if (credits.starts_with("[(")) {  // the first one is a slip
      credits.remove_prefix(1);
      continue;
    }
    const char opening = credits.front();
    const char closing = opening == '(' ? ')' : ']';
    std::size_t depth = 0;
    std::size_t end = 0;
    for (; end < credits.size(); ++end) {
      if (credits[end] == opening) ++depth;
      const bool closes = credits[end] == closing || (opening == '(' && credits[end] == '}');
      if (closes && --depth == 0) break;
    }
    sources.add_joined(credits.substr(1, std::max<std::size_t>(end, 1) - 1));
    credits.remove_prefix(std::min(end + 1, credits.size()));
  }
  return sources.take();
}

}  // namespace dateline
