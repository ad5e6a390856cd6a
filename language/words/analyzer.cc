#include "language/words/analyzer.h"

#include <fmt/format.h>
#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "language/ascii.h"
#include "language/error.h"
#include "language/utf8.h"
#include "language/words/folded_word.h"
#include "language/words/plain_words.h"
#include "language/words/word_forms.h"

namespace dateline {
namespace {

// Changes whenever the same text would give other terms.
constexpr int kAlgorithmVersion = 2;

// Whether the word that begins at `begin` stands behind a letter and a hyphen: "16s" of "F-16s".
bool follows_designation(std::string_view text, std::size_t begin) noexcept {
  return begin >= 2 && text[begin - 1] == '-' && is_ascii_letter(text[begin - 2]);
}

// What stands between two pieces of one word, where ICU parts them: signs for an apostrophe, and
// spaces of no width, which pages have where lines may be broken.
constexpr char32_t kZeroWidthSpace = 0x200B;

enum class Joint : std::uint8_t { none, apostrophe, no_width };

Joint joint_of(std::string_view piece) noexcept {
  std::size_t i = 0;
  const char32_t c = next_code_point(piece, i);
  if (i == piece.size() && is_apostrophe(c)) return Joint::apostrophe;
  while (i < piece.size() && piece.substr(i).starts_with("\u200B")) i += 3;
  return c == kZeroWidthSpace && i == piece.size() ? Joint::no_width : Joint::none;
}

// Scripts without blanks have spaces of no width where words end.
bool may_join(std::string_view before, std::string_view after, Joint joint) noexcept {
  std::size_t first = 0;
  const auto next = static_cast<UChar32>(next_code_point(after, first));
  auto last = floor_code_point(before, before.size() - 1);
  const auto previous = static_cast<UChar32>(next_code_point(before, last));
  const auto is_complex = [](UChar32 c) {
    return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
           u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
  };
  return u_isalpha(next) != 0 && u_isalpha(previous) != 0 &&
         (joint == Joint::apostrophe || !(is_complex(next) || is_complex(previous)));
}

}  // namespace

struct Analyzer::WordBreaker {
  std::unique_ptr<icu::BreakIterator> iterator;
  UText* text = nullptr;

  WordBreaker() = default;
  WordBreaker(const WordBreaker&) = delete;
  WordBreaker& operator=(const WordBreaker&) = delete;
  ~WordBreaker() { utext_close(text); }
};

void Analyzer::StemmerDelete::operator()(sb_stemmer* stemmer) const noexcept {
  sb_stemmer_delete(stemmer);
}

Analyzer::Analyzer(std::string_view language)
    : language_(language), breaker_(std::make_unique<WordBreaker>()) {
  const std::string base = language_.substr(0, language_.find('-'));
  stemmer_.reset(sb_stemmer_new(base.c_str(), "UTF_8"));
  is_english_ = base == "en";
  UErrorCode status = U_ZERO_ERROR;
  breaker_->iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    throw Error(
        fmt::format("ICU has no word break rules ({}): reinstall ICU's data", u_errorName(status)));
  }
}

Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Token> Analyzer::analyze(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 6);
  begin_text().add(text, 0, tokens);
  return tokens;
}

Analyzer::Text Analyzer::begin_text() {
  if (entries_.size() > kMaxCachedWords) {
    entries_.clear();
    by_writing_ = StringTable{};
  }
  return Text{*this};
}

void Analyzer::add_tokens(std::string_view text, std::uint32_t offset, std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < text.size(); ++i) {  // past the white space
    const auto [end, is_plain] = chunk_at(text, i);
    if (is_plain) {
      for (auto word = next_plain_word(text, i, end); !word.empty();
           word = next_plain_word(text, word.end, end)) {
        add_word(text, word, offset, tokens);
      }
    } else {
      break_with_icu(text, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)}, offset,
                     tokens);
    }
    i = end;
  }
}

void Analyzer::break_with_icu(std::string_view text, Span chunk, std::uint32_t offset,
                              std::vector<Token>& tokens) {
  const auto piece = chunk.of(text);
  UErrorCode status = U_ZERO_ERROR;
  breaker_->text = utext_openUTF8(breaker_->text, piece.data(),
                                  static_cast<std::int64_t>(piece.size()), &status);
  breaker_->iterator->setText(breaker_->text, status);
  if (U_FAILURE(status)) return;  // only for want of memory
  // A word waits until what stands behind it is known to be no piece of it.
  std::optional<Span> word;
  std::optional<Span> joint;
  const auto add_waiting = [&] {
    if (word) add_word(text, *word, offset, tokens);
    word.reset();
    joint.reset();
  };
  std::int32_t begin = breaker_->iterator->first();
  for (std::int32_t end = breaker_->iterator->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaker_->iterator->next()) {
    const Span here{chunk.begin + static_cast<std::uint32_t>(begin),
                    chunk.begin + static_cast<std::uint32_t>(end)};
    if (breaker_->iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      const bool joins =
          word && joint && may_join(word->of(text), here.of(text), joint_of(joint->of(text)));
      if (!joins) add_waiting();
      word = Span{joins ? word->begin : here.begin, here.end};
      joint.reset();
    } else if (word && !joint && joint_of(here.of(text)) != Joint::none) {
      joint = here;
    } else {
      add_waiting();
    }
  }
  add_waiting();
}

void Analyzer::add_word(std::string_view text, Span word, std::uint32_t offset,
                        std::vector<Token>& tokens) {
  const auto written = word.of(text);
  // A designation is looked up with its hyphen.
  const bool is_designation =
      written.back() == 's' && written.front() <= '9' && follows_designation(text, word.begin);
  const auto key = is_designation ? text.substr(word.begin - 1, written.size() + 1) : written;
  auto number = by_writing_.find(key);
  if (number == StringTable::kNotFound) {
    const auto& added = entries_.emplace_back(make_entry(key, written));
    number = by_writing_.insert(added.written, static_cast<std::uint32_t>(entries_.size() - 1));
  }
  const Entry& entry = entries_[number];
  if (entry.term.empty()) return;
  tokens.push_back({entry.term, entry.word, {word.begin + offset, word.end + offset}});
}

// `key` is the word, with the hyphen before it where it belongs to a designation.
Analyzer::Entry Analyzer::make_entry(std::string_view key, std::string_view word) const {
  word = word.substr(0, size_without_possessive(word));
  word = word.substr(0, size_without_plural(word, key.front() == '-'));
  std::string plain{word};
  if (is_dotted_acronym(word)) std::erase(plain, '.');
  Entry entry;
  entry.written = key;
  entry.word = fold_word(plain);
  if (!has_letter_or_digit(entry.word)) return entry;  // underscores alone
  entry.term = stem(entry.word);
  for (auto* text : {&entry.term, &entry.word}) {
    if (text->size() > kMaxTermBytes) text->resize(floor_code_point(*text, kMaxTermBytes));
  }
  return entry;
}

std::string Analyzer::stem(const std::string& word) const {
  if (!stemmer_) return word;
  if (is_english_) {
    if (const auto term = term_of_form(word); !term.empty()) return std::string{term};
  }
  const auto* stemmed =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stemmed == nullptr) return word;  // only for want of memory
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

bool Analyzer::has_stemmer(std::string_view language) {
  const auto languages = stemmer_languages();
  return std::find(languages.begin(), languages.end(), language.substr(0, language.find('-'))) !=
         languages.end();
}

// libstemmer lists algorithms by name; those that answer to a code of two letters are found by
// trying.
std::vector<std::string> Analyzer::stemmer_languages() {
  std::vector<std::string> languages;
  std::string code = "aa";
  for (code[0] = 'a'; code[0] <= 'z'; ++code[0]) {
    for (code[1] = 'a'; code[1] <= 'z'; ++code[1]) {
      const std::unique_ptr<sb_stemmer, StemmerDelete> stemmer(
          sb_stemmer_new(code.c_str(), "UTF_8"));
      if (stemmer) languages.push_back(code);
    }
  }
  return languages;
}

std::string Analyzer::fingerprint() const {
  return fmt::format(
      "words-{} {} {}{} unicode-{}", kAlgorithmVersion, language_,
      stemmer_ ? "snowball" : "unstemmed",
      is_english_ ? fmt::format(" forms-{:08x}", word_forms_fingerprint() >> 32U) : "",
      U_UNICODE_VERSION);
}

}  // namespace dateline
