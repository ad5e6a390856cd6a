// All that an index holds, as text.
#pragma once

#include <filesystem>
#include <string>

namespace dateline::test {

/// Every article in force, in the order of ids, with its description, text, blocks, mentions,
/// words, events and postings, spelt out: two indexes that answer alike dump alike, however they
/// are cut into segments. @throws IndexError; std::runtime_error when the index contradicts itself.
[[nodiscard]] std::string dump_index(const std::filesystem::path& directory);

}  // namespace dateline::test
