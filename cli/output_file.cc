#include "cli/output_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/terminal.h"
#include "index/error.h"

namespace dateline {

void write_output(const std::string& path, std::string_view text) {
  if (path == "-") return print(text);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file) return;
  throw IndexError(IndexFault::io, path,
                   fmt::format("cannot write {} ({})", path, std::strerror(errno)));
}

}  // namespace dateline
