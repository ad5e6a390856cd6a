#include "corpus/mail/gmime_library.h"

#include <dlfcn.h>

#include <optional>

namespace dateline {
namespace {

// Symbols of the libraries that it needs are found through it.
template <typename Function>
bool find_in_gmime(void* library, const char* name, Function& function) noexcept {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

bool find_messages(void* library, GmimeLibrary& mime) noexcept {
  return find_in_gmime(library, "g_mime_init", mime.init) &&
         find_in_gmime(library, "g_mime_stream_mem_new_with_buffer", mime.stream_new) &&
         find_in_gmime(library, "g_mime_parser_new_with_stream", mime.parser_new) &&
         find_in_gmime(library, "g_mime_parser_set_format", mime.parser_set_format) &&
         find_in_gmime(library, "g_mime_parser_construct_message", mime.parser_message) &&
         find_in_gmime(library, "g_mime_parser_eos", mime.parser_at_end) &&
         find_in_gmime(library, "g_mime_message_get_subject", mime.subject) &&
         find_in_gmime(library, "g_mime_message_get_from", mime.from) &&
         find_in_gmime(library, "g_mime_message_get_date", mime.date) &&
         find_in_gmime(library, "g_mime_message_get_mime_part", mime.body) &&
         find_in_gmime(library, "internet_address_list_length", mime.address_count) &&
         find_in_gmime(library, "internet_address_list_get_address", mime.address) &&
         find_in_gmime(library, "internet_address_get_name", mime.address_name) &&
         find_in_gmime(library, "g_date_time_get_ymd", mime.day) &&
         find_in_gmime(library, "g_type_check_instance_is_a", mime.is_a) &&
         find_in_gmime(library, "g_object_unref", mime.unref);
}

bool find_parts(void* library, GmimeLibrary& mime) noexcept {
  return find_in_gmime(library, "g_mime_object_get_content_type", mime.content_type) &&
         find_in_gmime(library, "g_mime_object_get_content_disposition", mime.disposition) &&
         find_in_gmime(library, "g_mime_content_disposition_is_attachment", mime.is_attachment) &&
         find_in_gmime(library, "g_mime_content_type_get_media_type", mime.media_type) &&
         find_in_gmime(library, "g_mime_content_type_get_media_subtype", mime.media_subtype) &&
         find_in_gmime(library, "g_mime_content_type_get_parameter", mime.parameter) &&
         find_in_gmime(library, "g_mime_multipart_get_count", mime.part_count) &&
         find_in_gmime(library, "g_mime_multipart_get_part", mime.part) &&
         find_in_gmime(library, "g_mime_multipart_get_type", mime.multipart_type) &&
         find_in_gmime(library, "g_mime_part_get_type", mime.part_type) &&
         find_in_gmime(library, "g_mime_part_get_content", mime.content) &&
         find_in_gmime(library, "g_mime_data_wrapper_write_to_stream", mime.write_content) &&
         find_in_gmime(library, "g_mime_stream_mem_new", mime.memory_new) &&
         find_in_gmime(library, "g_mime_stream_mem_get_byte_array", mime.memory_bytes);
}

std::optional<GmimeLibrary> load_gmime() noexcept {
  void* const library = ::dlopen(DATELINE_LIBGMIME, RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
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
