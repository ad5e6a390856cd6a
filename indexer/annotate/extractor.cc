#include "indexer/annotate/extractor.h"

#include <fmt/format.h>

#include <utility>

namespace dateline {
namespace {

std::string version_with(const NameOverrides& names) {
  return fmt::format("{} names-{}", rules_version(), names.fingerprint());
}

}  // namespace

Extractor::Extractor(NameOverrides overrides)
    : overrides_(std::move(overrides)),
      countries_(overrides_),
      organizations_(overrides_),
      persons_(overrides_) {}

std::string Extractor::version() const { return version_with(overrides_); }

std::string current_extractor(const Manifest& manifest) {
  return version_with(parse_name_overrides(manifest.names, "the names in the index"));
}

std::string rules_version() { return "dates-3 countries-3 organizations-1 persons-2 events-5"; }

}  // namespace dateline
