// What a text says, sentence by sentence, that bears on the ambiguous country words in it.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/countries/country_context.h"

namespace dateline {

/// Facts about a sentence or a paragraph, as a set of bits.
enum class Sign : std::uint8_t {
  kBelgium,
  kDominica,
  kDominicanRepublic,
  kUsState,
  kGeorgiaState,
  kCaucasus,
  kRussia,
};

/// Made once from the candidates that the suppressions left. Linear in the text.
class Surroundings {
 public:
  explicit Surroundings(const CountryContext& text);

  [[nodiscard]] bool in_sentence(std::uint32_t sentence, Sign sign) const;
  [[nodiscard]] bool in_text(Sign sign) const noexcept;
  /// Whether some mention that is sure by itself has exactly this code.
  [[nodiscard]] bool names(std::string_view code) const;

  /// Which Congo the sign nearest to `candidate` speaks of, in its sentence, else in the text: "CD"
  /// or "CG".
  [[nodiscard]] std::optional<std::string_view> nearest_congo(const Candidate& candidate) const;

 private:
  struct CongoSign {
    std::uint32_t word;
    std::uint32_t sentence;
    bool kinshasa;
  };

  void read_candidates(const CountryContext& text);
  void read_words(const CountryContext& text);
  void note(std::uint32_t sentence, Sign sign);
  [[nodiscard]] const CongoSign* nearest(const CongoSign* before, const CongoSign* after,
                                         std::uint32_t word) const;

  std::vector<std::uint16_t> sentences_;
  std::uint16_t text_ = 0;
  std::bitset<676> codes_;  ///< 26 x 26, by the letters of the code
  std::vector<CongoSign> congo_signs_;
};

}  // namespace dateline
