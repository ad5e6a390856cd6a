// libzip, loaded when the first archive is read.
#pragma once

#include <zip.h>

namespace dateline {

/// The functions of libzip that are called here.
///
/// The program is not linked with libzip: it brings libcrypto, for encrypted archives, which are
/// refused here anyway. Loading that took a fifth of the time that a search takes from the shell.
struct ZipLibrary {
  decltype(&::zip_error_init) error_init = nullptr;
  decltype(&::zip_error_fini) error_fini = nullptr;
  decltype(&::zip_error_strerror) error_strerror = nullptr;
  decltype(&::zip_source_buffer_create) source_buffer_create = nullptr;
  decltype(&::zip_source_free) source_free = nullptr;
  decltype(&::zip_open_from_source) open_from_source = nullptr;
  decltype(&::zip_discard) discard = nullptr;
  decltype(&::zip_get_num_entries) get_num_entries = nullptr;
  decltype(&::zip_get_name) get_name = nullptr;
  decltype(&::zip_stat) stat = nullptr;
  decltype(&::zip_fopen_index) fopen_index = nullptr;
  decltype(&::zip_fread) fread = nullptr;
  decltype(&::zip_fclose) fclose = nullptr;
};

/// The library, loaded once and for good; any thread may ask for it.
/// @return nullptr when it is not installed, or is not the one that the program was built for.
[[nodiscard]] const ZipLibrary* zip_library() noexcept;

}  // namespace dateline
