// Catch2, whichever of its two interfaces the system has: 2 (Debian 12) or 3 (Debian 13).
#pragma once

#if __has_include(<catch2/catch_all.hpp>)

#include <catch2/catch_all.hpp>
#include <string>

// Catch2 3 moved what tests use into the namespace Matchers, and named one of them anew.
namespace Catch {
using Matchers::EndsWith;
using Matchers::Equals;
using Matchers::StartsWith;
/// Matches a string that has `part` in it.
inline auto Contains(const std::string& part) { return Matchers::ContainsSubstring(part); }
}  // namespace Catch

using Catch::Approx;  // as 2 has it

#else

#include <catch2/catch.hpp>

#endif
