#include "language/countries/country_finder.h"

#include <utility>

#include "language/countries/country_context.h"
#include "language/countries/country_rules.h"
#include "language/countries/lexicon_index.h"
#include "language/countries/name_overrides.h"
#include "language/countries/own_names.h"
#include "language/utf8.h"

namespace dateline {
namespace {

std::string_view rule_of(const Candidate& candidate) noexcept {
  if (!candidate.rule.empty()) return candidate.rule;
  switch (candidate.kind) {
    case NameKind::kCombining:
      return "combining-form";
    case NameKind::kFormer:
      return "former-state";
    case NameKind::kAmbiguousCapital:
    case NameKind::kBrussels:
    case NameKind::kHague:
    case NameKind::kTripoli:
    case NameKind::kWashington:
      return "capital";
    case NameKind::kAmerica:
      return candidate.entry->surface == "America" ? "name" : "demonym";
    case NameKind::kIndian:
    case NameKind::kCentralAfrican:
      return "demonym";
    case NameKind::kPeoplesRepublic:
    case NameKind::kCompound:
      return "name";
    default:
      return kNameKinds[static_cast<std::size_t>(candidate.kind)];
  }
}

// A possessive 's is outside a mention, unless the name itself ends in one: St. George's.
std::uint32_t end_of(const CountryContext& text, const Candidate& candidate) {
  std::size_t end = text.words()[candidate.last_word].end;
  if (candidate.entry->surface.ends_with("'s")) {
    static_cast<void>(next_code_point(text.text(), end));
    ++end;
  }
  return static_cast<std::uint32_t>(end);
}

CountryMention mention_of(const CountryContext& text, const Candidate& candidate) {
  CountryMention mention{
      {text.words()[candidate.first_word].begin, end_of(text, candidate)}, {}, rule_of(candidate)};
  for (std::size_t i = 0; i + 1 < candidate.codes.size(); i += 2) {
    mention.codes.push_back(CountryCode{{candidate.codes.data() + i, 2}});
  }
  return mention;
}

}  // namespace

struct CountryFinder::Lexicon {
  explicit Lexicon(NameOverrides said) : overrides{std::move(said)} {
    if (!overrides.names.empty()) own.emplace(overrides);
  }
  [[nodiscard]] const LexiconIndex* own_index() const { return own ? &own->index() : nullptr; }

  LexiconIndex index;
  NameOverrides overrides;
  std::optional<OwnNames> own;
};

CountryFinder::CountryFinder() : CountryFinder(NameOverrides{}) {}
CountryFinder::CountryFinder(const NameOverrides& overrides)
    : lexicon_{std::make_unique<Lexicon>(overrides)} {}
CountryFinder::~CountryFinder() = default;
CountryFinder::CountryFinder(CountryFinder&&) noexcept = default;
CountryFinder& CountryFinder::operator=(CountryFinder&&) noexcept = default;

std::vector<CountryMention> CountryFinder::find(std::string_view text) const {
  const auto words = scan_words(text);
  return find_countries({text, words}, nullptr);
}

std::vector<CountryMention> CountryFinder::find(const ScannedText& text,
                                                CountryThread& thread) const {
  return find_countries(text, &thread);
}

std::vector<CountryMention> CountryFinder::find_countries(const ScannedText& text,
                                                          CountryThread* thread) const {
  CountryContext context{text, lexicon_->index, lexicon_->own_index()};
  apply_suppressions(context);
  drop_credits(context);
  drop_repeated_surnames(context, thread);
  resolve_by_surroundings(context);
  const bool all = lexicon_->overrides.rules_off.empty();
  std::vector<CountryMention> mentions;
  mentions.reserve(context.candidates().size());  // few do not count
  for (const auto& candidate : context.candidates()) {
    if (!candidate.counts()) continue;
    if (all || !lexicon_->overrides.is_off(rule_of(candidate))) {
      mentions.push_back(mention_of(context, candidate));
    }
  }
  return mentions;
}

}  // namespace dateline
