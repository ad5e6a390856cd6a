#include "evaluation/score.h"

#include <fmt/format.h>

namespace dateline {
namespace {

double share(std::size_t part, std::size_t whole, std::size_t other) noexcept {
  if (whole == 0) return other == 0 ? 1.0 : 0.0;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Score::precision() const noexcept { return share(both, found, labelled); }
double Score::recall() const noexcept { return share(both, labelled, found); }
double Score::f1() const noexcept { return share(2 * both, found + labelled, 0); }

std::string score_line(const Score& score) {
  return fmt::format("rows {}/{} P {:.3f} R {:.3f} F1 {:.3f}", score.exact, score.rows,
                     score.precision(), score.recall(), score.f1());
}

}  // namespace dateline
