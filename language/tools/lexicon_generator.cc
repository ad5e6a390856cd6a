// Builds the country lexicon at build time: reads ICU, iso-codes and the reviewed tables, writes
// one C++ file.
//   lexicon_generator TABLES_DIR ISO_3166_1_JSON ISO_3166_3_JSON OUTPUT.cc
#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "language/countries/lexicon.h"
#include "language/tools/lexicon_merge.h"
#include "language/tools/lexicon_sources.h"
#include "language/tools/lexicon_surfaces.h"
#include "language/tools/lexicon_table.h"
#include "language/tools/lexicon_word_class_names.h"

namespace dateline::lexicon {

struct Inputs {
  std::filesystem::path tables;
  std::filesystem::path iso_3166_1;
  std::filesystem::path iso_3166_3;
};

namespace {
struct Lexicon {
  std::map<std::string, Claim> entries;
  std::vector<Conflict> conflicts;
  std::map<std::string, std::uint64_t> words;
  std::map<std::string, std::string> countries;
};

std::set<std::string> read_territories(const std::filesystem::path& tables) {
  std::set<std::string> codes;
  for (const auto& row : read_table(tables / "country_territories.tsv", 2)) {
    for (auto& code : split(row.columns[0], ' ')) codes.insert(std::move(code));
  }
  return codes;
}

void add_with_variants(const std::string& surface, const Claim& claim, ClaimedSurfaces& claimed) {
  const auto variants = surface_variants(surface);
  claimed.add(variants.front(), claim);
  Claim derived = claim;
  if (derived.rank != Rank::kRuling) derived.rank = Rank::kDerived;
  for (std::size_t i = 1; i < variants.size(); ++i) claimed.add(variants[i], derived);
}

void add_sources(const Inputs& inputs, const std::vector<SourcedName>& iso_names,
                 const std::vector<std::string>& codes, ClaimedSurfaces& claimed) {
  std::map<std::string, std::string> withdrawn;
  for (const auto& row : read_table(inputs.tables / "country_withdrawn.tsv", 3)) {
    withdrawn.emplace(row.columns[0], row.columns[1]);
  }
  auto names = cldr_names(codes);
  names.insert(names.end(), iso_names.begin(), iso_names.end());
  const auto old_names = iso_3166_3_names(inputs.iso_3166_3, withdrawn);
  names.insert(names.end(), old_names.begin(), old_names.end());
  for (const auto& [listed, name] : names) {
    for (const auto& surface : listed_name_surfaces(name)) {
      add_with_variants(surface, {joined_codes(listed), NameKind::kName, Rank::kSource}, claimed);
    }
  }
}

void add_table(const std::filesystem::path& path, Rank rank, ClaimedSurfaces& claimed) {
  for (const auto& row : read_table(path, 4)) {
    const auto kind = name_kind(row.columns[0]);
    if (!kind) throw std::runtime_error{row.where + ": unknown kind " + row.columns[0]};
    const Claim claim{joined_codes(row.columns[1]), *kind, rank};
    for (auto surface : split(row.columns[2], '|')) {
      const bool has_plural = surface.ends_with('+');
      if (has_plural) surface.pop_back();
      add_with_variants(surface, claim, claimed);
      if (has_plural) add_with_variants(surface + "s", claim, claimed);
    }
  }
}

std::map<std::string, std::uint64_t> read_words(const std::filesystem::path& tables) {
  std::map<std::string, std::uint64_t> words;
  for (const auto& row : read_table(tables / "country_words.tsv", 3)) {
    const auto spelled = word_class(row.columns[0]);
    if (!spelled) throw std::runtime_error{row.where + ": unknown class " + row.columns[0]};
    for (const auto& word : split(row.columns[1], ' ')) words[word] |= class_bit(*spelled);
  }
  return words;
}

std::map<std::string, std::string> read_countries(const std::filesystem::path& tables,
                                                  const std::vector<std::string>& codes) {
  std::map<std::string, std::string> countries;
  for (const auto& row : read_table(tables / "country_display.tsv", 3)) {
    countries.emplace(row.columns[0], row.columns[1]);
  }
  for (const auto& code : codes) countries.emplace(code, cldr_display_name(code));
  return countries;
}

// A name of a territory, or of a state that is no more, fires a rule of its own.
void refine_kinds(const std::set<std::string>& territories, std::map<std::string, Claim>& entries) {
  static const std::set<std::string> kOwnWithdrawnCodes{"SU", "YU", "CS", "DD", "YD"};
  for (auto& [surface, claim] : entries) {
    if (claim.kind != NameKind::kName) continue;
    if (territories.contains(claim.codes)) claim.kind = NameKind::kTerritory;
    if (kOwnWithdrawnCodes.contains(claim.codes)) claim.kind = NameKind::kFormer;
  }
}

Lexicon build(const Inputs& inputs) {
  const auto iso_names = iso_3166_1_names(inputs.iso_3166_1);
  std::set<std::string> codes{"XK"};
  for (const auto& name : iso_names) codes.insert(name.codes);
  const std::vector<std::string> present(codes.begin(), codes.end());
  ClaimedSurfaces claimed;
  add_sources(inputs, iso_names, present, claimed);
  for (const char* table :
       {"names", "demonyms", "capitals", "forms", "seats", "blocks", "states"}) {
    add_table(inputs.tables / ("country_" + std::string{table} + ".tsv"), Rank::kReviewed, claimed);
  }
  add_table(inputs.tables / "country_rulings.tsv", Rank::kRuling, claimed);
  Lexicon lexicon{claimed.resolved(), claimed.conflicts(), read_words(inputs.tables),
                  read_countries(inputs.tables, present)};
  refine_kinds(read_territories(inputs.tables), lexicon.entries);
  return lexicon;
}

std::string literal(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

template <typename Rows, typename WriteRow>
void write_array(std::ostream& out, const std::string& type, const std::string& name,
                 const Rows& rows, WriteRow write_row) {
  out << "constexpr " << type << " k" << name << "[] = {\n";
  for (const auto& row : rows) {
    out << "    {";
    write_row(row);
    out << "},\n";
  }
  if (rows.empty()) out << "    {},\n";
  out << "};\n\n";
}

void write(const Lexicon& lexicon, std::ostream& out) {
  out << "// Generated by lexicon_generator; do not edit.\n#include "
         "\"language/countries/lexicon.h\"\n\n"
         "namespace dateline {\nnamespace {\n\n";
  write_array(out, "LexiconEntry", "Entries", lexicon.entries, [&](const auto& row) {
    out << literal(row.first) << ", \"" << row.second.codes << "\", static_cast<NameKind>("
        << static_cast<int>(row.second.kind) << ")";
  });
  write_array(out, "ClassedWord", "Words", lexicon.words,
              [&](const auto& row) { out << literal(row.first) << ", " << row.second << "U"; });
  write_array(out, "LexiconConflict", "Conflicts", lexicon.conflicts, [&](const Conflict& row) {
    out << literal(row.surface) << ", \"" << row.claims << "\", " << (row.ruled ? "true" : "false");
  });
  write_array(out, "CountryDisplay", "Countries", lexicon.countries, [&](const auto& row) {
    out << "CountryCode{'" << row.first[0] << "', '" << row.first[1] << "'}, "
        << literal(row.second);
  });
  out << "}  // namespace\n\n"
         "std::span<const LexiconEntry> lexicon_entries() noexcept { return kEntries; }\n"
         "std::span<const ClassedWord> lexicon_words() noexcept { return kWords; }\n"
         "std::span<const LexiconConflict> lexicon_conflicts() noexcept { return kConflicts; }\n"
         "std::span<const CountryDisplay> lexicon_countries() noexcept { return kCountries; }\n\n"
         "}  // namespace dateline\n";
}

}  // namespace

void generate(const Inputs& inputs, std::ostream& out) { write(build(inputs), out); }

}  // namespace dateline::lexicon

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: lexicon_generator TABLES_DIR ISO_3166_1_JSON ISO_3166_3_JSON OUTPUT\n";
    return 2;
  }
  try {
    std::ofstream out{argv[4]};
    dateline::lexicon::generate({argv[1], argv[2], argv[3]}, out);
    if (!out.flush()) throw std::runtime_error{std::string{"cannot write "} + argv[4]};
  } catch (const std::exception& error) {
    std::cerr << "lexicon_generator: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
