#include "cluster/http/curl_library.h"

#include <optional>

#include "corpus/input/loaded_library.h"

namespace dateline {
namespace {

std::optional<CurlLibrary> load_curl() noexcept {
  const LoadedLibrary library{DATELINE_LIBCURL};
  CurlLibrary curl;
  const bool is_whole = library.find("curl_global_init", curl.global_init) &&
                        library.find("curl_easy_init", curl.easy_init) &&
                        library.find("curl_easy_cleanup", curl.easy_cleanup) &&
                        library.find("curl_easy_setopt", curl.easy_setopt) &&
                        library.find("curl_easy_perform", curl.easy_perform) &&
                        library.find("curl_easy_getinfo", curl.easy_getinfo) &&
                        library.find("curl_easy_strerror", curl.easy_strerror) &&
                        library.find("curl_slist_append", curl.slist_append) &&
                        library.find("curl_slist_free_all", curl.slist_free_all);
  if (!is_whole || curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return std::nullopt;
  return curl;
}

}  // namespace

const CurlLibrary* curl_library() noexcept {
  static const auto kLibrary = load_curl();
  return kLibrary ? &*kLibrary : nullptr;
}

}  // namespace dateline
