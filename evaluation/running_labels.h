// Articles with every mention labelled, in the order of the text, by its words.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/gold_article.h"
#include "evaluation/row_problem.h"
#include "language/date_interval.h"

namespace dateline {

/// One mention as labelled: its words, and what they mean.
struct RunningLabel {
  std::size_t line = 0;  ///< of its file, 1-based
  bool is_date = true;   ///< else a country
  std::string words;     ///< as they stand; brackets, where it has some, mark the mention in them
  std::string value;     ///< as in Label
};

/// The labels of one article.
struct RunningArticle {
  std::string labels_path;
  std::string article_path;
  std::optional<DateInterval> published;  ///< unset: as the article says, or unknown
  bool has_countries = false;             ///< its countries are labelled, too
  std::vector<RunningLabel> labels;       ///< in order of the text
};

/// Reads each file `*.labels.tsv` of a folder, in order of their names:
///
///     article ⇥ path of the article, from the folder ⇥ ISO day or period of publication, or
///     nothing date    ⇥ words ⇥ first/last
///     country ⇥ words ⇥ codes
///
/// Rows stand in the order of the text. Words are sought behind those of the row before; where the
/// same words stand earlier unlabelled, more of the text goes along and brackets mark the mention:
/// `the [1972] treaty`. An article whose countries are not labelled has no such row. Lines that
/// begin with '#' are comments.
/// @throws CorpusError when the folder cannot be read or has no such file.
[[nodiscard]] std::vector<RunningArticle> read_running_articles(
    const std::filesystem::path& directory, std::vector<RowProblem>& problems);

/// The labels by their bytes in `text`, sought from byte `begin` on, where the body of the article
/// begins. A label whose words do not stand behind those before it is a
/// problem, and left out.
[[nodiscard]] GoldArticle located(const RunningArticle& article, std::string_view text,
                                  std::size_t begin);

}  // namespace dateline
