#include "tests/mutation/index_mutator.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "index/checksums.h"
#include "index/error.h"
#include "index/hex_hash.h"
#include "index/manifest.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Numbers at which something ends, as bytes that numbers of any width are cut from.
constexpr std::array<std::uint64_t, 12> kEnds{0,
                                              1,
                                              0x7F,
                                              0xFF,
                                              0x7FFF,
                                              0xFFFF,
                                              0x7FFFFFFF,
                                              0x80000000,
                                              0xFFFFFFFF,
                                              0x7FFFFFFFFFFFFFFF,
                                              0x8000000000000000,
                                              0xFFFFFFFFFFFFFFFF};

// A column of the file `columns`, as columns.h describes it.
struct Column {
  std::string name;
  std::size_t offset = 0;
  std::size_t size = 0;
};

template <typename T>
T at(const std::string& bytes, std::size_t offset) {
  T value{};
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

std::vector<Column> columns_in(const std::string& bytes) {
  constexpr std::size_t kHeader = 16;
  constexpr std::size_t kName = 32;
  constexpr std::size_t kRow = kName + 24;
  std::vector<Column> columns;
  const auto count = at<std::uint32_t>(bytes, kHeader - sizeof(std::uint32_t));
  for (std::size_t i = 0; i < count; ++i) {
    const auto row = kHeader + i * kRow;
    columns.push_back({bytes.c_str() + row, at<std::uint64_t>(bytes, row + kName),
                       at<std::uint64_t>(bytes, row + kName + 8)});
  }
  return columns;
}

// All places of a JSON value that hold something.
void collect(json& value, std::vector<json*>& places) {
  places.push_back(&value);
  if (!value.is_structured()) return;
  for (auto& part : value) collect(part, places);
}

json nested(std::size_t depth) {
  json value;
  for (std::size_t i = 0; i < depth; ++i) value = json::array({std::move(value)});
  return value;
}

void write_sealed(const fs::path& path, json object) {
  object.erase("hash");
  object["hash"] = hex_hash(object.dump());
  (void)TempDir::write_to(path, object.dump(2) + "\n");
}

}  // namespace

std::size_t IndexMutator::below(std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
}

fs::path IndexMutator::any_file(const fs::path& index) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (!entry.is_regular_file()) continue;
    files.push_back(entry.path());
    // Where most of the reading is done.
    const auto name = entry.path().filename();
    if (name == "columns" || name == "tokens" || name == "postlist.glass")
      files.insert(files.end(), 4, entry.path());
  }
  std::sort(files.begin(), files.end());
  return files[below(files.size())];
}

fs::path IndexMutator::any_segment(const fs::path& index) {
  std::vector<fs::path> segments;
  for (const auto& entry : fs::directory_iterator(index / "segments"))
    segments.push_back(entry.path());
  std::sort(segments.begin(), segments.end());
  return segments[below(segments.size())];
}

std::string IndexMutator::reseal(const fs::path& index) {
  if (below(2) == 0) return {};
  try {
    auto manifest = read_manifest(index);
    for (auto& segment : manifest.segments)
      segment.seal = seal_segment(segment_path(index, segment.name));
    write_manifest(index, manifest);
    return ", sealed again";
  } catch (const IndexError&) {
    return ", and cannot be sealed";
  }
}

std::string IndexMutator::damage_bytes(const fs::path& index) {
  const auto file = any_file(index);
  auto bytes = read_file(file);
  const auto count = 1 + below(8);
  for (std::size_t i = 0; i < count && !bytes.empty(); ++i)
    bytes[below(bytes.size())] = static_cast<char>(below(256));
  (void)TempDir::write_to(file, bytes);
  return fmt::format("{} bytes of {}{}", count, file.string(), reseal(index));
}

std::string IndexMutator::overwrite_run(const fs::path& index) {
  const auto file = any_file(index);
  auto bytes = read_file(file);
  if (bytes.empty()) return "nothing";
  const auto begin = below(bytes.size());
  const auto size = std::min(bytes.size() - begin, std::size_t{1} << below(13));
  const auto fill = below(4);
  for (std::size_t i = begin; i < begin + size; ++i) {
    bytes[i] = fill == 0 ? '\0' : fill == 1 ? '\xFF' : static_cast<char>(below(256));
  }
  (void)TempDir::write_to(file, bytes);
  return fmt::format("{} bytes of {} from {} on{}", size, file.string(), begin, reseal(index));
}

std::string IndexMutator::craft_column(const fs::path& index) {
  const auto file = any_segment(index) / "columns";
  auto bytes = read_file(file);
  auto columns = columns_in(bytes);
  std::erase_if(columns, [](const Column& column) { return column.size == 0; });
  const auto& column = columns[below(columns.size())];
  const auto width = std::min(column.size, std::size_t{1} << below(4));
  const auto value = kEnds[below(kEnds.size())];
  const auto slots = column.size / width;
  const bool fills = below(3) == 0;
  const auto count = fills ? slots : 1 + below(4);
  for (std::size_t i = 0; i < count; ++i) {
    const auto slot = fills ? i : below(slots);
    std::memcpy(bytes.data() + column.offset + slot * width, &value, width);
  }
  (void)TempDir::write_to(file, bytes);
  return fmt::format("{} numbers of {} bytes in column {} of {} are {:#x}{}", count, width,
                     column.name, file.string(), value, reseal(index));
}

std::uint32_t IndexMutator::number_near(std::uint32_t value) {
  switch (below(4)) {
    case 0:
      return static_cast<std::uint32_t>(kEnds[below(kEnds.size())]);
    case 1:
      return value + static_cast<std::uint32_t>(below(17)) - 8;
    default:
      return static_cast<std::uint32_t>(below(0x10000));
  }
}

// Blocks of Xapian's tables, as index/glass_block.h describes them: 8192 bytes each.
std::string IndexMutator::craft_block(std::string& bytes) {
  constexpr std::size_t kBlock = 8192;
  constexpr std::size_t kHead = 11;
  const auto blocks = bytes.size() / kBlock;
  if (blocks == 0) return "nothing";
  const auto block = below(blocks);
  const auto begin = block * kBlock;
  const auto read = [&](std::size_t offset) {
    return (std::uint32_t{static_cast<unsigned char>(bytes[begin + offset])} << 8U) |
           static_cast<unsigned char>(bytes[begin + offset + 1]);
  };
  const auto write = [&](std::size_t offset, std::uint32_t value) {
    if (offset + 1 >= kBlock) return;
    bytes[begin + offset] = static_cast<char>(value >> 8U);
    bytes[begin + offset + 1] = static_cast<char>(value);
  };
  const auto slots = read(9) > kHead ? (read(9) - kHead) / 2 : 1;
  const auto slot = kHead + 2 * std::min<std::size_t>(below(slots), (kBlock - kHead) / 2 - 1);
  const auto item = std::min<std::size_t>(read(slot), kBlock - 8);
  const auto kind = below(7);
  if (kind == 0) {  // its level, the gap, the free bytes, where the directory ends
    write(below(11), number_near(read(9)));
  } else if (kind == 1) {  // where an item begins
    write(slot, number_near(read(slot)));
  } else if (kind == 2) {  // its size and marks, or the block to which a branch leads
    write(item + 2 * below(2), number_near(read(item)));
  } else if (kind == 3) {  // the size of its key, or the like
    bytes[begin + item + 2 + below(6)] = static_cast<char>(below(256));
  } else if (kind == 4) {  // another block's bytes
    bytes.replace(begin, kBlock, bytes.substr(below(blocks) * kBlock, kBlock));
  } else if (kind == 5) {  // all items one
    for (std::size_t i = 0; i < std::min<std::size_t>(slots, 4000); ++i)
      write(kHead + 2 * i, read(slot));
  } else {  // what a list of articles says
    for (std::size_t i = 1 + below(40); i > 0; --i)
      bytes[begin + item + below(std::min<std::size_t>(kBlock - item, 200))] =
          static_cast<char>(below(3) == 0 ? 0xFF : below(256));
  }
  return fmt::format("kind {} of change in block {}", kind, block);
}

std::string IndexMutator::craft_glass(const fs::path& index) {
  const auto database = below(6) == 0 ? index / "sources" : any_segment(index) / "articles";
  const bool is_version = below(6) == 0;
  const auto file = database / (is_version ? "iamglass" : "postlist.glass");
  auto bytes = read_file(file);
  std::string what;
  if (is_version) {
    const auto at = below(bytes.size());
    bytes[at] = static_cast<char>(below(2) == 0 ? below(32) : below(256));
    what = fmt::format("byte {} is {}", at, static_cast<int>(bytes[at]));
  } else {
    for (std::size_t i = 1 + below(3); i > 0; --i) what += craft_block(bytes) + "; ";
  }
  (void)TempDir::write_to(file, bytes);
  return fmt::format("{} of {}{}", what, file.string(), reseal(index));
}

std::string IndexMutator::craft_json(const fs::path& index) {
  const auto file = index / (below(4) == 0 ? "queries.json" : "manifest.json");
  if (below(6) == 0) {
    const auto depth = std::size_t{1} << below(20);
    (void)TempDir::write_to(file, std::string(depth, '[') + std::string(depth, ']'));
    return fmt::format("{} nested arrays for {}", depth, file.string());
  }
  auto object = json::parse(read_file(file));
  std::vector<json*> places;
  collect(object, places);
  auto& place = *places[1 + below(places.size() - 1)];
  const std::array<json, 16> values{nullptr,
                                    true,
                                    0,
                                    1,
                                    -1,
                                    0xFFFFFFFFU,
                                    0xFFFFFFFFFFFFFFFFU,
                                    1e300,
                                    "",
                                    "../../..",
                                    std::string(100'000, 'x'),
                                    json::array(),
                                    json::object(),
                                    json::array({0xFFFFFFFFU}),
                                    json::array({3, 2, 2}),
                                    nested(1 + below(30))};
  auto& value = values[below(values.size())];
  auto told = fmt::format("{:.60} for {:.60} in {}", value.dump(), place.dump(), file.string());
  place = value;
  if (!object.is_object()) return told;
  write_sealed(file, std::move(object));
  return told;
}

std::string IndexMutator::resize(const fs::path& index) {
  const auto file = any_file(index);
  const auto size = fs::file_size(file);
  const auto now = below(4) == 0 ? size + 1 + below(9000) : below(size + 1);
  fs::resize_file(file, now);
  return fmt::format("{} has {} bytes instead of {}{}", file.string(), now, size, reseal(index));
}

std::string IndexMutator::take_away(const fs::path& index) {
  const auto file = any_file(index);
  fs::remove(file);
  return fmt::format("{} is gone{}", file.string(), reseal(index));
}

std::string IndexMutator::swap_files(const fs::path& index) {
  const auto one = any_file(index);
  const auto other = any_file(index);
  const auto bytes = read_file(one);
  (void)TempDir::write_to(one, read_file(other));
  (void)TempDir::write_to(other, bytes);
  return fmt::format("{} and {} are exchanged{}", one.string(), other.string(), reseal(index));
}

std::string IndexMutator::put_no_file(const fs::path& index) {
  const auto file = any_file(index);
  fs::remove(file);
  switch (below(3)) {
    case 0:
      if (::mkfifo(file.c_str(), 0600) != 0) return "nothing";
      return fmt::format("{} is a FIFO", file.string());
    case 1:
      fs::create_symlink("/dev/zero", file);
      return fmt::format("{} is a link", file.string());
    default:
      fs::create_directory(file);
      return fmt::format("{} is a directory", file.string());
  }
}

std::string IndexMutator::mutate(const fs::path& index) {
  using Mutation = std::string (IndexMutator::*)(const fs::path&);
  constexpr std::array<Mutation, 17> kMutations{
      &IndexMutator::damage_bytes,  &IndexMutator::damage_bytes, &IndexMutator::overwrite_run,
      &IndexMutator::overwrite_run, &IndexMutator::craft_column, &IndexMutator::craft_column,
      &IndexMutator::craft_column,  &IndexMutator::craft_column, &IndexMutator::craft_glass,
      &IndexMutator::craft_glass,   &IndexMutator::craft_glass,  &IndexMutator::craft_glass,
      &IndexMutator::craft_json,    &IndexMutator::resize,       &IndexMutator::take_away,
      &IndexMutator::swap_files,    &IndexMutator::put_no_file};
  return (this->*kMutations[below(kMutations.size())])(index);
}

}  // namespace dateline::test
