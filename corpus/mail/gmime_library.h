// GMime, loaded when the first mail is read.
#pragma once

#include <gmime/gmime.h>

namespace dateline {

/// The functions of GMime, GObject and GLib that are called here. With them come nineteen
/// libraries, which a search should not wait for.
struct GmimeLibrary {
  decltype(&::g_mime_init) init = nullptr;
  decltype(&::g_mime_stream_mem_new_with_buffer) stream_new = nullptr;
  decltype(&::g_mime_parser_new_with_stream) parser_new = nullptr;
  decltype(&::g_mime_parser_set_format) parser_set_format = nullptr;
  decltype(&::g_mime_parser_construct_message) parser_message = nullptr;
  decltype(&::g_mime_parser_eos) parser_at_end = nullptr;
  decltype(&::g_mime_message_get_subject) subject = nullptr;
  decltype(&::g_mime_message_get_from) from = nullptr;
  decltype(&::g_mime_message_get_date) date = nullptr;
  decltype(&::g_mime_message_get_mime_part) body = nullptr;
  decltype(&::g_mime_object_get_content_type) content_type = nullptr;
  decltype(&::g_mime_object_get_content_disposition) disposition = nullptr;
  decltype(&::g_mime_content_disposition_is_attachment) is_attachment = nullptr;
  decltype(&::g_mime_content_type_get_media_type) media_type = nullptr;
  decltype(&::g_mime_content_type_get_media_subtype) media_subtype = nullptr;
  decltype(&::g_mime_content_type_get_parameter) parameter = nullptr;
  decltype(&::g_mime_multipart_get_count) part_count = nullptr;
  decltype(&::g_mime_multipart_get_part) part = nullptr;
  decltype(&::g_mime_multipart_get_type) multipart_type = nullptr;
  decltype(&::g_mime_part_get_type) part_type = nullptr;
  decltype(&::g_mime_part_get_content) content = nullptr;
  decltype(&::g_mime_data_wrapper_write_to_stream) write_content = nullptr;
  decltype(&::g_mime_stream_mem_new) memory_new = nullptr;
  decltype(&::g_mime_stream_mem_get_byte_array) memory_bytes = nullptr;
  decltype(&::internet_address_list_length) address_count = nullptr;
  decltype(&::internet_address_list_get_address) address = nullptr;
  decltype(&::internet_address_get_name) address_name = nullptr;
  decltype(&::g_date_time_get_ymd) day = nullptr;
  decltype(&::g_type_check_instance_is_a) is_a = nullptr;
  decltype(&::g_object_unref) unref = nullptr;
};

/// The library, loaded and set up once and for good; any thread may ask for it.
/// @return nullptr when it is not installed, or is not the one that the program was built for.
[[nodiscard]] const GmimeLibrary* gmime_library() noexcept;

}  // namespace dateline
