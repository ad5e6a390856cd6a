#include "searcher/match/text_verifier.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "searcher/match/prefix.h"

namespace dateline {
namespace {

constexpr std::uint32_t kUnknownTerm = std::numeric_limits<std::uint32_t>::max();

// Whether the words of a block count for a field.
bool counts(const BlockRow& block, TextField field) noexcept {
  const auto kind = static_cast<BlockKind>(block.kind);
  switch (field) {
    case TextField::heading:
      return is_heading(block);
    case TextField::text:
      return kind != BlockKind::title && !is_heading(block);
    case TextField::any:
      return true;
    default:
      return false;  // titles and authors are looked up in the metadata
  }
}

}  // namespace

const BlockRow* heading_above(const Segment& segment, std::uint32_t article, std::uint32_t block) {
  const auto blocks = segment.blocks(article);
  const auto from = std::min<std::size_t>(block, blocks.size());
  const auto to = from - std::min<std::size_t>(from, kMaxBlocksBelowHeading);
  for (std::size_t i = from; i > to; --i) {
    if (is_heading(blocks[i - 1])) return &blocks[i - 1];
  }
  return nullptr;
}

TextVerifier::TextVerifier(const Segment& segment, Analyzer& analyzer, const TextCondition& text)
    : segment_(segment), analyzer_(analyzer), text_(text) {
  if (text.form == TextForm::prefix) {
    words_ = expand_prefix(segment, text.terms.front());
    return;
  }
  const auto numbers_of = [&](const std::vector<std::string>& terms) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(terms.size());
    for (const auto& term : terms)
      numbers.push_back(segment.terms.find(term).value_or(kUnknownTerm));
    return numbers;
  };
  words_ = numbers_of(text.terms);
  if (!text.longer.empty()) {
    std::vector<WholeName::Longer> longer;
    longer.reserve(text.longer.size());
    for (const auto& name : text.longer) longer.push_back({numbers_of(name.terms), name.is_same});
    whole_.emplace(words_, std::move(longer));
  }
  if (text.form == TextForm::phrase) phrase_.emplace(words_, text.slop);
}

bool TextVerifier::in_run() const {
  if (whole_) return whole_->occurs_in(run_);
  if (phrase_) return phrase_->occurs_in(run_);
  if (text_.form == TextForm::word) {
    return std::find(run_.begin(), run_.end(), words_.front()) != run_.end();
  }
  return std::any_of(run_.begin(), run_.end(), [&](std::uint32_t term) {
    return std::binary_search(words_.begin(), words_.end(), term);
  });
}

bool TextVerifier::in_string(std::string_view text) {
  run_.clear();
  for (const Token& token : analyzer_.analyze(text)) {
    run_.push_back(segment_.terms.find(token.term).value_or(kUnknownTerm - 1));
  }
  return in_run();
}

bool TextVerifier::in_blocks(std::uint32_t article) {
  auto cursor = segment_.article_tokens(article);
  StoredToken token;
  bool more = cursor.next(token);
  for (const BlockRow& block : segment_.blocks(article)) {
    run_.clear();
    for (; more && token.span.begin < block.span.end; more = cursor.next(token))
      run_.push_back(token.term);
    if (counts(block, text_.field) && in_run()) return true;
  }
  return false;
}

bool TextVerifier::article_matches(std::uint32_t article) {
  if (text_.field == TextField::author) {
    const auto authors = segment_.article_authors[article];
    return std::any_of(authors.begin(), authors.end(), [&](std::uint32_t author) {
      return in_string(segment_.authors.text(author));
    });
  }
  if (text_.field == TextField::title) return in_string(segment_.title(article));
  if (in_blocks(article)) return true;
  // A title that stands in the metadata alone is text like any other.
  return text_.field == TextField::any && in_string(segment_.title(article));
}

bool TextVerifier::event_matches(std::uint32_t event) {
  run_.clear();
  auto cursor = segment_.event_tokens(event);
  for (StoredToken token; cursor.next(token);) run_.push_back(token.term);
  return in_run();
}

bool TextVerifier::section_matches(std::uint32_t event) {
  const auto article = segment_.article_of(event);
  const auto* heading = heading_above(segment_, article, segment_.event(event).block);
  return heading != nullptr && in_string(heading->content.of(segment_.text(article)));
}

}  // namespace dateline
