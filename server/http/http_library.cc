#include "server/http/http_library.h"

#include <dlfcn.h>

#include <optional>

namespace dateline {
namespace {

template <typename Function>
bool find_function(void* library, const char* name, Function& function) noexcept {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::optional<HttpLibrary> load_http() noexcept {
  void* const library = ::dlopen(DATELINE_LIBMICROHTTPD, RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  HttpLibrary http;
  const auto find = [library](const char* name, auto& function) {
    return find_function(library, name, function);
  };
  const bool is_whole =
      find("MHD_start_daemon", http.start_daemon) && find("MHD_stop_daemon", http.stop_daemon) &&
      find("MHD_quiesce_daemon", http.quiesce_daemon) &&
      find("MHD_suspend_connection", http.suspend_connection) &&
      find("MHD_resume_connection", http.resume_connection) &&
      find("MHD_get_connection_info", http.get_connection_info) &&
      find("MHD_lookup_connection_value", http.lookup_connection_value) &&
      find("MHD_create_response_from_buffer", http.create_response_from_buffer) &&
      find("MHD_create_response_from_callback", http.create_response_from_callback) &&
      find("MHD_add_response_header", http.add_response_header) &&
      find("MHD_queue_response", http.queue_response) &&
      find("MHD_destroy_response", http.destroy_response);
  return is_whole ? std::optional{http} : std::nullopt;
}

}  // namespace

const HttpLibrary* http_library() noexcept {
  static const auto kLibrary = load_http();
  return kLibrary ? &*kLibrary : nullptr;
}

}  // namespace dateline
