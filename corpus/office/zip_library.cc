#include "corpus/office/zip_library.h"

#include <dlfcn.h>

#include <optional>

namespace dateline {
namespace {

template <typename Function>
bool find(void* library, const char* name, Function& function) noexcept {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::optional<ZipLibrary> load() noexcept {
  void* const library = ::dlopen(DATELINE_LIBZIP, RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  ZipLibrary zip;
  const bool is_whole =
      find(library, "zip_error_init", zip.error_init) &&
      find(library, "zip_error_fini", zip.error_fini) &&
      find(library, "zip_error_strerror", zip.error_strerror) &&
      find(library, "zip_source_buffer_create", zip.source_buffer_create) &&
      find(library, "zip_source_free", zip.source_free) &&
      find(library, "zip_open_from_source", zip.open_from_source) &&
      find(library, "zip_discard", zip.discard) &&
      find(library, "zip_get_num_entries", zip.get_num_entries) &&
      find(library, "zip_get_name", zip.get_name) && find(library, "zip_stat", zip.stat) &&
      find(library, "zip_fopen_index", zip.fopen_index) && find(library, "zip_fread", zip.fread) &&
      find(library, "zip_fclose", zip.fclose);
  return is_whole ? std::optional{zip} : std::nullopt;
}

}  // namespace

const ZipLibrary* zip_library() noexcept {
  static const auto kLibrary = load();
  return kLibrary ? &*kLibrary : nullptr;
}

}  // namespace dateline
