#include "language/countries/name_overrides.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace dateline {
namespace {

std::string written(const NameOverrides::Office& office) {
  return fmt::format("person\t{}\t{}\t{}\t{}\t{}\t{}", office.name, office.code, office.office,
                     office.first_day, office.last_day, fmt::join(office.other_names, "|"));
}

}  // namespace

bool NameOverrides::is_off(std::string_view rule) const noexcept {
  return std::binary_search(rules_off.begin(), rules_off.end(), rule);
}

std::string NameOverrides::fingerprint() const {
  if (empty()) return "none";
  std::string all;
  for (const auto& name : names) {
    all += name.codes.empty() ? "drop\t" : "add\t";
    all += name.surface;
    for (const auto code : name.codes) (all += '\t') += code.view();
    all += '\n';
  }
  for (const auto& office : offices) all += written(office) + '\n';
  for (const auto& name : nobodies) all += "nobody\t" + name + '\n';
  for (const auto& rule : rules_off) all += "off\t" + rule + '\n';
  return fmt::format("{:016x}", XXH3_64bits(all.data(), all.size()));
}

NameOverrides read_name_overrides(const std::filesystem::path& path) {
  const auto file = path.string();
  std::ifstream in(path, std::ios::binary);
  std::string text;
  std::array<char, 65536> buffer{};
  while (in && text.size() <= kMaxOverrideBytes) {
    in.read(buffer.data(), buffer.size());
    text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  // A folder can be opened, but gives an error instead of bytes.
  std::error_code ignored;
  if (!in.is_open() || std::filesystem::is_directory(path, ignored)) {
    throw NameOverridesError(file + ": cannot be read: no such file, a folder, or no permission");
  }
  if (in.bad()) throw Error(file + ": the reading failed");
  if (text.size() > kMaxOverrideBytes) {
    throw NameOverridesError(fmt::format("{}: more than {} MB", file, kMaxOverrideBytes >> 20U));
  }
  return parse_name_overrides(text, file);
}

std::string to_text(const NameOverrides& overrides) {
  std::string text;
  for (const auto& name : overrides.names) {
    if (name.codes.empty()) {
      text += fmt::format("drop\t{}\n", name.surface);
      continue;
    }
    std::vector<std::string_view> codes;
    codes.reserve(name.codes.size());
    for (const auto& code : name.codes) codes.push_back(code.view());
    text += fmt::format("add\t{}\t{}\n", name.surface, fmt::join(codes, ","));
  }
  for (const auto& office : overrides.offices) text += written(office) + '\n';
  for (const auto& name : overrides.nobodies) text += fmt::format("nobody\t{}\n", name);
  for (const auto& rule : overrides.rules_off) text += fmt::format("off\t{}\n", rule);
  return text;
}

void leave_out_rules(std::vector<DateMention>& mentions, const NameOverrides& overrides) {
  std::erase_if(mentions, [&](const DateMention& m) { return overrides.is_off(m.rule); });
}

}  // namespace dateline
