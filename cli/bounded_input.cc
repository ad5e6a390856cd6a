#include "cli/bounded_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
#include <system_error>

#include "cli/usage_error.h"
#include "language/error.h"

namespace dateline {
namespace {

// Leaves `bad` set when the reading failed.
std::string read_from(std::istream& stream, std::string_view name, std::string_view option,
                      std::uint64_t max_bytes) {
  constexpr std::size_t kPiece = std::size_t{64} << 10;
  std::string text;
  std::array<char, kPiece> piece{};
  while (stream) {
    stream.read(piece.data(), piece.size());
    text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > max_bytes) {
      throw UsageError(fmt::format("{}: {} has more than {} bytes", option, name, max_bytes));
    }
  }
  return text;
}

// Why a file cannot be read.
std::string fault_of(const std::string& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) return "there is no such file";
  if (status.type() == std::filesystem::file_type::directory) return "it is a folder";
  return error ? error.message() : "no permission";
}

}  // namespace

std::string read_bounded(const std::string& file, std::string_view option,
                         std::uint64_t max_bytes) {
  if (file == "-") return read_from(std::cin, "standard input", option, max_bytes);
  std::ifstream stream(file, std::ios::binary);
  auto text = stream ? read_from(stream, file, option, max_bytes) : std::string{};
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(file, ignored);
  if (stream.is_open() && stream.bad() && !is_folder)
    throw Error(fmt::format("{}: {}: the reading failed", option, file));
  if (!stream.is_open() || is_folder)
    throw UsageError(fmt::format("{}: cannot read {}: {}", option, file, fault_of(file)));
  return text;
}

std::vector<std::string> read_list(const std::string& file, std::string_view option, char end) {
  const auto text = read_bounded(file, option, kMaxListBytes);
  std::vector<std::string> items;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = std::min(text.find(end, at), text.size());
    std::string_view item(text.data() + at, next - at);
    if (end == '\n' && item.ends_with('\r')) item.remove_suffix(1);
    if (!item.empty()) items.emplace_back(item);
    at = next + 1;
  }
  return items;
}

}  // namespace dateline
