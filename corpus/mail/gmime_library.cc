#include "corpus/mail/gmime_library.h"

#include <optional>

#include "corpus/input/loaded_library.h"

namespace dateline {
namespace {

bool find_messages(const LoadedLibrary& library, GmimeLibrary& mime) noexcept {
  return library.find("g_mime_init", mime.init) &&
         library.find("g_mime_stream_mem_new_with_buffer", mime.stream_new) &&
         library.find("g_mime_parser_new_with_stream", mime.parser_new) &&
         library.find("g_mime_parser_set_format", mime.parser_set_format) &&
         library.find("g_mime_parser_construct_message", mime.parser_message) &&
         library.find("g_mime_parser_eos", mime.parser_at_end) &&
         library.find("g_mime_message_get_subject", mime.subject) &&
         library.find("g_mime_message_get_from", mime.from) &&
         library.find("g_mime_message_get_date", mime.date) &&
         library.find("g_mime_message_get_mime_part", mime.body) &&
         library.find("internet_address_list_length", mime.address_count) &&
         library.find("internet_address_list_get_address", mime.address) &&
         library.find("internet_address_get_name", mime.address_name) &&
         library.find("g_date_time_get_ymd", mime.day) &&
         library.find("g_type_check_instance_is_a", mime.is_a) &&
         library.find("g_object_unref", mime.unref);
}

bool find_parts(const LoadedLibrary& library, GmimeLibrary& mime) noexcept {
  return library.find("g_mime_object_get_content_type", mime.content_type) &&
         library.find("g_mime_object_get_content_disposition", mime.disposition) &&
         library.find("g_mime_content_disposition_is_attachment", mime.is_attachment) &&
         library.find("g_mime_content_type_get_media_type", mime.media_type) &&
         library.find("g_mime_content_type_get_media_subtype", mime.media_subtype) &&
         library.find("g_mime_content_type_get_parameter", mime.parameter) &&
         library.find("g_mime_multipart_get_count", mime.part_count) &&
         library.find("g_mime_multipart_get_part", mime.part) &&
         library.find("g_mime_multipart_get_type", mime.multipart_type) &&
         library.find("g_mime_part_get_type", mime.part_type) &&
         library.find("g_mime_part_get_content", mime.content) &&
         library.find("g_mime_data_wrapper_write_to_stream", mime.write_content) &&
         library.find("g_mime_stream_mem_new", mime.memory_new) &&
         library.find("g_mime_stream_mem_get_byte_array", mime.memory_bytes);
}

std::optional<GmimeLibrary> load_gmime() noexcept {
  const LoadedLibrary library{DATELINE_LIBGMIME};
  GmimeLibrary mime;
  if (!find_messages(library, mime) || !find_parts(library, mime)) return std::nullopt;
  mime.init();
  return mime;
}

}  // namespace

const GmimeLibrary* gmime_library() noexcept {
  static const auto kLibrary = load_gmime();
  return kLibrary ? &*kLibrary : nullptr;
}

}  // namespace dateline
