#include "tests/support/stored_zip.h"

#include <zlib.h>

#include <cstdint>

namespace dateline::test {
namespace {

// Little-endian numbers. Source: PKWARE APPNOTE.TXT 6.3, §4.3.7, §4.3.12, §4.3.16.
void put(std::string& out, std::uint32_t value, unsigned bytes) {
  for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

std::uint32_t checksum(const std::string& bytes) {
  const auto* const data = reinterpret_cast<const Bytef*>(bytes.data());
  return static_cast<std::uint32_t>(::crc32(0, data, static_cast<uInt>(bytes.size())));
}

void put_fields(std::string& out, const std::string& name, const std::string& bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  put(out, 20, 2);          // version needed
  put(out, 0x0800, 2);      // names are UTF-8
  put(out, 0, 2);           // stored
  put(out, 0x00210000, 4);  // 1 January 1980
  put(out, checksum(bytes), 4);
  put(out, size, 4);
  put(out, size, 4);
  put(out, static_cast<std::uint32_t>(name.size()), 2);
  put(out, 0, 2);  // extra field
}

}  // namespace

std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string out;
  std::string directory;
  for (const auto& [name, bytes] : parts) {
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += "PK\x03\x04";
    put_fields(out, name, bytes);
    out += name + bytes;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    put_fields(directory, name, bytes);
    put(directory, 0, 2);  // comment
    put(directory, 0, 2);  // disk
    put(directory, 0, 2);  // internal attributes
    put(directory, 0, 4);  // external attributes
    put(directory, begin, 4);
    directory += name;
  }
  const auto count = static_cast<std::uint32_t>(parts.size());
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory;
  out += "PK\x05\x06";
  put(out, 0, 4);
  put(out, count, 2);
  put(out, count, 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

}  // namespace dateline::test
