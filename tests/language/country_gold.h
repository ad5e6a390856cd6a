// The texts of labelled sentences for the country finder. How they are scored: evaluation/.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace dateline::test {

/// A labelled sentence without its label.
struct LabelledSentence {
  std::string text;
};

/// The rows of a file `text ⇥ codes`; comments are passed over. Empty when it is not there.
inline std::vector<LabelledSentence> read_labelled_sentences(const std::string& path) {
  std::vector<LabelledSentence> sentences;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#')
      sentences.push_back({line.substr(0, line.rfind('\t'))});
  }
  return sentences;
}

}  // namespace dateline::test
