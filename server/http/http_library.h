// libmicrohttpd, loaded when a server starts.
#pragma once

#include <microhttpd.h>

namespace dateline {

/// The functions of libmicrohttpd that are called here.
///
/// The program is not linked with it: Debian's brings GnuTLS, which is not used here, and all commands
/// would pay for loading that.
struct HttpLibrary {
  decltype(&::MHD_start_daemon) start_daemon = nullptr;
  decltype(&::MHD_stop_daemon) stop_daemon = nullptr;
  decltype(&::MHD_quiesce_daemon) quiesce_daemon = nullptr;
  decltype(&::MHD_suspend_connection) suspend_connection = nullptr;
  decltype(&::MHD_resume_connection) resume_connection = nullptr;
  decltype(&::MHD_get_connection_info) get_connection_info = nullptr;
  decltype(&::MHD_lookup_connection_value) lookup_connection_value = nullptr;
  decltype(&::MHD_create_response_from_buffer) create_response_from_buffer = nullptr;
  decltype(&::MHD_create_response_from_callback) create_response_from_callback = nullptr;
  decltype(&::MHD_add_response_header) add_response_header = nullptr;
  decltype(&::MHD_queue_response) queue_response = nullptr;
  decltype(&::MHD_destroy_response) destroy_response = nullptr;
};

/// The library, loaded once and for good; any thread may ask for it.
/// @return nullptr when it is not installed, or is not the one that the program was built for.
[[nodiscard]] const HttpLibrary* http_library() noexcept;

}  // namespace dateline
