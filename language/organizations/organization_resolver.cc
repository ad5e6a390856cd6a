#include "language/organizations/organization_resolver.h"

#include <array>
#include <bit>
#include <optional>
#include <vector>

#include "language/organizations/organization_definition.h"
#include "language/organizations/organization_rules.h"

namespace dateline::organizations {
namespace {

/// The passes over one text, and what they have learned of it.
class Resolver {
 public:
  Resolver(Text& text, const Table& table)
      : text_{text}, table_{table}, named_(table.organizations().size()) {}

  void run() {
    for (std::size_t i = 0; i < text_.candidates().size(); ++i) read_definition(i);
    for (std::size_t i = 0; i < text_.candidates().size(); ++i) resolve_definite(i);
    last_mention_.assign(named_.size(), kNever);
    for (std::size_t i = 0; i < text_.candidates().size(); ++i) resolve_in_order(i);
  }

 private:
  using Organization = std::optional<std::uint16_t>;
  static constexpr std::uint32_t kNever = 0;

  void read_definition(std::size_t i) {
    const auto definition = definition_of(text_, i);
    if (!definition) return;
    const Candidate& found = text_.candidates()[i];
    if (definition->organization) {
      named_[*definition->organization] = true;
    } else {
      if (defined_otherwise_.empty()) defined_otherwise_.resize(text_.index().entries());
      defined_otherwise_[found.entry->number] = true;
    }
  }

  [[nodiscard]] bool is_out(const Candidate& found) const {
    if (found.entry->block || is_narrowed(text_, found)) return true;
    if (!defined_otherwise_.empty() && defined_otherwise_[found.entry->number]) return true;
    return is_before_currency_sign(text_, found);
  }

  void resolve_definite(std::size_t i) {
    Candidate& found = text_.candidates()[i];
    if (!found.entry->definite() || is_out(found)) return;
    const Name& name = *found.entry->readings.front();
    if (!holds(text_, i, name.when, named_[name.organization])) return;
    found.organization = name.organization;
    named_[name.organization] = true;
  }

  void resolve_in_order(std::size_t i) {
    Candidate& found = text_.candidates()[i];
    if (!found.organization && !found.entry->definite() && !is_out(found)) {
      found.organization = reading_of(i);
      refer_back(found);
    }
    if (found.organization) {
      remember(found, i);
    } else if (found.entry->block || (found.entry->noun && is_unknown_name(text_, found))) {
      forget(found.entry->nouns);
    }
  }

  /// Which of several organizations that share a name is meant: the one mentioned last, else one
  /// that is named later, else the first.
  [[nodiscard]] Organization reading_of(std::size_t i) const {
    Organization best;
    for (const Name* name : text_.candidates()[i].entry->readings) {
      if (!holds(text_, i, name->when, named_[name->organization])) continue;
      if (!best || is_nearer(name->organization, *best)) best = name->organization;
    }
    return best;
  }

  [[nodiscard]] bool is_nearer(std::uint16_t organization, std::uint16_t than) const {
    const auto last = last_mention_[organization];
    const auto last_of_other = last_mention_[than];
    if (last != last_of_other) return last > last_of_other;
    return named_[organization] && !named_[than];
  }

  // "The Union" is the one that was named last; so is "Commonwealth leaders" once there is one.
  void refer_back(Candidate& found) const {
    if (!found.entry->noun) return;
    const auto& last = last_with_noun_[noun_of(*found.entry)];
    if (!last || (!found.organization && !is_short_reference(text_, found))) return;
    found.referred_back = !found.organization;
    found.organization = last;
  }

  static std::size_t noun_of(const Entry& entry) noexcept {
    return static_cast<std::size_t>(std::countr_zero(entry.nouns)) % kMostNouns;
  }

  void remember(const Candidate& found, std::size_t i) {
    const auto organization = *found.organization;
    named_[organization] = true;
    last_mention_[organization] = static_cast<std::uint32_t>(i) + 1;
    auto nouns = table_.organizations()[organization].nouns | found.entry->nouns;
    for (; nouns != 0; nouns &= nouns - 1) {
      last_with_noun_[static_cast<std::size_t>(std::countr_zero(nouns))] = organization;
    }
  }

  void forget(std::uint32_t nouns) {
    for (; nouns != 0; nouns &= nouns - 1) {
      last_with_noun_[static_cast<std::size_t>(std::countr_zero(nouns))].reset();
    }
  }

  Text& text_;
  const Table& table_;
  std::vector<bool> named_;  ///< by organization: somewhere in the text, beyond doubt
  std::vector<bool> defined_otherwise_;
  std::vector<std::uint32_t> last_mention_;
  std::array<Organization, kMostNouns> last_with_noun_{};
};

}  // namespace

void resolve(Text& text, const Table& table) {
  if (!text.candidates().empty()) Resolver{text, table}.run();
}

}  // namespace dateline::organizations
