#include "language/persons/office_words.h"

#include <algorithm>
#include <array>

namespace dateline::persons {
namespace {

// Territories with a code of their own: their governors act for them (policy P2, B1).
constexpr std::array<std::string_view, 10> kTerritories{"HK", "MO", "GI", "FK", "BM",
                                                        "GU", "AS", "PR", "GL", "NC"};

constexpr KindMask kOfStates = bit(WordKind::office) | bit(WordKind::royal) | bit(WordKind::rank) |
                               bit(WordKind::leader) | bit(WordKind::weak);
constexpr KindMask kPrivate =
    bit(WordKind::calling) | bit(WordKind::kin) | bit(WordKind::soldier) | bit(WordKind::local);

bool is_bank_word(std::string_view word) noexcept {
  return word == "Bank" || word == "bank" || word == "Reserve" || word == "banker";
}

}  // namespace

void OfficeWords::cover(Index i) noexcept {
  first_ = first_ < 0 ? i : std::min(first_, i);
  last_ = std::max(last_, i);
}

void OfficeWords::take_head(Index i) {
  heads_ |= text_.at(i).kinds &
            (kHeads | bit(WordKind::firm) | bit(WordKind::plural) | bit(WordKind::legislator));
  modifiers_ |= text_.at(i).kinds & bit(WordKind::former);
  cover(i);
}

void OfficeWords::take_modifier(Index i) {
  modifiers_ |= text_.at(i).kinds & (kModifiers | bit(WordKind::ethnic));
  bank_ = bank_ || is_bank_word(text_.word(i));
  late_ = late_ || text_.word(i) == "late";
  cover(i);
}

void OfficeWords::take_place(const Place& place, bool receiving) {
  cover(static_cast<Index>(place.first_word));
  cover(static_cast<Index>(place.last_word));
  if (receiving) return;
  // Two in a row: the nearer one to the office counts, but an agency or a state before an
  // organization ("the U.S. ambassador", "NATO's").
  const bool better = place_ == nullptr || (!place_->country && place.country.has_value()) ||
                      (place.agency && !place_->agency);
  if (!better) return;
  place_ = &place;
  owned_ = text_.at(static_cast<Index>(place.last_word)).word.possessive;
  bank_ = bank_ || is_bank_word(text_.word(static_cast<Index>(place.first_word)));
}

bool OfficeWords::is_of_state_weakly() const {
  if (place_ != nullptr && (place_->agency || owned_ || !place_->organization.empty())) return true;
  return (modifiers_ & bit(WordKind::institution)) != 0;
}

Standing OfficeWords::of_state() const {
  const bool firm = (heads_ & bit(WordKind::firm)) != 0;
  const bool party = (modifiers_ & bit(WordKind::party)) != 0;
  if (!firm && body_) return Standing::apart;
  if (!firm && !party && (modifiers_ & bit(WordKind::outside)) != 0) return Standing::apart;
  const KindMask strong = bit(WordKind::office) | bit(WordKind::royal) | bit(WordKind::rank);
  if ((heads_ & strong) != 0) return Standing::acts;
  if ((heads_ & bit(WordKind::leader)) != 0) {
    return place_ == nullptr || place_->people ? Standing::apart : Standing::acts;
  }
  return is_of_state_weakly() || party ? Standing::acts : Standing::apart;
}

Standing OfficeWords::standing() const {
  if ((modifiers_ & bit(WordKind::former)) != 0 && (heads_ & ~bit(WordKind::courtesy)) != 0) {
    return Standing::former;
  }
  const bool governs = place_ != nullptr && place_->country &&
                       std::find(kTerritories.begin(), kTerritories.end(),
                                 place_->country->view()) != kTerritories.end();
  if ((heads_ & bit(WordKind::local)) != 0 && (bank_ || governs)) return Standing::acts;
  if ((heads_ & kOfStates) != 0 && (heads_ & bit(WordKind::local)) == 0) return of_state();
  if ((heads_ & kPrivate) != 0) return Standing::apart;
  return Standing::named;
}

std::optional<OfficePhrase> OfficeWords::phrase() const {
  if (heads_ == 0 && !late_) return std::nullopt;
  OfficePhrase phrase;
  phrase.standing = standing();
  if (heads_ == 0) phrase.standing = Standing::former;
  phrase.span = text_.span(first_, last_);
  phrase.role = role_of(phrase.span.of(text_.text()));
  phrase.party = (modifiers_ & bit(WordKind::party)) != 0 && (heads_ & bit(WordKind::firm)) == 0;
  phrase.plural = (heads_ & bit(WordKind::plural)) != 0;
  if (place_ != nullptr) {
    phrase.country = place_->country;
    phrase.organization = place_->organization;
  } else if ((heads_ & bit(WordKind::legislator)) != 0) {
    phrase.country.emplace("US");
  }
  return phrase;
}

}  // namespace dateline::persons
