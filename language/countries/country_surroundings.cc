#include "language/countries/country_surroundings.h"

#include <algorithm>

namespace dateline {
namespace {

std::uint16_t bit(Sign sign) noexcept {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(sign));
}

std::size_t code_number(std::string_view code) noexcept {
  return static_cast<std::size_t>(code[0] - 'A') * 26 + static_cast<std::size_t>(code[1] - 'A');
}

bool is_sure(const Candidate& candidate) {
  return candidate.counts() && candidate.kind != NameKind::kAmbiguousCapital &&
         candidate.kind != NameKind::kGeorgia && candidate.kind != NameKind::kCongo &&
         candidate.kind != NameKind::kDominican && candidate.kind != NameKind::kTripoli &&
         candidate.kind != NameKind::kBrussels;
}

}  // namespace

Surroundings::Surroundings(const CountryContext& text) : sentences_(text.sentences()) {
  read_candidates(text);
  const bool needs_words =
      std::any_of(text.candidates().begin(), text.candidates().end(), [](const Candidate& c) {
        return c.kind == NameKind::kCongo || c.kind == NameKind::kGeorgia;
      });
  if (needs_words) read_words(text);
  std::sort(congo_signs_.begin(), congo_signs_.end(),
            [](const CongoSign& a, const CongoSign& b) { return a.word < b.word; });
}

void Surroundings::note(std::uint32_t sentence, Sign sign) {
  sentences_[sentence] = static_cast<std::uint16_t>(sentences_[sentence] | bit(sign));
  text_ = static_cast<std::uint16_t>(text_ | bit(sign));
}

void Surroundings::read_candidates(const CountryContext& text) {
  for (const auto& candidate : text.candidates()) {
    if (candidate.kind == NameKind::kUsState) note(candidate.sentence, Sign::kUsState);
    if (!is_sure(candidate)) continue;
    for (std::size_t i = 0; i + 1 < candidate.codes.size(); i += 2) {
      const auto code = candidate.codes.substr(i, 2);
      codes_.set(code_number(code));
      if (code == "BE") note(candidate.sentence, Sign::kBelgium);
      if (code == "DM") note(candidate.sentence, Sign::kDominica);
      if (code == "DO") note(candidate.sentence, Sign::kDominicanRepublic);
      if (code == "GE" || code == "AM" || code == "AZ") note(candidate.sentence, Sign::kCaucasus);
      if (code == "RU" || code == "SU" || code == "UA") note(candidate.sentence, Sign::kRussia);
      if (code == "CD" || code == "CG") {
        congo_signs_.push_back({candidate.first_word, candidate.sentence, code == "CD"});
      }
    }
  }
}

void Surroundings::read_words(const CountryContext& text) {
  std::uint32_t sentence = 0;
  const auto count = static_cast<CountryContext::Index>(text.words().size());
  for (CountryContext::Index i = 0; i < count; ++i) {
    if (i > 0 && text.starts_sentence(i)) ++sentence;
    const auto classes = text.index().classes(text.word(i));
    const auto has = [classes](WordClass c) { return (classes & class_bit(c)) != 0; };
    if (classes == 0) continue;
    if (has(WordClass::kGeorgiaSign)) note(sentence, Sign::kGeorgiaState);
    if (has(WordClass::kCaucasusSign)) note(sentence, Sign::kCaucasus);
    const auto word = static_cast<std::uint32_t>(i);
    if (has(WordClass::kKinshasaSign)) congo_signs_.push_back({word, sentence, true});
    if (has(WordClass::kBrazzavilleSign)) congo_signs_.push_back({word, sentence, false});
  }
}

bool Surroundings::in_sentence(std::uint32_t sentence, Sign sign) const {
  return (sentences_[sentence] & bit(sign)) != 0;
}

bool Surroundings::in_text(Sign sign) const noexcept { return (text_ & bit(sign)) != 0; }

bool Surroundings::names(std::string_view code) const { return codes_.test(code_number(code)); }

const Surroundings::CongoSign* Surroundings::nearest(const CongoSign* before,
                                                     const CongoSign* after,
                                                     std::uint32_t word) const {
  if (before == nullptr || after == nullptr) return before == nullptr ? after : before;
  return word - before->word <= after->word - word ? before : after;
}

std::optional<std::string_view> Surroundings::nearest_congo(const Candidate& candidate) const {
  const auto next =
      std::lower_bound(congo_signs_.begin(), congo_signs_.end(), candidate.first_word,
                       [](const CongoSign& sign, std::uint32_t word) { return sign.word < word; });
  const CongoSign* after = next == congo_signs_.end() ? nullptr : &*next;
  const CongoSign* before = next == congo_signs_.begin() ? nullptr : &*(next - 1);
  const auto near = [&](const CongoSign* sign) {
    return sign != nullptr && sign->sentence == candidate.sentence ? sign : nullptr;
  };
  const CongoSign* found = nearest(near(before), near(after), candidate.first_word);
  if (found == nullptr) found = nearest(before, after, candidate.first_word);
  if (found == nullptr) return std::nullopt;
  return found->kinshasa ? "CD" : "CG";
}

}  // namespace dateline
