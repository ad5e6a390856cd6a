#include "indexer/annotate/extractor.h"

#include <fmt/format.h>

#include <utility>

namespace dateline {

Extractor::Extractor(NameOverrides overrides)
    : overrides_(std::move(overrides)), countries_(overrides_), organizations_(overrides_) {}

std::string Extractor::version() const {
  return fmt::format("{} names-{}", rules_version(), overrides_.fingerprint());
}

std::string rules_version() { return "dates-3 countries-3 organizations-1 persons-1 events-5"; }

}  // namespace dateline
