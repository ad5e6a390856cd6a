#include "language/words/analyzer.h"

#include <fmt/format.h>
#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>

#include "language/error.h"
#include "language/utf8.h"
#include "language/words/plain_words.h"

namespace dateline {
namespace {

// Changes whenever the same text would give other terms.
constexpr int kAlgorithmVersion = 1;

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
  if (!has_letter_or_digit(entry.word)) return {};  // underscores alone
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
  return fmt::format("words-{} {} {} unicode-{}", kAlgorithmVersion, language_,
                     stemmer_ ? "snowball" : "unstemmed", U_UNICODE_VERSION);
}

}  // namespace dateline
