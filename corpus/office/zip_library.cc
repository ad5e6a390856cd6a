#include "corpus/office/zip_library.h"

#include <optional>

#include "corpus/input/loaded_library.h"

namespace dateline {
namespace {

std::optional<ZipLibrary> load() noexcept {
  const LoadedLibrary library{DATELINE_LIBZIP};
  ZipLibrary zip;
  const bool is_whole =
      library.find("zip_error_init", zip.error_init) &&
      library.find("zip_error_fini", zip.error_fini) &&
      library.find("zip_error_strerror", zip.error_strerror) &&
      library.find("zip_source_buffer_create", zip.source_buffer_create) &&
      library.find("zip_source_free", zip.source_free) &&
      library.find("zip_open_from_source", zip.open_from_source) &&
      library.find("zip_discard", zip.discard) &&
      library.find("zip_get_num_entries", zip.get_num_entries) &&
      library.find("zip_get_name", zip.get_name) && library.find("zip_stat", zip.stat) &&
      library.find("zip_fopen_index", zip.fopen_index) && library.find("zip_fread", zip.fread) &&
      library.find("zip_fclose", zip.fclose);
  return is_whole ? std::optional{zip} : std::nullopt;
}

}  // namespace

const ZipLibrary* zip_library() noexcept {
  static const auto kLibrary = load();
  return kLibrary ? &*kLibrary : nullptr;
}

}  // namespace dateline
