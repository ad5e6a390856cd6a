// Scores the countries of chronology entries: those that they name, and those that act in them.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "evaluation/gold_sentences.h"
#include "evaluation/report.h"
#include "indexer/annotate/extractor.h"

namespace dateline {

/// A chronology entry of an article of a corpus, with its countries.
struct ActingEntry {
  std::size_t line = 0;  ///< of the file, 1-based
  std::string file;      ///< within the corpus
  std::string words;     ///< the entry's first eight, without marks of Markdown
  std::vector<CountryCode> named;
  std::vector<CountryCode> countries;  ///< named or acting
};

/// Reads `file ⇥ first words ⇥ named ⇥ countries`; codes are joined by commas, "-" for none.
/// @throws CorpusError when the file cannot be read or holds no rows.
[[nodiscard]] GoldSentences<ActingEntry> read_acting_entries(const std::filesystem::path& path);

/// Annotates the articles in `corpus` that the entries are of, as indexing does, and compares.
/// Three reports: the countries that are named; those that only act; all of them. An entry that is
/// not found has none. `on_problem` gets what was repaired in reading.
/// @throws CorpusError when an article cannot be read.
[[nodiscard]] std::vector<Report> evaluate_acting(
    const GoldSentences<ActingEntry>& gold, const std::filesystem::path& corpus,
    const Extractor& extractor,
    const std::function<void(const std::string& file, std::size_t line,
                             const std::string& message)>& on_problem);

/// The first eight words of an entry, as the labels write them.
[[nodiscard]] std::string first_words(std::string_view entry);

}  // namespace dateline
