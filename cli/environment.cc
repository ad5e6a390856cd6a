#include "cli/environment.h"

#include <cstdlib>

namespace dateline {

std::string_view environment(const char* name) {
  const char* value =
      std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets the environment
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

}  // namespace dateline
