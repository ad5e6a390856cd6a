// libcurl, loaded when a cluster is first asked.
#pragma once

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

namespace dateline {

/// The functions of libcurl that are called here.
///
/// The program is not linked with it: some twenty libraries come with Debian's (OpenSSL, Kerberos,
/// LDAP), and who searches an index on this machine should not wait for them.
struct CurlLibrary {
  decltype(&::curl_global_init) global_init = nullptr;
  decltype(&::curl_easy_init) easy_init = nullptr;
  decltype(&::curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&::curl_easy_setopt) easy_setopt = nullptr;
  decltype(&::curl_easy_perform) easy_perform = nullptr;
  decltype(&::curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&::curl_easy_strerror) easy_strerror = nullptr;
  decltype(&::curl_slist_append) slist_append = nullptr;
  decltype(&::curl_slist_free_all) slist_free_all = nullptr;
};

/// The library, loaded once and for good, and initialized; any thread may ask for it.
/// @return nullptr when it is not installed, or is not the one that the program was built for.
[[nodiscard]] const CurlLibrary* curl_library() noexcept;

}  // namespace dateline
