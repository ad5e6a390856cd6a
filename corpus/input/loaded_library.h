// A shared library that is loaded when it is first needed: most runs of the program call none of
// those that few files need, and should not wait for them.
#pragma once

#include <dlfcn.h>

namespace dateline {

/// A library, loaded for good, and the functions in it. A copy is the same library.
class LoadedLibrary {
 public:
  /// `name` as the linker would have written it: "libzip.so.4".
  explicit LoadedLibrary(const char* name) noexcept
      : library_(::dlopen(name, RTLD_LAZY | RTLD_LOCAL)) {}

  /// Looks the function `name` up, also in the libraries that this one needs.
  /// @return false when there is none, or no library.
  template <typename Function>
  [[nodiscard]] bool find(const char* name, Function& function) const noexcept {
    function = library_ == nullptr ? nullptr : reinterpret_cast<Function>(::dlsym(library_, name));
    return function != nullptr;
  }

 private:
  void* library_;
};

}  // namespace dateline
