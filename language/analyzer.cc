#include "language/analyzer.h"

#include <fmt/format.h>
#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>

#include "language/error.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// Changes whenever the same text would give other terms.
constexpr int kAlgorithmVersion = 1;

// What UAX #29 (table 3) makes of a character, as far as the fast path goes.
enum class WordClass : std::uint8_t {
  other,       // always a boundary
  letter,      // ALetter
  digit,       // Numeric
  connector,   // ExtendNumLet
  mid_letter,  // MidLetter: joins letters
  mid_number,  // MidNum: joins digits
  mid_both,    // MidNumLet, Single_Quote: joins letters, and joins digits
  space,       // ends a chunk
  unicode,     // not for the fast path
};

constexpr WordClass ascii_class(unsigned char c) noexcept {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return WordClass::letter;
  if (c >= '0' && c <= '9') return WordClass::digit;
  switch (c) {
    case '_':
      return WordClass::connector;
    case '\'':
    case '.':
      return WordClass::mid_both;
    case ',':
    case ';':
      return WordClass::mid_number;
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '\f':
      return WordClass::space;
    default:
      return c < 0x80 ? WordClass::other : WordClass::unicode;
  }
}

constexpr std::array<WordClass, 256> kClasses = [] {
  std::array<WordClass, 256> classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    classes[i] = ascii_class(static_cast<unsigned char>(i));
  }
  return classes;
}();

struct Character {
  WordClass word_class;
  std::uint32_t size;
};

// The character at `i`: ASCII, or the quotes and dashes of typeset English (U+2013, 2014, 2018,
// 2019, 201C, 201D, 2026), which would else send most paragraphs of an essay to ICU.
Character character_at(std::string_view text, std::size_t i) noexcept {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return {kClasses[c], 1};
  if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80) {
    switch (static_cast<unsigned char>(text[i + 2])) {
      case 0x98:
      case 0x99:
        return {WordClass::mid_both, 3};
      case 0x93:
      case 0x94:
      case 0x9C:
      case 0x9D:
      case 0xA6:
        return {WordClass::other, 3};
      default:
        break;
    }
  }
  return {WordClass::unicode, 1};
}

bool is_word(WordClass c) noexcept {
  return c == WordClass::letter || c == WordClass::digit || c == WordClass::connector;
}

bool joins(WordClass before, WordClass middle, WordClass after) noexcept {
  if (middle == WordClass::mid_both) {
    return before == after && (before == WordClass::letter || before == WordClass::digit);
  }
  if (middle == WordClass::mid_letter) {
    return before == WordClass::letter && after == WordClass::letter;
  }
  return middle == WordClass::mid_number && before == WordClass::digit && after == WordClass::digit;
}

// The end of the chunk that begins at `i`: the next ASCII white space, where a word never goes on.
// `plain` becomes false when the chunk holds a character that only ICU can judge.
std::size_t chunk_end(std::string_view text, std::size_t i, bool& plain) noexcept {
  plain = true;
  while (i < text.size()) {
    const auto [word_class, size] = character_at(text, i);
    if (word_class == WordClass::space) break;
    if (word_class == WordClass::unicode) plain = false;
    i += size;
  }
  return i;
}

// The end of the word that begins at `i` in a plain chunk (UAX #29 rules WB5 to WB13b).
std::size_t word_end(std::string_view text, std::size_t i, std::size_t end) noexcept {
  WordClass last = WordClass::other;
  while (i < end) {
    const auto here = character_at(text, i);
    if (is_word(here.word_class)) {
      last = here.word_class;
      i += here.size;
      continue;
    }
    const std::size_t next = i + here.size;
    if (next >= end || !joins(last, here.word_class, character_at(text, next).word_class)) break;
    i = next;
  }
  return i;
}

bool ends_with_possessive(std::string_view word, std::size_t& stem_size) noexcept {
  constexpr std::array<std::string_view, 4> kEndings{"'s", "'S", "\u2019s", "\u2019S"};
  for (const auto ending : kEndings) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      stem_size = word.size() - ending.size();
      return true;
    }
  }
  return false;
}

// "U.S", "D.P.R.K": single ASCII letters with a full stop between each two.
bool is_dotted_acronym(std::string_view word) noexcept {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = kClasses[static_cast<unsigned char>(word[i])];
    if (i % 2 == 0 ? c != WordClass::letter : word[i] != '.') return false;
  }
  return true;
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
  analyze(text, 0, tokens);
  return tokens;
}

void Analyzer::analyze(std::string_view text, std::uint32_t offset, std::vector<Token>& tokens) {
  if (tokens.empty() && entries_.size() > kMaxCachedWords) entries_.clear();
  std::size_t i = 0;
  while (i < text.size()) {
    bool plain = true;
    const std::size_t end = chunk_end(text, i, plain);
    if (!plain) {
      break_with_icu(text, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)}, offset,
                     tokens);
      i = end;
      continue;
    }
    while (i < end) {
      const auto here = character_at(text, i);
      if (!is_word(here.word_class)) {
        i += here.size;
        continue;
      }
      const std::size_t stop = word_end(text, i, end);
      add_word(text, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(stop)}, offset,
               tokens);
      i = stop;
    }
    if (i < text.size()) ++i;  // the white space
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
  std::int32_t begin = breaker_->iterator->first();
  for (std::int32_t end = breaker_->iterator->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaker_->iterator->next()) {
    if (breaker_->iterator->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    add_word(text,
             {chunk.begin + static_cast<std::uint32_t>(begin),
              chunk.begin + static_cast<std::uint32_t>(end)},
             offset, tokens);
  }
}

void Analyzer::add_word(std::string_view text, Span word, std::uint32_t offset,
                        std::vector<Token>& tokens) {
  const auto written = word.of(text);
  auto found = entries_.find(written);
  if (found == entries_.end()) {
    found = entries_.emplace(std::string{written}, make_entry(written)).first;
  }
  const auto& [term, form] = found->second;
  if (term.empty()) return;
  tokens.push_back({term, form, {word.begin + offset, word.end + offset}});
}

Analyzer::Entry Analyzer::make_entry(std::string_view word) const {
  std::size_t stem_size = word.size();
  if (ends_with_possessive(word, stem_size)) word = word.substr(0, stem_size);
  std::string plain{word};
  if (is_dotted_acronym(word)) std::erase(plain, '.');
  Entry entry;
  entry.word = fold(plain);
  const bool is_empty = std::none_of(entry.word.begin(), entry.word.end(), [](char c) {
    const auto word_class = kClasses[static_cast<unsigned char>(c)];
    return word_class == WordClass::letter || word_class == WordClass::digit ||
           word_class == WordClass::unicode;
  });
  if (is_empty) return {};  // underscores alone
  entry.term = stem(entry.word);
  for (auto* text : {&entry.term, &entry.word}) {
    if (text->size() > kMaxTermBytes) text->resize(floor_code_point(*text, kMaxTermBytes));
  }
  return entry;
}

std::string Analyzer::stem(const std::string& word) const {
  if (!stemmer_) return word;
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

// libstemmer lists algorithms by name; those that answer to a code of two letters are found by trying.
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
  return fmt::format("words-{} {} {} unicode-{}", kAlgorithmVersion, language_,
                     stemmer_ ? "snowball" : "unstemmed", U_UNICODE_VERSION);
}

}  // namespace dateline
