// Writes the tables of variants as C++: see language/spellings/variant_rows.h.
//   variant_generator TABLES_DIR WORDNET_DIR OUTPUT
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "language/spellings/variant_key.h"
#include "language/tools/foreign_names.h"
#include "language/tools/lexicon_table.h"
#include "language/tools/variant_families.h"

namespace dateline::lexicon {
namespace {

using Spellings = std::map<std::string, std::string>;

// In the order of SpellingKind and CyrillicContext.
constexpr std::array<std::string_view, 6> kSpellingKinds{"stem",   "word",       "double-l",
                                                         "keep-s", "keep-s-end", "keep-z"};
constexpr std::array<std::string_view, 7> kContexts{"-",    "start", "vowel", "hush",
                                                    "hard", "end",   "closed"};

std::string literal(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string optional_literal(const std::string& column) {
  return column == "-" ? literal("") : literal(column);
}

void write_array(std::ostream& out, std::string_view type, std::string_view name,
                 const std::vector<std::string>& rows) {
  if (rows.empty()) throw std::runtime_error{"no rows for " + std::string{name}};
  out << "constexpr " << type << ' ' << name << "[] = {\n";
  for (const auto& row : rows) out << "    {" << row << "},\n";
  out << "};\n\n";
}

void write_names(const std::filesystem::path& tables, std::ostream& out) {
  std::vector<std::string> rows;
  for (const auto& row : name_variants(tables)) {
    std::string variants;
    for (const auto& variant : row.variants) variants += (variants.empty() ? "" : "|") + variant;
    rows.push_back(literal(row.key) + ", " + literal(variants) + ", static_cast<VariantReason>(" +
                   std::to_string(static_cast<int>(row.reason)) +
                   (row.capitals_only ? "), true" : "), false"));
  }
  write_array(out, "VariantRow", "kVariants", rows);
}

void write_longer(const std::filesystem::path& tables, std::ostream& out) {
  std::vector<std::string> rows;
  for (const auto& [key, names] : longer_names(tables))
    rows.push_back(literal(key) + ", " + literal(names));
  write_array(out, "LongerNames", "kLonger", rows);
}

void write_foreign(const std::filesystem::path& tables, const std::filesystem::path& wordnet,
                   std::ostream& out) {
  out << "constexpr char kForeign[] =\n";
  for (const auto& [key, code] : foreign_names(tables, wordnet))
    out << "    \"" << key << "\\t" << code << "\\n\"\n";
  out << "    ;\n\n";
}

std::optional<std::size_t> index_in(std::span<const std::string_view> names,
                                    std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

void add_pair(const std::string& from, const std::string& to, const std::string& where,
              Spellings& spellings) {
  if (!spellings.emplace(variant_key(from), to).second) {
    throw std::runtime_error{where + ": " + from + " has another spelling already"};
  }
}

void add_both(const std::string& british, const std::string& american, const std::string& where,
              Spellings& spellings) {
  add_pair(british, american, where, spellings);
  add_pair(american, british, where, spellings);
}

std::array<Spellings, kSpellingKinds.size()> read_spellings(const std::filesystem::path& tables) {
  std::array<Spellings, kSpellingKinds.size()> spellings;
  for (const auto& row : read_table(tables / "english_spellings.tsv", 4)) {
    const bool is_noun = row.columns[0] == "noun";
    const auto kind = index_in(kSpellingKinds, is_noun ? "word" : row.columns[0]);
    if (!kind) throw std::runtime_error{row.where + ": unknown kind " + row.columns[0]};
    const auto& british = row.columns[1];
    const auto& american = row.columns[2];
    if (american == "-") {
      add_pair(british, {}, row.where, spellings[*kind]);
      continue;
    }
    add_both(british, american, row.where, spellings[*kind]);
    if (is_noun) add_both(british + 's', american + 's', row.where, spellings[*kind]);
  }
  return spellings;
}

void write_spellings(const std::filesystem::path& tables, std::ostream& out) {
  const auto spellings = read_spellings(tables);
  for (std::size_t kind = 0; kind < spellings.size(); ++kind) {
    std::vector<std::string> rows;
    for (const auto& [from, to] : spellings[kind])
      rows.push_back(literal(from) + ", " + literal(to));
    write_array(out, "SpellingRow", "kSpellings" + std::to_string(kind), rows);
  }
}

std::string context(const std::string& column, const std::string& where) {
  const auto index = index_in(kContexts, column);
  if (!index) throw std::runtime_error{where + ": unknown context " + column};
  return "static_cast<CyrillicContext>(" + std::to_string(*index) + ")";
}

void write_cyrillic(const std::filesystem::path& tables, std::ostream& out) {
  std::vector<std::string> alphabets;
  for (const auto& row : read_table(tables / "cyrillic_alphabets.tsv", 3)) {
    alphabets.push_back(literal(row.columns[0]) + ", " + optional_literal(row.columns[1]));
  }
  write_array(out, "CyrillicAlphabet", "kAlphabets", alphabets);
  std::vector<std::string> spellings;
  for (const auto& row : read_table(tables / "cyrillic_spellings.tsv", 5)) {
    spellings.push_back(context(row.columns[0], row.where) + ", " + literal(row.columns[1]) + ", " +
                        context(row.columns[2], row.where) + ", " +
                        optional_literal(row.columns[3]));
  }
  write_array(out, "CyrillicSpelling", "kCyrillic", spellings);
}

void write_surnames(const std::filesystem::path& tables, std::ostream& out) {
  std::vector<std::string> rows;
  for (const auto& row : read_table(tables / "han_surnames.tsv", 3)) {
    for (const auto& characters : split(row.columns[0], '|')) {
      rows.push_back(literal(characters) + ", " + literal(row.columns[1]));
    }
  }
  write_array(out, "HanSurname", "kSurnames", rows);
}

void write_access(std::ostream& out) {
  out << "}  // namespace\n\n"
         "std::span<const VariantRow> variant_rows() noexcept { return kVariants; }\n"
         "std::span<const LongerNames> longer_name_rows() noexcept { return kLonger; }\n"
         "std::string_view foreign_name_rows() noexcept {\n"
         "  return {kForeign, sizeof kForeign - 1};\n}\n"
         "std::span<const CyrillicAlphabet> cyrillic_alphabets() noexcept { return kAlphabets; }\n"
         "std::span<const CyrillicSpelling> cyrillic_spelling_rows() noexcept {\n"
         "  return kCyrillic;\n}\n"
         "std::span<const HanSurname> han_surnames() noexcept { return kSurnames; }\n"
         "std::span<const SpellingRow> spelling_rows(SpellingKind kind) noexcept {\n"
         "  switch (static_cast<int>(kind)) {\n";
  for (std::size_t kind = 0; kind < kSpellingKinds.size(); ++kind) {
    out << "    case " << kind << ":\n      return kSpellings" << kind << ";\n";
  }
  out << "    default:\n      return {};\n  }\n}\n\n}  // namespace dateline\n";
}

void generate(const std::filesystem::path& tables, const std::filesystem::path& wordnet,
              std::ostream& out) {
  out << "// Generated by variant_generator; do not edit.\n#include "
         "\"language/spellings/variant_rows.h\"\n\n"
         "namespace dateline {\nnamespace {\n\n";
  write_names(tables, out);
  write_longer(tables, out);
  write_foreign(tables, wordnet, out);
  write_spellings(tables, out);
  write_cyrillic(tables, out);
  write_surnames(tables, out);
  write_access(out);
}

}  // namespace
}  // namespace dateline::lexicon

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: variant_generator TABLES_DIR WORDNET_DIR OUTPUT\n";
    return 2;
  }
  try {
    std::ofstream out{argv[3]};
    dateline::lexicon::generate(argv[1], argv[2], out);
    if (!out.flush()) throw std::runtime_error{std::string{"cannot write "} + argv[3]};
  } catch (const std::exception& error) {
    std::cerr << "variant_generator: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
