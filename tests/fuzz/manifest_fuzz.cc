// Fuzzes the manifest: bytes as they are, and JSON with a hash that fits. Only IndexError leaves
// what reads it, and who opens the segments that it names.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "index/error.h"
#include "index/hex_hash.h"
#include "index/snapshot.h"
#include "tests/fuzz/index_base.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace dateline;

// What is an object gets its hash, and, where it lacks them, the fields of a sound one.
std::string sealed(std::string_view text, const nlohmann::json& sound) {
  auto object = nlohmann::json::parse(text, nullptr, false);
  if (!object.is_object()) return std::string(text);
  for (const auto& [name, value] : sound.items()) {
    if (!object.contains(name)) object[name] = value;
  }
  object.erase("hash");
  object["hash"] = hex_hash(object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  return object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::IndexBase base;
  static const auto sound = nlohmann::json::parse(test::read_file(manifest_path(base.index())));
  const auto text = fuzz::as_text(data, size);
  const bool is_deep = std::count(text.begin(), text.end(), '[') > 500 ||
                       std::count(text.begin(), text.end(), '{') > 500;  // parse() would nest, too
  (void)test::TempDir::write_to(manifest_path(base.index()),
                                is_deep ? std::string(text) : sealed(text, sound));
  try {
    (void)manifest_damage(base.index());
    const Snapshot snapshot(base.index());
    const Finder finder(snapshot);
    (void)finder.document("one.md");
  } catch (const IndexError& error) {
    fuzz::require(*error.what() != '\0', "an error without a message");
  }
  return 0;
}
