#include "index/xapian_failure.h"

#include <fmt/format.h>
#include <xapian.h>

#include <string>
#include <string_view>
#include <system_error>

namespace dateline {
namespace {

// Of an error of the system, Xapian gives no number but the words.
bool is(std::string_view reason, std::errc error) {
  return reason == std::make_error_code(error).message();
}

}  // namespace

IndexError index_error(const std::filesystem::path& path, const Xapian::Error& error) {
  const char* given = error.get_error_string();  // null when no system call failed
  const std::string reason = given == nullptr ? "" : given;
  const bool is_damage = reason.empty() || is(reason, std::errc::no_such_file_or_directory) ||
                         is(reason, std::errc::not_a_directory);
  if (!is_damage)
    return {IndexFault::io, path, fmt::format("{}: cannot be read ({})", path.string(), reason)};
  return {IndexFault::missing, path,
          fmt::format("{}: cannot be read ({}); the index is damaged, build it again",
                      path.string(), error.get_msg())};
}

}  // namespace dateline
