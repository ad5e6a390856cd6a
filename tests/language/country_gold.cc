#include "tests/language/country_gold.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <sstream>

namespace dateline::test {

std::vector<LabelledSentence> read_labelled_sentences(const std::filesystem::path& path) {
  std::ifstream in{path};
  std::vector<LabelledSentence> sentences;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const auto tab = line.rfind('\t');
    LabelledSentence sentence{number, line.substr(0, tab), {}};
    std::istringstream codes{tab == std::string::npos ? std::string{} : line.substr(tab + 1)};
    for (std::string code; std::getline(codes, code, ',');) sentence.codes.insert(code);
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::set<std::string> codes_in(const CountryFinder& finder, std::string_view text) {
  std::set<std::string> codes;
  for (const auto& mention : finder.find(text)) {
    for (const auto code : mention.codes) codes.insert(code.str());
  }
  return codes;
}

CountryScore score(const CountryFinder& finder, const std::vector<LabelledSentence>& sentences) {
  CountryScore result;
  for (const auto& sentence : sentences) {
    const auto found = codes_in(finder, sentence.text);
    ++result.rows;
    result.found += found.size();
    result.labelled += sentence.codes.size();
    for (const auto& code : found) result.both += sentence.codes.count(code);
    if (found == sentence.codes) {
      ++result.exact;
    } else {
      result.failures.push_back(fmt::format("{}: {} ==> {}, got {}", sentence.line, sentence.text,
                                            fmt::join(sentence.codes, ","), fmt::join(found, ",")));
    }
  }
  return result;
}

}  // namespace dateline::test
